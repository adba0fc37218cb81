"""Requests byte by byte, to a server in this process that has little patience."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any, cast

import uvicorn
from starlette.types import ASGIApp
from verbatim.core.connections.crowd import Crowd
from verbatim.core.connections.limits import Limits
from verbatim.core.connections.protocol import budgeted


@dataclass(frozen=True)
class Answer:
    """What came back until the server closed the connection, or what was asked for was there."""

    raw: bytes

    @property
    def status(self) -> int:
        """The first status; 0 when nothing came."""
        return int(self.raw.split(b" ", 2)[1]) if self.raw else 0

    @property
    def code(self) -> str:
        return str(json.loads(self.raw.partition(b"\r\n\r\n")[2])["code"])


@dataclass(frozen=True)
class Wire:
    """A listening server."""

    port: int
    crowd: Crowd

    async def open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection("127.0.0.1", self.port)

    async def send(self, *pieces: bytes, pause: float = 0.0, patience: float = 10.0) -> Answer:
        """Send pieces, and read until the server ends the connection."""
        reader, writer = await self.open()
        answer = bytearray()

        async def read() -> None:
            with contextlib.suppress(ConnectionError):
                while piece := await reader.read(65536):
                    answer.extend(piece)

        reading = asyncio.create_task(read())
        with contextlib.suppress(ConnectionError):
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(pause)
        await asyncio.wait([reading], timeout=patience)
        reading.cancel()
        writer.close()
        return Answer(bytes(answer))


@contextlib.asynccontextmanager
async def listening(
    app: ASGIApp, limits: Limits, is_proxy: Callable[[str], bool] = lambda _: False
) -> AsyncIterator[Wire]:
    """Serve `app` with the protocol that `verbatim serve` has."""
    crowd = Crowd(limits)
    config = uvicorn.Config(
        app,
        port=0,
        http=cast("Any", budgeted(crowd, is_proxy)),
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    server.capture_signals = contextlib.nullcontext  # type: ignore[assignment,method-assign] # they are the test run's
    task = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - it has no event
        await asyncio.sleep(0.01)
    try:
        yield Wire(server.servers[0].sockets[0].getsockname()[1], crowd)
    finally:
        server.should_exit = True
        await task
