"""Rules made, activated and applied, and recordings of some age."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from fastapi import FastAPI
from sqlalchemy import select, update
from support.factories import Factory
from support.waiting import until
from support_teams import Crew, Json, ok
from verbatim_enterprise.host import Database, Job, JobStatus, as_system, content_class, use_scope, utcnow
from verbatim_enterprise.retention.upkeep import enqueue_due


async def aged(factory: Factory, *days: float, **fields: Any) -> list[str]:
    """Make a recording of each age, of 1,000 bytes."""
    now = utcnow()
    rows = [
        {**fields, "created_at": now - timedelta(days=age), "updated_at": now - timedelta(days=age)} for age in days
    ]
    return await factory.recordings(rows)


async def being_transcribed(
    factory: Factory, recording_id: str, status: JobStatus = JobStatus.QUEUED, **fields: Any
) -> None:
    """Give a recording a job in some state, by default one that waits until tomorrow."""
    with use_scope(factory.scope):
        async with factory.database.transaction() as session:
            payload, tomorrow = {"recording_id": recording_id}, utcnow() + timedelta(days=1)
            job = Job(job_type="transcribe", payload=payload, run_at=tomorrow, status=status, **fields)
            session.add(job)
            await session.flush()
            recording = content_class("recordings")
            working = {"job_id": job.id, "status": "pending"}
            await session.execute(update(recording).where(recording.id == recording_id).values(working))


async def make_rule(crew: Crew, keep_days: int | None = None, *, active: bool = True, **fields: Any) -> Json:
    """Make a rule of the crew's team, active unless said otherwise."""
    body = {"keep_days": keep_days, **fields}
    rule = ok(await crew["owner"].post(f"{crew.url}/retention/rules", json=body), 201)
    return await activate(crew, rule["id"]) if active else rule


async def activate(crew: Crew, rule_id: str) -> Json:
    """Activate a rule as its owner does."""
    address = f"{crew.url}/retention/rules/{rule_id}/activate"
    return ok(await crew["owner"].post(address, json={"confirm": "Radio"}))


async def preview(crew: Crew, **params: Any) -> Json:
    """Return what a rule would delete."""
    return ok(await crew["owner"].get(f"{crew.url}/retention/preview", params=params))


async def run(app: FastAPI) -> int:
    """Let the day's jobs run to their end. Returns how many teams had one."""
    database: Database = app.state.database
    teams = await enqueue_due(database)
    app.state.runtime.jobs.wake()

    async def done() -> bool:
        with as_system("a test waits"):
            async with database.transaction(read_only=True) as session:
                waiting = select(Job.id).where(
                    Job.job_type == "retention", Job.status.in_((JobStatus.QUEUED, JobStatus.RUNNING))
                )
                return await session.scalar(waiting.limit(1)) is None

    await until(done, 30)
    return teams


async def left(app: FastAPI) -> set[str]:
    """Return the ids of the recordings there are."""
    database: Database = app.state.database
    with as_system("a test compares"):
        async with database.transaction(read_only=True) as session:
            return set(await session.scalars(select(content_class("recordings").id)))
