"""A cable to a database that can be cut: what is sent through it from then on arrives nowhere, and nobody is told."""

from __future__ import annotations

import asyncio
import ctypes
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from sqlalchemy.engine import make_url

_SO_ATTACH_FILTER = 26
_DROP_ALL = struct.pack("HBBI", 0x06, 0, 0, 0)
"""One instruction of a packet filter: keep nothing of it. Not even the system answers then."""


class Cable:
    """Passes on what comes through it."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._clients: list[asyncio.StreamWriter] = []
        self._databases: list[asyncio.StreamWriter] = []
        self._tasks: list[asyncio.Task[None]] = []
        self._server: asyncio.Server

    @property
    def url(self) -> str:
        """Where the database is, through the cable."""
        host, port = self._server.sockets[0].getsockname()[:2]
        return self._url.set(host=host, port=port).render_as_string(hide_password=False)

    def cut(self) -> None:
        """Let nothing arrive any more on the connections there are; new ones work."""
        program = ctypes.create_string_buffer(_DROP_ALL)
        for writer in self._clients:
            told = struct.pack("HL", 1, ctypes.addressof(program))
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, _SO_ATTACH_FILTER, told)
        for task in self._tasks:
            task.cancel()

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        from_database, to_database = await asyncio.open_connection(self._url.host, self._url.port)
        self._clients.append(writer)
        self._databases.append(to_database)
        for one, other in ((reader, to_database), (from_database, writer)):
            self._tasks.append(asyncio.create_task(_pass_on(one, other)))

    async def close(self) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for writer in (*self._clients, *self._databases):
            writer.transport.abort()
        await asyncio.sleep(0)  # in which they are closed


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
        writer.close()


@asynccontextmanager
async def cable_to(url: str) -> AsyncIterator[Cable]:
    """Give a cable to the database at an address."""
    cable = Cable(url)
    await cable.start()
    try:
        yield cable
    finally:
        await cable.close()
