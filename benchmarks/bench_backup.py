"""Backups: what requests pay while one is taken, and how long it takes until everything is back."""

from __future__ import annotations

import asyncio
import hashlib
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from figures import Figure
from harness import VERBATIM, BenchmarkError, Target, measure, product, raw_connection, serving
from library import fill, recording_id
from sqlalchemy.ext.asyncio import create_async_engine
from support.postgres import PostgresServer

NAMES = ("restore_minutes", "backup_cost")

RECORDINGS = int(os.environ.get("BENCH_RECORDINGS", "40000"))
"""Fewer show that it works; the bars are for forty thousand."""
FILE_BYTES = 16 * 1024
COST_BAR = 1.5
RESTORE_BAR_MINUTES = 15.0
ROUNDS, SECONDS = 400, 60.0
_BATCH = 5_000


def _content(number: int) -> bytes:
    """Return the file of a recording: different for each, and quick to make."""
    return hashlib.sha256(str(number).encode()).digest() * (FILE_BYTES // 32)


async def _store(url: str, folder: Path) -> None:
    """Write the files, and let the rows say what they are."""
    rows = []
    for number in range(RECORDINGS):
        path = folder / "recordings" / recording_id(number) / "original"
        path.parent.mkdir(parents=True)
        content = _content(number)
        path.write_bytes(content)
        rows.append((recording_id(number), hashlib.sha256(content).hexdigest()))
    engine = create_async_engine(url)
    connection = await raw_connection(engine)
    try:
        for first in range(0, len(rows), _BATCH):
            await connection.executemany(
                f"UPDATE recordings SET sha256 = $2, file_size = {FILE_BYTES} WHERE id = $1",
                rows[first : first + _BATCH],
            )
    finally:
        await connection.close()
        await engine.dispose()


def _command(*words: str, data_dir: Path, url: str) -> subprocess.Popen[bytes]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
    own = {"VERBATIM_DATA_DIR": str(data_dir), "VERBATIM_DATABASE_URL": url}
    return subprocess.Popen(
        ["nice", "-n", "10", VERBATIM, *words],
        env={**env, **own},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def _finish(process: subprocess.Popen[bytes]) -> str:
    said, _ = process.communicate(timeout=3600)
    if process.returncode:
        raise BenchmarkError(said.decode())
    return said.decode()


def _p99(target: Target) -> float:
    return statistics.quantiles(target.times, n=100)[98]


def _ask(url: str, rounds: int, seconds: float) -> Target:
    target = Target(url, [{"page_size": 25}, {"page": 7}, {"status": "failed"}], "/api/recordings")
    measure([target], rounds=rounds, seconds=seconds)
    return target


def _measured(server: PostgresServer, folder: Path) -> Mapping[str, float]:
    url, other = server.create_database("bench_backup"), server.create_database("bench_restore")
    data_dir, backups = folder / "served" / "data", folder / "backups"
    with product(url, data_dir) as runtime:
        asyncio.run(fill(runtime.database.engine, RECORDINGS))
    asyncio.run(_store(url, data_dir / "files"))
    with serving(folder / "served", url) as running:
        quiet = _p99(_ask(running.url, ROUNDS, SECONDS))
        begun = time.perf_counter()
        backup = _command("backup", "--to", str(backups), data_dir=data_dir, url=url)
        busy: list[float] = []
        while backup.poll() is None:
            busy += _ask(running.url, 50, 5.0).times
        _finish(backup)
        taken = time.perf_counter() - begun
    begun = time.perf_counter()
    key = str(data_dir / "recovery.key")
    fresh = folder / "restored" / "data"
    words = ("restore", "--from", str(backups), "--recovery-key-file", key)
    _finish(_command(*words, data_dir=fresh, url=other))
    restored = time.perf_counter() - begun
    return {"cost": statistics.quantiles(busy, n=100)[98] / quiet, "taken": taken / 60, "restored": restored / 60}


def run() -> list[Figure]:
    """Take a backup of a served library and restore it elsewhere."""
    server = PostgresServer.start(durable=True)
    try:
        with tempfile.TemporaryDirectory(prefix="verbatim-bench-") as folder:
            found = _measured(server, Path(folder))
    finally:
        server.stop()
    whole = RECORDINGS >= 40_000
    return [
        Figure("restore_minutes", found["restored"], "min", limit=RESTORE_BAR_MINUTES if whole else None),
        Figure("restore_minutes.backup", found["taken"], "min"),
        Figure("restore_minutes.recordings", RECORDINGS, "recordings", "at least"),
        Figure("backup_cost", found["cost"], "ratio", limit=COST_BAR if whole else None),
    ]
