"""A job type whose course a test decides."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession
from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Database
from verbatim.core.jobs import engine, job_type
from verbatim.core.jobs.context import JobContext
from verbatim.core.jobs.models import Job
from verbatim.core.jobs.queue import enqueue
from verbatim.core.ownership import AnyScope, Scope, Unscoped, as_system, use_scope
from verbatim.plugins.registry import PluginRegistry

Step = Callable[[JobContext], Awaitable[dict[str, Any] | None]]


@dataclass
class Jobs:
    """Job type ``test``: each run takes the next of ``steps`` (the last one again and again) and is noted."""

    steps: list[Step] = field(default_factory=list)
    runs: list[tuple[str, int]] = field(default_factory=list)
    ended: list[tuple[str, str, str | None]] = field(default_factory=list)
    database: Database | None = None
    scope: AnyScope = field(default_factory=Unscoped)

    async def handle(self, job: JobContext) -> dict[str, Any] | None:
        self.runs.append((job.payload.get("name", ""), job.attempt))
        step = self.steps.pop(0) if len(self.steps) > 1 else self.steps[0]
        return await step(job)

    async def on_ended(self, _: AsyncSession, job: Job) -> None:
        self.ended.append((job.payload.get("name", ""), job.status, job.error))

    async def add(self, name: str = "", **options: Any) -> str:
        assert self.database is not None
        with use_scope(self.scope):
            async with self.database.transaction() as session:
                return (await enqueue(session, "test", {"name": name}, **options)).id

    async def fill(self, count: int, owner: str) -> None:
        """Queue many jobs of an owner at once, in two statements instead of thousands."""
        assert self.database is not None
        now = utcnow()
        same = {"job_type": "test", "payload": {"name": owner}, "run_at": now, "created_at": now}
        with use_scope(Scope(frozenset({owner}), owner)):
            async with self.database.transaction() as session:
                rows = [{"id": new_id(), "owner_id": owner, **same} for _ in range(count)]
                await session.execute(insert(Job), rows)
                await self.filled(session)

    async def filled(self, session: AsyncSession) -> None:
        """Do what the engine needs for jobs that were not queued one by one."""

    async def get(self, job_id: str) -> Job:
        assert self.database is not None
        with as_system("a test"):
            async with self.database.transaction(read_only=True) as session:
                return await session.get_one(Job, job_id)

    async def until(self, job_id: str, *statuses: str) -> Job:
        deadline = time.monotonic() + 30
        while (job := await self.get(job_id)).status not in statuses:
            assert time.monotonic() < deadline, f"still {job.status}"
            await asyncio.sleep(0.02)
        return job


def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an engine look more often and wait less than in real life."""
    monkeypatch.setattr(job_type, "BACKOFF_SECONDS", (0.05, 0.1))
    monkeypatch.setattr(engine, "POLL_SECONDS", 0.1)
    monkeypatch.setattr(engine, "CANCEL_POLL_SECONDS", 0.05)


class JobsPlugin:
    """The plugin around `Jobs`."""

    name = "test-jobs"
    version = "1"

    def __init__(self, jobs: Jobs) -> None:
        self.jobs = jobs

    def register(self, registry: PluginRegistry) -> None:
        registry.add_job_handler("test", self.jobs.handle, on_ended=self.jobs.on_ended, overtaking=True)
