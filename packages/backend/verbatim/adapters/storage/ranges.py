"""Reading parts of a file that lies elsewhere, so that whoever needs its index does not fetch its picture."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from typing import Final

from verbatim.adapters.storage.api import StorageError

_BLOCK: Final = 512 * 1024
_KEPT: Final = 32
"""Blocks in memory: 16 MB for each file that is being read."""
_MOST_AHEAD: Final = 16
"""Blocks that are fetched with one request by whoever reads on and on."""

Stream = Callable[[int, int], AsyncIterator[bytes]]
"""Gives the bytes of a file from one offset up to another."""


class BlockReader:
    """The `RangeReader` over a storage that streams ranges. What was fetched last is kept; reading on fetches ahead."""

    def __init__(self, stream: Stream, size: int) -> None:
        self._stream = stream
        self.size = size
        self.fetched = 0
        self._blocks: OrderedDict[int, bytes] = OrderedDict()
        self._next = 0
        self._ahead = 1
        self._one_at_a_time = asyncio.Lock()

    async def read(self, offset: int, size: int) -> bytes:
        end = min(self.size, offset + size)
        found = bytearray()
        async with self._one_at_a_time:
            while offset + len(found) < end:
                at = offset + len(found)
                block = await self._block(at // _BLOCK)
                found += block[at % _BLOCK : at % _BLOCK + end - at]
        return bytes(found)

    async def _block(self, number: int) -> bytes:
        if number not in self._blocks:
            await self._fetch(number)
        self._blocks.move_to_end(number)
        return self._blocks[number]

    async def _fetch(self, number: int) -> None:
        self._ahead = min(_MOST_AHEAD, 2 * self._ahead) if number == self._next else 1
        start, end = number * _BLOCK, min(self.size, (number + self._ahead) * _BLOCK)
        data = bytearray()
        async for piece in self._stream(start, end):
            data += piece
            self.fetched += len(piece)
        if len(data) != end - start:
            raise StorageError("The storage gave less of a file than it holds; try again soon.")
        for place in range(0, len(data), _BLOCK):
            self._blocks[number + place // _BLOCK] = bytes(data[place : place + _BLOCK])
        self._next = number + -(-len(data) // _BLOCK)
        while len(self._blocks) > _KEPT:
            self._blocks.popitem(last=False)
