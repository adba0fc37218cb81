"""Light jobs never queue behind heavy ones, and jobs that are nobody's run as the server's own work."""

from __future__ import annotations

import asyncio

import pytest
from fastapi import FastAPI
from sqlalchemy import select
from verbatim.core.db import Database
from verbatim.core.jobs.context import JobContext
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.jobs.queue import enqueue
from verbatim.core.ownership import System, as_system, current_scope
from verbatim.plugins.loader import Plugin
from verbatim.plugins.registry import PluginRegistry


class TwoKinds:
    """A plugin with a job that takes for ever and one that takes a moment."""

    name = "two-kinds"
    version = "1"

    def __init__(self) -> None:
        self.started = asyncio.Event()
        self.release = asyncio.Event()
        self.scopes: list[object] = []

    def register(self, registry: PluginRegistry) -> None:
        registry.add_job_handler("heavy", self.heavy)
        registry.add_job_handler("light", self.light, light=True)

    async def heavy(self, _: JobContext) -> None:
        self.started.set()
        await self.release.wait()

    async def light(self, _: JobContext) -> None:
        self.scopes.append(current_scope())


@pytest.fixture
def kinds() -> TwoKinds:
    return TwoKinds()


@pytest.fixture
def plugins(kinds: TwoKinds) -> list[Plugin]:
    return [kinds]


async def _statuses(database: Database) -> dict[str, str]:
    with as_system("test"):
        async with database.transaction(read_only=True) as session:
            return dict((await session.execute(select(Job.id, Job.status))).all())


async def _put(database: Database, job_type: str) -> str:
    with as_system("test"):
        async with database.transaction() as session:
            return (await enqueue(session, job_type, {})).id


async def _until(database: Database, job_id: str, status: JobStatus) -> None:
    async with asyncio.timeout(20):
        while (await _statuses(database))[job_id] != status:  # noqa: ASYNC110 - the row is the only sign
            await asyncio.sleep(0.02)


async def test_light_jobs_pass_heavy_ones(app: FastAPI, kinds: TwoKinds) -> None:
    database: Database = app.state.database
    heavy = [await _put(database, "heavy") for _ in range(3)]
    await asyncio.wait_for(kinds.started.wait(), 20)
    for _ in range(6):
        await _until(database, await _put(database, "light"), JobStatus.COMPLETED)
    statuses = await _statuses(database)
    assert [statuses[job_id] for job_id in heavy] == [JobStatus.RUNNING, JobStatus.QUEUED, JobStatus.QUEUED]
    kinds.release.set()
    for job_id in heavy:
        await _until(database, job_id, JobStatus.COMPLETED)


async def test_nobodys_job_is_the_servers_own_work(app: FastAPI, kinds: TwoKinds) -> None:
    database: Database = app.state.database
    await _until(database, await _put(database, "light"), JobStatus.COMPLETED)
    assert [type(scope) for scope in kinds.scopes] == [System]
