"""What walls cost: lists a second of the enterprise server, with the database's own walls and without."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
from figures import Figure
from harness import licensed, sign_in
from library import fill, owner_id
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from support.postgres import PostgresServer
from support.server import running_server

NAMES = ("rls_cost",)

WALLS_BAR_PERCENT = 5
RECORDINGS, PAGE = 1_000, "/api/recordings?page_size=25"
ROUNDS, WINDOW_SECONDS, CONNECTIONS = 12, 2.0, 4

TEAM_ID = str(owner_id(0, 1))
TEAM = (
    "INSERT INTO teams (id, name, created_at, updated_at) VALUES (:team, 'Newsroom', now(), now())",
    "INSERT INTO team_members (team_id, user_id, role, joined_at) VALUES (:team, :user, 'owner', now())",
    """
    INSERT INTO workspaces (id, team_id, name, name_key, is_private, is_default, created_at, updated_at)
    VALUES (:team, :team, 'General', 'general', false, true, now(), now())
    """,
)
SECONDS_TO_NOTICE = 5.0
"""The most after which a server knows of a new membership."""


async def run() -> list[Figure]:
    postgres = PostgresServer.start(durable=True)
    try:
        with tempfile.TemporaryDirectory() as folder, postgres.temporary_database() as walled:
            full = {"VERBATIM_MODE": "enterprise", "VERBATIM_DATABASE_URL": walled, **licensed()}
            with running_server(Path(folder), env=full) as server:
                async with _signed_in(server.url, walled) as signed_in:
                    return await _walls(signed_in, walled)
    finally:
        postgres.stop()


async def fill_team(url: str, user_id: str, recordings: int = RECORDINGS) -> None:
    """Fill a database with recordings of a team that an account owns."""
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        for statement in TEAM:
            await connection.execute(text(statement), {"team": TEAM_ID, "user": user_id})
    await fill(engine, recordings, owners=1, workspace=TEAM_ID)
    await engine.dispose()


@asynccontextmanager
async def _caller(url: str, token: str | None) -> AsyncIterator[aiohttp.ClientSession]:
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    async with aiohttp.ClientSession(url, headers=headers, cookie_jar=aiohttp.DummyCookieJar()) as client:
        yield client


@asynccontextmanager
async def _signed_in(url: str, database: str) -> AsyncIterator[aiohttp.ClientSession]:
    async with _caller(url, None) as anybody:
        token = (await sign_in(anybody))["access_token"]
    async with _caller(url, token) as client:
        async with client.get("/api/auth/me") as response:
            await fill_team(database, (await response.json())["id"])
        client.headers["X-Team-Id"] = TEAM_ID
        await asyncio.sleep(SECONDS_TO_NOTICE)
        yield client


async def _walls(client: aiohttp.ClientSession, database: str) -> list[Figure]:
    """Let one server serve with row-level security and without, in turn."""
    engine = create_async_engine(database)
    rates: dict[str, list[float]] = {"ENABLE": [], "DISABLE": []}
    for number in range(ROUNDS + 1):
        for state, found in rates.items():
            await _row_level_security(engine, state)
            rate = await _rate(client)
            if number:
                found.append(rate)
    await _row_level_security(engine, "ENABLE")
    await engine.dispose()
    lost = statistics.median(
        100 * (1 - walled / open_) for walled, open_ in zip(rates["ENABLE"], rates["DISABLE"], strict=True)
    )
    walled, open_ = (statistics.median(found) for found in rates.values())
    return [
        Figure(NAMES[0], lost, "%", "at most", WALLS_BAR_PERCENT),
        Figure(f"{NAMES[0]}.requests_per_s", walled, "/s", rival=open_),
    ]


async def _row_level_security(engine: AsyncEngine, state: str) -> None:
    async with engine.begin() as connection:
        tables = await connection.scalars(text("SELECT DISTINCT polrelid::regclass::text FROM pg_policy"))
        for table in list(tables):
            await connection.execute(text(f"ALTER TABLE {table} {state} ROW LEVEL SECURITY"))


async def _rate(client: aiohttp.ClientSession) -> float:
    started = time.perf_counter()
    counts = await asyncio.gather(*(_ask(client, started + WINDOW_SECONDS) for _ in range(CONNECTIONS)))
    return sum(counts) / (time.perf_counter() - started)


async def _ask(client: aiohttp.ClientSession, until: float) -> int:
    count = 0
    while time.perf_counter() < until:
        async with client.get(PAGE) as response:
            assert (await response.json())["total"] == RECORDINGS, await response.text()
        count += 1
    return count
