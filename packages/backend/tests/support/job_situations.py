"""How jobs run, fail, are tried again, taken back and taken over: what every engine has to stand.

A test module imports them all, and its fixtures `app` and `jobs` say on which engine they run.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select, update
from verbatim.core.clock import utcnow
from verbatim.core.db import Database
from verbatim.core.jobs.completions import Completions
from verbatim.core.jobs.context import JobContext, JobError, LeaseLostError
from verbatim.core.jobs.engine import JobEngine
from verbatim.core.jobs.fairness import FairShare
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.jobs.queue import enqueue, request_cancel
from verbatim.core.ownership import Scope, as_system, use_scope
from verbatim.tags.models import Tag

from support.made_jobs import Jobs
from support.waiting import until


async def done(_: JobContext) -> dict[str, Any]:
    return {"made": "something"}


class Gate:
    """A step that waits until it is let go."""

    def __init__(self) -> None:
        self.entered, self.open = asyncio.Event(), asyncio.Event()
        self.left = ""

    async def __call__(self, _: JobContext) -> None:
        self.entered.set()
        try:
            await self.open.wait()
            self.left = "through"
        except asyncio.CancelledError:
            self.left = "cancelled"
            raise


async def cancel(jobs: Jobs, job_id: str) -> bool:
    assert jobs.database is not None
    with use_scope(jobs.scope):
        async with jobs.database.transaction() as session:
            return await request_cancel(session, await session.get_one(Job, job_id))


async def test_a_job_runs_once_and_keeps_its_result(jobs: Jobs) -> None:
    jobs.steps = [done]
    job = await jobs.until(await jobs.add("a"), JobStatus.COMPLETED)
    assert jobs.runs == [("a", 1)]
    assert (job.result, job.progress, job.attempts) == ({"made": "something"}, 100.0, 1)
    assert job.completed_at is not None
    assert job.lease_expires_at is None
    assert jobs.ended == []


async def test_the_same_work_is_queued_once_until_it_has_ended(jobs: Jobs) -> None:
    gate = Gate()
    jobs.steps = [gate]
    first = await jobs.add("a", dedupe_key="k")
    assert await jobs.add("a", dedupe_key="k") == first
    await gate.entered.wait()
    assert await jobs.add("a", dedupe_key="k") == first
    both = await asyncio.gather(*(jobs.add("b", dedupe_key="other") for _ in range(5)))
    assert len(set(both)) == 1
    gate.open.set()
    await jobs.until(first, JobStatus.COMPLETED)
    assert await jobs.add("a", dedupe_key="k") != first


async def test_what_matters_more_runs_first_and_later_work_waits(jobs: Jobs) -> None:
    gate = Gate()
    jobs.steps = [gate, done]
    await jobs.add("busy")
    await gate.entered.wait()
    later = await jobs.add("later", run_at=utcnow() + timedelta(hours=1))
    for name, priority in (("low", -1), ("first", 0), ("second", 0), ("high", 5)):
        last = await jobs.add(name, priority=priority)
        await asyncio.sleep(0.005)
    gate.open.set()
    await jobs.until(last, JobStatus.COMPLETED)
    deadline = time.monotonic() + 20
    while len(jobs.runs) < 5:
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)
    assert [name for name, _ in jobs.runs] == ["busy", "high", "first", "second", "low"]
    assert (await jobs.get(later)).status == JobStatus.QUEUED


async def test_a_failure_with_a_reason_is_told_and_not_repeated(jobs: Jobs) -> None:
    async def fail(_: JobContext) -> None:
        raise JobError("The file is made of cheese.", code="cheese")

    jobs.steps = [fail]
    job = await jobs.until(await jobs.add("a"), JobStatus.FAILED)
    assert (job.error, job.error_code, job.attempts) == ("The file is made of cheese.", "cheese", 1)
    assert jobs.ended == [("a", "failed", "The file is made of cheese.")]


async def test_a_passing_failure_is_tried_again_until_it_works(jobs: Jobs) -> None:
    async def busy(_: JobContext) -> None:
        raise JobError("The service is busy.", retry=True)

    jobs.steps = [busy, busy, done]
    job = await jobs.until(await jobs.add("a"), JobStatus.COMPLETED)
    assert jobs.runs == [("a", 1), ("a", 2), ("a", 3)]
    assert job.error is None
    assert jobs.ended == []


async def test_crashes_are_tried_again_and_then_told_without_their_inside(jobs: Jobs) -> None:
    async def crash(_: JobContext) -> None:
        raise ZeroDivisionError("secret")

    jobs.steps = [crash]
    job = await jobs.until(await jobs.add("a", max_attempts=2), JobStatus.FAILED)
    assert jobs.runs == [("a", 1), ("a", 2)]
    assert job.error is not None
    assert "secret" not in job.error
    assert len(jobs.ended) == 1


async def test_a_queued_job_is_cancelled_at_once_and_a_running_one_stops(jobs: Jobs) -> None:
    gate = Gate()
    jobs.steps = [gate]
    running = await jobs.add("running")
    await gate.entered.wait()
    queued = await jobs.add("queued")
    assert await cancel(jobs, queued)
    assert (await jobs.get(queued)).status == JobStatus.CANCELLED
    assert await cancel(jobs, running)
    await jobs.until(running, JobStatus.CANCELLED)
    assert gate.left == "cancelled"
    assert not await cancel(jobs, running)
    assert jobs.runs == [("running", 1)]
    assert jobs.ended == [("queued", "cancelled", None), ("running", "cancelled", None)]


async def steal(database: Database, job_id: str) -> None:
    with as_system("another worker"):
        async with database.transaction() as session:
            await session.execute(
                update(Job)
                .where(Job.id == job_id)
                .values(
                    lease_token=Job.lease_token + 1,
                    worker_id="elsewhere:1:x",
                    lease_expires_at=utcnow() + timedelta(hours=1),
                )
            )


async def test_a_worker_that_lost_its_lease_writes_nothing(jobs: Jobs, app: FastAPI) -> None:
    refused: list[str] = []
    engine: JobEngine = app.state.runtime.jobs

    async def slow(job: JobContext) -> None:
        await engine.runner._leases.stop()  # which would end this run as soon as it noticed
        await steal(app.state.database, job.id)
        for write in (_write, _report, _finish):
            try:
                await write(job)
            except LeaseLostError:
                refused.append(write.__name__)
        raise JobError("This must not be written either.")

    jobs.steps = [slow]
    job_id = await jobs.add("a")
    deadline = time.monotonic() + 20
    while len(refused) < 3:
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)
    await asyncio.sleep(0.3)
    job = await jobs.get(job_id)
    assert (job.status, job.error, job.progress, job.result) == (JobStatus.RUNNING, None, 0.0, None)
    assert jobs.ended == []
    with as_system("a test"):
        async with app.state.database.transaction() as session:
            assert await session.scalar(select(func.count(Tag.id))) == 0


async def _write(job: JobContext) -> None:
    async with job.transaction() as session:
        session.add(Tag(name="ghost", name_key="ghost"))


async def _report(job: JobContext) -> None:
    await job.progress(100, "almost")


async def _finish(job: JobContext) -> None:
    async with job.database.transaction() as session:
        session.add(Tag(name="ghost", name_key="ghost"))
        await session.flush()
        await job.finish(session, {"done": True})


async def _left_behind(jobs: Jobs, attempts: int) -> str:
    job_id = await jobs.add("left", run_at=utcnow() + timedelta(hours=1))
    assert jobs.database is not None
    with as_system("a worker that is gone"):
        async with jobs.database.transaction() as session:
            job = await session.get_one(Job, job_id)
            job.status, job.attempts, job.worker_id = JobStatus.RUNNING, attempts, "elsewhere:1:x"
            job.lease_token = attempts
            job.lease_expires_at = utcnow() - timedelta(seconds=1)
    return job_id


async def test_what_a_dead_worker_left_is_taken_over_but_not_for_ever(jobs: Jobs) -> None:
    jobs.steps = [done]
    taken = await jobs.until(await _left_behind(jobs, 1), JobStatus.COMPLETED)
    assert taken.attempts == 2
    given_up = await jobs.until(await _left_behind(jobs, 3), JobStatus.FAILED)
    assert given_up.error == "The server stopped several times while working on this."
    assert jobs.runs == [("left", 2)]
    assert [status for _, status, _ in jobs.ended] == ["failed"]


async def test_stopping_puts_running_work_back_without_counting_an_attempt(jobs: Jobs, app: FastAPI) -> None:
    gate = Gate()
    jobs.steps = [gate]
    job_id = await jobs.add("a")
    await gate.entered.wait()
    engine: JobEngine = app.state.runtime.jobs
    await engine.stop()
    job = await jobs.get(job_id)
    assert (job.status, job.attempts, gate.left) == (JobStatus.QUEUED, 0, "cancelled")
    jobs.steps = [done]
    await engine.start()
    assert (await jobs.until(job_id, JobStatus.COMPLETED)).attempts == 1


async def test_what_is_done_as_the_engine_stops_is_not_done_again(
    jobs: Jobs, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine: JobEngine = app.state.runtime.jobs
    commit, begun = Completions._commit, asyncio.Event()

    async def slowly(self: Completions, batch: Any) -> Any:
        begun.set()
        await asyncio.sleep(0.3)
        return await commit(self, batch)

    monkeypatch.setattr(Completions, "_commit", slowly)
    jobs.steps = [done]
    job_id = await jobs.add("a")
    await asyncio.wait_for(begun.wait(), 10)
    await engine.stop()
    assert (await jobs.get(job_id)).status == JobStatus.COMPLETED


async def test_what_is_claimed_as_the_engine_stops_is_put_back_at_once(
    jobs: Jobs, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine: JobEngine = app.state.runtime.jobs
    claim, claimed = engine.claim, asyncio.Event()

    async def slowly(*arguments: Any) -> Any:
        found = await claim(*arguments)
        if found:
            claimed.set()
            await asyncio.sleep(0.3)  # it is committed, and the answer of the database on its way
        return found

    monkeypatch.setattr(engine, "claim", slowly)
    jobs.steps = [Gate()]
    job_id = await jobs.add("a")
    await asyncio.wait_for(claimed.wait(), 10)
    await engine.stop()
    job = await jobs.get(job_id)
    assert (job.status, job.attempts, job.lease_expires_at) == (JobStatus.QUEUED, 0, None)


async def test_a_process_that_was_stuck_does_not_lose_track_of_its_second_run(jobs: Jobs, app: FastAPI) -> None:
    first, second = Gate(), Gate()
    jobs.steps = [first, second]
    job_id = await jobs.add("a")
    await first.entered.wait()
    engine: JobEngine = app.state.runtime.jobs
    for loop in engine._loops:
        loop.cancel()
    await engine.runner._leases.stop()  # nothing renews the lease: the process stands still
    with as_system("time passes"):
        async with app.state.database.transaction() as session:
            await session.execute(update(Job).values(lease_expires_at=utcnow() - timedelta(seconds=1)))
        await engine.recover()
        (again,) = await engine.claim(engine.lanes[0], 1, FairShare())
        engine.runner.start(again)
    await second.entered.wait()
    await asyncio.sleep(0.1)
    assert first.left == "cancelled"
    assert list(engine.runner._runs) == [job_id]
    second.open.set()
    assert (await jobs.until(job_id, JobStatus.COMPLETED)).attempts == 2


async def test_progress_is_kept_and_told(jobs: Jobs, app: FastAPI) -> None:
    told = app.state.live.subscribe(jobs.scope)
    gate = Gate()

    async def work(job: JobContext) -> None:
        await job.progress(40, "halfway")
        await gate(job)

    jobs.steps = [work]
    job_id = await jobs.add("a")
    await gate.entered.wait()
    job = await jobs.get(job_id)
    assert (job.progress, job.stage) == (40, "halfway")
    gate.open.set()
    await jobs.until(job_id, JobStatus.COMPLETED)
    messages = []
    while not told.queue.empty():
        message = told.queue.get_nowait()
        assert message is not None
        messages.append((message["type"], message["status"], message["progress"]))
    assert messages == [("job.progress", "running", 40), ("job.progress", "completed", 100.0)]


async def test_a_job_exists_if_and_only_if_its_cause_does(jobs: Jobs, app: FastAPI) -> None:
    jobs.steps = [done]
    with use_scope(jobs.scope), pytest.raises(ZeroDivisionError):
        async with app.state.database.transaction() as session:
            session.add(Tag(name=str(await enqueue(session, "test", {"name": "undone"}))[: 1 // 0], name_key="x"))
    await jobs.until(await jobs.add("kept"), JobStatus.COMPLETED)
    assert jobs.runs == [("kept", 1)]


@pytest.mark.timeout(600)  # on a busy machine it takes a minute to make so many
async def test_ten_thousand_jobs_of_one_owner_do_not_hold_up_the_few_of_others(jobs: Jobs) -> None:
    gate = Gate()
    jobs.steps = [gate, done]
    await jobs.add("first")
    await gate.entered.wait()
    await jobs.fill(10_000, "greedy")
    for owner in ("modest", "patient"):
        await jobs.fill(5, owner)
    gate.open.set()

    async def enough_ran() -> bool:
        return len(jobs.runs) >= 16

    await until(enough_ran, 500)  # however long that takes: who comes when is what counts
    order = [name for name, _ in jobs.runs if name != "first"]
    assert Counter(order[:15]) == {"greedy": 5, "modest": 5, "patient": 5}


async def test_no_priority_lets_somebody_pass_another_owner(jobs: Jobs) -> None:
    gate = Gate()
    jobs.steps = [gate, done]
    await jobs.add("first")
    await gate.entered.wait()
    await jobs.fill(20, "modest")
    with use_scope(Scope(frozenset({"pushy"}), "pushy")):
        assert jobs.database is not None
        async with jobs.database.transaction() as session:
            for _ in range(5):
                await enqueue(session, "test", {"name": "pushy"}, priority=100)
    gate.open.set()

    async def enough_ran() -> bool:
        return len(jobs.runs) >= 11

    await until(enough_ran, 60)
    order = [name for name, _ in jobs.runs if name != "first"]
    assert Counter(order[:10]) == {"pushy": 5, "modest": 5}
