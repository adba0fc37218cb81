"""Whatever ends access ends it on every server within seconds, and at once where it happened."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from conftest_types import MakeApp, MakeUser
from fastapi import FastAPI
from support_enterprise import PASSWORD, Person, person
from support_stream import follow_events
from verbatim_enterprise.auth.cache import LiveSession, SessionCache
from verbatim_enterprise.host import Role

SOON = 5.0


@pytest.fixture
async def elsewhere(app: FastAPI, make_app: MakeApp) -> AsyncIterator[FastAPI]:
    """Give a second server on the same database."""
    other = make_app()
    async with other.router.lifespan_context(other):
        yield other


async def _until_refused(client: Person, path: str, *statuses: int) -> float:
    started = time.monotonic()
    while (response := await client.get(path)).status_code not in statuses:
        assert time.monotonic() - started < SOON, f"still {response.status_code}"
        await asyncio.sleep(0.1)
    return time.monotonic() - started


async def _log_out(_: Person, victim: Person) -> None:
    assert (await victim.post("/api/auth/logout")).status_code == 200


async def _deactivate(admin: Person, victim: Person) -> None:
    assert (await admin.patch(f"/api/users/{victim.id}", json={"is_active": False})).status_code == 200


async def _end_by_admin(admin: Person, victim: Person) -> None:
    assert (await admin.delete(f"/api/users/{victim.id}/sessions")).status_code == 200


async def _change_password(_: Person, victim: Person) -> None:
    other = person(victim._transport.app, "192.0.2.1")  # type: ignore[attr-defined]
    await other.sign_in("bob")
    body = {"current_password": PASSWORD, "new_password": "another sturdy pass phrase"}
    assert (await other.post("/api/auth/password", json=body)).status_code == 200
    assert (await other.get("/api/auth/me")).status_code == 200, "the session that changed it goes on"
    await other.aclose()


@pytest.mark.parametrize("end", [_log_out, _deactivate, _end_by_admin, _change_password])
async def test_session_ends_everywhere(
    admin: Person,
    make_user: MakeUser,
    elsewhere: FastAPI,
    end: Callable[[Person, Person], Awaitable[None]],
) -> None:
    victim = await make_user("bob")
    there = person(elsewhere)
    there.headers.update(victim.headers)
    assert (await there.get("/api/auth/me")).status_code == 200
    await end(admin, victim)
    assert (await victim.get("/api/auth/me")).status_code == 401, "at once where it happened"
    await _until_refused(there, "/api/auth/me", 401)
    refreshed = await there.post("/api/auth/refresh", json={"refresh_token": victim.tokens["refresh_token"]})
    assert refreshed.status_code == 401
    await there.aclose()


async def test_role_counts_everywhere(admin: Person, make_user: MakeUser, elsewhere: FastAPI) -> None:
    second = await make_user("eve", role="admin")
    there = person(elsewhere)
    there.headers.update(second.headers)
    assert (await there.get("/api/users")).status_code == 200
    assert (await admin.patch(f"/api/users/{second.id}", json={"role": "user"})).status_code == 200
    assert (await second.get("/api/users")).status_code == 403
    await _until_refused(there, "/api/users", 403)
    await there.aclose()


async def test_membership_counts_everywhere(admin: Person, make_user: MakeUser, elsewhere: FastAPI) -> None:
    team = (await admin.me())["team_id"]
    member = await make_user("bob")
    added = await admin.post(f"/api/teams/{team}/members", json={"user_id": member.id, "role": "member"})
    assert added.status_code == 201, added.text
    assert (await member.get("/api/recordings")).status_code == 200, "at once where it happened"
    there = person(elsewhere)
    there.headers.update(member.headers)
    assert (await there.get("/api/recordings", headers={"X-Team-Id": team})).status_code == 200
    assert (await admin.delete(f"/api/teams/{team}/members/{member.id}")).status_code == 200
    assert (await member.get("/api/recordings", headers={"X-Team-Id": team})).status_code == 404
    await _until_refused(there, "/api/recordings", 403)
    assert (await there.get("/api/recordings", headers={"X-Team-Id": team})).json()["code"] == "team_not_found"
    await there.aclose()


async def test_deactivated_sessions_do_not_come_back(admin: Person, make_user: MakeUser) -> None:
    victim = await make_user("bob")
    await _deactivate(admin, victim)
    assert (await admin.patch(f"/api/users/{victim.id}", json={"is_active": True})).status_code == 200
    assert (await victim.get("/api/auth/me")).status_code == 401


async def test_event_stream_ends(admin: Person, make_user: MakeUser, app: FastAPI) -> None:
    team = (await admin.me())["team_id"]
    member = await make_user("bob")
    await admin.post(f"/api/teams/{team}/members", json={"user_id": member.id, "role": "member"})
    async with follow_events(app, member) as stream:
        assert (await admin.delete(f"/api/teams/{team}/members/{member.id}")).status_code == 200
        await admin.post("/api/projects", json={"name": "not for bob"})
        await asyncio.wait_for(stream.ended.wait(), SOON)
    assert "project.changed" not in stream.text


class TestCache:
    """The memory of sessions, without a server."""

    LIVE = LiveSession("s", "u", "ada", None, Role.USER, time.time() + 100_000, None, None, {})

    async def test_read_once_for_all_who_ask_at_once(self) -> None:
        reads = 0

        async def load(_: str) -> LiveSession | None:
            nonlocal reads
            reads += 1
            await asyncio.sleep(0.01)
            return self.LIVE

        cache = SessionCache(load, ttl=10)
        await asyncio.gather(*(cache.get("s") for _ in range(50)))
        await cache.get("s")
        assert reads == 1

    async def test_what_was_read_before_a_change_is_not_kept(self) -> None:
        answers = [self.LIVE, None]
        reading, changed = asyncio.Event(), asyncio.Event()

        async def load(_: str) -> LiveSession | None:
            answer = answers.pop(0)
            reading.set()
            await changed.wait()
            return answer

        cache = SessionCache(load, ttl=10)
        slow = asyncio.create_task(cache.get("s"))
        await reading.wait()
        cache.forget()
        changed.set()
        await slow
        assert await cache.get("s") is None

    async def test_one_who_leaves_does_not_stop_the_others(self) -> None:
        async def load(_: str) -> LiveSession | None:
            await asyncio.sleep(0.05)
            return self.LIVE

        cache = SessionCache(load)
        first, second = (asyncio.create_task(cache.get("s")) for _ in range(2))
        await asyncio.sleep(0.01)
        first.cancel()
        assert await second == self.LIVE
