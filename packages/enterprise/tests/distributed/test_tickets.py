"""Tickets stand and fall with their jobs, and belong to those whose jobs they are for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from support.databases import copy_for_test
from support.made_jobs import Jobs
from support.processes import run_verbatim
from verbatim.app import create_app
from verbatim.config import Mode, Settings
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.jobs.parts import WorkerOptions
from verbatim.core.jobs.queue import change_priority, enqueue, request_cancel
from verbatim.core.ownership import Scope, as_system, use_scope
from verbatim.plugins.loader import PluginError
from verbatim_enterprise.adapters.queue.engine import PgqueuerEngine
from verbatim_enterprise.plugin import EnterprisePlugin


@pytest.fixture(params=["postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    yield from copy_for_test(request, tmp_path)


@pytest.fixture
def kind() -> str:
    return "distributed"


async def tickets(app: FastAPI, scope: Scope | None = None) -> list[str]:
    """Return the entry points of all tickets that can be seen in a scope."""
    with as_system("a test") if scope is None else use_scope(scope):
        async with app.state.database.transaction() as session:
            return list(await session.scalars(text("SELECT entrypoint FROM pgqueuer ORDER BY id")))


async def test_what_is_rolled_back_leaves_neither_a_job_nor_a_ticket(app: FastAPI, jobs: Jobs) -> None:
    async def change_of_mind() -> None:
        async with app.state.database.transaction() as session:
            await enqueue(session, "nobody runs this", {})
            assert await session.scalar(text("SELECT count(*) FROM pgqueuer")) == 1
            raise ZeroDivisionError

    with use_scope(jobs.scope), pytest.raises(ZeroDivisionError):
        await change_of_mind()
    with as_system("a test"):
        async with app.state.database.transaction() as session:
            assert await session.scalar(text("SELECT count(*) FROM pgqueuer")) == 0
            assert await session.scalar(text("SELECT count(*) FROM jobs")) == 0


async def test_a_ticket_goes_where_its_job_is_put_unless_somebody_takes_it(app: FastAPI, jobs: Jobs) -> None:
    database = app.state.database
    with use_scope(jobs.scope):
        async with database.transaction() as session:
            job = await enqueue(session, "nobody runs this", {}, priority=5)
        with as_system("a test"):
            async with database.transaction() as session:
                assert await change_priority(session, job.id, 90)
            async with database.transaction() as session:
                assert await session.scalar(text("SELECT priority FROM pgqueuer")) == 90
                assert (await session.get_one(Job, job.id)).priority == 90
            async with database.transaction() as taking, database.transaction() as moving:
                await taking.execute(text("SELECT id FROM pgqueuer FOR UPDATE"))
                assert not await change_priority(moving, job.id, -10), "whoever takes it is not waited for"
            async with database.transaction() as session:
                await session.execute(text("DELETE FROM pgqueuer"))
                assert await change_priority(session, job.id, -10), "it gets its ticket later"


async def test_a_ticket_is_seen_and_written_only_by_its_owner(app: FastAPI, jobs: Jobs) -> None:
    other = Scope(frozenset({"modest"}), "modest")
    for scope in (jobs.scope, other):
        with use_scope(scope):
            async with app.state.database.transaction() as session:
                await enqueue(session, "nobody runs this", {})
    assert await tickets(app) == ["nobody runs this:north-team", "nobody runs this:modest"]
    assert await tickets(app, other) == ["nobody runs this:modest"]
    planted = "INSERT INTO pgqueuer (priority, entrypoint, status) VALUES (1, 'nobody runs this:north-team', 'queued')"
    with use_scope(other):
        async with app.state.database.transaction() as session:
            assert await session.scalar(text("SELECT count(*) FROM pgqueuer_log")) == 0
        with pytest.raises(Exception, match="row-level security"):
            async with app.state.database.transaction() as session:
                await session.execute(text(planted))


async def test_a_cancelled_jobs_ticket_is_dropped(app: FastAPI, jobs: Jobs) -> None:
    engine: PgqueuerEngine = app.state.runtime.jobs
    for loop in engine._loops:
        loop.cancel()
    with use_scope(jobs.scope):
        async with app.state.database.transaction() as session:
            job = await enqueue(session, "test", {"name": "a"})
            assert await request_cancel(session, job)
    assert len(await tickets(app)) == 1
    with as_system("a test"):
        assert await engine.claim(engine.lanes[0], 1, engine._fair[engine.lanes[0]]) == []
    assert await tickets(app) == []
    assert (await jobs.get(job.id)).status == JobStatus.CANCELLED


async def test_jobs_from_before_get_their_tickets(app: FastAPI, jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    async def done(_: object) -> None: ...

    jobs.steps = [done]
    monkeypatch.setattr(app.state.database.info["jobs"], "queued", lambda *_: _nothing())
    job_id = await jobs.add("a")
    assert (await jobs.get(job_id)).status == JobStatus.QUEUED
    monkeypatch.undo()
    engine: PgqueuerEngine = app.state.runtime.jobs
    with as_system("a test"):
        await engine._tidy()
    await jobs.until(job_id, JobStatus.COMPLETED)


async def _nothing() -> None:
    """As the embedded engine does."""


async def test_a_server_leaves_heavy_jobs_to_workers(settings: Settings) -> None:
    chosen = settings.model_copy(update={"jobs": "distributed"})
    server = create_app(chosen, [EnterprisePlugin()]).state.runtime
    worker = create_app(chosen, [EnterprisePlugin()], worker=WorkerOptions(concurrency=7)).state.runtime
    assert {name for lane in server.jobs.lanes for name in lane.types} == {
        *("retention", "send_mail", "webhook_dispatch", "password_reset_mail", "waveform"),
        *("playable", "speech_model", "extract", "summarize", "storage_check", "storage_move", "bulk"),
    }
    heavy, light, brief, express = worker.jobs.lanes
    assert heavy.types == {"transcribe", "transcribe_stretch"}
    assert express.types == {"transcribe"}
    assert heavy.slots == 7
    assert [light.types, brief.types] == [lane.types for lane in server.jobs.lanes]
    assert [(lane.light, lane.slots) for lane in (light, brief)] == [(True, 7)] * 2


def test_several_machines_need_postgresql(tmp_path: Path) -> None:
    settings = Settings(mode=Mode.ENTERPRISE, data_dir=tmp_path, jobs="distributed")
    with pytest.raises(PluginError, match="VERBATIM_JOBS=distributed needs PostgreSQL"):
        create_app(settings, [EnterprisePlugin()])


@pytest.mark.slow
@pytest.mark.parametrize("command", ["serve", "doctor"])
def test_every_command_says_that_it_needs_postgresql(command: str, tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
    env |= {"VERBATIM_MODE": "enterprise", "VERBATIM_JOBS": "distributed", "VERBATIM_DATA_DIR": str(tmp_path)}
    ended = run_verbatim(command, env=env, folder=tmp_path)
    assert ended.returncode == 1
    assert ended.stderr.strip().splitlines()[-1].startswith("verbatim: VERBATIM_JOBS=distributed needs PostgreSQL")
