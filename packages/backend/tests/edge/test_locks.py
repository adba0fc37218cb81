"""A job and somebody who deletes what it works on never wait for each other."""

from __future__ import annotations

import asyncio

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from support.client import Client
from support.factories import Factory
from verbatim.core.clock import new_id
from verbatim.core.db import Database
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.ownership import as_system
from verbatim.recordings.models import Recording

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


async def _worked_on(app: FastAPI, factory: Factory) -> tuple[str, str]:
    """Make a recording with a running job that nobody runs."""
    recording, job = await factory.recording(), new_id()
    with as_system("a worker"):
        async with app.state.database.transaction() as session:
            payload = {"recording_id": recording}
            session.add(Job(id=job, job_type="transcribe", status=JobStatus.RUNNING, payload=payload, attempts=1))
            found = await session.get_one(Recording, recording)
            found.job_id = job
    return recording, job


@pytest.mark.parametrize("way", ["delete", "bulk-delete", "with its project", "cancel"])
async def test_a_job_is_locked_before_its_recording(client: Client, app: FastAPI, factory: Factory, way: str) -> None:
    recording, job = await _worked_on(app, factory)
    project = (await client.post("/api/projects", json={"name": "P"})).json()["id"]
    await client.post(f"/api/projects/{project}/recordings/{recording}")
    calls = {
        "delete": ("DELETE", f"/api/recordings/{recording}", None),
        "bulk-delete": ("POST", "/api/recordings/bulk-delete", {"ids": [recording]}),
        "with its project": ("DELETE", f"/api/projects/{project}?delete_files=true", None),
        "cancel": ("POST", f"/api/recordings/{recording}/cancel", None),
    }
    method, path, body = calls[way]
    database: Database = app.state.database
    with as_system("a worker"):
        async with database.transaction() as session:
            # As each of a job's transactions does: its own row, and then what it works on.
            await session.execute(text("SELECT 1 FROM jobs WHERE id = :id FOR UPDATE"), {"id": job})
            request = asyncio.create_task(client.request(method, path, json=body))
            await asyncio.sleep(0.5)
            assert not request.done()
            async with asyncio.timeout(5):
                await session.execute(text("SELECT 1 FROM recordings WHERE id = :id FOR UPDATE"), {"id": recording})
    answer = await request
    assert answer.status_code == 200, answer.text
    with as_system("a look"):
        async with database.transaction(read_only=True) as session:
            assert (await session.get_one(Job, job)).cancel_requested


async def test_a_recording_that_gets_another_job_meanwhile(
    client: Client, app: FastAPI, factory: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    recording, _ = await _worked_on(app, factory)
    from verbatim.recordings import repository  # noqa: PLC0415 - what is patched

    lock_jobs, calls = repository._lock_jobs, 0

    async def overtaken(*given: object) -> frozenset[str]:
        nonlocal calls
        calls += 1
        return frozenset() if calls == 1 else await lock_jobs(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(repository, "_lock_jobs", overtaken)
    assert (await client.delete(f"/api/recordings/{recording}")).status_code == 200
    assert calls == 2
