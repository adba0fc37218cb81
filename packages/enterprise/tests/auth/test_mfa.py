"""The second factor: each code once, and no way around it."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pyotp
import pytest
from conftest_types import MakePerson, MakeUser
from fastapi import FastAPI
from sqlalchemy import select, update
from support_enterprise import ADMIN, PASSWORD, Clock, Person
from support_setup import become_first
from verbatim_enterprise.auth import tokens
from verbatim_enterprise.auth.mfa import TOTP_SECRET
from verbatim_enterprise.host import KeyRing
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.models import User


async def _enrol(client: Person, at: float | None = None) -> tuple[str, list[str]]:
    """Switch the second factor on, with the code of a moment."""
    setup = await client.post("/api/auth/mfa/setup", json={"password": PASSWORD})
    assert setup.status_code == 200, setup.text
    secret = setup.json()["secret"]
    assert setup.json()["otpauth_url"].startswith("otpauth://totp/Verbatim:")
    assert setup.json()["qr_svg"].startswith("<?xml")
    enabled = await client.post("/api/auth/mfa/enable", json={"code": pyotp.TOTP(secret).at(at or time.time())})
    assert enabled.status_code == 200, enabled.text
    return secret, enabled.json()["recovery_codes"]


async def _fresh(app: FastAPI) -> None:
    """Let used codes count again, as if half a minute had passed."""
    async with system_transaction(app.state.database) as session:
        await session.execute(update(User).values(totp_last_step=None))


async def _first_step(client: Person) -> dict[str, Any]:
    response = await client.login(ADMIN)
    assert response.status_code == 200, response.text
    assert "set-cookie" not in response.headers
    body: dict[str, Any] = response.json()
    assert body["mfa_required"] is True
    assert "access_token" not in body
    return body


async def _second_step(client: Person, token: str, code: str) -> tuple[int, dict[str, Any]]:
    response = await client.post("/api/auth/mfa", json={"mfa_token": token, "code": code})
    return response.status_code, response.json()


async def test_sign_in(admin: Person, client: Person, app: FastAPI) -> None:
    secret, codes = await _enrol(admin)
    assert len(set(codes)) == 10
    assert (await admin.get("/api/auth/mfa")).json() == {"enabled": True, "required": False, "recovery_codes_left": 10}
    async with system_transaction(app.state.database) as session:
        stored = str(await session.scalar(select(User.totp_secret)))
    assert secret not in stored
    step = await _first_step(client)
    assert step["mfa_setup"] is False
    assert (
        await client.get("/api/auth/me", headers={"Authorization": f"Bearer {step['mfa_token']}"})
    ).status_code == 401
    await _fresh(app)
    status, signed_in = await _second_step(client, step["mfa_token"], pyotp.TOTP(secret).now())
    assert status == 200
    await client.use(signed_in)
    sessions = (await client.get("/api/auth/sessions")).json()["items"]
    assert next(item for item in sessions if item["is_current"])["second_factor"] is True


async def test_a_code_works_once(admin: Person, client: Person, app: FastAPI) -> None:
    now = time.time()  # half a minute may end at any moment, and another code begin
    secret, _ = await _enrol(admin, now)
    step = await _first_step(client)
    code = pyotp.TOTP(secret).at(now)
    assert (await _second_step(client, step["mfa_token"], code))[0] == 401, "used up by switching it on"
    await _fresh(app)
    answers = await asyncio.gather(*(_second_step(client, step["mfa_token"], code) for _ in range(4)))
    assert [status for status, _ in answers].count(200) == 1


async def test_old_and_wrong_codes(admin: Person, client: Person, app: FastAPI) -> None:
    secret, _ = await _enrol(admin)
    await _fresh(app)
    step = await _first_step(client)
    totp = pyotp.TOTP(secret)
    for code in (totp.at(time.time() - 120), totp.at(time.time() + 120), "000000"):
        assert (await _second_step(client, step["mfa_token"], code))[1]["code"] == "invalid_code"
    assert (await _second_step(client, step["mfa_token"], totp.at(time.time() - 29)))[0] == 200


async def test_recovery_codes_work_once(admin: Person, client: Person) -> None:
    _, codes = await _enrol(admin)
    for code, status in ((codes[0], 200), (codes[0], 401), (codes[1].upper().replace("-", " "), 200)):
        step = await _first_step(client)
        client.cookies.clear()
        assert (await _second_step(client, step["mfa_token"], code))[0] == status
        client.cookies.clear()
    assert (await admin.get("/api/auth/mfa")).json()["recovery_codes_left"] == 8


async def test_guessing_is_slow(admin: Person, visitor: MakePerson, monkeypatch: pytest.MonkeyPatch) -> None:
    Clock.stop(monkeypatch)
    await _enrol(admin)
    evil = visitor("198.51.100.1")
    step = await _first_step(evil)
    statuses = [(await _second_step(evil, step["mfa_token"], f"{n:06}"))[0] for n in range(8)]
    assert statuses[-1] == 429
    step = await _first_step(evil)  # beginning again does not help
    assert (await _second_step(evil, step["mfa_token"], "123456"))[0] == 429


async def test_first_step_dies_with_the_password(admin: Person, client: Person, app: FastAPI) -> None:
    secret, _ = await _enrol(admin)
    step = await _first_step(client)
    body = {"current_password": PASSWORD, "new_password": "another sturdy pass phrase"}
    assert (await admin.post("/api/auth/password", json=body)).status_code == 200
    await _fresh(app)
    status, answer = await _second_step(client, step["mfa_token"], pyotp.TOTP(secret).now())
    assert (status, answer["code"]) == (401, "invalid_mfa_token")


@pytest.mark.parametrize(("seconds", "status"), [(590, 200), (610, 401), (8 * 86_400, 401)])
async def test_first_step_lasts_ten_minutes(
    admin: Person, client: Person, app: FastAPI, monkeypatch: pytest.MonkeyPatch, seconds: int, status: int
) -> None:
    _, codes = await _enrol(admin)
    step = await _first_step(client)
    monkeypatch.setattr(tokens, "time", SimpleNamespace(time=lambda: time.time() + seconds))
    answered, body = await _second_step(client, step["mfa_token"], codes[0])
    assert (answered, body.get("code")) == (status, None if status == 200 else "invalid_mfa_token")


async def test_deactivated_between_the_steps(admin: Person, make_user: MakeUser, client: Person, app: FastAPI) -> None:
    bob = await make_user("bob")
    secret, _ = await _enrol(bob)
    await _fresh(app)
    token = (await client.login("bob")).json()["mfa_token"]
    await admin.patch(f"/api/users/{bob.id}", json={"is_active": False})
    assert (await _second_step(client, token, pyotp.TOTP(secret).now()))[0] == 403


async def test_reset_does_not_go_around_it(admin: Person, make_user: MakeUser, client: Person) -> None:
    bob = await make_user("bob")
    await _enrol(bob)
    token = (await admin.post(f"/api/users/{bob.id}/reset-link")).json()["token"]
    new = "another sturdy pass phrase"
    await client.post("/api/auth/reset/confirm", json={"token": token, "new_password": new})
    assert (await client.login("bob", new)).json()["mfa_required"] is True


async def test_switching_it_off(admin: Person, app: FastAPI) -> None:
    secret, _ = await _enrol(admin)
    await _fresh(app)
    code = pyotp.TOTP(secret).now()
    wrong = await admin.post("/api/auth/mfa/disable", json={"password": "wrong wrong", "code": code})
    assert wrong.json()["code"] == "wrong_password"
    assert (await admin.post("/api/auth/mfa/disable", json={"password": PASSWORD, "code": "000000"})).status_code == 401
    assert (await admin.post("/api/auth/mfa/disable", json={"password": PASSWORD, "code": code})).status_code == 200
    assert "access_token" in (await admin.login(ADMIN)).json()


async def test_setup_needs_the_password(admin: Person, client: Person) -> None:
    assert (await client.post("/api/auth/mfa/setup", json={"password": PASSWORD})).status_code == 401
    assert (await admin.post("/api/auth/mfa/setup", json={})).status_code == 403


async def test_an_administrator_helps_who_lost_it(admin: Person, make_user: MakeUser) -> None:
    bob = await make_user("bob")
    await _enrol(bob)
    assert (await bob.delete(f"/api/users/{bob.id}/mfa")).status_code == 403
    assert (await admin.delete(f"/api/users/{bob.id}/mfa")).status_code == 200
    assert (await bob.get("/api/auth/me")).status_code == 401
    await bob.sign_in("bob")


class TestRequired:
    @pytest.fixture
    def environment(self) -> Mapping[str, str]:
        return {"VERBATIM_MFA_REQUIRED_ROLES": "admin"}

    async def test_set_up_while_signing_in(self, client: Person, visitor: MakePerson) -> None:
        await become_first(client)
        step = await _first_step(client)
        assert step["mfa_setup"] is True
        assert (await _second_step(client, step["mfa_token"], "123456"))[0] in {401, 409}
        setup = await client.post("/api/auth/mfa/setup", json={"mfa_token": step["mfa_token"]})
        assert setup.status_code == 200, setup.text
        status, tokens = await _second_step(client, step["mfa_token"], pyotp.TOTP(setup.json()["secret"]).now())
        assert status == 200
        assert len(tokens["recovery_codes"]) == 10
        await client.use(tokens)
        # A user who becomes an administrator has to sign in anew, with a second factor.
        made = await client.post(
            "/api/users", json={"username": "bob", "email": "bob@example.org", "password": PASSWORD, "role": "user"}
        )
        bob = visitor()
        await bob.sign_in("bob")
        await client.patch(f"/api/users/{made.json()['id']}", json={"role": "admin"})
        assert (await bob.get("/api/auth/me")).status_code == 401
        refreshed = await bob.post("/api/auth/refresh", json={"refresh_token": bob.tokens["refresh_token"]})
        assert refreshed.status_code == 401
        code = pyotp.TOTP(setup.json()["secret"]).now()
        off = await client.post("/api/auth/mfa/disable", json={"password": PASSWORD, "code": code})
        assert off.json()["code"] == "mfa_state"


async def test_a_new_secret_key_takes_second_factors_along(admin: Person, client: Person, app: FastAPI) -> None:
    secret, _ = await _enrol(admin)
    new = "Zt8kQw3rUe6yPx1nVb5mLs9dHg2fJc7aRo4iTqXz"
    app.state.auth_services.keys = KeyRing(new, os.environ["VERBATIM_SECRET_KEY"])
    await _fresh(app)
    step = await _first_step(client)
    assert (await _second_step(client, step["mfa_token"], pyotp.TOTP(secret).now()))[0] == 200
    async with system_transaction(app.state.database) as session:
        user = (await session.scalars(select(User))).one()
    assert TOTP_SECRET.open(KeyRing(new), user.id, user.totp_secret or "") == secret
