"""The built-in diarizer as a server runs it: in the cage, split off from a process that has its libraries loaded.

Starting an interpreter with them takes half a second, as long as everything else about a short recording.
"""

from __future__ import annotations

import atexit
import json
from collections.abc import Callable, Iterator

from verbatim.adapters.diarization import wire
from verbatim.adapters.diarization.api import (
    Diarization,
    DiarizationError,
    DiarizationRequest,
    DiarizationSettings,
    OnProgress,
)
from verbatim.adapters.media import MEDIA_ERRORS
from verbatim.adapters.media.caged import prepare as prepare_media
from verbatim.core.cage import Cage, CageError, ForeignFile, LimitExceeded, Limits
from verbatim.core.cage.errors import Refused
from verbatim.core.cage.link import Link

_LINK = Link()
"""Apart from that of media: its libraries are large, and nobody who uploads should wait until they are loaded."""
atexit.register(_LINK.close)

_NO_LIMIT = 2**46
_SECONDS = 24 * 3600
"""Callers give up much earlier, by the length of the recording; see `who_spoke`."""

_OUTPUT_BYTES = 64 * 1024 * 1024
_PROGRESS_STEP = 0.01
_NO_MEMORY = "There is not enough memory to tell the voices apart."
_ENDED = "The process that tells voices apart ended without a result."


class CagedDiarizer:
    """The diarizer that is always there."""

    name = "builtin"

    def __init__(self, settings: Callable[[], DiarizationSettings]) -> None:
        """``settings`` are asked for at each use: they may change."""
        self._settings = settings
        self._cage = Cage(__name__, link=_LINK)

    def obstacle(self) -> str | None:
        return None

    def prepare(self) -> None:
        """Load what will be needed; does not wait for it."""
        self._cage.warm()

    async def diarize(self, request: DiarizationRequest, on_progress: OnProgress) -> Diarization:
        heard = _Heard(on_progress)
        told = self._settings()
        limits = Limits(told.memory_bytes or _NO_LIMIT, _SECONDS, _SECONDS, _OUTPUT_BYTES, told.niceness)
        asked = (request.sound, request.speakers)
        try:
            await self._cage.run(tell_apart, request.path, *asked, limits=limits, on_bytes=heard, queue=False)
        except Refused as error:
            raise MEDIA_ERRORS.get(error.code, DiarizationError)(str(error)) from error
        except CageError as error:
            lacks_memory = isinstance(error, LimitExceeded) and error.limit == "memory"
            raise DiarizationError(_NO_MEMORY if lacks_memory else _ENDED) from error
        if heard.found is None:
            raise DiarizationError(_ENDED)
        return heard.found


class _Heard:
    """Puts the lines of the process together again."""

    def __init__(self, on_progress: OnProgress) -> None:
        self.found: Diarization | None = None
        self._on_progress = on_progress
        self._rest = b""

    async def __call__(self, piece: bytes) -> None:
        *lines, self._rest = (self._rest + piece).split(b"\n")
        for line in lines:
            message = json.loads(line)
            if "found" in message:
                self.found = wire.from_json(message["found"])
            else:
                await self._on_progress(float(message["progress"]))


def prepare() -> None:
    """In the nursery: load all that is loaded late; nothing can be opened in the cage."""
    from verbatim.adapters.diarization.builtin import load  # noqa: PLC0415  the server does without

    prepare_media()
    load()


def tell_apart(file: ForeignFile, sound: str, speakers: int | None) -> Iterator[bytes]:
    """In the cage: lines of JSON that say how far it is, and a last one with what was found."""
    from verbatim.adapters.diarization.builtin import listen  # noqa: PLC0415  same

    last = 0.0
    for step in listen(file, sound, speakers):
        if isinstance(step, Diarization):
            yield wire.to_line({"found": wire.to_json(step)})
        elif step >= last + _PROGRESS_STEP:
            last = step
            yield wire.to_line({"progress": round(min(step, 1.0), 3)})
