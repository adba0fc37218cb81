"""The audit log: what writing and sealing it costs, and how long a page of five million rows takes."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import aiohttp
from audit_rows import ROWS, fill
from figures import Figure
from harness import BenchmarkError, licensed, serving, sign_in
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from support.postgres import PostgresServer
from support.server import RunningServer

NAMES = ("audit_cost", "audit_page_ms")

COST_BAR_PERCENT, PAGE_BAR_MS = 15, 20
ROUNDS, WINDOW_SECONDS, CONNECTIONS = 12, 2.0, 4
SAMPLES, TIMES = 3, 8
WITHOUT_AUDIT = """
import verbatim_enterprise.features as table

table.FEATURES = tuple(one for one in table.FEATURES if one.name != "audit")
"""
"""No setting switches the log off; this does, for the comparison."""


async def run() -> list[Figure]:
    return [*await audit_cost(), *await audit_page_ms()]


@contextlib.contextmanager
def _server(folder: Path, url: str, seal_seconds: str = "2") -> Iterator[RunningServer]:
    most = "1000000"
    with serving(
        folder,
        url,
        mode="enterprise",
        log_level="warning",
        rate_user_per_minute=most,
        rate_user_burst=most,
        audit_seal_seconds=seal_seconds,
    ) as server:
        yield server


@contextlib.asynccontextmanager
async def _signed_in(url: str) -> Any:
    async with aiohttp.ClientSession(url, cookie_jar=aiohttp.DummyCookieJar()) as client:
        client.headers["Authorization"] = f"Bearer {(await sign_in(client))['access_token']}"
        yield client


async def audit_cost() -> list[Figure]:
    """Rename projects as fast as four connections can, with the log and without, in turn. Every request is a change
    and so has its row; nothing the product does costs the log more.
    """
    postgres = PostgresServer.start(durable=True)
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            postgres.temporary_database() as one,
            postgres.temporary_database() as other,
        ):
            site = Path(folder) / "site"
            site.mkdir()
            (site / "sitecustomize.py").write_text(WITHOUT_AUDIT, encoding="utf-8")
            with _server(Path(folder) / "with", one) as kept, _without(Path(folder) / "without", other, site) as bare:
                async with _signed_in(kept.url) as first, _signed_in(bare.url) as second:
                    figures = await _compare(first, second)
            return [*figures, *await _all_kept(one, other)]
    finally:
        postgres.stop()


@contextlib.contextmanager
def _without(folder: Path, url: str, site: Path) -> Iterator[RunningServer]:
    from support.server import running_server  # noqa: PLC0415 - with a module path that `serving` does not take

    most = "1000000"
    env = {
        "PYTHONPATH": str(site),
        "VERBATIM_MODE": "enterprise",
        **licensed(),
        "VERBATIM_DATABASE_URL": url,
        "VERBATIM_LOG_LEVEL": "warning",
        "VERBATIM_TRANSCRIPTION_ENGINE": "pocketsphinx",
        "VERBATIM_RATE_USER_PER_MINUTE": most,
        "VERBATIM_RATE_USER_BURST": most,
    }
    folder.mkdir()
    with running_server(folder, env=env) as server:
        yield server


async def _compare(kept: aiohttp.ClientSession, bare: aiohttp.ClientSession) -> list[Figure]:
    projects = {client: [await _project(client) for _ in range(CONNECTIONS)] for client in (kept, bare)}
    rates: dict[aiohttp.ClientSession, list[float]] = {kept: [], bare: []}
    for number in range(ROUNDS + 1):
        for client, found in rates.items():
            rate = await _rate(client, projects[client])
            if number:  # the first is to warm up
                found.append(rate)
    lost = statistics.median(100 * (1 - mine / theirs) for mine, theirs in zip(rates[kept], rates[bare], strict=True))
    mine, theirs = (statistics.median(found) for found in rates.values())
    return [
        Figure(NAMES[0], lost, "%", limit=COST_BAR_PERCENT),
        Figure(f"{NAMES[0]}.changes_per_s", mine, "/s", rival=theirs),
    ]


async def _project(client: aiohttp.ClientSession) -> str:
    async with client.post("/api/projects", json={"name": "bench"}) as response:
        response.raise_for_status()
        made: str = (await response.json())["id"]
        return made


async def _rate(client: aiohttp.ClientSession, projects: list[str]) -> float:
    started = time.perf_counter()
    counts = await asyncio.gather(*(_rename(client, one, started + WINDOW_SECONDS) for one in projects))
    return sum(counts) / (time.perf_counter() - started)


async def _rename(client: aiohttp.ClientSession, project_id: str, until: float) -> int:
    count = 0
    while time.perf_counter() < until:
        async with client.patch(f"/api/projects/{project_id}", json={"name": f"bench {count}"}) as response:
            response.raise_for_status()
            await response.read()
        count += 1
    return count


async def _all_kept(with_log: str, without: str) -> list[Figure]:
    """Say how much was written and sealed meanwhile, and that the other server really wrote nothing.

    Raises:
        BenchmarkError: it did, or sealing fell behind.
    """
    found = []
    for url in (with_log, without):
        engine = create_async_engine(url)
        async with engine.connect() as connection:
            for table in ("audit_log", "audit_seals"):
                exists = await connection.scalar(text(f"SELECT to_regclass('{table}')"))
                count = text(f"SELECT count(*) FROM {table}")
                found.append(await connection.scalar(count) if exists else 0)
        await engine.dispose()
    rows, sealed, *none = found
    if any(none) or sealed < rows * 0.9:
        raise BenchmarkError(f"{rows} rows, {sealed} of them sealed; without the log: {none}")
    return [Figure(f"{NAMES[0]}.rows", float(rows), "rows"), Figure(f"{NAMES[0]}.sealed", float(sealed), "rows")]


Query = Mapping[str, Any]


async def audit_page_ms() -> list[Figure]:
    """Ask for fifty rows by every combination of filters, with values that some row has."""
    postgres = PostgresServer.start(durable=True)
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            postgres.temporary_database() as url,
            _server(Path(folder), url, seal_seconds="3600") as server,
        ):
            engine = create_async_engine(url)
            await fill(engine)
            async with _signed_in(server.url) as client:
                queries = await _queries(engine)
                scanned = await _without_index(engine, queries)
                if scanned:
                    raise BenchmarkError(f"{len(scanned)} combinations read the whole table: {scanned[:3]}")
                times = await _times(client, queries)
                deep = await _deep(client)
            await engine.dispose()
    finally:
        postgres.stop()
    worst = max(times, key=lambda name: times[name])
    print(f"slowest: {worst}: {times[worst]:.1f} ms")
    return [
        Figure(NAMES[1], times[worst], "ms", limit=PAGE_BAR_MS),
        Figure(f"{NAMES[1]}.median", statistics.median(times.values()), "ms"),
        Figure(f"{NAMES[1]}.page_100", deep, "ms"),
        Figure(f"{NAMES[1]}.combinations", float(len(times)), "filters"),
        Figure(f"{NAMES[1]}.rows", float(ROWS), "rows"),
    ]


async def _queries(engine: AsyncEngine) -> list[Query]:
    """Return every combination of filters, for several rows that are really there."""
    async with engine.connect() as connection:
        sample = text("SELECT * FROM audit_log TABLESAMPLE SYSTEM (0.01) ORDER BY random() LIMIT :most")
        rows = (await connection.execute(sample, {"most": SAMPLES})).mappings().all()
    found: list[Query] = [{"search": "wombat"}, {"search": "quarterly"}, {"search": "nothinglikethis"}]
    for row in rows:
        values: dict[str, Query] = {
            "actor": {"actor": row["actor_id"]},
            "action": {"action": row["action"]},
            "resource": {"resource_type": row["resource_type"], "resource_id": row["resource_id"]},
            "kind": {"resource_type": row["resource_type"]},
            "team": {"team_id": row["team_id"]},
            "address": {"address": row["address"]},
            "outcome": {"outcome": row["outcome"]},
            "time": {"end": row["at"].isoformat(), "start": "2020-01-01T00:00:00Z"},
            "search": {"search": row["resource_name"]},
        }
        for count in range(len(values) + 1):
            for names in itertools.combinations(values, count):
                found += [{name: value for one in names for name, value in values[one].items()}]
    return found


async def _without_index(engine: AsyncEngine, queries: list[Query]) -> list[Query]:
    """Return the combinations whose plan reads the whole table."""
    from datetime import datetime  # noqa: PLC0415

    from verbatim_enterprise.audit import repository  # noqa: PLC0415 - the other benchmarks do without the plugin
    from verbatim_enterprise.audit.query import AuditQuery  # noqa: PLC0415

    wrong = []
    async with AsyncSession(engine) as session:
        connection = await session.connection()
        for given in queries:
            names: dict[str, Any] = {"actor_id" if one == "actor" else one: value for one, value in given.items()}
            for moment in names.keys() & {"start", "end"}:
                names[moment] = datetime.fromisoformat(names[moment])
            query = AuditQuery(**names)
            statements = [repository.page_statement(query, None, 51)]
            if query.terms:
                statements = [repository.newest_statement(query, None, 51)]
                counts = {term: await repository.expected(session, term) for term in query.terms}
                rarest = min(counts, key=lambda term: counts[term])
                if counts[rarest] <= repository.COMMON:
                    statements += [repository.indexed_statement(query, rarest, counts[rarest], None, 51)]
            for statement in statements:
                compiled = statement.compile(engine.sync_engine, compile_kwargs={"literal_binds": True})
                plan = "\n".join(row[0] for row in (await connection.exec_driver_sql(f"EXPLAIN {compiled}")).all())
                if "Seq Scan on audit_log" in plan:
                    wrong.append(given)
    return wrong


async def _times(client: aiohttp.ClientSession, queries: list[Query]) -> dict[str, float]:
    """Return the shortest time of each. Of hundreds of combinations the worst is judged, so that a machine which is
    slow for some seconds would decide: they are asked in turn, again and again.
    """
    times: dict[str, float] = {}
    for _ in range(TIMES):
        for query in queries:
            started = time.perf_counter()
            async with client.get("/api/admin/audit", params={**query, "page_size": 50}) as response:
                await response.read()
                response.raise_for_status()
            taken = (time.perf_counter() - started) * 1000
            times[str(query)] = min(taken, times.get(str(query), taken))
    return times


async def _deep(client: aiohttp.ClientSession) -> float:
    """Return how long the hundredth page takes."""
    cursor: dict[str, str] = {}
    started = 0.0
    for _ in range(100):
        started = time.perf_counter()
        async with client.get("/api/admin/audit", params=cursor) as response:
            cursor = {"cursor": (await response.json())["next_cursor"]}
    return (time.perf_counter() - started) * 1000
