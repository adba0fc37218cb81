"""Short work does not wait for long work, whoever that belongs to; and what is light waits for neither."""

from __future__ import annotations

import asyncio
from pathlib import Path

import numpy as np
from fastapi import FastAPI
from support.client import Client
from support.engines import QuickEngine
from support.made_jobs import Jobs
from support.recordings import REPORT, wav
from verbatim.adapters.media import SAMPLE_RATE
from verbatim.core.jobs.context import JobContext
from verbatim.core.jobs.job_type import EXPRESS_PRIORITY
from verbatim.core.jobs.models import JobStatus
from verbatim.core.ownership import Scope


class Gates:
    """Each job waits until its own gate is opened."""

    def __init__(self, jobs: Jobs) -> None:
        self.gates: dict[str, asyncio.Event] = {}
        jobs.steps = [self.step]

    async def step(self, job: JobContext) -> None:
        await self.gates.setdefault(job.payload["name"], asyncio.Event()).wait()

    def open(self, name: str) -> None:
        self.gates.setdefault(name, asyncio.Event()).set()


def owned_by(jobs: Jobs, owner: str) -> None:
    jobs.scope = Scope(frozenset({owner}), owner)


async def test_a_short_job_overtakes_the_long_one_of_somebody_else(app: FastAPI, jobs: Jobs) -> None:
    gates = Gates(jobs)
    owned_by(jobs, "a")
    long = [await jobs.add(f"long {number}") for number in range(2)]
    await jobs.until(long[0], JobStatus.RUNNING)
    owned_by(jobs, "b")
    short = [await jobs.add(f"short {number}", priority=EXPRESS_PRIORITY) for number in range(3)]
    for number, job_id in enumerate(short):
        await jobs.until(job_id, JobStatus.RUNNING)
        for later in short[number + 1 :]:
            assert (await jobs.get(later)).status == JobStatus.QUEUED, "one short one at a time"
        gates.open(f"short {number}")
        await jobs.until(job_id, JobStatus.COMPLETED)
    assert (await jobs.get(long[0])).status == JobStatus.RUNNING
    assert (await jobs.get(long[1])).status == JobStatus.QUEUED
    for number, job_id in enumerate(long):
        gates.open(f"long {number}")
        await jobs.until(job_id, JobStatus.COMPLETED)


async def test_short_jobs_wait_for_each_other(app: FastAPI, jobs: Jobs) -> None:
    """The further worker is for overtaking, not for more work at a time than was allowed."""
    gates = Gates(jobs)
    first = await jobs.add("first", priority=EXPRESS_PRIORITY)
    await jobs.until(first, JobStatus.RUNNING)
    second = await jobs.add("second", priority=EXPRESS_PRIORITY)
    third = await jobs.add("third")
    await asyncio.sleep(0.5)
    assert [(await jobs.get(job_id)).status for job_id in (second, third)] == [JobStatus.QUEUED] * 2
    for name in ("first", "second", "third"):
        gates.open(name)
    for job_id in (first, second, third):
        await jobs.until(job_id, JobStatus.COMPLETED)


async def test_a_long_job_is_not_passed_for_ever(app: FastAPI, jobs: Jobs) -> None:
    """Short ones of one owner come and go; the long one of another gets the ordinary worker at its turn."""
    gates = Gates(jobs)
    owned_by(jobs, "b")
    short = [await jobs.add(f"s{number}", priority=EXPRESS_PRIORITY) for number in range(6)]
    owned_by(jobs, "a")
    long = await jobs.add("long")
    for number in range(6):
        gates.open(f"s{number}")
    await jobs.until(long, JobStatus.RUNNING)
    for job_id in short:
        await jobs.until(job_id, JobStatus.COMPLETED)
    gates.open("long")
    await jobs.until(long, JobStatus.COMPLETED)


async def test_a_clip_and_every_waveform_come_before_a_long_meeting(
    quick_engine: QuickEngine, client: Client, tmp_path: Path
) -> None:
    quick_engine.gate.clear()
    hours = wav(tmp_path / "long.wav", np.zeros(SAMPLE_RATE * 150, np.int16))
    long = [(await client.upload(hours))["id"] for _ in range(2)]
    await client.wait_for(long[0], "processing")
    clip = (await client.upload(REPORT))["id"]
    await client.wait_for(clip, "processing")
    for recording in (*long, clip):
        async with asyncio.timeout(20):
            while (await client.get(f"/api/recordings/{recording}/waveform")).status_code != 200:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
    assert (await client.recording(long[1]))["status"] == "pending"
    quick_engine.gate.set()
    for recording in (*long, clip):
        await client.wait_for(recording, "completed")
