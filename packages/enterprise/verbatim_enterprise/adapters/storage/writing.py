"""Writing an object piece by piece: small ones in one request, larger ones in parts of which some are on their way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, Any, Final

from verbatim_enterprise.host import lazy

if TYPE_CHECKING:
    import obstore
else:
    obstore = lazy("obstore")

PART: Final = 8 * 1024 * 1024
"""Bytes of a part. Object stores want 5 MB at least, and this is held in memory `AT_ONCE` times, and twice more."""

AT_ONCE: Final = 3
"""Parts on their way at the same time."""

MOST_PARTS: Final = 9_000
"""Object stores take 10,000."""


def part_size(largest: int) -> int:
    """Return the bytes of a part with which a file of `largest` bytes can be written."""
    return max(PART, -(-largest // MOST_PARTS))


class _GivenUpError(Exception):
    """Raised into obstore's reading of the pieces, which then takes back the parts that are there."""


class ObjectWriter:
    """Writes one object. It appears when `finish` returns; `give_up` leaves nothing of it, or, when the last part had
    already been asked for, the whole.
    """

    def __init__(self, store: Any, key: str, part: int, explain: Callable[[Exception], Exception]) -> None:
        self._store = store
        self._key = key
        self._part = part
        self._explain = explain
        self._buffer = bytearray()
        self._pieces: asyncio.Queue[bytes | None] = asyncio.Queue(1)
        self._given_up = asyncio.Event()
        self._putting: asyncio.Task[None] | None = None

    async def write(self, data: bytes) -> None:
        """Take some bytes; waits while enough parts are on their way.

        Raises:
            StorageError: an earlier part could not be written.
        """
        for start in range(0, len(data), self._part):
            self._buffer += data[start : start + self._part]
            if len(self._buffer) >= self._part:
                with memoryview(self._buffer) as view:  # a slice of the buffer would be a second copy
                    piece = bytes(view[: self._part])
                del self._buffer[: self._part]
                await self._hand_over(piece)

    async def finish(self) -> None:
        """Write what is left, and let the object appear."""
        rest, self._buffer = bytes(self._buffer), bytearray()
        if self._putting is None:
            self._putting = asyncio.create_task(self._put(rest, in_parts=False))
        else:
            if rest:
                await self._hand_over(rest)
            await self._hand_over(None)
        # Shielded: a task that is dropped would not take back its parts, and a request on its way could still arrive
        # after whoever was cancelled has deleted the file.
        await asyncio.shield(self._putting)

    async def give_up(self) -> None:
        """Take back what has been written so far; what went wrong meanwhile is of no interest any more."""
        self._buffer.clear()
        self._given_up.set()
        if self._putting is not None:
            await asyncio.wait([self._putting])
            if not self._putting.cancelled():
                self._putting.exception()  # looked at, so that nobody complains that it was not

    async def _hand_over(self, piece: bytes | None) -> None:
        if self._putting is None:
            self._putting = asyncio.create_task(self._put(self._stream(), in_parts=True))
        handing = asyncio.create_task(self._pieces.put(piece))
        try:
            await asyncio.wait({handing, self._putting}, return_when=asyncio.FIRST_COMPLETED)
            if not handing.done():
                await asyncio.shield(self._putting)  # it failed, and says here with what
        finally:
            handing.cancel()

    async def _stream(self) -> AsyncIterator[bytes]:
        while True:
            next_piece = asyncio.create_task(self._pieces.get())
            stop = asyncio.create_task(self._given_up.wait())
            await asyncio.wait({next_piece, stop}, return_when=asyncio.FIRST_COMPLETED)
            stop.cancel()
            if self._given_up.is_set():
                next_piece.cancel()
                raise _GivenUpError
            piece = next_piece.result()
            if piece is None:
                return
            yield piece

    async def _put(self, content: bytes | AsyncIterator[bytes], *, in_parts: bool) -> None:
        try:
            await obstore.put_async(
                self._store,
                self._key,
                content,
                use_multipart=in_parts,
                chunk_size=self._part,
                max_concurrency=AT_ONCE,
            )
        except Exception as error:  # noqa: BLE001 - whatever obstore raises, the interface knows its own errors only
            raise self._explain(error) from None
