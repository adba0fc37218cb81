"""Voices told apart while the engine still listens."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from verbatim.adapters.diarization.api import Diarization, DiarizationError, DiarizationRequest, OnProgress, Turn
from verbatim.transcription.early_speakers import early

ASKED = DiarizationRequest(Path("talk.wav"))


class Slow:
    """Needs a moment, and counts how often it was asked, stopped and prepared."""

    name = "slow"

    def __init__(self, error: Exception | None = None) -> None:
        self.asked: list[DiarizationRequest] = []
        self.stopped = self.prepared = 0
        self._error = error

    def obstacle(self) -> str | None:
        return None

    def prepare(self) -> None:
        self.prepared += 1

    async def diarize(self, request: DiarizationRequest, on_progress: OnProgress) -> Diarization:
        self.asked.append(request)
        try:
            await asyncio.sleep(0.05)
        except asyncio.CancelledError:
            self.stopped += 1
            raise
        await on_progress(1.0)
        if self._error is not None:
            raise self._error
        return Diarization(self.name, (Turn(0, 1, 0),))


async def _progress(_: float) -> None:
    pass


async def test_what_was_begun_is_not_done_twice() -> None:
    slow = Slow()
    async with early([slow]) as (diarizer,):
        diarizer.begin(ASKED)
        diarizer.begin(ASKED)
        await asyncio.sleep(0)
        found = await diarizer.diarize(ASKED, _progress)
    assert found.turns == (Turn(0, 1, 0),)
    assert (slow.asked, slow.prepared, slow.stopped) == ([ASKED], 1, 0)


async def test_another_question_is_asked_anew() -> None:
    slow = Slow()
    three = DiarizationRequest(Path("talk.wav"), speakers=3)
    async with early([slow]) as (diarizer,):
        diarizer.begin(ASKED)
        await asyncio.sleep(0)
        await diarizer.diarize(three, _progress)
    assert slow.asked == [ASKED, three]


async def test_nothing_goes_on_when_the_engine_fails() -> None:
    slow = Slow()

    async def fail() -> None:
        async with early([slow]) as (diarizer,):
            diarizer.begin(ASKED)
            await asyncio.sleep(0)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    assert slow.stopped == 1


async def test_its_failure_is_told_when_it_is_asked_and_not_before() -> None:
    slow = Slow(DiarizationError("It does not work."))
    async with early([slow]) as (diarizer,):
        diarizer.begin(ASKED)
        await asyncio.sleep(0.1)
        with pytest.raises(DiarizationError, match="does not work"):
            await diarizer.diarize(ASKED, _progress)


async def test_giving_up_the_wait_ends_it() -> None:
    slow = Slow()
    async with early([slow]) as (diarizer,):
        diarizer.begin(ASKED)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await diarizer.diarize(ASKED, _progress)
        assert slow.stopped == 1
