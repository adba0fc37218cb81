"""Jobs on several machines: no-op jobs per second through the distributed engine, beside pgqueuer by itself."""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import asyncpg
from figures import Figure
from harness import BenchmarkError
from sqlalchemy.engine import make_url
from support.postgres import PostgresServer
from verbatim.app import create_app
from verbatim.config import Mode, Settings
from verbatim.core.jobs.context import JobContext
from verbatim.core.jobs.parts import WorkerOptions
from verbatim.plugins.registry import PluginRegistry

NAMES = ("jobs_vs_pgqueuer",)

BAR = 0.5
JOBS, ROUNDS, AT_ONCE = 10_000, 7, 200
SECRET_KEY = "m4V7vPzq0n3bJ8cXw2yKt6RfLh9sDgAe1uQiZoB5"  # noqa: S105 - of a database that lives for a minute

FILL = """
WITH made AS (
    INSERT INTO jobs (id, owner_id, job_type, status, payload, progress, priority, run_at, attempts, max_attempts,
                      lease_token, cancel_requested, created_at)
    SELECT gen_random_uuid()::text, 'bench', 'noop', 'queued', '{}', 0, 0, now(), 0, 3, 0, false, now()
    FROM generate_series(1, $1::int) RETURNING id
)
INSERT INTO pgqueuer (priority, entrypoint, payload, dedupe_key, status)
SELECT 0, 'noop:bench', convert_to(id, 'UTF8'), id, 'queued' FROM made
"""
TEAM = """
INSERT INTO teams (id, name, created_at, updated_at) VALUES ('bench', 'bench', now(), now()) ON CONFLICT DO NOTHING
"""


async def run() -> list[Figure]:
    """Drain ten thousand jobs with each in turn, seven times, one process each, on one durable PostgreSQL."""
    postgres = PostgresServer.start(durable=True)
    ours, theirs = list[float](), list[float]()
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            postgres.temporary_database() as raw_url,
            postgres.temporary_database() as url,
        ):
            for _ in range(ROUNDS):
                theirs.append(await drain_pgqueuer(raw_url))
                ours.append(await drain_engine(url, Path(folder)))
    finally:
        postgres.stop()
    engine, rival = statistics.median(ours), statistics.median(theirs)
    return [
        Figure("jobs_vs_pgqueuer", engine / rival, "ratio", "at least", BAR),
        Figure("jobs_vs_pgqueuer.jobs_per_s", engine, "/s", rival=rival),
    ]


async def drain_pgqueuer(url: str) -> float:
    """Return the jobs per second of pgqueuer's own loop, with the batches and the connections it is quickest with."""
    # Imported here, so that the other benchmarks run where the plugin is not installed.
    from pgqueuer.core.qm import QueueManager  # noqa: PLC0415
    from pgqueuer.domain.types import QueueExecutionMode  # noqa: PLC0415
    from pgqueuer.queries import Queries  # noqa: PLC0415

    async with asyncpg.create_pool(_plain(url), min_size=4, max_size=4) as pool:
        queries = Queries.from_asyncpg_pool(pool)
        if not await queries.schema_is_installed():
            await queries.install()
        await queries.enqueue(["noop"] * JOBS, [b"x" * 36] * JOBS, [0] * JOBS)
        manager = QueueManager(queries)

        @manager.entrypoint("noop")
        async def noop(_: Any) -> None: ...

        started = time.perf_counter()
        await manager.run(batch_size=AT_ONCE, mode=QueueExecutionMode.drain, dequeue_timeout=timedelta(seconds=1))
        return JOBS / (time.perf_counter() - started)


class NoopPlugin:
    """Job ``noop``."""

    name = "noop"
    version = "1"

    def __init__(self) -> None:
        self.left = JOBS
        self.done = asyncio.Event()

    def register(self, registry: PluginRegistry) -> None:
        registry.add_job_handler("noop", self.noop)

    async def noop(self, _: JobContext) -> None:
        self.left -= 1
        if not self.left:
            self.done.set()


async def drain_engine(url: str, folder: Path) -> float:
    """Return the jobs per second of a worker, from its first claim to its last completion in the database."""
    os.environ["VERBATIM_SECRET_KEY"] = SECRET_KEY
    from verbatim_enterprise.plugin import EnterprisePlugin  # noqa: PLC0415 - as above

    settings = Settings(mode=Mode.ENTERPRISE, database_url=url, data_dir=folder, jobs="distributed", log_level="error")
    noop = NoopPlugin()
    options = WorkerOptions(frozenset({"noop"}), AT_ONCE)
    app = create_app(settings, [EnterprisePlugin(), noop], worker=options)
    async with app.router.lifespan_context(app):
        connection = await asyncpg.connect(_plain(url))
        async with connection.transaction():
            await connection.execute(TEAM)
            await connection.execute(FILL, JOBS)
        started = time.perf_counter()
        app.state.runtime.jobs.look()
        await asyncio.wait_for(noop.done.wait(), 60)
        while (left := await connection.fetchval("SELECT count(*) FROM jobs WHERE status <> 'completed'")) > 0:
            await asyncio.sleep(0.005)
            if time.perf_counter() - started > 60:
                raise BenchmarkError(f"{left} jobs were not completed.")
        elapsed = time.perf_counter() - started
        await connection.close()
    return JOBS / elapsed


def _plain(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
