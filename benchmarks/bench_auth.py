"""Signing in: what a token check costs, what a flood of sign-ins does to others, and a storm of refreshes."""

from __future__ import annotations

import asyncio
import contextlib
import json
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from http import HTTPStatus
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp
from figures import Figure
from harness import BenchmarkError, licensed, sign_in
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from starlette.requests import HTTPConnection
from support.postgres import PostgresServer
from support.server import running_server

NAMES = ("token_check_us", "login_flood_p99_ratio", "refresh_storm_forks")

TOKEN_BAR, FLOOD_BAR = 60.0, 2.0
CHECKS = 20_000
FLOODS, LEAD_SECONDS, PROBE_SECONDS = 6, 1.5, 6.0
FLOOD_PER_SECOND = 100
FLOOD = Path(__file__).with_name("flood.py")
STORMS, AT_ONCE = 500, 200


async def run() -> list[Figure]:
    figures = [await token_check()]
    postgres = PostgresServer.start(durable=True)
    try:
        with tempfile.TemporaryDirectory() as folder, postgres.temporary_database() as url:
            # One person asks far more than the limit lets in: it is not what is measured.
            env = {"VERBATIM_MODE": "enterprise", "VERBATIM_DATABASE_URL": url, "VERBATIM_RATE_USER_PER_MINUTE": "0"}
            env["VERBATIM_TRUSTED_PROXIES"] = "127.0.0.1"  # see flood.py
            with running_server(Path(folder), env={**env, **licensed()}) as server:
                async with _signed_in(server.url) as (client, tokens):
                    figures += await login_flood(client, server.url)
                    figures += await refresh_storm(client, tokens["refresh_token"], url)
    finally:
        postgres.stop()
    return figures


@contextlib.asynccontextmanager
async def _signed_in(url: str) -> AsyncIterator[tuple[aiohttp.ClientSession, dict[str, Any]]]:
    async with aiohttp.ClientSession(url, cookie_jar=aiohttp.DummyCookieJar()) as anybody:
        tokens = await sign_in(anybody)
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    # Shorter than the server keeps an idle connection, so that none is used in the moment in which it is closed.
    connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=2)
    timeout = aiohttp.ClientTimeout(120)
    async with aiohttp.ClientSession(url, headers=headers, connector=connector, timeout=timeout) as client:
        yield client, tokens


async def token_check() -> Figure:
    """Time what a request pays: its bearer token to a principal, with the check that its session still counts."""
    # Imported here, so that the other benchmarks run where the plugin is not installed.
    from verbatim_enterprise.auth.cache import LiveSession, SessionCache  # noqa: PLC0415
    from verbatim_enterprise.auth.provider import EnterpriseAuthProvider  # noqa: PLC0415
    from verbatim_enterprise.auth.tokens import Tokens  # noqa: PLC0415
    from verbatim_enterprise.host import (  # noqa: PLC0415
        KeyRing,
        Role,
        new_id,
        utcnow,
    )
    from verbatim_enterprise.teams.models import TeamRole  # noqa: PLC0415

    user, session, team, now = new_id(), new_id(), new_id(), utcnow()
    live = LiveSession(session, user, "ada", None, Role.USER, time.time() + 900, None, team, {team: TeamRole.MEMBER})

    async def load(_: str) -> LiveSession:
        return live

    tokens = Tokens(KeyRing("m4V7vPzq0n3bJ8cXw2yKt6RfLh9sDgAe1uQiZoB5"), "verbatim")
    token = tokens.access(user_id=user, session_id=session, team_id=None, issued=now, expires=now.replace(year=2100))
    services = SimpleNamespace(tokens=tokens, cache=SessionCache(load))
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/api/recordings",
        "app": SimpleNamespace(state=SimpleNamespace(auth_services=services)),
        "headers": [(b"host", b"localhost"), (b"authorization", f"Bearer {token}".encode())],
    }
    provider = EnterpriseAuthProvider()
    samples = []
    for _ in range(20):
        started = time.perf_counter()
        for _ in range(CHECKS // 20):
            assert await provider.authenticate(HTTPConnection({**scope})) is not None
        samples.append((time.perf_counter() - started) / (CHECKS // 20) * 1e6)
    return Figure("token_check_us", statistics.median(samples), "us", limit=TOKEN_BAR)


async def login_flood(client: aiohttp.ClientSession, url: str) -> list[Figure]:
    """Compare the slowest hundredth of other requests during a flood of sign-ins with before it.

    Calm and flood take turns, so that whatever else this machine does meets both alike.
    """
    calm: list[float] = []
    flooded: list[float] = []
    answers: Counter[str] = Counter()
    await _probe(client, LEAD_SECONDS)
    for number in range(FLOODS):
        calm += await _probe(client, PROBE_SECONDS)
        attempts = int((LEAD_SECONDS + PROBE_SECONDS) * FLOOD_PER_SECOND)
        flood = await _flood(url, number * attempts)
        await asyncio.sleep(LEAD_SECONDS)
        flooded += await _probe(client, PROBE_SECONDS)
        answers.update(json.loads((await flood.communicate())[0]))
        await asyncio.sleep(LEAD_SECONDS)
    refused, checked = answers[str(HTTPStatus.SERVICE_UNAVAILABLE.value)], answers[str(HTTPStatus.UNAUTHORIZED.value)]
    assert checked > FLOODS
    assert refused > FLOODS, "the flood never filled the places"
    seconds = FLOODS * (LEAD_SECONDS + PROBE_SECONDS)
    name = "login_flood_p99_ratio"
    return [
        Figure(name, _p99(flooded) / _p99(calm), "ratio", limit=FLOOD_BAR),
        Figure(f"{name}.median", statistics.median(flooded) / statistics.median(calm), "ratio"),
        Figure(f"{name}.before_ms", _p99(calm) * 1000, "ms"),
        Figure(f"{name}.during_ms", _p99(flooded) * 1000, "ms"),
        Figure(f"{name}.samples", min(len(calm), len(flooded)), ""),
        Figure(f"{name}.attempts_per_s", FLOOD_PER_SECOND, "/s"),
        Figure(f"{name}.checked_per_s", checked / seconds, "/s"),
    ]


async def _flood(url: str, first: int) -> asyncio.subprocess.Process:
    seconds = LEAD_SECONDS + PROBE_SECONDS + 0.5
    arguments = (str(value) for value in (FLOOD, url, seconds, FLOOD_PER_SECOND, first))
    return await asyncio.create_subprocess_exec(sys.executable, *arguments, stdout=asyncio.subprocess.PIPE)


async def _probe(client: aiohttp.ClientSession, seconds: float) -> list[float]:
    taken, until = [], time.perf_counter() + seconds
    while (started := time.perf_counter()) < until:
        async with client.get("/api/recordings") as response:
            await response.read()
            response.raise_for_status()
        taken.append(time.perf_counter() - started)
        await asyncio.sleep(0.005)
    return taken


def _p99(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=100)[98]


async def refresh_storm(client: aiohttp.ClientSession, token: str, database: str) -> list[Figure]:
    """Refresh one token two hundred times at once, five hundred times over; count what went wrong."""
    wrong, old = 0, token
    started = time.perf_counter()
    for _ in range(STORMS):
        answers = await asyncio.gather(*(_refresh(client, token) for _ in range(AT_ONCE)))
        successors = {successor for _, successor in answers}
        wrong += len(successors) - 1 + (None in successors)
        old, token = token, next(successor for successor in successors if successor)
    seconds = time.perf_counter() - started
    # The chain is alive; the token two steps back ends it.
    status, newest = await _refresh(client, token)
    wrong += status != HTTPStatus.OK or newest is None
    wrong += (await _refresh(client, old))[0] != HTTPStatus.UNAUTHORIZED
    wrong += (await _refresh(client, newest or ""))[0] != HTTPStatus.UNAUTHORIZED
    engine = create_async_engine(database)
    async with engine.connect() as connection:
        generations = (await connection.execute(text("SELECT max(generation) FROM sessions"))).scalar_one()
    await engine.dispose()
    wrong += generations != STORMS + 1
    return [
        Figure("refresh_storm_forks", float(wrong), "chains", limit=0.0),
        Figure("refresh_storm_forks.refreshes_per_s", STORMS * AT_ONCE / seconds, "/s"),
    ]


async def _refresh(client: aiohttp.ClientSession, token: str) -> tuple[int, str | None]:
    for attempt in range(2):
        try:
            async with client.post("/api/auth/refresh", json={"refresh_token": token}) as response:
                answer = await response.json()
                if response.status not in {HTTPStatus.OK, HTTPStatus.UNAUTHORIZED}:
                    raise BenchmarkError(f"/api/auth/refresh: {response.status} {answer}")
                return response.status, answer.get("refresh_token")
        except aiohttp.ServerDisconnectedError:  # an idle connection; programs ask again, and get the same answer
            if attempt:
                raise
    raise AssertionError
