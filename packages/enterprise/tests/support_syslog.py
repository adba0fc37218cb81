"""A syslog receiver, as good and as bad as real ones."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

RFC5424 = re.compile(
    rb"<(\d{1,3})>1 (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z) (\S{1,255}) verbatim (\d+) (\S{1,32}) "
    rb'\[verbatim@32473((?: [a-z]+="(?:[^"\\\]]|\\["\\\]])*")*)\] \xef\xbb\xbf(\{.*\})',
    re.DOTALL,
)


@dataclass
class SyslogReceiver:
    """A real TCP or TLS listener that reads messages framed by their length."""

    port: int = 0
    messages: list[bytes] = field(default_factory=list)
    drops_after: int | None = None
    stops_after: int | None = None
    """So many messages are read; what comes then lies in buffers until the receiver crashes."""
    crashed: asyncio.Event = field(default_factory=asyncio.Event)
    writers: list[asyncio.StreamWriter] = field(default_factory=list)

    def crash(self) -> None:
        """End without having read what lies in buffers."""
        self.stops_after = None
        self.crashed.set()
        for writer in self.writers:
            writer.transport.abort()

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.writers.append(writer)
        try:
            while True:
                if self.stops_after is not None and len(self.messages) >= self.stops_after:
                    await self.crashed.wait()
                    return
                length = int((await reader.readuntil(b" ")).decode())
                self.messages.append(await reader.readexactly(length))
                if self.drops_after is not None and len(self.messages) >= self.drops_after:
                    self.drops_after = None
                    writer.transport.abort()
                    return
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def numbers(self) -> list[int]:
        return [json.loads(RFC5424.fullmatch(one).group(7))["number"] for one in self.messages]  # type: ignore[union-attr] # a message that does not match fails the test


@asynccontextmanager
async def listening(
    tls: ssl.SSLContext | None = None, port: int = 0, *, buffer: int = 65_536
) -> AsyncIterator[SyslogReceiver]:
    """Listen for as long as the block lasts; ``buffer`` is about what may lie unread."""
    receiver, door = SyslogReceiver(), socket.create_server(("127.0.0.1", port))
    if buffer < 65_536:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    server = await asyncio.start_server(receiver.handle, sock=door, ssl=tls, limit=buffer)
    receiver.port = door.getsockname()[1]
    try:
        yield receiver
    finally:
        server.close()
