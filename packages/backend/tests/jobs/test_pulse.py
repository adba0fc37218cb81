"""A server with nothing to do asks once a second whether there is something; what comes from elsewhere is not late."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import event, insert, update
from support.made_jobs import Jobs, JobsPlugin
from support.statements import statements_of
from support.waiting import until
from verbatim.core.clock import new_id, utcnow
from verbatim.core.jobs.context import JobContext
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.ownership import as_system
from verbatim.core.pulse import Pulse
from verbatim.plugins.loader import Plugin
from verbatim.runtime import Runtime, build_runtime


@pytest.fixture
def plugins(made: Jobs) -> list[Plugin]:
    """Jobs as they are, without the haste of the other tests."""

    async def nothing(_: JobContext) -> dict[str, Any]:
        return {}

    made.steps = [nothing]
    return [JobsPlugin(made)]


@pytest.fixture
async def runtime(app: FastAPI) -> Runtime:
    """Give the running server's parts once its pulse works."""
    runtime: Runtime = app.state.runtime

    async def beats() -> bool:
        return runtime.pulse.works

    await until(beats)
    await asyncio.sleep(1.5)  # what began with the start is over
    return runtime


async def add_from_elsewhere(runtime: Runtime, **columns: Any) -> None:
    """Write a job as another program would that knows nothing of this server."""
    other = build_runtime(runtime.settings, runtime.registry)
    values = {"id": new_id(), "job_type": "test", "payload": {"name": "elsewhere"}, "run_at": utcnow(), **columns}
    with as_system("test"):
        async with other.database.transaction() as session:
            await session.execute(insert(Job), [values])
    await other.database.close()


async def seconds_until_run(made: Jobs, name: str = "elsewhere") -> float:
    started = time.monotonic()

    async def ran() -> bool:
        return any(run == name for run, _ in made.runs)

    await until(ran)
    return time.monotonic() - started


async def test_an_idle_server_asks_one_question_a_second(app: FastAPI, runtime: Runtime) -> None:
    all_of_it: list[str] = []
    sync = app.state.database.engine.sync_engine
    event.listen(sync, "before_cursor_execute", lambda *given: all_of_it.append(given[2]))
    with statements_of(app):
        await asyncio.sleep(5)
    assert all_of_it == []
    assert runtime.pulse.works


async def test_a_job_from_elsewhere_runs_soon(runtime: Runtime, made: Jobs) -> None:
    await add_from_elsewhere(runtime)
    assert await seconds_until_run(made) < 4, "the wait of a busy machine included; it is told within a second"


async def test_a_job_that_was_put_off_runs_when_its_time_has_come(runtime: Runtime, made: Jobs) -> None:
    await add_from_elsewhere(runtime, run_at=utcnow() + timedelta(seconds=3))
    waited = await seconds_until_run(made)
    assert 2 < waited < 7


async def test_a_job_whose_worker_died_goes_on_when_its_lease_has_run_out(runtime: Runtime, made: Jobs) -> None:
    held = {"status": JobStatus.RUNNING, "worker_id": "gone", "lease_token": 1, "attempts": 1}
    await add_from_elsewhere(runtime, lease_expires_at=utcnow() + timedelta(seconds=2), **held)
    assert await seconds_until_run(made) < 7


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_when_the_database_comes_back_everybody_looks(runtime: Runtime, made: Jobs) -> None:
    from sqlalchemy import text  # noqa: PLC0415 - only here

    async with runtime.database.engine.begin() as connection:
        await connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                 "AND pid <> pg_backend_pid()")
        )  # fmt: skip
    await asyncio.sleep(1.1)
    await add_from_elsewhere(runtime)
    assert await seconds_until_run(made) < 10

    async def beats() -> bool:
        return runtime.pulse.works

    await until(beats)


async def test_a_lease_that_is_renewed_is_nobody_elses(runtime: Runtime, made: Jobs) -> None:
    held = {"status": JobStatus.RUNNING, "worker_id": "alive", "lease_token": 1, "attempts": 1}
    await add_from_elsewhere(runtime, lease_expires_at=utcnow() + timedelta(seconds=2), **held)
    for _ in range(4):
        await asyncio.sleep(1)
        with as_system("test"):
            async with runtime.database.transaction() as session:
                await session.execute(update(Job).values(lease_expires_at=utcnow() + timedelta(seconds=2)))
    assert made.runs == []


def test_without_a_pulse_everybody_looks_as_often_as_before() -> None:
    pulse = Pulse()
    assert pulse.patience(2.0) == 2.0
    pulse.works = True
    assert pulse.patience(2.0) == 30.0
    assert pulse.patience(2.0, at_most=1.0) == 2.0
    assert pulse.patience(0.1) == 0.1, "whoever looks more often than the pulse beats goes on doing so"
