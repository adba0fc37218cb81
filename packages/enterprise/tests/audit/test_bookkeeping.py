"""What the server writes for itself is no change, and does not hide that a request was refused."""

from __future__ import annotations

from pathlib import Path

import pyotp
from conftest_types import MakePerson
from fastapi import FastAPI
from sqlalchemy import update
from support_audit import actions_of, only_row, rows_of
from support_enterprise import ADMIN, PASSWORD, Person
from support_teams import ok
from verbatim_enterprise.host import new_id
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.models import User

UPLOAD = "/api/recordings/upload"
SPEECH = Path(__file__).parents[4] / "docs" / "examples" / "good-morning.wav"


async def _enrol(app: FastAPI, admin: Person) -> str:
    secret = str(ok(await admin.post("/api/auth/mfa/setup", json={"password": PASSWORD}))["secret"])
    ok(await admin.post("/api/auth/mfa/enable", json={"code": pyotp.TOTP(secret).now()}))
    await _forget_codes(app)
    return secret


async def _forget_codes(app: FastAPI) -> None:
    """Let used codes count again, as if half a minute had passed."""
    async with system_transaction(app.state.database) as session:
        await session.execute(update(User).values(totp_last_step=None))


async def test_an_upload_that_is_refused_has_changed_nothing(app: FastAPI, admin: Person) -> None:
    answer = await admin.post(UPLOAD, files={"file": ("notes.txt", b"no sound")})
    assert answer.status_code == 422
    assert await rows_of(app, action="request.changed") == []


async def test_an_upload_into_an_unknown_project_is_a_refusal(app: FastAPI, admin: Person) -> None:
    files = {"file": (SPEECH.name, SPEECH.read_bytes())}
    answer = await admin.post(UPLOAD, files=files, data={"project_id": new_id()})
    assert answer.status_code == 404
    row = await only_row(app, action="request.refused")
    assert (row.outcome, row.details["status"], row.details["route"]) == ("refused", 404, UPLOAD)
    ok(await admin.post(UPLOAD, files=files, data={"transcribe": "false"}), 201)
    assert await actions_of(app, resource_type="recording") == ["request.refused", "recording.created"]
    assert await rows_of(app, action="request.changed") == []


async def test_a_wrong_code_is_a_refusal(app: FastAPI, admin: Person) -> None:
    await _enrol(app, admin)
    before = len(await rows_of(app, action="request.changed"))
    answer = await admin.post("/api/auth/mfa/disable", json={"password": PASSWORD, "code": "aaaa-aaaa"})
    assert answer.status_code == 401
    row = await only_row(app, action="request.refused")
    assert (row.actor_name, row.details["status"]) == (ADMIN, 401)
    assert len(await rows_of(app, action="request.changed")) == before


async def test_what_has_an_event_has_no_second_row(app: FastAPI, admin: Person) -> None:
    secret = await _enrol(app, admin)
    before = await actions_of(app)
    wrong = {"password": "wrong", "code": "000000"}
    assert (await admin.post("/api/auth/mfa/recovery-codes", json=wrong)).status_code in {401, 403, 422}
    right = {"password": PASSWORD, "code": pyotp.TOTP(secret).now()}
    ok(await admin.post("/api/auth/mfa/recovery-codes", json=right))
    assert (await actions_of(app))[len(before) :] == ["session.refused", "user.mfa_changed"]


async def test_renewing_a_token_and_signing_in_after_failures_are_no_changes(
    app: FastAPI, admin: Person, visitor: MakePerson
) -> None:
    client = visitor()
    assert (await client.login(ADMIN, "wrong")).status_code == 401
    tokens = ok(await client.login(ADMIN))
    ok(await client.post("/api/auth/refresh", json={"refresh_token": tokens["refresh_token"]}))
    assert await rows_of(app, action="request.changed") == []
    assert await rows_of(app, action="request.refused") == []
    # What of the same table somebody does is told all the same.
    await client.use(tokens)
    ok(await client.post("/api/auth/team", json={"team_id": (await admin.me())["team_id"]}))
    assert (await only_row(app, action="request.changed")).details["route"] == "/api/auth/team"
