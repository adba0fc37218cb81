"""What is done with foreign media, in the cage: the functions that run there, and how they are called from outside."""

from __future__ import annotations

import contextlib
import importlib
import pkgutil
import tempfile
import wave
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim.adapters.media.budget import decode_limits, probe_limits
from verbatim.adapters.media.decode import SAMPLE_RATE, Samples, decode_mono16k
from verbatim.adapters.media.errors import MEDIA_ERRORS, DamagedMedia, MediaError, TooComplex
from verbatim.adapters.media.playable import playable_mp3
from verbatim.adapters.media.probe import MediaInfo, Track, probe
from verbatim.adapters.media.waveform import Drawing
from verbatim.core.cage import Cage, CageError, ForeignFile, LimitExceeded, stream
from verbatim.core.cage.errors import Refused
from verbatim.core.cage.pool import OnBytes
from verbatim.core.cage.ranged import Ranged
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import av
    import numpy as np
else:
    av, np = lazy("av"), lazy("numpy")

_COMPLEX = "Reading this file takes more {limit} than its size allows; save it as MP3 or M4A and upload that."
_CRASHED = "The file is damaged in a way that stops the program which reads it; save it anew and upload that."


def media_cage() -> Cage:
    """Return a cage for media."""
    return Cage(__name__)


async def probe_caged(cage: Cage, path: Path | Ranged, *, on_behalf_of: str | None = None) -> MediaInfo:
    """As `probe`, without blocking; `on_behalf_of` names whose turn it is.

    Raises:
        MediaError: as `probe`; TooComplex when it takes more than a file of its size may.
    """
    try:
        found = await cage.run(examine, path, limits=probe_limits(_size(path)), on_behalf_of=on_behalf_of)
    except (Refused, CageError) as error:
        raise _translated(error) from error
    return MediaInfo(**{**found, "tracks": tuple(Track(**track) for track in found["tracks"])})


async def draw_caged(
    cage: Cage, path: Path | Ranged, points: int, sound: str, *, seconds: float, tracks: int
) -> tuple[list[float], float]:
    """Return the peaks of a recording of some `seconds` as `waveform` does, and its length as decoded.

    Raises:
        MediaError: as `decode_mono16k`; TooComplex when it takes more than that length may.
    """
    limits = decode_limits(seconds, _size(path), tracks)
    try:
        found = await cage.run(draw, path, points, sound, limits=limits, queue=False)
    except (Refused, CageError) as error:
        raise _translated(error) from error
    return found["peaks"], found["seconds"]


async def copy_caged(cage: Cage, path: Path | Ranged, seconds: float, tracks: int, on_bytes: OnBytes) -> None:
    """Give `on_bytes` the pieces of `playable_mp3`.

    Raises:
        MediaError: as `draw_caged`.
    """
    limits = decode_limits(2 * seconds, _size(path), tracks)
    try:
        await cage.run(copy, path, limits=limits, on_bytes=on_bytes, queue=False)
    except (Refused, CageError) as error:
        raise _translated(error) from error


def decode_caged(path: Path, sound: str = "mix") -> Iterator[Samples]:
    """As `decode_mono16k`, with the file read in the cage: for engines, which have a process of their own.

    Raises:
        MediaError: as `decode_mono16k`; TooComplex when it takes more than a file of its size may.
    """
    size = _size(path)
    try:
        for piece in stream(samples, path, sound, limits=decode_limits(float("inf"), size, _MOST_TRACKS)):
            if isinstance(piece, bytes):
                yield np.frombuffer(piece, np.int16)
    except (Refused, CageError) as error:
        raise _translated(error) from error


def probe_caged_blocking(path: Path) -> MediaInfo:
    """As `probe`, with the file read in the cage.

    Raises:
        MediaError: as `probe_caged`.
    """
    try:
        (found,) = stream(examine, path, limits=probe_limits(_size(path)))
    except (Refused, CageError) as error:
        raise _translated(error) from error
    return MediaInfo(**{**found, "tracks": tuple(Track(**track) for track in found["tracks"])})


_MOST_TRACKS = 4


def prepare() -> None:
    """In the nursery: load what the library loads only when it meets it, and try everything with sound of our own."""
    for module in pkgutil.walk_packages(av.__path__, "av."):
        if module.name not in {"av.__main__", "av.datasets"}:
            with contextlib.suppress(ImportError):
                importlib.import_module(module.name)
    with tempfile.NamedTemporaryFile(suffix=".wav") as made:
        with wave.open(made.name, "wb") as sound:
            sound.setparams((2, 2, 8_000, 0, "NONE", ""))
            sound.writeframes(np.arange(32_000, dtype="<i2").tobytes())
        file = ForeignFile.open(Path(made.name))
        examine(file)
        draw(file, 10, "mix")
        list(copy(file))
        file.close()


def examine(file: ForeignFile) -> dict[str, Any]:
    """In the cage: look into a file."""
    return asdict(probe(file))


def draw(file: ForeignFile, points: int, sound: str) -> dict[str, Any]:
    """In the cage: the peaks of a file, and the seconds that were decoded for them."""
    drawing = Drawing(points)
    for chunk in decode_mono16k(file, sound):
        drawing.add(chunk)
    return {"peaks": drawing.peaks(), "seconds": round(drawing.samples / SAMPLE_RATE, 3)}


def samples(file: ForeignFile, sound: str) -> Iterator[bytes]:
    """In the cage: the sound, piece by piece."""
    return (chunk.tobytes() for chunk in decode_mono16k(file, sound))


def copy(file: ForeignFile) -> Iterator[bytes]:
    """In the cage: the playable copy, piece by piece."""
    return playable_mp3(file)


def _size(path: Path | Ranged) -> int:
    return path.stat().st_size if isinstance(path, Path) else path.size


def _translated(error: Refused | CageError) -> MediaError:
    if isinstance(error, Refused):
        return MEDIA_ERRORS.get(error.code, DamagedMedia)(str(error))
    if isinstance(error, LimitExceeded):
        return TooComplex(_COMPLEX.format(limit=error.limit))
    return DamagedMedia(_CRASHED)
