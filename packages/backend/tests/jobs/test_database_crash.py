"""PostgreSQL crashes under work and comes back: nothing is lost, nothing happens twice, nobody has to help."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from fastapi import FastAPI
from sqlalchemy import select
from support.databases import migrated_postgresql
from support.made_jobs import Jobs
from support.postgres import PostgresServer
from verbatim.config import Settings
from verbatim.core.jobs.context import JobContext
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.ownership import as_system
from verbatim.tags.models import Tag

JOBS = 60


@pytest.fixture(scope="module")
def crashing_server() -> Iterator[PostgresServer]:
    server = PostgresServer.start(durable=True)
    yield server
    server.stop()


@pytest.fixture
def settings(crashing_server: PostgresServer, tmp_path: Any) -> Settings:
    made = Settings(
        data_dir=tmp_path, log_level="error", transcription_engine="pocketsphinx", jobs_lease_seconds=1,
        jobs_concurrency=4,
    )  # fmt: skip
    name = migrated_postgresql(crashing_server, "crashing", made, [])
    return made.model_copy(update={"database_url": crashing_server.url(name)})


async def test_every_job_has_its_effect_once(app: FastAPI, jobs: Jobs, crashing_server: PostgresServer) -> None:
    endless = asyncio.Event()

    async def work(job: JobContext) -> dict[str, Any] | None:
        if job.payload["name"] == "endless":
            await endless.wait()  # keeps the engine renewing leases all the time
            return None
        await job.progress(50, "halfway")
        await asyncio.sleep(0.02)
        async with job.transaction() as session:
            session.add(Tag(name=job.id, name_key=f"{job.id} {job.lease_token}"))
            await session.flush()
            await asyncio.sleep(0.02)
            await job.finish(session)
        return None

    jobs.steps = [work]
    last = await jobs.add("endless", priority=1, max_attempts=20)
    ids = [await jobs.add(str(number), max_attempts=20) for number in range(JOBS)]
    with structlog.testing.capture_logs():  # pictures of the many tracebacks would take minutes
        for part in (0.1, 0.4, 0.7):
            await _until(app, int(JOBS * part))
            await asyncio.to_thread(crashing_server.crash_and_restart)
        await _until(app, JOBS)
        endless.set()
        await jobs.until(last, JobStatus.COMPLETED)
    with as_system("a test"):
        async with app.state.database.transaction(read_only=True) as session:
            effects = Counter(await session.scalars(select(Tag.name)))
    assert effects == Counter(ids)
    assert app.state.runtime.jobs.healthy


async def _until(app: FastAPI, wanted: int) -> None:
    deadline = time.monotonic() + 90
    done = -1
    while done < wanted:
        assert time.monotonic() < deadline, f"{done} of {wanted}"
        with as_system("a test"):
            async with app.state.database.transaction(read_only=True) as session:
                done = len((await session.scalars(select(Job.id).where(Job.status == JobStatus.COMPLETED))).all())
        await asyncio.sleep(0.02)
