"""Links that arrive by mail, through a real SMTP server: a new password, and the proof of an address."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from conftest_types import MakePerson
from fastapi import FastAPI
from sqlalchemy import select, update
from support_enterprise import ADMIN, PASSWORD, Person
from support_mail import PostOffice, mailed_token
from verbatim.core.settings.errors import SettingsError
from verbatim_enterprise.auth import reset
from verbatim_enterprise.auth.models import PasswordReset
from verbatim_enterprise.config import read_settings
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.models import User

FAR = "203.0.113.7"
NEW = "another sturdy pass phrase"


@pytest.fixture
def environment(mailing: dict[str, str]) -> Mapping[str, str]:
    return {
        **mailing,
        "VERBATIM_REGISTRATION": "domains",
        "VERBATIM_REGISTRATION_DOMAINS": "example.org, other.test",
    }


async def _register(client: Person, name: str, email: str) -> tuple[int, dict[str, object]]:
    body = {"username": name, "email": email, "password": PASSWORD}
    response = await client.post("/api/auth/register", json=body)
    return response.status_code, response.json()


async def _use(client: Person, token: str) -> int:
    body = {"token": token, "new_password": NEW}
    return (await client.post("/api/auth/reset/confirm", json=body)).status_code


async def test_a_new_password(admin: Person, visitor: MakePerson, office: PostOffice) -> None:
    client = visitor(FAR)
    for name in ("nobody@example.org", "ADA@example.org"):
        assert (await client.post("/api/auth/reset", json={"username": name})).status_code == 202
    token = await mailed_token(office)
    assert office.to == [[f"{ADMIN}@example.org"]]
    assert await _use(client, token) == 200
    assert (await admin.get("/api/auth/me")).status_code == 401
    await client.sign_in(ADMIN, NEW)
    assert await _use(client, token) == 422


async def test_an_account_wakes_when_its_address_is_proven(
    admin: Person, visitor: MakePerson, office: PostOffice, app: FastAPI
) -> None:
    client = visitor(FAR)
    status, _ = await _register(client, "bob", "bob@OTHER.test")
    assert status == 202
    assert (await client.login("bob")).json()["code"] == "account_pending"
    token = await mailed_token(office)
    assert office.to == [["bob@OTHER.test"]]
    async with system_transaction(app.state.database) as session:
        row = (await session.scalars(select(PasswordReset))).one()
        assert (row.confirms_email, token in str(vars(row))) == (True, False)
    assert await _use(client, token) == 200
    # Whoever registered may not be who reads that address: only the password chosen now counts.
    assert (await client.login("bob")).status_code == 401
    await client.sign_in("bob", NEW)
    assert await _use(client, token) == 422


async def test_other_domains_may_not(admin: Person, visitor: MakePerson) -> None:
    for address in ("eve@sub.example.org", "eve@evil-example.org"):
        assert (await _register(visitor(FAR), "eve", address))[1]["code"] == "registration_closed"


async def test_an_expired_proof_is_asked_for_again(
    admin: Person, visitor: MakePerson, office: PostOffice, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = visitor(FAR)
    await _register(client, "bob", "bob@example.org")
    first = await mailed_token(office)
    async with system_transaction(app.state.database) as session:
        await session.execute(update(PasswordReset).values(expires_at=utcnow(), created_at=utcnow() - reset.LINK_TIME))
    assert await _use(client, first) == 422
    assert (await client.post("/api/auth/reset", json={"username": "bob"})).status_code == 202
    assert await _use(client, await mailed_token(office, 2)) == 200
    await client.sign_in("bob", NEW)


async def test_no_proof_wakes_whom_an_administrator_put_to_sleep(
    admin: Person, visitor: MakePerson, office: PostOffice, app: FastAPI
) -> None:
    client = visitor(FAR)
    await _register(client, "bob", "bob@example.org")
    token = await mailed_token(office)
    async with system_transaction(app.state.database) as session:
        user = (await session.scalars(select(User).where(User.username == "bob"))).one()
    for active in (True, False):
        assert (await admin.patch(f"/api/users/{user.id}", json={"is_active": active})).status_code == 200
    assert await _use(client, token) == 200
    assert (await client.login("bob", NEW)).json()["code"] == "account_deactivated"


@pytest.mark.parametrize("missing", ["VERBATIM_MAIL_HOST", "VERBATIM_PUBLIC_URL"])
def test_without_mail_the_setting_is_refused(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    monkeypatch.setenv(missing, "")
    with pytest.raises(SettingsError, match="domains needs VERBATIM_MAIL_HOST and VERBATIM_PUBLIC_URL"):
        read_settings()


async def test_whoever_has_an_account_is_told_so_by_mail_only(
    admin: Person, visitor: MakePerson, office: PostOffice
) -> None:
    client = visitor(FAR)
    answers = [
        await client.post("/api/auth/register", json={"username": name, "email": email, "password": PASSWORD})
        for name, email in (("bob", "bob@example.org"), ("eve", f"{ADMIN}@example.org"), (ADMIN, "lin@example.org"))
    ]
    assert {(answer.status_code, answer.text) for answer in answers} == {(202, answers[0].text)}
    await mailed_token(office, 3)
    assert sorted(to for [to] in office.to) == [f"{ADMIN}@example.org", "bob@example.org", "lin@example.org"]
    for _ in range(3):  # and not again and again
        body = {"username": "x", "email": f"{ADMIN}@example.org", "password": PASSWORD}
        assert (await client.post("/api/auth/register", json=body)).status_code == 202
    await visitor(FAR).sign_in(ADMIN)
    assert len(office.to) == 3
