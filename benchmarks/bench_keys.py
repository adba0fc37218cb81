"""Programs: what an API key costs beside a session, and whether servers that share Redis let too much in."""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import aiohttp
from figures import Figure
from harness import ROOT, BenchmarkError, serving, sign_in
from support.postgres import PostgresServer

NAMES = ("key_vs_jwt", "limiter_overshoot")

KEY_BAR, OVERSHOOT_BAR = 1.1, 1.0
BLOCKS, IN_BLOCK = 40, 50
SERVERS, AT_ONCE = 4, 8
QUOTA, WINDOW_SECONDS = 3000, 3600
RATE, LONG_SECONDS = 100, 10


async def run() -> list[Figure]:
    return [*await key_vs_jwt(), *await limiter_overshoot()]


async def key_vs_jwt() -> list[Figure]:
    """Time the list of recordings with a key and with an access token, in turns of fifty requests."""
    postgres = PostgresServer.start(durable=True)
    most = "1000000"
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            postgres.temporary_database() as url,
            serving(
                Path(folder),
                url,
                mode="enterprise",
                log_level="warning",
                rate_key_per_minute=most,
                rate_key_burst=most,
                rate_user_per_minute=most,
                rate_user_burst=most,
            ) as server,
        ):
            async with aiohttp.ClientSession(server.url, cookie_jar=aiohttp.DummyCookieJar()) as client:
                token, key = await _credentials(client)
                times: dict[str, list[float]] = {token: [], key: []}
                await _list(client, token, [])
                for _ in range(BLOCKS):
                    for bearer, taken in times.items():
                        await _list(client, bearer, taken)
    finally:
        postgres.stop()
    by_key, by_token = (statistics.median(times[bearer]) * 1000 for bearer in (key, token))
    return [
        Figure("key_vs_jwt", by_key / by_token, "ratio", limit=KEY_BAR),
        Figure("key_vs_jwt.latency", by_key, "ms", rival=by_token),
    ]


async def _credentials(client: aiohttp.ClientSession) -> tuple[str, str]:
    """Return an access token and a key of the same person."""
    token: str = (await sign_in(client))["access_token"]
    body = {"name": "bench", "scopes": ["recording:read"]}
    async with client.post("/api/keys", json=body, headers={"Authorization": f"Bearer {token}"}) as response:
        return token, (await response.json())["key"]


async def _list(client: aiohttp.ClientSession, bearer: str, taken: list[float]) -> None:
    headers = {"Authorization": f"Bearer {bearer}"}
    for _ in range(IN_BLOCK):
        started = time.perf_counter()
        async with client.get("/api/recordings", headers=headers) as response:
            await response.read()
            response.raise_for_status()
        taken.append(time.perf_counter() - started)


async def limiter_overshoot() -> list[Figure]:
    """Let four processes ask one Redis as fast as they can, and count what all of them were allowed."""
    sys.path += [str(ROOT / "scripts"), str(ROOT / "packages" / "enterprise" / "tests")]
    # Imported here, so that the other benchmarks run where neither the plugin nor Redis is installed.
    import redis_server  # noqa: PLC0415
    from support_redis import RedisServer  # noqa: PLC0415

    program = redis_server.find()
    if program is None:
        raise BenchmarkError("There is no Redis on this machine: apt-get install redis-server, as root.")
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(SERVERS, get_context("spawn")) as servers:
        server = RedisServer(program, Path(folder))
        server.start()
        with closing(_Stopping(server.stop)):
            await _ask(
                servers, server.url, RATE, 60, 1.0
            )  # until every process runs, so that no clock counts its start
            # One window: whoever asks until nothing is let in any more gets exactly the quota.
            started = time.perf_counter()
            asked, in_window, slow = await _ask(servers, server.url, QUOTA, WINDOW_SECONDS, 0.0)
            per_second = asked / (time.perf_counter() - started)
            # Many windows: the first one's quota at once, and from then on no more than the rate.
            _, in_long_run, also_slow = await _ask(servers, server.url, RATE, 1, LONG_SECONDS)
    window = (in_window / QUOTA - 1) * 100
    long_run = ((in_long_run - RATE) / (RATE * LONG_SECONDS) - 1) * 100
    return [
        Figure("limiter_overshoot", max(0.0, window, long_run), "%", limit=OVERSHOOT_BAR),
        Figure("limiter_overshoot.one_window", window, "%"),
        Figure("limiter_overshoot.long_run", long_run, "%"),
        Figure("limiter_overshoot.decisions_per_s", per_second, "/s"),
        Figure("limiter_overshoot.store_not_asked", float(slow + also_slow), "decisions"),
    ]


class _Stopping:
    def __init__(self, close: Callable[[], None]) -> None:
        self.close = close


async def _ask(
    servers: ProcessPoolExecutor, url: str, quota: int, seconds: int, duration: float
) -> tuple[int, int, int]:
    """Return how many decisions were made, how many let in, and how many made without the store."""
    loop = asyncio.get_running_loop()
    asking = (loop.run_in_executor(servers, ask, url, quota, seconds, duration) for _ in range(SERVERS))
    answers = await asyncio.gather(*asking)
    asked, let_in, slow = (sum(column) for column in zip(*answers, strict=True))
    return asked, let_in, slow


def ask(url: str, quota: int, seconds: int, duration: float) -> tuple[int, int, int]:
    """Be one server: ask for `duration` seconds, and on until something is refused."""
    return asyncio.run(_ask_here(url, quota, seconds, duration))


async def _ask_here(url: str, quota: int, seconds: int, duration: float) -> tuple[int, int, int]:
    from verbatim_enterprise.rate_limits.limiter import Limiter  # noqa: PLC0415
    from verbatim_enterprise.rate_limits.rate import Window  # noqa: PLC0415

    limiter, window = Limiter(url, lambda: SERVERS), Window(quota, seconds)
    until = time.monotonic() + duration
    asked = let_in = slow = 0

    async def one() -> None:
        nonlocal asked, let_in, slow
        while True:
            decision = await limiter.hit("key", f"bench {quota}", window)
            asked += 1
            let_in += decision.allowed
            slow += decision.window != window
            if decision.allowed:
                continue
            if time.monotonic() >= until:
                return
            await asyncio.sleep(0.001)

    await asyncio.gather(*(one() for _ in range(AT_ONCE)))
    await limiter.close()
    return asked, let_in, slow
