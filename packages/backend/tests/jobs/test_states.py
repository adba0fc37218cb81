"""Jobs through every order of events there may be: a job's effect happens once, and states move only as they may."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Coroutine
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import select, update
from support.campaigns import times
from support.made_jobs import Jobs, JobsPlugin
from verbatim.config import Settings
from verbatim.core.clock import utcnow
from verbatim.core.db import Database
from verbatim.core.jobs import job_type
from verbatim.core.jobs.context import JobContext, JobError
from verbatim.core.jobs.embedded import EmbeddedJobEngine
from verbatim.core.jobs.fairness import FairShare
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.jobs.parts import EngineParts, Lane
from verbatim.core.jobs.queue import request_cancel
from verbatim.core.ownership import as_system
from verbatim.registration import build_registry
from verbatim.runtime import build_runtime
from verbatim.tags.models import Tag

QUEUED, RUNNING, COMPLETED, FAILED, CANCELLED = JobStatus
MOVES = {
    QUEUED: {RUNNING, CANCELLED},
    RUNNING: {QUEUED, COMPLETED, FAILED, CANCELLED},
    COMPLETED: set[JobStatus](),
    FAILED: set[JobStatus](),
    CANCELLED: set[JobStatus](),
}
OUTCOMES = ("done", "late", "fails", "retry", "crash")
MakeUrl = Callable[[], AbstractContextManager[str]]


@dataclass(frozen=True)
class Run:
    """A claim that a worker holds, or believes to hold."""

    worker: EmbeddedJobEngine
    job: JobContext


class JobMachine(RuleBasedStateMachine):
    """Two workers on one database, whose every step the test decides."""

    make_url: MakeUrl
    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.place = self.make_url()
        self.made = Jobs(steps=[self.step])
        self.outcome = ""
        self.runs: list[Run] = []
        self.seen: dict[str, tuple[JobStatus, int]] = {}
        self.wait(self.open(self.place.__enter__()))

    def wait(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run(work)

    async def open(self, url: str) -> None:
        chosen = Settings(data_dir=self.folder, database_url=url, transcription_engine="pocketsphinx")
        runtime = build_runtime(chosen, build_registry(chosen, [JobsPlugin(self.made)]))
        self.database: Database = runtime.database
        self.made.database = runtime.database
        lane = Lane(frozenset({"test"}), 1)
        self.workers = [
            EmbeddedJobEngine(
                EngineParts(
                    database=self.database,
                    open_database=lambda: self.database,
                    types=runtime.registry.contributions.job_types,
                    services=None,
                    lanes=(lane,),
                    lease=timedelta(hours=1),
                    worker_id=f"elsewhere:{number}:x",
                )
            )
            for number in range(2)
        ]

    def teardown(self) -> None:
        self.wait(self.database.close())
        self.place.__exit__(None, None, None)
        self.loop.close()

    async def step(self, job: JobContext) -> None:
        if self.outcome == "fails":
            raise JobError("It cannot be done.")
        if self.outcome == "retry":
            raise JobError("The service is busy.", retry=True)
        async with job.transaction() as session:
            session.add(Tag(name=job.id, name_key=f"{job.id} {job.lease_token}"))
            if self.outcome == "crash":
                raise ZeroDivisionError
            await job.finish(session)
        if self.outcome == "late":
            raise ZeroDivisionError  # the effect is there already

    @rule(key=st.sampled_from([None, "same"]), attempts=st.integers(1, 3))
    def queue(self, key: str | None, attempts: int) -> None:
        self.wait(self.made.add(dedupe_key=key, max_attempts=attempts))

    @rule(number=st.integers(0, 1))
    def claim(self, number: int) -> None:
        worker = self.workers[number]
        self.runs += [Run(worker, job) for job in self.wait(self._claim(worker))]

    @staticmethod
    async def _claim(worker: EmbeddedJobEngine) -> list[JobContext]:
        with as_system("a test"):
            await worker.recover()
            claimed = await worker.claim(worker.lanes[0], 1, FairShare())
        return [worker.runner.context_of(job) for job in claimed]

    @precondition(lambda self: self.runs)
    @rule(data=st.data(), outcome=st.sampled_from(OUTCOMES))
    def work(self, data: st.DataObject, outcome: str) -> None:
        """Let a worker act on a claim, which may long be another's."""
        self.outcome = outcome
        run = data.draw(st.sampled_from(self.runs))
        if outcome not in {"done", "late"}:  # else it stays, so that it may try to act a second time
            self.runs.remove(run)
        self._act(run, run.worker.runner.run(run.job))

    def _act(self, run: Run, acting: Coroutine[Any, Any, Any]) -> None:
        before = self.seen[run.job.id]
        self.wait(acting)
        if before != (RUNNING, run.job.lease_token):
            now = self.wait(self.made.get(run.job.id))
            assert (now.status, now.lease_token) == before, "a worker that lost its claim changed the job"

    @precondition(lambda self: self.runs)
    @rule(data=st.data())
    def hand_back(self, data: st.DataObject) -> None:
        """Stop a worker while it works on a claim."""
        run = data.draw(st.sampled_from(self.runs))
        self.runs.remove(run)
        self._act(run, self._interrupt(run))

    async def _interrupt(self, run: Run) -> None:
        async def wait(_: JobContext) -> None:
            started.set()
            await asyncio.sleep(3600)

        started = asyncio.Event()
        self.made.steps = [wait]
        task = asyncio.create_task(run.worker.runner.run(run.job))
        await started.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        self.made.steps = [self.step]

    @precondition(lambda self: self.seen)
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        self.wait(self._cancel(data.draw(st.sampled_from(sorted(self.seen)))))

    async def _cancel(self, job_id: str) -> None:
        with as_system("a test"):
            async with self.database.transaction() as session:
                job = await session.get_one(Job, job_id)
                active = job.status in {QUEUED, RUNNING}
                assert await request_cancel(session, job) is active

    @rule()
    def leases_run_out(self) -> None:
        self.wait(self._run_out())

    async def _run_out(self) -> None:
        past = utcnow() - timedelta(seconds=1)
        with as_system("time passes"):
            async with self.database.transaction() as session:
                await session.execute(update(Job).where(Job.status == RUNNING).values(lease_expires_at=past))

    @invariant()
    def everything_is_in_order(self) -> None:
        self.wait(self._check())

    async def _check(self) -> None:
        with as_system("a test"):
            async with self.database.transaction(read_only=True) as session:
                jobs = list(await session.scalars(select(Job)))
                effects = list(await session.scalars(select(Tag.name)))
        for job in jobs:
            status, token = self.seen.get(job.id, (QUEUED, 0))
            now = JobStatus(job.status)
            assert now == status or now in MOVES[status], f"{status} became {now}"
            assert job.lease_token >= token, "the fencing token only grows"
            assert effects.count(job.id) == (1 if now == COMPLETED else 0)
            assert job.attempts <= job.max_attempts
            assert (job.completed_at is None) == (now in {QUEUED, RUNNING})
            assert (job.lease_expires_at is not None) == (now == RUNNING)
            self.seen[job.id] = now, job.lease_token
        active = [job.dedupe_key for job in jobs if job.dedupe_key and job.status in {QUEUED, RUNNING}]
        assert len(active) <= 1
        ended = {job.id for job in jobs if job.status in {FAILED, CANCELLED}}
        assert len(self.made.ended) == len(ended), "a feature hears of each end once"


@pytest.fixture(params=["sqlite", "postgresql"])
def make_url(request: pytest.FixtureRequest, tmp_path: Path) -> MakeUrl:
    """Give what makes an empty, migrated database for each run of the machine."""

    @contextmanager
    def file() -> Any:
        path = shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "verbatim.db")
        yield f"sqlite+aiosqlite:///{path}"
        for leftover in tmp_path.glob("verbatim.db*"):
            leftover.unlink()

    if request.param == "sqlite":
        return file
    server = request.getfixturevalue("postgres_server")
    template = request.getfixturevalue("migrated_template")
    return lambda: server.temporary_database(template)


@pytest.mark.campaign
@pytest.mark.timeout(600)
def test_jobs_keep_their_promises(make_url: MakeUrl, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job_type, "BACKOFF_SECONDS", (0,))
    machine = type("Machine", (JobMachine,), {"make_url": staticmethod(make_url), "folder": tmp_path})
    few = settings(
        max_examples=times(8, 20),
        stateful_step_count=30,
        deadline=None,
        print_blob=True,
        phases=[Phase.reuse, Phase.generate],  # each step costs transactions: shrinking would take many minutes
        suppress_health_check=[HealthCheck.too_slow],
    )
    run_state_machine_as_test(machine, settings=few)
