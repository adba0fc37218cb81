"""A PostgreSQL with 40,000 transcripts, made once and kept: 16 million segments take minutes to load and index."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

from harness import CACHE, ROOT, fingerprint, product, raw_connection
from library import START, fill, owner_id, recording_id, transcript_id
from speech import SEGMENTS, Speech
from sqlalchemy.ext.asyncio import AsyncEngine
from support.postgres import PostgresServer
from verbatim.search.column import stored_words

OWNERS = 400
EDITION = 3
"""Grows when the rows change, so that nobody measures yesterday's."""

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
    async with connection.transaction():
        await connection.execute("TRUNCATE segments")
        await connection.copy_to_table(
            "segments", source=_rows(recordings), columns=_COLUMNS, freeze=True, timeout=3600
        )


async def _rows(recordings: int) -> AsyncIterator[bytes]:
    """Yield what COPY reads, one transcript at a time. Its keys the database counts by itself."""
    moment = START.isoformat()
    middles = [f"\t{index}\t{index * 8}\t{index * 8 + 8}\t" for index in range(SEGMENTS)]
    end = f"\t0.9\t1\t{moment}\t{moment}\t"
    for recording, texts in enumerate(Speech().transcripts(recordings)):
        head = f"{transcript_id(recording)}\t{recording_id(recording)}\t{owner_id(recording, OWNERS)}"
        yield "".join(
            [f"{head}{middle}{text}{end}{_words(text)}\n" for middle, text in zip(middles, texts, strict=True)]
        ).encode()


def _words(text: str) -> str:
    """Write the words as the program does, sooner: most texts here are words in small letters already."""
    if text.isascii():
        return " ".join([word + place for word, place in zip(text.split(), _PLACES, strict=False)])
    return stored_words(text, "postgresql")
