"""A PostgreSQL with 40,000 transcripts, made once and kept: 16 million segments take minutes to load and index."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from harness import CACHE, ROOT, fingerprint, product, raw_connection
from library import START, fill, owner_id, recording_id, transcript_id
from speech import NAME_EVERY, SEGMENTS, Speech
from sqlalchemy.ext.asyncio import AsyncEngine
from support.postgres import PostgresServer
from verbatim.search.column import stored_words

OWNERS = 400
EDITION = 4
"""Grows when the rows change, so that nobody measures yesterday's."""

FIRST = 4_000
"""Transcripts with a text of their own. Those after them say the same again but for their names, which the database
copies many times faster than it reads it; all words are as frequent as before."""

DATABASE = "spoken"
_MIGRATIONS = ROOT / "packages" / "backend" / "verbatim" / "migrations" / "versions"
_LOADING = (
    "maintenance_work_mem=2GB",  # the text index is sorted in memory, by two processes
    "shared_buffers=1GB",
    "max_wal_size=16GB",
    "checkpoint_timeout=1h",
    "autovacuum=off",
    "max_parallel_maintenance_workers=2",
)
_COLUMNS = (
    "transcript_id",
    "recording_id",
    "owner_id",
    "segment_index",
    "start_time",
    "end_time",
    "text",
    "confidence",
    "version",
    "created_at",
    "updated_at",
    "search_words",
)
_PLACES = [f":{place}" for place in range(1, 100)]


@contextlib.contextmanager
def spoken_database(recordings: int) -> Iterator[str]:
    """Give the URL of a database with so many transcripts on a server with PostgreSQL's own settings."""
    with _folder(recordings) as folder:
        if not _is_ready(folder):
            shutil.rmtree(folder, ignore_errors=True)
            _make(folder, recordings)
        server = PostgresServer.start(durable=True, data=folder / "data")
        try:
            yield server.url(DATABASE)
        finally:
            server.stop()


@contextlib.contextmanager
def _folder(recordings: int) -> Iterator[Path]:
    """Give the folder to keep, or a passing one where PostgreSQL's user cannot reach the checkout."""
    kept = CACHE / f"spoken-{recordings}"
    if all(folder.stat().st_mode & 0o001 for folder in ROOT.parents) or os.geteuid() != 0:
        yield kept
        return
    with tempfile.TemporaryDirectory(prefix="verbatim-bench-") as name:
        Path(name).chmod(0o711)
        yield Path(name) / "spoken"


def _state() -> dict[str, str]:
    return {"edition": str(EDITION)} | {path.name: fingerprint(path) for path in sorted(_MIGRATIONS.glob("*.py"))}


def _is_ready(folder: Path) -> bool:
    """Whether the kept database is what this program would make; later migrations are run by the server itself."""
    marker = folder / "made-by.json"
    if not marker.exists():
        return False
    now = _state()
    made_by: dict[str, str] = json.loads(marker.read_text(encoding="utf-8"))
    return all(now.get(name) == value for name, value in made_by.items())


def _make(folder: Path, recordings: int) -> None:
    started = time.monotonic()
    print(f"Loading {recordings * SEGMENTS:,} segments, which takes minutes…", flush=True)
    server = PostgresServer.start(data=folder / "data", settings=_LOADING)
    try:
        url = server.create_database(DATABASE)
        with tempfile.TemporaryDirectory() as data_dir, product(url, Path(data_dir)) as runtime:
            asyncio.run(_load(runtime.database.engine, recordings))
    finally:
        server.stop()
    (folder / "made-by.json").write_text(json.dumps(_state(), indent=2), encoding="utf-8")
    print(f"Loaded in {time.monotonic() - started:.0f} s.", flush=True)


async def _load(engine: AsyncEngine, recordings: int) -> None:
    await fill(engine, recordings, owners=OWNERS, statuses=("completed",))
    connection = await raw_connection(engine)
    try:
        indexes = await connection.fetch(
            "SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS made_by FROM pg_index "
            "WHERE indrelid = 'segments'::regclass AND NOT indisprimary"
        )
        for index in indexes:
            await connection.execute(f"DROP INDEX {index['name']}")
        await _copy(connection, recordings)
        # After loading, which is many times faster, and what a dump and restore does too.
        for index in indexes:
            await connection.execute(index["made_by"], timeout=3600)
        await connection.execute("VACUUM ANALYZE", timeout=3600)
        await connection.execute("CHECKPOINT", timeout=3600)
    finally:
        await connection.close()


async def _copy(connection: Any, recordings: int) -> None:
    await connection.execute("SET session_replication_role = replica")  # the rows' foreign keys are right
    speech = Speech()
    first = min(FIRST, recordings)
    async with connection.transaction():
        await connection.execute("TRUNCATE segments")
        spoken = enumerate(speech.transcripts(first))
        await connection.copy_to_table(
            "segments", source=_rows(spoken, range(SEGMENTS)), columns=_COLUMNS, freeze=True, timeout=3600
        )
        if first < recordings:
            await _repeat(connection, recordings)
            named = enumerate(speech.named(recordings - first), first)
            source = _rows(named, range(0, SEGMENTS, NAME_EVERY))
            await connection.copy_to_table("segments", source=source, columns=_COLUMNS, timeout=3600)


async def _repeat(connection: Any, recordings: int) -> None:
    """Let the later transcripts say what the first ones did, except where those named somebody."""
    ids = [
        (number, transcript_id(number), recording_id(number), owner_id(number, OWNERS)) for number in range(recordings)
    ]
    await connection.execute("CREATE TEMP TABLE numbers (number int, transcript text, recording text, owner text)")
    await connection.copy_records_to_table("numbers", records=ids)
    same = ", ".join(f"s.{name}" for name in _COLUMNS[3:])
    await connection.execute(
        f"CREATE TEMP TABLE said AS SELECT n.number, {same} FROM segments s "
        f"JOIN numbers n ON n.transcript = s.transcript_id WHERE s.segment_index % {NAME_EVERY} <> 0",
        timeout=3600,
    )
    for shift in range(FIRST, recordings, FIRST):
        await connection.execute(
            f"INSERT INTO segments ({', '.join(_COLUMNS)}) SELECT n.transcript, n.recording, n.owner, {same} "
            f"FROM said s JOIN numbers n ON n.number = s.number + {shift}",
            timeout=3600,
        )


async def _rows(spoken: Iterable[tuple[int, list[str]]], places: Sequence[int]) -> AsyncIterator[bytes]:
    """Yield what COPY reads, one transcript at a time, with the segments at some places in it. Their keys the database
    counts by itself.
    """
    moment = START.isoformat()
    middles = [f"\t{index}\t{index * 8}\t{index * 8 + 8}\t" for index in places]
    end = f"\t0.9\t1\t{moment}\t{moment}\t"
    for recording, texts in spoken:
        head = f"{transcript_id(recording)}\t{recording_id(recording)}\t{owner_id(recording, OWNERS)}"
        yield "".join(
            [f"{head}{middle}{text}{end}{_words(text)}\n" for middle, text in zip(middles, texts, strict=True)]
        ).encode()


def _words(text: str) -> str:
    """Write the words as the program does, sooner: most texts here are words in small letters already."""
    if text.isascii():
        return " ".join([word + place for word, place in zip(text.split(), _PLACES, strict=False)])
    return stored_words(text, "postgresql")
