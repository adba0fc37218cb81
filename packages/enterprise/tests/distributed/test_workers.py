"""Real workers that are stopped, frozen, killed and blocked: nothing happens twice, nothing is left lying."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import select
from support.waiting import until
from support_license import LICENSED
from support_workers import TEAM, Queue, Worker, install_trial_plugin, running_worker
from verbatim.core.jobs.models import JobStatus
from verbatim.core.ownership import as_system
from verbatim.tags.models import Tag
from verbatim_enterprise.teams.models import Team

SECRET_KEY = "m4V7vPzq0n3bJ8cXw2yKt6RfLh9sDgAe1uQiZoB5"
SHORT_LEASE = {"VERBATIM_JOBS_LEASE_SECONDS": "2"}
WITHIN_SECONDS = 15.0

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(400),
    pytest.mark.parametrize("database_url", ["postgresql"], indirect=True),
]


class Site:
    """A database, workers on it, and the signs by which they say what they do."""

    def __init__(self, url: str, folder: Path, stack: ExitStack) -> None:
        self.queue = Queue(url, folder)
        self._folder, self._stack, self._count = folder, stack, 0
        self._env = {
            **install_trial_plugin(folder),
            "VERBATIM_MODE": "enterprise",
            **LICENSED,
            "VERBATIM_JOBS": "distributed",
            "VERBATIM_DATABASE_URL": url,
            "VERBATIM_DATA_DIR": str(folder / "data"),
            "VERBATIM_SECRET_KEY": SECRET_KEY,
        }

    async def worker(self, env: Mapping[str, str], *arguments: str) -> Worker:
        self._count += 1
        place = self._folder / f"worker {self._count}"
        return await asyncio.to_thread(
            lambda: self._stack.enter_context(running_worker(place, {**self._env, **env}, *arguments))
        )

    def runs(self, name: str) -> list[tuple[int, int]]:
        """Return the runs that have begun: (attempt, process), in order."""
        parts = [path.name.split(".")[1:] for path in (self._folder / "signs").glob(f"{name}.*")]
        return sorted((int(attempt), int(pid)) for attempt, pid in parts)

    async def begun(self, name: str, times: int = 1) -> list[tuple[int, int]]:
        async def often_enough() -> bool:
            return len(self.runs(name)) >= times

        await until(often_enough, seconds=60)
        return self.runs(name)

    def go(self) -> None:
        (self._folder / "signs" / "go").touch()

    async def ended(self, job_id: str, status: JobStatus = JobStatus.COMPLETED) -> None:
        async def is_so() -> bool:
            return (await self.queue.get(job_id)).status == status

        await until(is_so, seconds=60)

    async def tags(self) -> list[str]:
        with as_system("a test"):
            async with self.queue.database.transaction(read_only=True) as session:
                return list(await session.scalars(select(Tag.name)))


@pytest.fixture
async def site(database_url: str, tmp_path: Path) -> AsyncIterator[Site]:
    with ExitStack() as stack:
        made = Site(database_url, tmp_path, stack)
        with as_system("a test"):
            async with made.queue.database.transaction() as session:
                session.add(Team(id=TEAM, name="North"))
        yield made
        await made.queue.database.close()


async def test_a_worker_frozen_past_its_lease_cannot_overwrite_what_another_did(site: Site) -> None:
    frozen = await site.worker(SHORT_LEASE)
    job_id = await site.queue.add("a")
    assert await site.begun("a") == [(1, frozen.pid)]
    frozen.send(signal.SIGSTOP)
    other = await site.worker(SHORT_LEASE)
    assert await site.begun("a", 2) == [(1, frozen.pid), (2, other.pid)]
    site.go()
    await site.ended(job_id)
    frozen.send(signal.SIGCONT)  # it finds the sign as well, and tries to write
    after = await site.queue.add("b")
    other.send(signal.SIGTERM)
    await site.ended(after)  # by now the one that was frozen works again, and has long tried
    job = await site.queue.get(job_id)
    assert (job.status, job.result, job.attempts) == (JobStatus.COMPLETED, {"by": other.pid}, 2)
    assert (await site.tags()).count(f"by {other.pid}") == 1
    assert "job_lease_lost" in frozen.log.read_text()
    assert [pid for _, pid in site.runs("a")] == [frozen.pid, other.pid]


async def test_a_killed_workers_job_begins_elsewhere_within_15_seconds(site: Site) -> None:
    victim = await site.worker({})
    job_id = await site.queue.add("a")
    await site.begun("a")
    heir = await site.worker({})
    victim.send(signal.SIGKILL)
    killed = time.monotonic()
    assert await site.begun("a", 2) == [(1, victim.pid), (2, heir.pid)]
    assert time.monotonic() - killed < WITHIN_SECONDS
    site.go()
    await site.ended(job_id)
    assert (await site.queue.get(job_id)).attempts == 2
    assert await site.tags() == [f"by {heir.pid}"]


async def test_a_handler_that_blocks_its_event_loop_keeps_its_lease(site: Site) -> None:
    site.go()
    workers = [await site.worker(SHORT_LEASE) for _ in range(2)]
    job_id = await site.queue.add("a", block=7)  # three leases and more
    [(_, pid)] = await site.begun("a")
    assert pid in {worker.pid for worker in workers}
    await site.ended(job_id)
    job = await site.queue.get(job_id)
    assert (job.result, job.attempts) == ({"by": pid}, 1)
    assert site.runs("a") == [(1, pid)]


async def test_a_worker_that_is_asked_to_stop_hands_its_jobs_back(site: Site) -> None:
    worker = await site.worker({})
    job_id = await site.queue.add("a")
    await site.begun("a")
    worker.send(signal.SIGTERM)
    assert await asyncio.to_thread(worker.process.wait, 30) == 0
    job = await site.queue.get(job_id)
    assert (job.status, job.attempts) == (JobStatus.QUEUED, 0)
    assert "Traceback" not in worker.log.read_text()
    other = await site.worker({})
    site.go()
    await site.ended(job_id)
    assert (await site.queue.get(job_id)).result == {"by": other.pid}


async def test_a_worker_runs_only_the_queues_it_was_given(site: Site) -> None:
    await site.worker({}, "--queues", "transcribe,waveform")
    job_id = await site.queue.add("a")
    site.go()
    await asyncio.sleep(5)
    assert (await site.queue.get(job_id)).status == JobStatus.QUEUED
    await site.worker({}, "--queues", "trial", "--concurrency", "3")
    await site.ended(job_id)
