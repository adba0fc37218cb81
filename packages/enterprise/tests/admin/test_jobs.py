"""Jobs of all teams: seen, stopped, tried again, and types and machines that begin nothing more."""

from __future__ import annotations

import socket
from datetime import timedelta
from pathlib import Path

import pytest
from conftest_types import MakeUser
from fastapi import FastAPI
from support.engines import install_quick_engine
from support.waiting import until
from support_enterprise import Person
from support_teams import Json, ok, refused
from verbatim_enterprise.host import Job, JobStatus, utcnow
from verbatim_enterprise.system_session import system_transaction

JOBS = "/api/admin/jobs"
SPEECH = Path(__file__).parents[4] / "docs" / "examples" / "good-morning.wav"


async def put_in(app: FastAPI, count: int, **fields: object) -> list[str]:
    async with system_transaction(app.state.database) as session:
        begun = utcnow() - timedelta(hours=1)
        rows = [
            Job(**{"job_type": "other", "created_at": begun + timedelta(seconds=n), **fields}) for n in range(count)
        ]
        session.add_all(rows)
        await session.flush()
        return [row.id for row in rows]


async def upload(person: Person) -> Json:
    files = {"file": (SPEECH.name, SPEECH.read_bytes())}
    return ok(await person.post("/api/recordings/upload", files=files, data={"transcribe": "true"}), 201)


async def listed(admin: Person, **wanted: str) -> list[Json]:
    found: list[Json] = ok(await admin.get(JOBS, params=wanted))["items"]
    return found


async def test_a_list_goes_on_where_it_ended_whatever_is_added(app: FastAPI, admin: Person) -> None:
    ids = await put_in(app, 7, status=JobStatus.FAILED, error="It broke.", completed_at=utcnow())
    first = ok(await admin.get(JOBS, params={"limit": 3, "status": "failed"}))
    await put_in(app, 2, status=JobStatus.FAILED, created_at=utcnow())
    second = ok(await admin.get(JOBS, params={"limit": 3, "status": "failed", "cursor": first["next_cursor"]}))
    third = ok(await admin.get(JOBS, params={"limit": 3, "status": "failed", "cursor": second["next_cursor"]}))
    found = [job["id"] for page in (first, second, third) for job in page["items"]]
    assert found == ids[::-1]
    assert third["next_cursor"] is None
    for cursor in ("nonsense", "2026-01-01|x", "|", "9" * 100):
        refused(await admin.get(JOBS, params={"cursor": cursor}), 422, "invalid_cursor")
    assert await listed(admin, team_id="nobody's") == []
    assert await listed(admin, host="elsewhere") == []


async def test_a_failed_transcription_is_tried_again_from_its_page(
    app: FastAPI, admin: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_quick_engine(monkeypatch)
    await upload(admin)

    async def ended() -> bool:
        return bool(await listed(admin, job_type="transcribe", status="completed"))

    await until(ended)
    job = (await listed(admin, job_type="transcribe"))[0]
    assert job["team"]
    assert job["recording_id"]
    assert job["host"] == socket.gethostname()
    refused(await admin.post(f"{JOBS}/{job['id']}/retry"), 409, "job_not_failed")
    refused(await admin.post(f"{JOBS}/{job['id']}/cancel"), 409, "job_ended")
    refused(await admin.get(f"{JOBS}/nothing"), 404, "job_not_found")
    async with system_transaction(app.state.database) as session:
        row = await session.get_one(Job, job["id"])
        row.status, row.error, row.error_code, row.stage = JobStatus.FAILED, "It broke.", "engine_failed", "listening"
    detail = ok(await admin.get(f"{JOBS}/{job['id']}"))
    assert (detail["can_retry"], detail["can_cancel"]) == (True, False)
    assert [step["what"] for step in detail["steps"]] == ["Queued", "Begun", "Failed while: listening"]

    again = ok(await admin.post(f"{JOBS}/{job['id']}/retry"))["id"]

    async def transcribed_again() -> bool:
        return bool(ok(await admin.get(f"{JOBS}/{again}"))["status"] == "completed")

    await until(transcribed_again)
    refused(await admin.post(f"{JOBS}/{job['id']}/retry"), 409, "wrong_state")


async def test_a_paused_type_waits_and_others_do_not(admin: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    install_quick_engine(monkeypatch)
    refused(await admin.post(f"{JOBS}/types/nothing/pause"), 404, "job_type_not_found")
    ok(await admin.post(f"{JOBS}/types/transcribe/pause"))
    ok(await admin.post(f"{JOBS}/types/transcribe/pause"))
    await upload(admin)

    async def drawn() -> bool:
        return bool(await listed(admin, job_type="waveform", status="completed"))

    await until(drawn)
    waiting = await listed(admin, job_type="transcribe")
    assert [job["status"] for job in waiting] == ["queued"]
    types = {one["job_type"]: one for one in ok(await admin.get(f"{JOBS}/report"))["types"]}
    assert (types["transcribe"]["paused"], types["transcribe"]["queued"]) == (True, 1)
    assert ok(await admin.get("/api/admin/overview"))["queue"]["paused_types"] == ["transcribe"]

    ok(await admin.post(f"{JOBS}/types/transcribe/resume"))

    async def transcribed() -> bool:
        return bool(await listed(admin, job_type="transcribe", status="completed"))

    await until(transcribed)


async def test_a_drained_machine_begins_nothing_until_it_may(admin: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    install_quick_engine(monkeypatch)
    host = socket.gethostname()
    refused(await admin.post(f"{JOBS}/machines/elsewhere/drain"), 404, "machine_not_found")
    ok(await admin.post(f"{JOBS}/machines/{host}/drain"))
    await upload(admin)
    report = ok(await admin.get(f"{JOBS}/report"))
    assert [(one["host"], one["drained"], one["running"]) for one in report["machines"]] == [(host, True, 0)]
    assert {job["status"] for job in await listed(admin)} == {"queued"}
    victim = (await listed(admin, job_type="waveform"))[0]["id"]
    ok(await admin.post(f"{JOBS}/{victim}/cancel"))

    ok(await admin.post(f"{JOBS}/machines/{host}/resume"))

    async def transcribed() -> bool:
        return bool(await listed(admin, job_type="transcribe", status="completed"))

    await until(transcribed)
    assert ok(await admin.get(f"{JOBS}/{victim}"))["status"] == "cancelled"


async def test_only_operators_see_and_touch_jobs(app: FastAPI, make_user: MakeUser) -> None:
    job = (await put_in(app, 1, status=JobStatus.FAILED))[0]
    calls = [("GET", ""), ("GET", "/report"), ("GET", f"/{job}"), ("POST", f"/{job}/cancel"), ("POST", f"/{job}/retry"),
             ("POST", "/types/transcribe/pause"), ("POST", "/types/transcribe/resume"),
             ("POST", "/machines/x/drain"), ("POST", "/machines/x/resume")]  # fmt: skip
    uwe = await make_user("uwe")
    for method, path in calls:
        refused(await uwe.request(method, f"{JOBS}{path}"), 403, "forbidden")
    otto = await make_user("otto", role="operator")
    assert ok(await otto.get(JOBS))["items"]
    refused(await otto.get("/api/admin/settings"), 403, "forbidden")


async def test_a_job_that_waits_is_put_first_or_last_among_its_teams(
    app: FastAPI, admin: Person, make_user: MakeUser
) -> None:
    begun = utcnow() + timedelta(hours=1)
    ids = await put_in(app, 3, run_at=begun, priority=5)
    ended = await put_in(app, 1, status=JobStatus.COMPLETED, completed_at=utcnow())
    [express] = await put_in(app, 1, run_at=begun, priority=100)

    async def priorities() -> list[int]:
        return [ok(await admin.get(f"{JOBS}/{one}"))["priority"] for one in (*ids, express)]

    assert ok(await admin.get(f"{JOBS}/{ids[0]}"))["can_move"]
    ok(await admin.post(f"{JOBS}/{ids[1]}/priority", json={"place": "first"}))
    ok(await admin.post(f"{JOBS}/{ids[2]}/priority", json={"place": "last"}))
    ok(await admin.post(f"{JOBS}/{express}/priority", json={"place": "first"}))
    first, moved, last, passing = await priorities()
    assert moved > first > last
    assert passing == 100, "one that passes others already is not put behind them"
    refused(await admin.post(f"{JOBS}/{ended[0]}/priority", json={"place": "first"}), 409, "job_not_waiting")
    refused(await admin.post(f"{JOBS}/nothing/priority", json={"place": "first"}), 404, "job_not_found")
    assert (await admin.post(f"{JOBS}/{ids[0]}/priority", json={"place": 7})).status_code == 422
    uwe = await make_user("uwe")
    refused(await uwe.post(f"{JOBS}/{ids[0]}/priority", json={"place": "first"}), 403, "forbidden")
