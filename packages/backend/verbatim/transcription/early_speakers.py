"""Telling voices apart while the engine still listens: neither needs the other until both are done."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from verbatim.adapters.diarization.api import Diarization, DiarizationRequest, Diarizer, OnProgress, Preparing


class EarlyDiarizer:
    """A diarizer that may begin before it is asked."""

    def __init__(self, diarizer: Diarizer) -> None:
        self.name = diarizer.name
        self._diarizer = diarizer
        self._begun: tuple[DiarizationRequest, asyncio.Task[Diarization]] | None = None

    def begin(self, request: DiarizationRequest) -> None:
        """Begin with what will be asked."""
        if self._begun is None:
            self._begun = request, asyncio.create_task(self._diarizer.diarize(request, _unheard))

    def obstacle(self) -> str | None:
        return self._diarizer.obstacle()

    async def diarize(self, request: DiarizationRequest, on_progress: OnProgress) -> Diarization:
        if self._begun is not None and self._begun[0] == request:
            return await self._begun[1]
        return await self._diarizer.diarize(request, on_progress)

    async def stop(self) -> None:
        """End what was begun and is not wanted any more."""
        if self._begun is not None:
            self._begun[1].cancel()
            await asyncio.gather(self._begun[1], return_exceptions=True)


@asynccontextmanager
async def early(diarizers: list[Diarizer]) -> AsyncIterator[list[EarlyDiarizer]]:
    """Give diarizers of which the first has begun to load what it needs; nothing of them goes on afterwards."""
    made = [EarlyDiarizer(one) for one in diarizers]
    for diarizer in diarizers[:1]:
        if isinstance(diarizer, Preparing):
            diarizer.prepare()
    try:
        yield made
    finally:
        for one in made:
            await one.stop()


async def _unheard(_: float) -> None:
    """How far it is says nothing to somebody who reads how far the engine is."""
