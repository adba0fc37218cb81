"""What has had its time is deleted, what still means something is not."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from conftest_types import MakeApp
from fastapi import FastAPI
from sqlalchemy import func, select, update
from support_enterprise import Person
from verbatim_enterprise.auth import upkeep
from verbatim_enterprise.auth.models import AuthSession, PasswordReset, Throttle
from verbatim_enterprise.auth.upkeep import UPKEEP, tidy
from verbatim_enterprise.host import Upkeep, utcnow
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.models import Invite


def _ago(days: float) -> Any:
    return utcnow() - timedelta(days=days)


def _session(user_id: str, number: int, **more: Any) -> AuthSession:
    moments = {"created_at": _ago(200), "rotated_at": _ago(200), "expires_at": _ago(-1), "ends_at": _ago(-1)}
    fields = {"salt": "00", "key_id": "k", "token_hash": f"{number}", "method": "password"}
    return AuthSession(id=f"session {number}", user_id=user_id, **{**fields, **moments, **more})


async def _ids(app: FastAPI, column: Any) -> set[str]:
    async with system_transaction(app.state.database, read_only=True) as session:
        return set(await session.scalars(select(column)))


async def test_sessions(admin: Person, app: FastAPI) -> None:
    alive = await _ids(app, AuthSession.id)
    async with system_transaction(app.state.database) as session:
        session.add_all(
            [
                _session(admin.id, 1),
                _session(admin.id, 2, ended_at=_ago(1)),
                _session(admin.id, 3, created_at=_ago(30), ended_at=_ago(20)),
                _session(admin.id, 4, ended_at=_ago(8)),
                _session(admin.id, 5, expires_at=_ago(8)),
                _session(admin.id, 6, ends_at=_ago(8)),
            ]
        )
    assert await tidy(app.state.database) == {"sessions": 3}
    assert await _ids(app, AuthSession.id) == alive | {"session 1", "session 2", "session 3"}
    assert (await admin.get("/api/auth/me")).status_code == 200
    assert await tidy(app.state.database) == {}


async def test_failures(admin: Person, app: FastAPI) -> None:
    async with system_transaction(app.state.database) as session:
        for key, failed, blocked in (("new", 0.5, 0.5), ("old", 2, 2), ("still blocked", 2, -1)):
            row = Throttle(key=key, account=None, failures=1, failed_at=_ago(failed), blocked_until=_ago(blocked))
            session.add(row)
    assert (await tidy(app.state.database))["auth_throttles"] == 1
    assert await _ids(app, Throttle.key) >= {"new", "still blocked"}
    assert "old" not in await _ids(app, Throttle.key)


async def test_links(admin: Person, app: FastAPI) -> None:
    async with system_transaction(app.state.database) as session:
        for name, expires, used in (("open", -1, None), ("expired", 2, None), ("used", -1, 2), ("just used", -1, 0.1)):
            session.add(
                PasswordReset(
                    id=name,
                    user_id=admin.id,
                    token_hash=name,
                    expires_at=_ago(expires),
                    used_at=None if used is None else _ago(used),
                )
            )
    assert await tidy(app.state.database) == {"password_resets": 2}
    assert await _ids(app, PasswordReset.id) == {"open", "just used"}


async def test_invitations(admin: Person, app: FastAPI) -> None:
    team = (await admin.me())["team_id"]
    made = [(await admin.post(f"/api/teams/{team}/invites", json={})).json()["id"] for _ in range(4)]
    async with system_transaction(app.state.database) as session:
        for invite, changes in zip(
            made,
            ({}, {"expires_at": _ago(91)}, {"accepted_at": _ago(91)}, {"revoked_at": _ago(10), "expires_at": _ago(99)}),
            strict=True,
        ):
            if changes:
                await session.execute(update(Invite).where(Invite.id == invite).values(**changes))
    assert await tidy(app.state.database) == {"team_invites": 2}
    assert await _ids(app, Invite.id) == {made[0], made[3]}


async def test_two_servers_share_many_rows(
    admin: Person, app: FastAPI, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "BATCH", 7)
    async with system_transaction(app.state.database) as session:
        for number in range(100):
            moment = _ago(3)
            session.add(Throttle(key=f"key {number}", failures=1, failed_at=moment, blocked_until=moment))
    other = make_app()
    async with other.router.lifespan_context(other):
        both = await asyncio.gather(tidy(app.state.database), tidy(other.state.database))
    assert sum(gone.get("auth_throttles", 0) for gone in both) == 100
    async with system_transaction(app.state.database, read_only=True) as session:
        assert await session.scalar(select(func.count()).where(Throttle.key.startswith("key "))) == 0


async def test_every_server_tidies_from_time_to_time(admin: Person, app: FastAPI) -> None:
    assert UPKEEP.name in app.state.upkeep
    async with system_transaction(app.state.database) as session:
        session.add(Throttle(key="old", failures=1, failed_at=_ago(3), blocked_until=_ago(3)))
    often = Upkeep(tidy, name="often", seconds=0.1, failed="auth_not_tidied")
    await often.start(app)
    try:
        for _ in range(300):
            if "old" not in await _ids(app, Throttle.key):
                break
            await asyncio.sleep(0.1)
        assert "old" not in await _ids(app, Throttle.key)
    finally:
        await often.stop(app)
