"""Who holds a job: taken, kept, given back and taken over, row by row, with nobody running anything."""

from __future__ import annotations

import os
import socket
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from support.made_jobs import Jobs
from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Database
from verbatim.core.jobs import claims
from verbatim.core.jobs.claims import expire_the_dead, put_back, release_expired, take
from verbatim.core.jobs.engine import JobEngine
from verbatim.core.jobs.leases import LeaseKeeper
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.jobs.queue import announce_queued
from verbatim.core.ownership import as_system
from verbatim.core.process import process_id

LEASE = timedelta(seconds=30)
ME, ANOTHER = "here:1:me", "there:2:another"


@pytest.fixture
async def database(app: FastAPI, jobs: Jobs) -> Database:
    """Give the database of a server whose engine stands still."""
    engine: JobEngine = app.state.runtime.jobs
    await engine.stop()
    assert jobs.database is not None
    return jobs.database


async def _put(database: Database, **rows: dict[str, Any]) -> dict[str, str]:
    """Write jobs as they stand and return their ids by name."""
    ids = {name: new_id() for name in rows}
    with as_system("a test"):
        async with database.transaction() as session:
            session.add_all(Job(id=ids[name], job_type="test", owner_id="o", **row) for name, row in rows.items())
    return ids


async def _all(database: Database, ids: dict[str, str]) -> dict[str, Job]:
    with as_system("a test"):
        async with database.transaction(read_only=True) as session:
            found = {job.id: job for job in await session.scalars(select(Job))}
    return {name: found[job_id] for name, job_id in ids.items()}


def _running(worker: str | None = ME, *, ends: timedelta = LEASE, **more: Any) -> dict[str, Any]:
    return {
        "status": JobStatus.RUNNING,
        "worker_id": worker,
        "lease_expires_at": utcnow() + ends,
        "attempts": 1,
        **more,
    }


async def test_what_can_be_taken_is_taken_in_order_and_the_rest_stays_or_ends(database: Database) -> None:
    ids = await _put(
        database,
        first={},
        second={"attempts": 2, "lease_token": 7, "started_at": utcnow() - timedelta(days=1)},
        done={"status": JobStatus.COMPLETED},
        held=_running(ANOTHER),
        held_for_the_last_time={**_running(ANOTHER), "attempts": 3},
        asked_to_stop={"cancel_requested": True},
        worn={"attempts": 3},
        not_asked_for={},
    )
    before = await _all(database, ids)
    wanted = [ids[name] for name in ids if name != "not_asked_for"]
    order = [ids["second"], *(one for one in wanted if one != ids["second"]), new_id()]
    now = utcnow()
    with as_system("a test"):
        async with database.transaction() as session:
            taken = await take(session, order, worker_id=ME, lease=LEASE)
    assert [(one.id, one.attempts, one.lease_token) for one in taken] == [(ids["second"], 3, 8), (ids["first"], 1, 1)]
    after = await _all(database, ids)
    for name in ("first", "second"):
        job = after[name]
        assert (job.status, job.worker_id) == (JobStatus.RUNNING, ME)
        assert job.lease_expires_at is not None
        assert now + LEASE <= job.lease_expires_at <= utcnow() + LEASE
    assert after["second"].started_at == before["second"].started_at, "it began when it was first taken"
    assert (after["asked_to_stop"].status, after["asked_to_stop"].error) == (JobStatus.CANCELLED, None)
    assert (after["worn"].status, after["worn"].error_code) == (JobStatus.FAILED, "interrupted")
    for name in ("done", "held", "held_for_the_last_time", "not_asked_for"):
        assert (after[name].status, after[name].worker_id) == (before[name].status, before[name].worker_id), name


async def test_nothing_is_asked_of_the_database_for_no_jobs() -> None:
    assert await take(None, [], worker_id=ME, lease=LEASE) == []  # type: ignore[arg-type] # it has no use of a session


@pytest.mark.parametrize(("delay", "stage"), [(0, None), (60, "waiting to try again")])
@pytest.mark.parametrize("attempts", [1, 0])
async def test_what_is_put_back_waits_and_is_told_of(
    app: FastAPI,
    jobs: Jobs,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    delay: float,
    stage: str | None,
    attempts: int,
) -> None:
    announced: list[str] = []

    async def announce(session: AsyncSession, job: Job) -> None:
        announced.append(job.id)
        await announce_queued(session, job)

    engine: JobEngine = app.state.runtime.jobs
    monkeypatch.setattr(claims, "announce_queued", announce)
    engine._wake.clear()
    told = app.state.live.subscribe(jobs.scope)
    ids = await _put(database, held={**_running(), "progress": 40.0})
    now = utcnow()
    with as_system("a test"):
        async with database.transaction() as session:
            job = await session.get_one(Job, ids["held"])
            await put_back(session, job, delay=delay, count_attempt=attempts == 1)
    job = (await _all(database, ids))["held"]
    assert (job.status, job.attempts, job.lease_expires_at) == (JobStatus.QUEUED, attempts, None)
    wait = timedelta(seconds=delay)
    assert now + wait <= job.run_at <= utcnow() + wait
    assert announced == [ids["held"]]
    assert engine._wake.is_set(), "the engine looks for it at once"
    message = told.queue.get_nowait()
    assert message is not None
    assert (message["type"], message["status"], message["progress"], message["stage"]) == (
        "job.progress", "queued", 40.0, stage,
    )  # fmt: skip


async def test_only_leases_that_have_run_out_are_taken_over(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, instant = utcnow(), timedelta(microseconds=1)
    monkeypatch.setattr(claims, "utcnow", lambda: now)
    over = now - instant
    ids = await _put(
        database,
        over={**_running(), "lease_expires_at": over},
        over_too_often={**_running(), "lease_expires_at": over, "attempts": 3},
        over_and_cancelled={**_running(), "lease_expires_at": over, "cancel_requested": True},
        this_moment={**_running(), "lease_expires_at": now},
        waiting={"lease_expires_at": over},
        done={"status": JobStatus.COMPLETED, "lease_expires_at": over},
    )
    with as_system("a test"):
        assert await release_expired(database) == 3
        assert await release_expired(database) == 0
    assert {name: job.status for name, job in (await _all(database, ids)).items()} == {
        "over": "queued", "over_too_often": "failed", "over_and_cancelled": "cancelled", "this_moment": "running",
        "waiting": "queued", "done": "completed",
    }  # fmt: skip


async def test_leases_of_ended_processes_of_this_machine_end_at_once(database: Database) -> None:
    dead = f"{socket.gethostname()}:{2**22 + 1}:ended"  # no process has so high a number
    ids = await _put(
        database,
        dead=_running(dead),
        dead_and_done={**_running(dead), "status": JobStatus.COMPLETED},
        mine=_running(process_id()),
        predecessor=_running(f"{socket.gethostname()}:{os.getpid()}:before"),
        elsewhere=_running("elsewhere:1:x"),
        nobodys=_running(None),
    )
    before = await _all(database, ids)
    with as_system("a test"):
        await expire_the_dead(database)
    after = await _all(database, ids)
    changed = {name for name in ids if after[name].lease_expires_at != before[name].lease_expires_at}
    assert changed == {"dead", "predecessor"}
    assert all(after[name].lease_expires_at < utcnow() for name in changed)  # type: ignore[operator] # they have one


async def test_leases_are_renewed_of_what_is_held_and_of_nothing_else(database: Database) -> None:
    soon = timedelta(seconds=1)
    ids = await _put(
        database,
        mine=_running(ends=soon),
        mine_let_go=_running(ends=soon),
        taken_over=_running(ANOTHER, ends=soon),
        put_back={**_running(ends=soon), "status": JobStatus.QUEUED},
        anothers=_running(ANOTHER, ends=soon),
    )
    before = await _all(database, ids)
    lost: list[tuple[str, int]] = []
    keeper = LeaseKeeper(
        lambda: database, worker_id=ME, lease=LEASE, lost=lambda job_id, token: lost.append((job_id, token))
    )
    keeper._owner = _AtOnce()  # type: ignore[assignment] # a loop that does at once what it is called for soon
    keeper._thread = _AtOnce()  # type: ignore[assignment] # one that needs not be started
    await keeper._renew(database)
    for number, name in enumerate(("mine", "mine_let_go", "taken_over", "put_back")):
        keeper.hold(ids[name], number)
    keeper.release(ids["mine"], 99)  # of an earlier run of the same job
    keeper.release(ids["mine_let_go"], 1)
    keeper.release(new_id(), 1)
    await keeper._renew(database)
    after = await _all(database, ids)
    changed = {name for name in ids if after[name].lease_expires_at != before[name].lease_expires_at}
    assert changed == {"mine"}
    assert after["mine"].lease_expires_at > utcnow() + soon  # type: ignore[operator] # it has one
    assert sorted(lost) == sorted([(ids["taken_over"], 2), (ids["put_back"], 3)])


class _AtOnce:
    def call_soon_threadsafe(self, call: Any, *arguments: Any) -> None:
        call(*arguments)


async def test_what_keeps_leases_ends_with_its_engine_and_begins_again() -> None:
    closed: list[str] = []
    keeper = LeaseKeeper(lambda: _Noted(closed), worker_id=ME, lease=LEASE, lost=print)  # type: ignore[arg-type,return-value] # it is asked nothing
    await keeper.stop()
    for times in (1, 2):
        keeper.hold("a", 1)
        thread = keeper._thread
        assert thread is not None
        keeper.hold("b", 1)
        assert keeper._thread is thread, "one is enough"
        assert thread.is_alive()
        assert thread.daemon, "a process that ends does not wait for it"
        await keeper.stop()
        assert not thread.is_alive()
        assert closed == ["closed"] * times


class _Noted:
    """A database that notes that it was closed."""

    def __init__(self, closed: list[str]) -> None:
        self._closed = closed

    async def close(self) -> None:
        self._closed.append("closed")
