"""Webhooks: how many deliveries a second one server keeps up, and the long campaign of kills and crashes."""

from __future__ import annotations

import asyncio
import contextlib
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from figures import Figure
from harness import ROOT, serving, sign_in
from support.postgres import PostgresServer
from support.waiting import until

NAMES = ("webhook_deliveries_per_s", "webhook_campaign")

RATE_BAR = 800.0
EVENTS, ENDPOINTS, AT_ONCE = 10_000, 4, 16
LONG = 100_000
MOST = "1000000"


async def run() -> list[Figure]:
    return [*await deliveries_per_second(), *await campaign()]


@dataclass
class Sink:
    """A receiver that answers at once and counts."""

    url: str = ""
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)
    last: float = 0.0

    async def handle(self, request: web.Request) -> web.Response:
        await request.read()
        self.seen[request.path, request.headers["webhook-id"]] += 1
        self.last = time.perf_counter()
        return web.Response(status=204)


@contextlib.asynccontextmanager
async def _sink() -> AsyncIterator[Sink]:
    sink, app = Sink(), web.Application()
    app.router.add_post("/{path:.*}", sink.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    sink.url = f"http://{host}:{port}"
    yield sink
    await runner.cleanup()


async def deliveries_per_second() -> list[Figure]:
    """Make events for four webhooks that are paused, resume them, and time until all has come.

    The events are real ones, made over HTTP; what is timed is taking, sending, signing and writing down.
    """
    postgres = PostgresServer.start(durable=True)
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            postgres.temporary_database() as url,
            serving(
                Path(folder),
                url,
                mode="enterprise",
                log_level="warning",
                webhooks_allow_private="127.0.0.0/8",
                rate_user_per_minute=MOST,
                rate_user_burst=MOST,
            ) as server,
        ):
            async with (
                _sink() as sink,
                aiohttp.ClientSession(server.url, cookie_jar=aiohttp.DummyCookieJar()) as client,
            ):
                hooks, bearer = await _paused_webhooks(client, sink.url)
                await _make_events(client, bearer)
                started = time.perf_counter()
                for hook in hooks:
                    await _post(client, f"/api/webhooks/{hook}/resume", bearer)
                await _all_came(sink)
                seconds = sink.last - started
    finally:
        postgres.stop()
    lost, repeated = EVENTS * ENDPOINTS - len(sink.seen), sum(sink.seen.values()) - len(sink.seen)
    return [
        Figure("webhook_deliveries_per_s", len(sink.seen) / seconds, "/s", direction="at least", limit=RATE_BAR),
        Figure("webhook_deliveries_per_s.lost", float(lost), "deliveries", limit=0.0),
        Figure("webhook_deliveries_per_s.repeated", float(repeated), "deliveries", limit=0.0),
        Figure("webhook_deliveries_per_s.seconds", seconds, "s"),
    ]


async def _paused_webhooks(client: aiohttp.ClientSession, url: str) -> tuple[list[str], dict[str, str]]:
    bearer = {"Authorization": f"Bearer {(await sign_in(client))['access_token']}"}
    hooks = []
    for number in range(ENDPOINTS):
        body = {"url": f"{url}/{number}", "events": ["project.created"]}
        hooks.append((await _post(client, "/api/webhooks", bearer, body))["id"])
        await _post(client, f"/api/webhooks/{hooks[-1]}/pause", bearer)
    return hooks, bearer


async def _make_events(client: aiohttp.ClientSession, bearer: dict[str, str]) -> None:
    numbers = iter(range(EVENTS))

    async def worker() -> None:
        for number in numbers:
            await _post(client, "/api/projects", bearer, {"name": f"Number {number}"})

    await asyncio.gather(*(worker() for _ in range(AT_ONCE)))


async def _post(client: aiohttp.ClientSession, path: str, bearer: dict[str, str], body: Any = None) -> Any:
    async with client.post(path, json=body, headers=bearer) as response:
        response.raise_for_status()
        return await response.json() if response.content_type == "application/json" else None


async def _all_came(sink: Sink) -> None:
    async def all_came() -> bool:
        return len(sink.seen) >= EVENTS * ENDPOINTS

    with contextlib.suppress(AssertionError):  # what is missing is counted
        await until(all_came, 300)
    await asyncio.sleep(1)  # for what would come twice


async def campaign() -> list[Figure]:
    """Run the campaign of the tests with 100,000 events."""
    sys.path.append(str(ROOT / "packages" / "enterprise" / "tests"))
    from support_campaign import Campaign  # noqa: PLC0415 - it needs the plugin, which other benchmarks do not

    postgres = PostgresServer.start(durable=True)
    try:
        with tempfile.TemporaryDirectory() as folder, postgres.temporary_database() as url:
            result = await Campaign(postgres, url, Path(folder), events=LONG, seed=11).run()
    finally:
        postgres.stop()
    name = "webhook_campaign"
    return [
        Figure(name, float(sum(result.wrong().values())), "wrong", limit=0.0),
        *(Figure(f"{name}.{what}", float(count), "") for what, count in vars(result).items()),
    ]
