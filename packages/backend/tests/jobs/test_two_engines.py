"""Several engines on one database, as several servers are: each job runs once."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select
from support.made_jobs import Jobs
from support.postgres import PostgresServer
from verbatim import runtime
from verbatim.app import create_app
from verbatim.config import Settings
from verbatim.core.jobs.context import JobContext
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.ownership import as_system
from verbatim.plugins.loader import Plugin
from verbatim.tags.models import Tag

JOBS = 120


@pytest.fixture
def database_url(postgres_server: PostgresServer, migrated_template: str) -> Iterator[str]:
    """Only a database of its own can be shared by servers."""
    with postgres_server.temporary_database(migrated_template) as url:
        yield url


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"jobs_concurrency": 4})


async def test_each_job_runs_once(
    app: FastAPI, jobs: Jobs, settings: Settings, plugins: list[Plugin], monkeypatch: pytest.MonkeyPatch
) -> None:
    by: list[str] = []

    async def work(job: JobContext) -> dict[str, Any] | None:
        await asyncio.sleep(0.005)
        async with job.transaction() as session:
            session.add(Tag(name=job.id, name_key=f"{job.id} {job.lease_token}"))
            by.append(str(await session.scalar(select(Job.worker_id).where(Job.id == job.id))))
            await job.finish(session)
        return None

    jobs.steps = [work]
    monkeypatch.setattr(runtime, "process_id", lambda: "elsewhere:1:x")
    other = create_app(settings, plugins)
    async with other.router.lifespan_context(other):
        for number in range(JOBS):
            await jobs.add(str(number))
            other.state.runtime.jobs.wake()
        deadline = time.monotonic() + 90
        while await _count(app, JobStatus.COMPLETED) < JOBS:
            assert time.monotonic() < deadline
            await asyncio.sleep(0.05)
    assert Counter(name for name, _ in jobs.runs) == Counter(map(str, range(JOBS)))
    assert {attempt for _, attempt in jobs.runs} == {1}
    assert len(set(by)) == 2, "both worked"
    with as_system("a test"):
        async with app.state.database.transaction(read_only=True) as session:
            assert await session.scalar(select(func.count(Tag.id))) == JOBS


async def _count(app: FastAPI, status: JobStatus) -> int:
    with as_system("a test"):
        async with app.state.database.transaction(read_only=True) as session:
            return await session.scalar(select(func.count(Job.id)).where(Job.status == status)) or 0
