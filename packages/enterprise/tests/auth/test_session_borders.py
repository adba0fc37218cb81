"""When a session counts, to the microsecond: for its refresh token, the one before, and what is asked with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from conftest_types import MakePerson
from fastapi import FastAPI
from sqlalchemy import select, update
from support_enterprise import ADMIN, PASSWORD, Person
from verbatim_enterprise.auth import sessions
from verbatim_enterprise.auth.models import AuthSession
from verbatim_enterprise.auth.services import AUTH
from verbatim_enterprise.host import Base, utcnow
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.models import User

INSTANT = timedelta(microseconds=1)


@dataclass
class Held:
    """A session that was rotated once, and what it can be brought back to."""

    app: FastAPI
    client: Person
    tokens: tuple[str, str]
    """The refresh token before, and the current one."""
    rows: dict[type[Base], dict[str, Any]]

    async def set(self, **values: Any) -> None:
        """Make the session and its account as they were, but for some columns."""
        async with system_transaction(self.app.state.database) as session:
            for model, row in self.rows.items():
                changed = {**row, **{name: value for name, value in values.items() if name in row}}
                await session.execute(update(model).where(_id(model) == row["id"]).values(**changed))
        AUTH.of(self.app).cache.forget()

    async def refresh(self, number: int) -> int:
        """Return the status of the answer to the token before (0) or the current one (1)."""
        answer = await self.client.post("/api/auth/refresh", json={"refresh_token": self.tokens[number]})
        return answer.status_code

    async def ask(self) -> int:
        return (await self.client.get("/api/auth/me")).status_code


def _id(model: type[Base]) -> Any:
    return model.__table__.c.id


@pytest.fixture
async def held(app: FastAPI, admin: Person) -> Held:
    first = admin.tokens["refresh_token"]
    second = (await admin.post("/api/auth/refresh", json={"refresh_token": first})).json()["refresh_token"]
    async with system_transaction(app.state.database, read_only=True) as session:
        row, user = (await session.execute(select(AuthSession, User).join(User, User.id == AuthSession.user_id))).one()
        rows: dict[type[Base], dict[str, Any]] = {
            type(one): {name: value for name, value in vars(one).items() if name in one.__table__.c}
            for one in (row, user)
        }
    return Held(app, admin, (first, second), rows)


@pytest.fixture
def now(held: Held, monkeypatch: pytest.MonkeyPatch) -> datetime:
    """Stop the clock of sessions ten seconds after the token was changed for another."""
    moment: datetime = held.rows[AuthSession]["rotated_at"] + timedelta(seconds=10)
    monkeypatch.setattr(sessions, "utcnow", lambda: moment)
    return moment


async def test_each_token_ends_at_the_very_moment(held: Held, now: datetime) -> None:
    began = held.rows[AuthSession]["created_at"]
    for over in (
        {"expires_at": now},
        {"ends_at": now},
        {"ended_at": now},
        {"is_active": False},
        {"signed_in_after": began},
        {"signed_in_after": began + INSTANT},
    ):
        await held.set(**over)
        assert (await held.refresh(0), await held.refresh(1)) == (401, 401), over
    for alive in (
        {},
        {"expires_at": now + INSTANT},
        {"ends_at": now + INSTANT},
        {"signed_in_after": began - INSTANT},
    ):
        for number in (0, 1):
            await held.set(**alive)
            assert await held.refresh(number) == 200, (alive, number)


async def test_what_is_asked_ends_with_the_session(held: Held) -> None:
    began, moment = held.rows[AuthSession]["created_at"], utcnow()
    for over in (
        {"expires_at": moment - timedelta(seconds=1)},
        {"ends_at": moment - timedelta(seconds=1)},
        {"ended_at": moment},
        {"is_active": False},
        {"signed_in_after": began},
    ):
        await held.set(**over)
        assert await held.ask() == 401, over
    for alive in ({}, {"signed_in_after": began - INSTANT}, {"expires_at": moment + timedelta(hours=1)}):
        await held.set(**alive)
        assert await held.ask() == 200, alive


@pytest.mark.parametrize("environment", [{"VERBATIM_MFA_REQUIRED_ROLES": "user"}])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_role_that_needs_a_second_step_has_no_use_of_a_session_without_one(held: Held) -> None:
    for second_factor, role, status in ((False, "user", 401), (True, "user", 200), (False, "admin", 200)):
        await held.set(second_factor=second_factor, role=role)
        assert (await held.refresh(1), await held.ask()) == (status, status), (second_factor, role)


@pytest.mark.parametrize(("seconds", "status"), [(30.0, 200), (30.000001, 401)])
async def test_the_token_before_works_for_half_a_minute(
    held: Held, monkeypatch: pytest.MonkeyPatch, seconds: float, status: int
) -> None:
    moment = held.rows[AuthSession]["rotated_at"] + timedelta(seconds=seconds)
    monkeypatch.setattr(sessions, "utcnow", lambda: moment)
    assert (await held.refresh(0), await held.refresh(1)) == (status, status)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_browser_is_noted_with_three_hundred_letters_of_its_name(
    app: FastAPI, admin: Person, visitor: MakePerson
) -> None:
    for length, kept in ((301, 300), (0, None)):
        client = visitor()
        client.headers["user-agent"] = "b" * length
        await client.sign_in(ADMIN, PASSWORD)
        async with system_transaction(app.state.database, read_only=True) as session:
            newest = select(AuthSession).order_by(AuthSession.created_at.desc()).limit(1)
            row = (await session.scalars(newest)).one()
        assert row.user_agent == (None if kept is None else "b" * kept)
