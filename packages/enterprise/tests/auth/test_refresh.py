"""Refresh tokens: one living chain whatever happens at once, and every real replay caught."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import select, update
from support.campaigns import times
from support_enterprise import ADMIN, PASSWORD, Person
from verbatim_enterprise.auth.crypto import digest
from verbatim_enterprise.auth.models import AuthSession
from verbatim_enterprise.auth.sessions import GRACE
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.system_session import system_transaction

ROUNDS = times(4, 20)
AT_ONCE = 200


@pytest.fixture
def environment() -> dict[str, str]:
    """Let one person send as many requests as they like: here thousands come in seconds."""
    return {"VERBATIM_RATE_USER_PER_MINUTE": "0"}


async def _refresh(client: Person, token: str) -> tuple[int, str]:
    response = await client.post("/api/auth/refresh", json={"refresh_token": token})
    body = response.json()
    return response.status_code, body.get("refresh_token") or body.get("code")


async def _age(app: FastAPI, seconds: float) -> None:
    """Let the last rotation be older."""
    async with system_transaction(app.state.database) as session:
        await session.execute(update(AuthSession).values(rotated_at=utcnow() - timedelta(seconds=seconds)))


async def _row(app: FastAPI) -> AuthSession:
    async with system_transaction(app.state.database) as session:
        return (await session.scalars(select(AuthSession))).one()


async def test_successor(admin: Person, app: FastAPI) -> None:
    first = admin.tokens["refresh_token"]
    assert first.startswith("vrt_")
    status, second = await _refresh(admin, first)
    assert status == 200
    assert second not in {first, None}
    status, third = await _refresh(admin, second)
    assert (status, third != second) == (200, True)
    row = await _row(app)
    assert row.token_hash == digest(third)
    assert first not in str(vars(row).values())


async def test_previous_token_gets_the_same_successor(admin: Person) -> None:
    first = admin.tokens["refresh_token"]
    _, second = await _refresh(admin, first)
    assert await _refresh(admin, first) == (200, second)
    assert await _refresh(admin, first) == (200, second)


async def test_previous_token_after_the_grace_burns_the_family(admin: Person, app: FastAPI) -> None:
    first = admin.tokens["refresh_token"]
    _, second = await _refresh(admin, first)
    await _age(app, GRACE.total_seconds() + 1)
    assert await _refresh(admin, first) == (401, "invalid_refresh_token")
    assert await _refresh(admin, second) == (401, "invalid_refresh_token")
    assert (await _row(app)).end_reason == "replayed"
    assert (await admin.get("/api/auth/me")).status_code == 401


async def test_older_token_burns_the_family_at_once(admin: Person, app: FastAPI) -> None:
    first = admin.tokens["refresh_token"]
    _, second = await _refresh(admin, first)
    _, third = await _refresh(admin, second)
    assert (await _refresh(admin, first))[0] == 401
    assert (await _refresh(admin, third))[0] == 401
    assert (await admin.get("/api/auth/me")).status_code == 401
    assert (await _row(app)).end_reason == "replayed"


async def test_forged_tokens_burn_nothing(admin: Person) -> None:
    good = admin.tokens["refresh_token"]
    for index in (4, 20, 30, len(good) - 1):
        forged = good[:index] + ("A" if good[index] != "A" else "B") + good[index + 1 :]
        assert (await _refresh(admin, forged))[0] == 401
    for wrong in ("", "vrt_", "vrt_!!", good + "A", good.removeprefix("vrt_"), admin.tokens["access_token"]):
        assert (await _refresh(admin, wrong))[0] in {401, 422}
    assert (await _refresh(admin, good))[0] == 200


async def test_expired_session(admin: Person, app: FastAPI) -> None:
    async with system_transaction(app.state.database) as session:
        await session.execute(update(AuthSession).values(expires_at=utcnow() - timedelta(seconds=1)))
    assert (await _refresh(admin, admin.tokens["refresh_token"]))[0] == 401
    assert (await _row(app)).ended_at is None  # time passed; nobody replayed anything


@pytest.mark.campaign
@pytest.mark.timeout(600)
@pytest.mark.slow
async def test_two_hundred_at_once(admin: Person, app: FastAPI) -> None:
    token = admin.tokens["refresh_token"]
    for _ in range(ROUNDS):
        answers = await asyncio.gather(*(_refresh(admin, token) for _ in range(AT_ONCE)))
        assert {status for status, _ in answers} == {200}
        assert len({successor for _, successor in answers}) == 1, "the chain forked"
        old, token = token, answers[0][1]
    row = await _row(app)
    assert row.generation == ROUNDS
    assert row.ended_at is None
    # The chain is alive, and a token that is two steps back is a replay.
    status, newest = await _refresh(admin, token)
    assert status == 200
    assert (await _refresh(admin, old))[0] == 401
    assert (await _refresh(admin, newest))[0] == 401


@pytest.mark.slow
async def test_replays_among_two_hundred(admin: Person, app: FastAPI) -> None:
    first = admin.tokens["refresh_token"]
    _, second = await _refresh(admin, first)
    _, third = await _refresh(admin, second)
    tokens = [third] * 100 + [first] * 100
    answers = await asyncio.gather(*(_refresh(admin, token) for token in tokens))
    assert {status for status, _ in answers[100:]} == {401}
    assert (await _row(app)).end_reason == "replayed"
    assert (await _refresh(admin, third))[0] == 401


async def test_sessions_are_separate(admin: Person, visitor: object) -> None:
    other = visitor()  # type: ignore[operator]
    await other.sign_in(ADMIN, PASSWORD)
    first = admin.tokens["refresh_token"]
    _, second = await _refresh(admin, first)
    await _refresh(admin, second)
    assert (await _refresh(admin, first))[0] == 401
    assert (await other.get("/api/auth/me")).status_code == 200
    assert (await _refresh(other, other.tokens["refresh_token"]))[0] == 200
