"""Until when a key may be used, to the microsecond, and what it can be given in a team."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import update
from support_enterprise import Person
from support_keys import make_key, program
from support_teams import Crew, MakeUser, ok, refused
from verbatim_enterprise.api_keys import service
from verbatim_enterprise.api_keys.models import ApiKey
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.system_session import system_transaction

INSTANT, MINUTE, MONTH = timedelta(microseconds=1), timedelta(minutes=1), timedelta(days=30)
TEAM_SCOPES = ("recording:read", "webhook:manage")

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """Stop the clock by which ends are judged."""
    moment = utcnow()
    monkeypatch.setattr(service, "utcnow", lambda: moment)
    return moment


@pytest.mark.parametrize("environment", [{"VERBATIM_KEYS_MAX_DAYS": "30"}])
async def test_a_key_ends_within_the_days_that_the_server_allows(admin: Person, now: datetime) -> None:
    body = {"name": "x", "scopes": ["project:read"]}
    for wished in (now, now - INSTANT, now + MONTH + MINUTE + INSTANT):
        answer = await admin.post("/api/keys", json=body | {"expires_at": wished.isoformat()})
        assert refused(answer, 422, "expiry_not_allowed")["max_days"] == 30
    wishes: tuple[tuple[datetime | None, datetime], ...] = (
        (None, now + MONTH),
        (now + INSTANT, now + INSTANT),
        (now + MONTH, now + MONTH),
        (now + MONTH + INSTANT, now + MONTH),
        (now + MONTH + MINUTE, now + MONTH),
    )
    for wish, given in wishes:
        made = await make_key(admin, "project:read", expires_at=wish.isoformat() if wish else None)
        assert datetime.fromisoformat(made["expires_at"]) == given, wish


async def test_without_a_longest_life_a_key_has_the_end_that_was_wished(admin: Person, now: datetime) -> None:
    later = now + timedelta(days=9_999)
    assert (await make_key(admin, "project:read"))["expires_at"] is None
    made = await make_key(admin, "project:read", expires_at=later.isoformat())
    assert datetime.fromisoformat(made["expires_at"]) == later


async def test_a_new_secret_gives_as_long_a_life_again_but_not_to_a_program(
    app: FastAPI, admin: Person, now: datetime
) -> None:
    made = await make_key(admin, "apikey:manage", expires_at=(now + timedelta(days=10)).isoformat())
    async with system_transaction(app.state.database) as session:
        await session.execute(update(ApiKey).values(secret_made_at=now - timedelta(days=1)))
    turned = ok(await program(app, made["key"]).post(f"/api/keys/{made['id']}/rotate", json={"overlap_seconds": 0}))
    assert turned["expires_at"] == made["expires_at"]
    async with system_transaction(app.state.database) as session:
        await session.execute(update(ApiKey).values(secret_made_at=now - timedelta(days=1)))
    turned = ok(await admin.post(f"/api/keys/{made['id']}/rotate", json={"overlap_seconds": 60}))
    assert datetime.fromisoformat(turned["expires_at"]) == now + timedelta(days=11)
    async with system_transaction(app.state.database) as session:
        row = await session.get_one(ApiKey, made["id"])
        assert row.previous_ends_at == now + MINUTE


@pytest.mark.parametrize("environment", [{"VERBATIM_KEYS_PER_USER": "2"}])
async def test_keys_that_have_ended_are_not_counted(app: FastAPI, admin: Person) -> None:
    body = {"name": "x", "scopes": ["project:read"]}
    first, second = [await make_key(admin, "project:read") for _ in range(2)]
    refused(await admin.post("/api/keys", json=body), 409, "too_many_api_keys")
    ok(await admin.delete(f"/api/keys/{first['id']}"))
    async with system_transaction(app.state.database) as session:
        await session.execute(update(ApiKey).where(ApiKey.id == second["id"]).values(expires_at=utcnow()))
    assert ok(await admin.get("/api/keys/grantable"))["keys_left"] == 2
    for _ in range(2):
        await make_key(admin, "project:read")
    refused(await admin.post("/api/keys", json=body), 409, "too_many_api_keys")


@pytest.mark.parametrize("environment", [{"VERBATIM_RATE_KEY_PER_MINUTE": "10", "VERBATIM_RATE_KEY_BURST": "5"}])
async def test_only_administrators_give_a_key_more_than_the_usual_rate(admin: Person, make_user: MakeUser) -> None:
    bob = await make_user("bob")
    team = (await admin.me())["team_id"]
    ok(await admin.post(f"/api/teams/{team}/members", json={"user_id": bob.id, "role": "member"}), 201)
    body = {"name": "x", "scopes": ["project:read"]}
    for faster in ({"rate_per_minute": 11}, {"rate_burst": 6}, {"rate_per_minute": 10, "rate_burst": 6}):
        answer = await bob.post("/api/keys", json=body | faster)
        assert (answer.status_code, answer.json()["rate_per_minute"]) == (403, 10), answer.text
        await make_key(admin, "project:read", **faster)
    made = await make_key(bob, "project:read", rate_per_minute=10, rate_burst=5)
    assert (await bob.patch(f"/api/keys/{made['id']}", json={"rate_per_minute": 11})).status_code == 403
    assert (made["rate_per_minute"], made["rate_burst"]) == (10, 5)


async def test_an_administrator_lends_no_key_of_a_team_what_concerns_the_server(admin: Person) -> None:
    team = (await admin.me())["team_id"]
    everywhere = set(ok(await admin.get("/api/keys/grantable"))["scopes"])
    there = set(ok(await admin.get("/api/keys/grantable", params={"team_id": team}))["scopes"])
    assert everywhere - there == {
        *("team:manage", "user:manage", "apikey:manage", "audit:read", "settings:manage", "license:manage"),
        *("system:operate", "system:admin"),
    }
    body = {"name": "x", "scopes": ["recording:read", "user:manage"], "team_id": team}
    assert (await admin.post("/api/keys", json=body)).json()["scopes"] == ["user:manage"]


async def test_a_key_of_a_team_is_offered_what_concerns_the_team(crew: Crew) -> None:
    owner, viewer, team = crew["owner"], crew["viewer"], crew.team_id

    async def grantable(who: Person, **params: str) -> set[str]:
        return set(ok(await who.get("/api/keys/grantable", params=params))["scopes"])

    everywhere, there = await grantable(owner), await grantable(owner, team_id=team)
    assert there == everywhere
    assert set(TEAM_SCOPES) < there
    assert await grantable(viewer, team_id=team) == {
        "recording:read", "transcript:read", "project:read", "document:read", "conversation:read",
    }  # fmt: skip
    root = await grantable(crew["root"])
    assert {"user:manage", "apikey:manage", "audit:read", "license:manage"} <= root
    refused(await crew["root"].get("/api/keys/grantable", params={"team_id": team}), 404, "team_not_found")
    made = await make_key(owner, *TEAM_SCOPES, team_id=team)
    assert made["scopes"] == sorted(TEAM_SCOPES)
