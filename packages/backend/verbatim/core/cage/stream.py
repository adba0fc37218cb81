"""The cage for code that blocks, as speech engines do in their own processes."""

from __future__ import annotations

import os
import select
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from verbatim.core.cage.errors import LimitExceeded
from verbatim.core.cage.limits import Limits
from verbatim.core.cage.link import HEAD, LINK, Work, epitaph, head, verdict


def stream(function: Callable[..., Any], path: Path, *arguments: Any, limits: Limits) -> Iterator[Any]:
    """Yield the pieces of `function(file, *arguments)` as bytes, then what it returns. Closing the iterator kills the
    process.

    The clock of ``wall_seconds`` runs only while this side waits: an engine may take its time with each piece.

    Raises:
        Refused, LimitExceeded, Crashed, OSError: as `Cage.run`.
    """
    work = LINK.begin(function, path, arguments, limits)
    try:
        yield from _follow(work, limits)
    finally:
        work.status.close()
        os.close(work.result)


def _follow(work: Work, limits: Limits) -> Iterator[Any]:
    size = 0
    while True:
        kind, length = head(_exactly(work, HEAD, limits))
        size += length
        if size > limits.output_bytes:
            raise LimitExceeded("output")
        data = _exactly(work, length, limits)
        if kind != b"B":
            yield verdict(kind, data)
            return
        yield data


def _exactly(work: Work, size: int, limits: Limits) -> bytes:
    data = bytearray()
    while len(data) < size:
        if not select.select([work.result], [], [], limits.wall_seconds)[0]:
            raise LimitExceeded("time")
        piece = os.read(work.result, size - len(data))
        if not piece:
            raise epitaph(work.status.recv(4096))
        data += piece
    return bytes(data)
