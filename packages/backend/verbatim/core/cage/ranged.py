"""A foreign file that lies elsewhere: whoever reads it in the cage asks for pieces, and the server fetches them."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import struct
from collections.abc import Iterator
from typing import Final, Protocol

from verbatim.core.cage.limits import MIB

_REQUEST: Final = struct.Struct(">QQ")
_LENGTH: Final = struct.Struct(">Q")
_FAILED: Final = 2**64 - 1
_PIECE: Final = 256 * 1024
"""Bytes that are asked for at least: readers take a few thousand at a time."""
_MOST: Final = MIB
"""Bytes of one answer."""


class Ranged(Protocol):
    """A file of ``size`` bytes, of which any part can be fetched."""

    @property
    def size(self) -> int: ...

    async def read(self, offset: int, size: int) -> bytes:
        """Return that many bytes, fewer only where the file ends."""


class Asking:
    """In the cage: the end of the line at which pieces are asked for. Keeps the last one."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._start = 0
        self._kept = b""

    def read(self, descriptor: int, size: int, offset: int) -> bytes:
        """As `os.pread`.

        Raises:
            OSError: the other end has none for us.
        """
        found = bytearray()
        while len(found) < size and offset + len(found) < self._size:
            at = offset + len(found) - self._start
            if not 0 <= at < len(self._kept):
                self._fetch(descriptor, offset + len(found), size - len(found))
                at = 0
            found += self._kept[at : at + size - len(found)]
        return bytes(found)

    def _fetch(self, descriptor: int, offset: int, size: int) -> None:
        wanted = min(max(size, _PIECE), _MOST, self._size - offset)
        os.write(descriptor, _REQUEST.pack(offset, wanted))
        (length,) = _LENGTH.unpack(_exactly(descriptor, _LENGTH.size))
        if not 0 < length <= wanted:
            raise OSError(5, "the file cannot be read any further")
        self._start, self._kept = offset, _exactly(descriptor, length)


def _exactly(descriptor: int, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        piece = os.read(descriptor, size - len(data))
        if not piece:
            raise OSError(5, "nobody gives the file any more")
        data += piece
    return bytes(data)


class Giving:
    """On the server: gives a process in the cage the pieces it asks for, never more of them than makes sense.

    ``failure`` is what went wrong in fetching one. The ``clock`` of whoever waits stands still meanwhile: the
    file is to blame for neither.
    """

    def __init__(self, source: Ranged, line: socket.socket) -> None:
        self._source = source
        self._line = line
        self._left = 8 * source.size + 64 * MIB
        self.failure: Exception | None = None
        self.clock: asyncio.Timeout | None = None

    def tell(self) -> None:
        """Raise what went wrong in fetching, if something did: the function saw no more than a file that ended."""
        if self.failure is not None:
            raise self.failure

    async def run(self) -> None:
        """Answer until the other end closes."""
        self._line.setblocking(False)
        reader, writer = await asyncio.open_connection(sock=self._line)
        try:
            with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
                while True:
                    offset, size = _REQUEST.unpack(await reader.readexactly(_REQUEST.size))
                    data = await self._fetched(offset, size)
                    writer.write(_LENGTH.pack(_FAILED) if data is None else _LENGTH.pack(len(data)) + data)
                    await writer.drain()
        finally:
            writer.transport.abort()

    async def _fetched(self, offset: int, size: int) -> bytes | None:
        """Return a piece; None where there is none to give."""
        if self.failure is not None or not 0 < size <= min(_MOST, self._left) or offset >= self._source.size:
            return None
        self._left -= size
        with self._not_counted():
            try:
                return await self._source.read(offset, size) or None
            except Exception as error:  # noqa: BLE001 - whoever began the work is told, with the storage's own words
                self.failure = error
                return None

    @contextlib.contextmanager
    def _not_counted(self) -> Iterator[None]:
        """Let the clock stand still."""
        clock, now = self.clock, asyncio.get_running_loop().time
        until = None if clock is None or clock.expired() else clock.when()
        if clock is None or until is None:
            yield
            return
        left = until - now()
        clock.reschedule(None)
        try:
            yield
        finally:
            with contextlib.suppress(RuntimeError):  # nobody waits any more
                clock.reschedule(now() + left)
