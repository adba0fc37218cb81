"""The administrator's first page: what was counted as it happened."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest_types import MakeApp, MakeUser
from fastapi import FastAPI
from sqlalchemy import select, update
from support.engines import install_quick_engine
from support.waiting import until
from support_enterprise import Person
from support_teams import Json, ok, refused
from verbatim_enterprise.admin import activity
from verbatim_enterprise.admin import overview as pages
from verbatim_enterprise.admin.figures import Counted, add, hour_of, settle
from verbatim_enterprise.admin.models import ActivityDay, FigureEntry
from verbatim_enterprise.admin.overview import add_to_overview
from verbatim_enterprise.host import Job, JobStatus, utcnow
from verbatim_enterprise.system_session import system_transaction

OVERVIEW = "/api/admin/overview"
SPEECH = Path(__file__).parents[4] / "docs" / "examples" / "good-morning.wav"


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    """Stop the clock by which days are told apart: a test that runs at midnight has two of them."""
    moment = utcnow()
    for module in (activity, pages):
        monkeypatch.setattr(module, "utcnow", lambda: moment)
    return moment.date()


async def overview(admin: Person) -> Json:
    return ok(await admin.get(OVERVIEW))


async def upload(admin: Person, *, transcribe: bool) -> None:
    files = {"file": (SPEECH.name, SPEECH.read_bytes())}
    ok(await admin.post("/api/recordings/upload", files=files, data={"transcribe": str(transcribe).lower()}), 201)


async def test_what_happens_is_counted_once_and_at_once(
    app: FastAPI, admin: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_quick_engine(monkeypatch)
    moment = utcnow()
    monkeypatch.setattr(activity, "utcnow", lambda: moment)  # whoever came before midnight is there after it
    before = await overview(admin)
    assert (before["content"]["recordings"], before["seats"]["used"], before["people"]["today"]) == (0, 1, 1)
    assert before["pending_migrations"] == []

    await upload(admin, transcribe=True)

    async def transcribed() -> bool:
        return bool((await overview(admin))["speed"]["times_realtime"])

    await until(transcribed)
    found = await overview(admin)
    content, team = found["content"], found["content"]["teams"][0]
    assert content["recordings"] == 1
    assert (content["bytes"], content["by_status"]) == (SPEECH.stat().st_size, {"completed": 1})
    assert (team["recordings"], team["bytes"]) == (1, content["bytes"])
    assert team["team_id"]
    assert found["series"]["recordings"][-2:] in ([0, 1], [1, 0])
    async with system_transaction(app.state.database) as session:
        assert await settle(session) > 0
        assert await settle(session) == 0
    again = await overview(admin)
    assert again["series"]["recordings"] == found["series"]["recordings"]
    assert again["speed"] == found["speed"]
    assert len(again["series"]["hours"]) == len(again["series"]["queue_length"]) == 48


async def test_people_count_on_the_days_on_which_they_were_there(
    today: date, app: FastAPI, admin: Person, make_user: MakeUser
) -> None:
    vera = await make_user("vera")
    ok(await vera.get("/api/auth/me"))
    found = await overview(admin)
    assert found["people"] == {"today": 2, "week": 2, "month": 2}
    assert sum(found["series"]["people"]) == 2
    ok(await vera.get("/api/auth/me"))
    assert sum((await overview(admin))["series"]["people"]) == 2

    days = {3: {"today": 1, "week": 2, "month": 2}, 10: {"today": 1, "week": 1, "month": 2}, 31: {"month": 1}}
    for back, told in days.items():
        async with system_transaction(app.state.database) as session:
            user_id = ok(await vera.get("/api/auth/me"))["id"]
            moved = update(ActivityDay).where(ActivityDay.user_id == user_id)
            await session.execute(moved.values(day=today - timedelta(days=back)))
        assert told.items() <= (await overview(admin))["people"].items()


async def test_the_queue_and_why_jobs_failed(app: FastAPI, admin: Person) -> None:
    now = utcnow()
    async with system_transaction(app.state.database) as session:
        for number in range(3):
            session.add(Job(job_type="nobody_runs_this", run_at=now - timedelta(minutes=5 + number)))
        session.add(Job(job_type="nobody_runs_this", run_at=now + timedelta(days=1)))
        for code, count in (("engine_failed", 2), (None, 1)):
            for number in range(count):
                ended = now - timedelta(hours=number)
                session.add(Job(job_type="transcribe", status=JobStatus.FAILED, error="It broke.", error_code=code,
                                completed_at=ended))  # fmt: skip
        session.add(
            Job(job_type="transcribe", status=JobStatus.FAILED, error="Old.", completed_at=now - timedelta(days=9))
        )
    await app.state.figures.beat()

    found = await overview(admin)

    queue = found["queue"]
    assert (queue["waiting"], queue["running"]) == (3, 0)
    assert 7 * 60 <= queue["oldest_seconds"] < 8 * 60
    assert max(found["series"]["queue_length"]) == 3
    causes = [(one["job_type"], one["code"], one["count"], one["error"]) for one in found["failures"]]
    assert causes == [("transcribe", "engine_failed", 2, "It broke."), ("transcribe", None, 1, "It broke.")]
    ok(await admin.get(f"/api/admin/jobs/{found['failures'][0]['job_id']}"))


async def test_two_servers_count_a_note_once(app: FastAPI, admin: Person, make_app: MakeApp) -> None:
    assert await overview(admin)
    hour = hour_of(utcnow())
    async with system_transaction(app.state.database) as session:
        session.add_all(FigureEntry(name=Counted.FAILURES, amount=1.0) for _ in range(40))
        await add(session, {(hour, Counted.QUEUE_LENGTH): 7.0})
        await add(session, {(hour, Counted.QUEUE_LENGTH): 3.0})
    other = make_app()
    async with other.router.lifespan_context(other):
        for each in (app, other, app):
            await each.state.figures.beat()
    series = (await overview(admin))["series"]
    assert sum(series["failures"]) == 40
    assert max(series["queue_length"]) == 7
    async with system_transaction(app.state.database, read_only=True) as session:
        assert not (await session.scalars(select(FigureEntry))).all()


async def test_a_feature_adds_to_it(app: FastAPI, admin: Person) -> None:
    async def spend(_: Any) -> Json:
        return {"month": 12.5, "budget": 100}

    add_to_overview(app.state.database, "llm", spend)
    budget = {"scope": "installation", "period": "month", "limit_tokens": 1000}
    ok(await admin.post("/api/llm/budgets", json=budget), 201)
    more = (await overview(admin))["more"]
    assert more["llm"] == {"month": 12.5, "budget": 100}
    (fullest,) = more["budgets"]["fullest"]
    assert (more["budgets"]["count"], fullest["whose"], fullest["percent"]) == (1, "the installation", 0)


async def test_operators_see_it_and_others_do_not(make_user: MakeUser) -> None:
    for role in ("viewer", "user", "auditor", "user_manager"):
        refused(await (await make_user(f"one-{role}", role=role)).get(OVERVIEW), 403, "forbidden")
    assert ok(await (await make_user("otto", role="operator")).get(OVERVIEW))["findings"] is not None
