"""A receiver of webhooks: a real HTTP server that answers as it is told and remembers what came."""

from __future__ import annotations

import asyncio
import inspect
import ssl
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from standardwebhooks import Webhook
from support.waiting import until

Answer = Callable[[web.Request], Any]


@dataclass(frozen=True)
class Received:
    """One request, as it came."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    def verified(self, secret: str) -> dict[str, Any]:
        """Return the payload, after the official library has checked the signature."""
        payload: dict[str, Any] = Webhook(secret).verify(self.body, self.headers)
        return payload


@dataclass
class Receiver:
    """What came, by path. ``answers`` maps a path to what it gets; 204 otherwise."""

    url: str = ""
    requests: list[Received] = field(default_factory=list)
    answers: dict[str, list[Any]] = field(default_factory=dict)
    ids: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    async def handle(self, request: web.Request) -> web.StreamResponse:
        headers = {name.lower(): value for name, value in request.headers.items()}
        received = Received(request.path, headers, await request.read())
        self.requests.append(received)
        self.ids[request.path].append(headers.get("webhook-id", ""))
        queue = self.answers.get(request.path, [])
        answer = queue[0] if len(queue) == 1 else queue.pop(0) if queue else 204
        if isinstance(answer, float):
            await asyncio.sleep(answer)
            answer = 204
        if isinstance(answer, int):
            return web.Response(status=answer, text="" if answer == 204 else f"answer {answer}")
        made = answer(request)
        response: web.StreamResponse = await made if inspect.isawaitable(made) else made
        return response

    async def wait_for(self, count: int, path: str | None = None, seconds: float = 20) -> list[Received]:
        """Wait until at least so many requests came, and return them."""

        async def enough() -> bool:
            return len(self.at(path)) >= count

        await until(enough, seconds)
        return self.at(path)

    def at(self, path: str | None) -> list[Received]:
        return [one for one in self.requests if path is None or one.path == path]


@asynccontextmanager
async def receiving(port: int = 0, tls: ssl.SSLContext | None = None) -> AsyncIterator[Receiver]:
    """Run a receiver on 127.0.0.1."""
    receiver = Receiver()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", receiver.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port, ssl_context=tls)
    await site.start()
    host, bound = runner.addresses[0][:2]
    receiver.url = f"http://{host}:{bound}"
    try:
        yield receiver
    finally:
        await runner.cleanup()
