"""What requests cost beside the least they could: the same statements by FastAPI and asyncpg alone, in processor time,
in turn and in the same run; and what can be counted.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg
from bench_throughput import TEAM_ID, fill_team
from figures import Figure
from harness import BenchmarkError, licensed, serving, sign_in
from library import recording_id
from processor import family_seconds, parent, processor_seconds
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine
from support.costs import ask, calls, questions
from support.postgres import PostgresServer
from support.routing import most_tried
from support.server import free_port

NAMES = (
    *("list_vs_reference", "list_total_vs_reference", "recording_vs_reference", "me_vs_reference", "lists_per_s"),
    *("transcript_5000_ms", "calls_per_list", "round_trips_per_list", "routes_tried", "segment_patch_round_trips"),
)
RECORDINGS = int(os.environ.get("BENCH_RECORDINGS", "40000"))
SEGMENTS, ROUNDS, REQUESTS, WARM_UP = 5_000, 7, 60, 40
CLIENTS, SECONDS = 8, 6.0
LIST, ME = "/api/recordings?page_size=25", "/api/auth/me"
ONE, WHOLE = f"/api/recordings/{recording_id(3)}", "/api/transcripts/{}"
PEER_LISTS_PER_S = 2.0
"""Of a self-hosted peer at 10,000 recordings, measured on a like machine."""


@dataclass
class Bench:
    """A server with a library, somebody signed in, and the database's main process."""

    url: str
    pid: int
    postgres: int
    database: str
    headers: dict[str, str]
    transcript: str


async def run() -> list[Figure]:
    postgres = PostgresServer.start(durable=True)
    most = "1000000"
    try:
        with tempfile.TemporaryDirectory() as place, postgres.temporary_database() as database:
            folder = Path(place)
            with serving(
                folder, database, mode="enterprise", rate_user_per_minute=most, rate_user_burst=most
            ) as server:
                headers = await _filled(server.url, database)
                transcript = await _long_transcript(database)
                main = await _main_process(database)
                bench = Bench(server.url, server.process.pid, main, database, headers, transcript)
                with _reference(folder, await _sent(bench, folder)) as (url, pid):
                    beside = await _beside(bench, url, pid)
                rest = [await _lists_per_s(bench), await _transcript_ms(bench)]
            return [*beside, *rest, *await _counted(bench, folder)]
    finally:
        postgres.stop()


async def _filled(url: str, database: str) -> dict[str, str]:
    """Fill the database with recordings of a team. Returns the headers of whoever is in it."""
    async with aiohttp.ClientSession(url, cookie_jar=aiohttp.DummyCookieJar()) as client:
        token = (await sign_in(client))["access_token"]
        headers = {"Authorization": f"Bearer {token}", "X-Team-Id": TEAM_ID}
        async with client.get(ME, headers={"Authorization": headers["Authorization"]}) as response:
            user = (await response.json())["id"]
    await fill_team(database, user, RECORDINGS)
    await asyncio.sleep(5)  # until the server has heard of the team
    return headers


async def _long_transcript(database: str) -> str:
    engine = create_async_engine(database)
    async with engine.begin() as connection:
        number = await connection.scalar(text("SELECT id FROM transcripts ORDER BY id LIMIT 1"))
        values = {"transcript": number, "team": TEAM_ID, "last": SEGMENTS}
        await connection.execute(
            text("""
                INSERT INTO speakers (id, transcript_id, speaker_label, owner_id, workspace_id)
                SELECT 'speaker-' || n, :transcript, 'Speaker ' || n, :team, :team FROM generate_series(0, 3) n
            """),
            values,
        )
        await connection.execute(
            text("""
                INSERT INTO segments (transcript_id, recording_id, speaker_id, segment_index, start_time, end_time,
                    text, confidence, owner_id, workspace_id, version, created_at, updated_at)
                SELECT id, recording_id, 'speaker-' || n % 4, n, n * 4, n * 4 + 3.9,
                    'What was said in part ' || n || ' of a meeting about the budget of the coming year.', 0.93,
                    :team, :team, 1, now(), now()
                FROM transcripts, generate_series(1, CAST(:last AS int)) n WHERE id = :transcript
            """),
            values,
        )
    await engine.dispose()
    return str(number)


def _plain(database: str) -> str:
    return make_url(database).set(drivername="postgresql").render_as_string(hide_password=False)


async def _main_process(database: str) -> int:
    connection = await asyncpg.connect(_plain(database))
    pid: int = await connection.fetchval("SELECT pg_backend_pid()")
    found = parent(pid)
    await connection.close()
    return found


@asynccontextmanager
async def _inside(bench: Bench, folder: Path) -> AsyncIterator[Any]:
    """Give the product inside this process, on the same database."""
    from verbatim.app import create_app  # noqa: PLC0415 - reads the licence from the environment
    from verbatim.config import Mode, Settings  # noqa: PLC0415
    from verbatim.core.logging import configure_logging  # noqa: PLC0415
    from verbatim_enterprise.plugin import EnterprisePlugin  # noqa: PLC0415

    os.environ.update(licensed())
    configure_logging("error", "json")
    settings = Settings(mode=Mode.ENTERPRISE, data_dir=folder / "data", database_url=bench.database, log_level="error")
    app = create_app(settings, [EnterprisePlugin()])
    async with app.router.lifespan_context(app):
        yield app


async def _sent(bench: Bench, folder: Path) -> dict[str, Any]:
    """Return what the product sends to the database for each request, for the reference to send the same."""
    from sqlalchemy import event  # noqa: PLC0415

    found: dict[str, Any] = {}
    async with _inside(bench, folder) as app:
        seen: list[tuple[str, Any]] = []
        engine = app.state.database.engine.sync_engine
        event.listen(engine, "before_cursor_execute", lambda *args: seen.append((args[2], args[3])))
        for name, path in (("list", LIST), ("recording", ONE), ("me", ME)):
            address, _, query = path.partition("?")
            for _ in range(2):
                seen.clear()
                with questions() as asked:
                    answer = await ask(app, "GET", address, bench.headers, query=query)
                if answer.status != 200:
                    raise BenchmarkError(f"{path}: {answer.status} {answer.body[:200]!r}")
            statement, parameters = next(one for one in seen if one[0] in asked)
            settings = re.findall(r"set_config\('[\w.]+', E'([^']*)'", asked[0])
            found[name] = {"statement": statement, "parameters": list(parameters or ()), "settings": settings}
        me = json.loads(answer.body)
    return {"database": _plain(bench.database), "requests": found, "me": me}


@contextmanager
def _reference(folder: Path, given: dict[str, Any]) -> Iterator[tuple[str, int]]:
    port, file = free_port(), folder / "reference.json"
    file.write_text(json.dumps(given), encoding="utf-8")
    script = Path(__file__).with_name("reference.py")
    process = subprocess.Popen([sys.executable, str(script), str(port), str(file)])
    try:
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait(20)


async def _beside(bench: Bench, reference: str, pid: int) -> list[Figure]:
    """Ask both in turn, and compare the processor time of the servers and, for the list, of the database too."""
    pairs = {"list": (LIST, "/list"), "recording": (ONE, "/recording"), "me": (ME, "/me")}
    own: dict[str, list[tuple[float, float]]] = {name: [] for name in pairs}
    theirs: dict[str, list[tuple[float, float]]] = {name: [] for name in pairs}
    async with (
        aiohttp.ClientSession(bench.url, headers=bench.headers) as product,
        aiohttp.ClientSession(reference) as rival,
    ):
        await _until_it_answers(rival)
        for number in range(ROUNDS + 1):
            for name, (path, its) in pairs.items():
                mine = await _cost(product, path, bench.pid, bench.postgres)
                other = await _cost(rival, its, pid, bench.postgres)
                if number:  # the first is to warm up
                    own[name].append(mine)
                    theirs[name].append(other)
    figures = []
    for name, bar in (("list", 1.8), ("recording", 2.0), ("me", 2.0)):
        figures += _ratio(f"{name}_vs_reference", [one[0] for one in own[name]], [one[0] for one in theirs[name]], bar)
    total = ([sum(one) for one in own["list"]], [sum(one) for one in theirs["list"]])
    return [*figures, *_ratio("list_total_vs_reference", *total, 1.6)]


def _ratio(name: str, mine: list[float], theirs: list[float], bar: float) -> list[Figure]:
    ratio = statistics.median(a / b for a, b in zip(mine, theirs, strict=True))
    own, rival = statistics.median(mine) * 1000, statistics.median(theirs) * 1000
    return [Figure(name, ratio, "ratio", limit=bar), Figure(f"{name}.ms", own, "ms", rival=rival)]


async def _until_it_answers(client: aiohttp.ClientSession) -> None:
    for _ in range(200):
        try:
            async with client.get("/me") as answer:
                if answer.status == 200:
                    return
        except aiohttp.ClientConnectionError:
            pass
        await asyncio.sleep(0.1)
    raise BenchmarkError("the reference does not answer")


async def _cost(client: aiohttp.ClientSession, path: str, pid: int, postgres: int) -> tuple[float, float]:
    """Return the processor seconds of one request in the server and in the database."""
    before = processor_seconds(pid), family_seconds(postgres)
    for _ in range(REQUESTS):
        async with client.get(path) as answer:
            body = await answer.read()
            if answer.status != 200:
                raise BenchmarkError(f"{path}: {answer.status} {body[:200]!r}")
    after = processor_seconds(pid), family_seconds(postgres)
    return (after[0] - before[0]) / REQUESTS, (after[1] - before[1]) / REQUESTS


async def _lists_per_s(bench: Bench) -> Figure:
    """Return how many lists two cores could give to eight clients, by what each costs server and database."""
    count = 0

    async def client(session: aiohttp.ClientSession, until: float) -> None:
        nonlocal count
        while time.monotonic() < until:
            async with session.get(LIST) as answer:
                await answer.read()
                if answer.status != 200:
                    raise BenchmarkError(f"{LIST}: {answer.status}")
            count += 1

    async with aiohttp.ClientSession(bench.url, headers=bench.headers) as session:
        await asyncio.gather(*(client(session, time.monotonic() + 2) for _ in range(CLIENTS)))
        count = 0
        before = processor_seconds(bench.pid) + family_seconds(bench.postgres)
        await asyncio.gather(*(client(session, time.monotonic() + SECONDS) for _ in range(CLIENTS)))
        spent = processor_seconds(bench.pid) + family_seconds(bench.postgres) - before
    return Figure("lists_per_s", 2 * count / spent, "/s", "at least", 250, rival=PEER_LISTS_PER_S)


async def _transcript_ms(bench: Bench) -> Figure:
    taken = []
    async with aiohttp.ClientSession(bench.url, headers=bench.headers) as client:
        for number in range(ROUNDS + 2):
            before = processor_seconds(bench.pid)
            async with client.get(WHOLE.format(bench.transcript)) as answer:
                found = await answer.json()
            if len(found["segments"]) != SEGMENTS:
                raise BenchmarkError("the transcript is not whole")
            if number > 1:
                taken.append((processor_seconds(bench.pid) - before) * 1000)
    return Figure("transcript_5000_ms", statistics.median(taken), "ms", limit=100)


async def _counted(bench: Bench, folder: Path) -> list[Figure]:
    import pytest  # noqa: PLC0415 - its patches, to see what is tried

    address, _, query = LIST.partition("?")
    async with _inside(bench, folder) as app:
        for _ in range(WARM_UP):
            await ask(app, "GET", address, bench.headers, query=query)
        called = await calls(app, "GET", address, bench.headers, query=query)
        trips = []
        for _ in range(25):
            with questions() as asked:
                await ask(app, "GET", address, bench.headers, query=query)
                await asyncio.sleep(0.05)  # its COMMIT leaves after the answer
            trips.append(len(asked))
        corrected = await _correction_trips(app, bench)
    with pytest.MonkeyPatch.context() as patch:
        tried, _ = await most_tried(app, patch)
    return [
        Figure("calls_per_list", called, "calls", limit=4_500),
        Figure("round_trips_per_list", min(trips), "round trips", limit=3),
        Figure("routes_tried", tried, "routes", limit=3),
        Figure("segment_patch_round_trips", corrected, "round trips", limit=6),
    ]


async def _correction_trips(app: Any, bench: Bench) -> int:
    path = WHOLE.format(bench.transcript)
    parts = json.loads((await ask(app, "GET", f"{path}/segments", bench.headers)).body)["items"]
    found = []
    for number in range(25):
        with questions() as asked:
            body = json.dumps({"text": f"Corrected {number}"}).encode()
            answer = await ask(app, "PATCH", f"{path}/segments/{parts[0]['id']}", bench.headers, body)
        if answer.status != 200:
            raise BenchmarkError(f"{answer.status} {answer.body[:200]!r}")
        found.append(len(asked))
    return min(found)
