"""Processes know who else is there, and doctor says who does the work."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import select
from verbatim.config import Settings
from verbatim.core.jobs.models import Job
from verbatim_enterprise.host import Member, utcnow
from verbatim_enterprise.processes.checks import check_workers
from verbatim_enterprise.processes.models import Role, ServerProcess
from verbatim_enterprise.processes.presence import FORGET_AFTER, GONE_AFTER, Presence
from verbatim_enterprise.system_session import system_transaction


async def test_a_killed_server_counts_no_more(app: FastAPI) -> None:
    presence: Presence = app.state.presence
    async with system_transaction(app.state.database) as session:
        for name, age in (("a", GONE_AFTER / 2), ("b", GONE_AFTER * 2), ("c", FORGET_AFTER * 2)):
            session.add(ServerProcess(id=name, host="elsewhere", seen_at=utcnow() - age))
    await presence.beat()
    assert presence.servers == 2
    async with system_transaction(app.state.database) as session:
        left = await session.scalars(select(ServerProcess.id).where(ServerProcess.host == "elsewhere"))
        assert sorted(left) == ["a", "b"]


class TestWorkers:
    @pytest.fixture
    def distributed(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"jobs": "distributed"})

    @pytest.fixture
    async def worker(self, app: FastAPI) -> AsyncIterator[Presence]:
        worker = Presence(app.state.database, Role.WORKER, ["of a worker"], Member())
        await worker.start()
        yield worker
        await worker.stop()

    async def test_a_server_that_does_the_work_needs_none(self, app: FastAPI, settings: Settings) -> None:
        told = await check_workers(settings, app.state.database)
        assert told.ok
        assert told.detail == "The server does the work itself (VERBATIM_JOBS=embedded)."

    async def test_without_a_worker_doctor_warns_before_anything_waits(
        self, app: FastAPI, distributed: Settings
    ) -> None:
        told = await check_workers(distributed, app.state.database)
        assert not told.ok
        assert told.detail.startswith("No worker runs, so that recordings would not be transcribed. Start verbatim w")

    @pytest.mark.usefixtures("worker")
    async def test_a_worker_is_no_server(self, app: FastAPI, distributed: Settings) -> None:
        await app.state.presence.beat()
        assert app.state.presence.servers == 1
        told = await check_workers(distributed, app.state.database)
        assert told.ok
        assert told.detail.startswith("1 worker runs on ")

    @pytest.mark.usefixtures("worker")
    async def test_a_type_that_no_worker_runs_is_named(self, app: FastAPI, distributed: Settings) -> None:
        await self._let_wait(app, "of a worker", timedelta(minutes=5))
        await self._let_wait(app, "of another time", timedelta(seconds=5))
        told = await check_workers(distributed, app.state.database)
        assert told.ok
        assert told.detail.endswith(". Jobs that wait for their turn: 1.")
        await self._let_wait(app, "of another time", timedelta(minutes=5))
        told = await check_workers(distributed, app.state.database)
        assert not told.ok
        assert told.detail.startswith("Jobs wait that no worker runs: 1 of type of another time. Start verbatim worker")

    async def _let_wait(self, app: FastAPI, job_type: str, since: timedelta) -> None:
        async with system_transaction(app.state.database) as session:
            session.add(Job(owner_id="north", job_type=job_type, run_at=utcnow() - since))
