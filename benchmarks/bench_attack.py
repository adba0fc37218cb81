"""Whether people who are signed in go on being served while a stranger attacks."""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

import aiohttp
from attack import KINDS
from figures import Figure
from harness import licensed, sign_in
from support.postgres import PostgresServer
from support.server import running_server

NAMES = ("attack_p99_ratio",)

BAR = 3
CALM_SECONDS, ATTACK_SECONDS, PER_SECOND = 6.0, 8.0, 12
SETTLE_SECONDS = 1.0
_ATTACKER = Path(__file__).with_name("attack.py")


async def run() -> list[Figure]:
    postgres = PostgresServer.start(durable=True)
    try:
        with tempfile.TemporaryDirectory() as folder, postgres.temporary_database() as url:
            env = {"VERBATIM_MODE": "enterprise", "VERBATIM_DATABASE_URL": url, **licensed()}
            with running_server(Path(folder), env=env) as server:
                return await _attacks(server.url)
    finally:
        postgres.stop()


async def _attacks(url: str) -> list[Figure]:
    async with aiohttp.ClientSession(url, cookie_jar=aiohttp.DummyCookieJar()) as anybody:
        token = (await sign_in(anybody))["access_token"]
    ratios: dict[str, float] = {}
    for kind in KINDS:
        before = await _p99(url, token, CALM_SECONDS)
        command = (sys.executable, "-S", str(_ATTACKER), url, str(ATTACK_SECONDS + 2 * SETTLE_SECONDS), kind)
        attacker = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.DEVNULL)
        await asyncio.sleep(SETTLE_SECONDS)
        during = await _p99(url, token, ATTACK_SECONDS)
        await attacker.wait()
        ratios[kind] = during / before
        print(f"  {kind}: {before:.1f} ms before, {during:.1f} ms during", flush=True)
    worst = Figure(NAMES[0], max(ratios.values()), "ratio", "at most", BAR)
    return [worst, *(Figure(f"{NAMES[0]}.{kind}", ratio, "ratio") for kind, ratio in ratios.items())]


async def _p99(url: str, token: str, seconds: float) -> float:
    """Return the 99th percentile of lists in milliseconds, asked for at a steady rate, whoever is late counted late."""
    times: list[float] = []
    headers = {"Authorization": f"Bearer {token}"}
    async with aiohttp.ClientSession(url, headers=headers, cookie_jar=aiohttp.DummyCookieJar()) as client:
        started = time.perf_counter()
        async with asyncio.TaskGroup() as group:
            for number in range(int(seconds * PER_SECOND)):
                due = started + number / PER_SECOND
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                group.create_task(_ask(client, due, times))
    return statistics.quantiles(times, n=100)[98]


async def _ask(client: aiohttp.ClientSession, due: float, times: list[float]) -> None:
    async with client.get("/api/recordings?page_size=25") as answer:
        answer.raise_for_status()
        await answer.read()
    times.append((time.perf_counter() - due) * 1000)
