"""Starting, doing nothing, and using every core: in processor time, which a busy machine blurs little."""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import aiohttp
from figures import Figure
from harness import VERBATIM, BenchmarkError, licensed, serving, sign_in
from processor import processor_seconds
from support.postgres import PostgresServer

NAMES = ("serve_start_cpu_s", "help_s", "idle_cpu_ms_per_s", "workers_scale")

START_BAR, HELP_BAR, IDLE_BAR, SCALE_BAR = 1.5, 0.4, 5.0, 1.7
STARTS, HELPS = 5, 7
SETTLE_SECONDS, IDLE_SECONDS = 45, 60
"""Until everything that is done from time to time was done once, and long enough to see it all again."""
REQUESTS, CONNECTIONS, ROUNDS = 1_500, 24, 3


async def run() -> list[Figure]:
    postgres = PostgresServer.start(durable=True)
    try:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            started, idle = _starts(postgres, folder)
            scale = await _scale(postgres, folder)
    finally:
        postgres.stop()
    helped = statistics.median(_help() for _ in range(HELPS))
    return [
        Figure("serve_start_cpu_s", started, "s", limit=START_BAR),
        Figure("help_s", helped, "s", limit=HELP_BAR),
        Figure("idle_cpu_ms_per_s", idle, "ms/s", limit=IDLE_BAR),
        *scale,
    ]


def _starts(postgres: PostgresServer, folder: Path) -> tuple[float, float]:
    """Return the processor seconds of a start, up to the first answer, and the milliseconds a second of idling."""
    with postgres.temporary_database() as url:
        taken = []
        for number in range(STARTS + 1):
            with serving(folder / "start", url, mode="enterprise", log_level="warning") as server:
                if number:  # the first one migrates
                    taken.append(processor_seconds(server.process.pid))
                if number == STARTS:
                    time.sleep(SETTLE_SECONDS)
                    before = processor_seconds(server.process.pid)
                    time.sleep(IDLE_SECONDS)
                    idle = (processor_seconds(server.process.pid) - before) * 1000 / IDLE_SECONDS
    return statistics.median(taken), idle


def _help() -> float:
    """Return the processor seconds of ``verbatim --help``."""
    process = subprocess.Popen(
        [VERBATIM, "--help"],
        env={**os.environ, "VERBATIM_MODE": "enterprise", **licensed()},
        stdout=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BenchmarkError(f"verbatim --help ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


async def _scale(postgres: PostgresServer, folder: Path) -> list[Figure]:
    """Compare what one process and two could answer if each had a core: requests by the processor time of the busiest.

    The client and the database need cores too, and on a machine of two there are none left for them; what a process
    could do alone says its processor time, and how evenly the work is spread the busiest one.
    """
    found: dict[int, list[float]] = {1: [], 2: []}
    for size in (1, 2):
        with _crew(postgres, folder / f"crew{size}", size) as (url, pids):
            async with aiohttp.ClientSession(url, cookie_jar=aiohttp.DummyCookieJar()) as client:
                token = (await sign_in(client))["access_token"]
            for number in range(ROUNDS + 1):
                capacity = await _capacity(url, token, pids)
                if number:
                    found[size].append(capacity)
    one, two = (statistics.median(found[size]) for size in (1, 2))
    return [
        Figure("workers_scale", two / one, "ratio", direction="at least", limit=SCALE_BAR),
        Figure("workers_scale.requests", two, "/s", rival=one),
    ]


@contextmanager
def _crew(postgres: PostgresServer, folder: Path, size: int) -> Iterator[tuple[str, list[int]]]:
    """Give the address of a server of so many processes, and their numbers."""
    most = "1000000"
    with (
        postgres.temporary_database() as url,
        serving(
            folder, url, mode="enterprise", log_level="warning", workers=str(size),
            rate_user_per_minute=most, rate_user_burst=most,
        ) as server,
    ):  # fmt: skip
        first = server.process.pid
        deadline = time.monotonic() + 60
        while len(pids := [first] if size == 1 else _children(first)) < size:
            if time.monotonic() > deadline:
                raise BenchmarkError("the processes did not start")
            time.sleep(0.1)
        time.sleep(5 if size > 1 else 0)  # the last one has begun, and is about to answer
        yield server.url, pids


async def _capacity(url: str, token: str, pids: list[int]) -> float:
    """Return how many requests a second the processes could answer."""
    before = {pid: processor_seconds(pid) for pid in pids}
    connector = aiohttp.TCPConnector(limit=CONNECTIONS)
    headers = {"Authorization": f"Bearer {token}"}
    numbers = iter(range(REQUESTS))
    async with aiohttp.ClientSession(url, connector=connector, headers=headers) as client:

        async def ask() -> None:
            for _ in numbers:
                async with client.get("/api/recordings", params={"page_size": "25"}) as answer:
                    await answer.read()
                    if answer.status != 200:
                        raise BenchmarkError(f"{answer.status} instead of a list")

        await asyncio.gather(*(ask() for _ in range(CONNECTIONS)))
    return REQUESTS / max(processor_seconds(pid) - before[pid] for pid in pids)


def _children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
