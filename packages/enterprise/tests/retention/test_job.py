"""The daily job: it deletes as people do, what is left stays, and nothing is lost or done twice when it dies."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from support.factories import Factory
from support.waiting import until
from support_content import factory_of, hold, lift
from support_events import hear
from support_retention import aged, being_transcribed, left, make_rule, preview, run
from support_teams import Crew, Json, ok
from verbatim_enterprise.holds.coverage import held_things
from verbatim_enterprise.host import Database, JobStatus, as_system, content_class, utcnow
from verbatim_enterprise.retention import jobs
from verbatim_enterprise.retention.models import RetentionRule

SPEECH = Path(__file__).parents[4] / "docs" / "examples" / "good-morning.wav"


@pytest.fixture
def heard(app: FastAPI) -> list[Json]:
    """Give what the audit log and webhooks are told."""
    return hear(app)


async def test_what_had_its_time_goes_with_its_file_and_is_told(
    app: FastAPI, loner: Crew, factory: Factory, heard: list[Json], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "AT_ONCE", 2)
    old = await aged(factory, 31, 40, 50, 60, 400)
    young = await aged(factory, 1, 29)
    await factory.transcript("Words", recording_id=old[0])
    files = Path(app.state.settings.storage_dir)
    for one in (*old, *young):
        path = files / f"recordings/{one}/original"
        path.parent.mkdir(parents=True)
        path.write_bytes(b"x" * 10)
    rule = await make_rule(loner, 30)
    heard.clear()
    assert await run(app) == 1
    assert await left(app) == set(young)
    assert {event["recording_id"] for event in heard if event["event"] == "recording.deleted"} == set(old)
    told = [event for event in heard if event["event"] == "retention.deleted"]
    assert [event["recordings"] for event in told] == [2, 2, 1]
    assert sum(event["bytes"] for event in told) == 5_000
    assert {event["rule_id"] for event in told} == {rule["id"]}
    [shown] = ok(await loner["owner"].get(f"{loner.url}/retention"))["items"]
    assert (shown["deleted_recordings"], shown["deleted_bytes"]) == (5, 5_000)
    assert shown["last_run_at"] is not None

    def originals() -> set[str]:
        return {path.parent.name for path in files.rglob("original")}

    async def files_are_gone() -> bool:
        return originals() == set(young)

    await until(files_are_gone, 20)


async def test_what_was_never_to_be_transcribed_goes_too(app: FastAPI, loner: Crew, factory: Factory) -> None:
    owner, files = loner["owner"], {"file": ("a.wav", SPEECH.read_bytes())}
    ok(await owner.post("/api/recordings/upload", files=files, data={"transcribe": "false"}), 201)
    database, recording = app.state.database, content_class("recordings")
    with as_system("days pass"):
        async with database.transaction() as session:
            assert set(await session.scalars(select(recording.status))) == {"untranscribed"}
            await session.execute(update(recording).values(created_at=utcnow() - timedelta(days=40)))
    assert (await preview(loner, keep_days=30))["recordings"] == 1
    await make_rule(loner, 30)
    await run(app)
    assert await left(app) == set()


async def test_it_runs_once_a_day(app: FastAPI, loner: Crew, factory: Factory) -> None:
    await make_rule(loner, 30)
    assert await run(app) == 1
    late = await aged(factory, 400)
    assert await run(app) == 0
    assert await left(app) == set(late)
    database: Database = app.state.database
    with as_system("a day passes"):
        async with database.transaction() as session:
            await session.execute(update(RetentionRule).values(last_run_at=utcnow() - timedelta(days=1)))
    assert await run(app) == 1
    assert await left(app) == set()


async def test_a_paused_rule_deletes_nothing(app: FastAPI, loner: Crew, factory: Factory) -> None:
    ids = await aged(factory, 400)
    rule = await make_rule(loner, 30)
    ok(await loner["owner"].post(f"{loner.url}/retention/rules/{rule['id']}/pause"))
    assert await run(app) == 0
    assert await left(app) == set(ids)


async def test_what_is_held_or_worked_on_stays_until_it_is_free(app: FastAPI, loner: Crew, factory: Factory) -> None:
    held, inside, free = await aged(factory, 400, 400, 400)
    [busy] = await aged(factory, 400)
    await being_transcribed(factory, busy)
    first = await hold(loner["owner"], recording_id=held)
    await hold(loner["owner"], project_id=await factory.project("Evidence", [inside]))
    await make_rule(loner, 30)
    await run(app)
    assert await left(app) == {held, inside, busy}
    assert free not in await left(app)
    await lift(loner["owner"], first)
    database: Database = app.state.database
    with as_system("a day passes"):
        async with database.transaction() as session:
            await session.execute(update(RetentionRule).values(last_run_at=None))
    await run(app)
    assert await left(app) == {inside, busy}


@pytest.mark.parametrize(
    ("status", "stays"),
    [
        (JobStatus.QUEUED, True),
        (JobStatus.RUNNING, True),
        (JobStatus.COMPLETED, False),
        (JobStatus.FAILED, False),
        (JobStatus.CANCELLED, False),
    ],
)
async def test_only_a_job_that_is_not_over_keeps_its_recording(
    app: FastAPI, loner: Crew, factory: Factory, status: JobStatus, *, stays: bool
) -> None:
    """Nearly every recording has a job that is over: it must not be a reason to keep it for ever."""
    [old] = await aged(factory, 400)
    # Whoever runs it is alive, so that nobody takes it over in the middle of the test.
    lease = {"lease_expires_at": utcnow() + timedelta(days=1)} if status is JobStatus.RUNNING else {}
    await being_transcribed(factory, old, status, **lease)
    assert (await preview(loner, keep_days=30))["recordings"] == (0 if stays else 1)
    await make_rule(loner, 30)
    await run(app)
    assert await left(app) == ({old} if stays else set())


async def test_a_hold_in_the_middle_of_a_run_keeps_the_rest(
    app: FastAPI, loner: Crew, factory: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The batch was chosen before the hold was there, and is chosen anew."""
    monkeypatch.setattr(jobs, "AT_ONCE", 3)
    ids = sorted(await aged(factory, 400, 400, 400))
    real, placed = held_things, []

    def blind(session: AsyncSession, kind: str) -> object:
        placed.append(1)
        return real(session, kind) if len(placed) > 4 else content_class(f"{kind}s").id.is_(None)

    await hold(loner["owner"], recording_id=ids[1])
    await make_rule(loner, 30)
    monkeypatch.setattr(jobs, "held_things", blind)
    await run(app)
    assert len(placed) > 4
    assert await left(app) == {ids[1]}


async def test_a_run_that_is_broken_off_goes_on(
    app: FastAPI, loner: Crew, factory: Factory, heard: list[Json], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "AT_ONCE", 1)
    await aged(factory, *([400] * 4))
    await make_rule(loner, 30)
    real, calls = jobs.delete_some, []

    async def dies(session: object, now: object) -> tuple[str, int]:
        calls.append(1)
        count = await real(session, now)  # type: ignore[arg-type] # passed on
        if len(calls) == 3:
            raise RuntimeError("The power went out in the middle of a transaction.")
        return count

    monkeypatch.setattr(jobs, "delete_some", dies)
    monkeypatch.setattr("verbatim.core.jobs.job_type.BACKOFF_SECONDS", (0.1, 0.1, 0.1))
    await run(app)
    assert await left(app) == set()
    [shown] = ok(await loner["owner"].get(f"{loner.url}/retention"))["items"]
    assert shown["deleted_recordings"] == 4
    committed = [event for event in heard if event["event"] == "retention.deleted"]
    assert len(committed) == 5, "four that were true, and one that was undone with its transaction"


async def test_another_team_keeps_what_is_its_own(app: FastAPI, loner: Crew, factory: Factory) -> None:
    other = ok(await loner["owner"].post("/api/teams", json={"name": "Elsewhere"}), 201)
    theirs = await aged(await factory_of(app, other["id"]), 400)
    await aged(factory, 400)
    await make_rule(loner, 1)
    await run(app)
    assert await left(app) == set(theirs)


async def test_many_recordings_go_in_one_run(app: FastAPI, loner: Crew, factory: Factory) -> None:
    await aged(factory, *([400] * 120))
    await make_rule(loner, 30)
    await asyncio.wait_for(run(app), 60)
    assert await left(app) == set()
    database: Database = app.state.database
    with as_system("a test"):
        async with database.transaction(read_only=True) as session:
            counts = content_class("recording_counts")
            assert await session.scalar(select(func.sum(counts.recordings))) == 0
