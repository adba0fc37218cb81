"""A line to a server that breaks as it is told to: cut in the middle, slow, silent, or answered by somebody busy."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_BUSY = b"HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@dataclass
class Line:
    """What the line does to each further connection; counted are connections and bytes."""

    target: str
    port: int = 0
    cut_down_after: list[int] = field(default_factory=list)
    """For the next connections: how many bytes of answers come through before each is cut."""
    cut_up_after: list[int] = field(default_factory=list)
    """For the next connections: how many bytes of requests."""
    busy: int = 0
    """How many requests are answered with 503."""
    silent: bool = False
    """Connections are taken, and nothing is answered."""
    pause: float = 0.0
    """Seconds before each piece of an answer."""
    connections: int = 0
    down: int = 0
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await self._serve(reader, writer)
        writer.transport.abort()
        self._tasks.discard(task)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.silent:
            await asyncio.sleep(3600)
        if self.busy > 0:
            self.busy -= 1
            await reader.read(65536)
            writer.write(_BUSY)
            await writer.drain()
            await asyncio.sleep(0.05)
            return
        place = urlsplit(self.target)
        there, up = await asyncio.open_connection(place.hostname, place.port)
        try:
            ways = [
                asyncio.create_task(self._carry(reader, up, _next(self.cut_up_after), down=False)),
                asyncio.create_task(self._carry(there, writer, _next(self.cut_down_after), down=True)),
            ]
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
        finally:
            up.transport.abort()

    async def _carry(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, left: int | None, *, down: bool
    ) -> None:
        while data := await source.read(65536):
            if down:
                self.down += len(data)
                await asyncio.sleep(self.pause)
            if left is not None:
                data, left = data[:left], left - len(data)
            sink.write(data)
            await sink.drain()
            if left is not None and left <= 0:
                return

    def end(self) -> None:
        for task in self._tasks:
            task.cancel()


def _next(limits: list[int]) -> int | None:
    return limits.pop(0) if limits else None


@contextlib.asynccontextmanager
async def line_to(url: str) -> AsyncIterator[Line]:
    """Open a line to the server at `url`."""
    line = Line(url)
    server = await asyncio.start_server(line.serve, "127.0.0.1", 0)
    line.port = server.sockets[0].getsockname()[1]
    try:
        yield line
    finally:
        server.close()
        line.end()
        await asyncio.sleep(0)
