"""The stream of events, followed the way an open page does: through the whole application, for as long as it lasts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
from fastapi import FastAPI
from starlette.types import Message

_START_SECONDS = 30


@dataclass
class EventStream:
    """What has come so far."""

    status: int = 0
    text: str = ""
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    left: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, message: Message) -> None:
        self.status = message.get("status", self.status)
        self.text += message.get("body", b"").decode()
        if "event: hello" in self.text:
            self.begun.set()
        if message["type"] == "http.response.body" and not message.get("more_body"):
            self.begun.set()
            self.ended.set()

    async def receive(self) -> Message:
        await self.left.wait()
        return {"type": "http.disconnect"}


@asynccontextmanager
async def follow_events(app: FastAPI, client: httpx.AsyncClient) -> AsyncIterator[EventStream]:
    """Open the stream as `client`, wait until it has begun or was refused, and leave it after the block."""
    stream = EventStream()
    headers = [(name.lower().encode(), value.encode()) for name, value in client.headers.items()]
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": "/api/events",
        "raw_path": b"/api/events",
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1"), *(pair for pair in headers if pair[0] != b"accept-encoding")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 52780),
    }
    task = asyncio.create_task(app(scope, stream.receive, stream.send))
    try:
        await asyncio.wait_for(stream.begun.wait(), _START_SECONDS)
        yield stream
    finally:
        stream.left.set()
        await asyncio.wait_for(task, _START_SECONDS)
