"""A part of a recording as a file of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from verbatim.adapters.media.blocks import write_flac
from verbatim.adapters.media.caged import decode_caged
from verbatim.adapters.media.decode import SAMPLE_RATE, Samples
from verbatim.adapters.media.errors import EmptyMedia
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import numpy as np
else:
    np = lazy("numpy")


def cut_stretch(source: Path, target: Path, start: float, end: float) -> None:
    """Write a stretch of a recording, in seconds, as a small file. Blocks; the recording is read in the cage.

    Raises:
        MediaError: the recording cannot be decoded, or has no sound there.
    """
    first, last = round(start * SAMPLE_RATE), round(end * SAMPLE_RATE)
    pieces: list[Samples] = []
    reached = 0
    for chunk in decode_caged(source):
        if reached + len(chunk) > first:
            pieces.append(chunk[max(0, first - reached) : last - reached])
        reached += len(chunk)
        if reached >= last:
            break
    if not pieces:
        raise EmptyMedia("The recording has no sound there.")
    write_flac(np.concatenate(pieces), target)
