"""What keys do: they act for somebody, within that person's living rights."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from conftest_types import MakeApp
from fastapi import FastAPI
from structlog.testing import capture_logs
from support_enterprise import PASSWORD, Person
from support_keys import make_key, program
from support_teams import Json, MakeUser, ok, refused
from verbatim_enterprise.api_keys.secret import new_secret

SOON = 5.0
ON_ONE_DATABASE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
CONTENT = ("recording:read", "project:read", "project:create")


@pytest.fixture
async def elsewhere(app: FastAPI, make_app: MakeApp) -> AsyncIterator[FastAPI]:
    """Give a second server on the same database."""
    other = make_app()
    async with other.router.lifespan_context(other):
        yield other


async def _join(admin: Person, person: Person, role: str = "member") -> str:
    """Let somebody into the administrator's team."""
    team: str = (await admin.me())["team_id"]
    ok(await admin.post(f"/api/teams/{team}/members", json={"user_id": person.id, "role": role}), 201)
    return team


async def test_a_key_works_on_the_same_routes_as_its_owner(app: FastAPI, admin: Person) -> None:
    made = await make_key(admin, *CONTENT)
    key = program(app, made["key"])
    project = ok(await key.post("/api/projects", json={"name": "By a program"}), 201)
    assert ok(await admin.get(f"/api/projects/{project['id']}"))["name"] == "By a program"
    info = ok(await key.get("/api/info"))
    assert info["permissions"] == sorted(CONTENT)
    assert info["user"]["id"] == admin.id
    assert (await key.get("/api/projects")).headers.get("set-cookie") is None
    await key.aclose()


async def _revoke(admin: Person, owner: Person, key: Json) -> str:
    ok(await owner.delete(f"/api/keys/{key['id']}"))
    return "api_key_revoked"


async def _revoke_as_admin(admin: Person, owner: Person, key: Json) -> str:
    ok(await admin.delete(f"/api/keys/{key['id']}"))
    return "api_key_revoked"


async def _deactivate(admin: Person, owner: Person, key: Json) -> str:
    ok(await admin.patch(f"/api/users/{owner.id}", json={"is_active": False}))
    return "api_key_owner"


async def _delete(admin: Person, owner: Person, key: Json) -> str:
    ok(await admin.delete(f"/api/users/{owner.id}"))
    return "api_key_invalid"


async def _leave(admin: Person, owner: Person, key: Json) -> str:
    ok(await admin.delete(f"/api/teams/{key['team_id']}/members/{owner.id}"))
    return "api_key_team"


async def _rotate(admin: Person, owner: Person, key: Json) -> str:
    ok(await owner.post(f"/api/keys/{key['id']}/rotate", json={"overlap_seconds": 0}))
    return "api_key_invalid"


@pytest.mark.parametrize("end", [_revoke, _revoke_as_admin, _deactivate, _delete, _leave, _rotate])
async def test_a_key_ends_at_once_here_and_within_seconds_everywhere(
    app: FastAPI,
    elsewhere: FastAPI,
    admin: Person,
    make_user: MakeUser,
    end: Callable[[Person, Person, Json], Awaitable[str]],
) -> None:
    owner = await make_user("bob")
    made = await make_key(owner, "project:read", team_id=await _join(admin, owner))
    here, there = program(app, made["key"]), program(elsewhere, made["key"])
    ok(await here.get("/api/projects"))
    ok(await there.get("/api/projects"))
    code = await end(admin, owner, made)
    answer = await here.get("/api/projects")
    refused(answer, 401, code)
    assert answer.headers["www-authenticate"] == 'Bearer error="invalid_token"'
    started = time.monotonic()
    while (await there.get("/api/projects")).status_code != 401:
        assert time.monotonic() - started < SOON
        await asyncio.sleep(0.1)
    await here.aclose()
    await there.aclose()


async def test_rights_that_the_owner_loses_the_key_loses_too(app: FastAPI, admin: Person, make_user: MakeUser) -> None:
    owner = await make_user("bob")
    team = await _join(admin, owner)
    key = program(app, (await make_key(owner, *CONTENT))["key"])
    ok(await key.post("/api/projects", json={"name": "one"}), 201)
    ok(await admin.patch(f"/api/teams/{team}/members/{owner.id}", json={"role": "viewer"}))
    refused(await key.post("/api/projects", json={"name": "two"}), 403, "forbidden")
    ok(await key.get("/api/projects"))
    ok(await admin.patch(f"/api/users/{owner.id}", json={"role": "admin"}))
    refused(await key.get("/api/users"), 403, "forbidden")
    ok(await admin.delete(f"/api/teams/{team}/members/{owner.id}"))
    refused(await key.get("/api/projects"), 403, "forbidden")
    await key.aclose()


@ON_ONE_DATABASE
async def test_a_reactivated_owner_has_their_keys_again(app: FastAPI, admin: Person, make_user: MakeUser) -> None:
    owner = await make_user("bob")
    await _join(admin, owner)
    key = program(app, (await make_key(owner, "project:read"))["key"])
    for active, status in ((False, 401), (True, 200)):
        ok(await admin.patch(f"/api/users/{owner.id}", json={"is_active": active}))
        assert (await key.get("/api/projects")).status_code == status
    await key.aclose()


@ON_ONE_DATABASE
class TestTeams:
    async def test_a_key_without_limit_chooses_among_its_owners_teams(self, app: FastAPI, admin: Person) -> None:
        second = ok(await admin.post("/api/teams", json={"name": "Second"}), 201)["id"]
        key = program(app, (await make_key(admin, *CONTENT))["key"])
        ok(await key.post("/api/projects", json={"name": "there"}, headers={"X-Team-Id": second}), 201)
        assert ok(await key.get("/api/projects"))["total"] == 0
        assert ok(await key.get("/api/projects", headers={"X-Team-Id": second}))["total"] == 1
        await key.aclose()

    async def test_a_key_of_one_team_stays_in_it(self, app: FastAPI, admin: Person) -> None:
        first = (await admin.me())["team_id"]
        second = ok(await admin.post("/api/teams", json={"name": "Second"}), 201)["id"]
        key = program(app, (await make_key(admin, *CONTENT, team_id=second))["key"])
        created = ok(await key.post("/api/projects", json={"name": "there"}), 201)
        assert (await admin.get(f"/api/projects/{created['id']}")).status_code == 404
        assert (await admin.get(f"/api/projects/{created['id']}", headers={"X-Team-Id": second})).status_code == 200
        for path in ("/api/projects", "/api/info"):
            refused(await key.get(path, headers={"X-Team-Id": first}), 404, "team_not_found")
        await key.aclose()

    async def test_it_cannot_be_given_what_concerns_the_whole_server(self, admin: Person) -> None:
        team = (await admin.me())["team_id"]
        body = {"name": "x", "scopes": ["recording:read", "user:manage"], "team_id": team}
        answer = refused(await admin.post("/api/keys", json=body), 422, "scopes_not_for_teams")
        assert answer["scopes"] == ["user:manage"]

    async def test_it_goes_with_its_team(self, app: FastAPI, admin: Person) -> None:
        team = ok(await admin.post("/api/teams", json={"name": "Short"}), 201)["id"]
        made = await make_key(admin, "project:read", team_id=team)
        ok(await admin.delete(f"/api/teams/{team}", params={"confirm": "Short"}))
        key = program(app, made["key"])
        refused(await key.get("/api/projects"), 401, "api_key_invalid")
        await key.aclose()

    async def test_a_limit_to_a_workspace_holds_whatever_the_key_asks_for(self, app: FastAPI, admin: Person) -> None:
        team = (await admin.me())["team_id"]
        part = ok(await admin.post(f"/api/teams/{team}/workspaces", json={"name": "Client"}), 201)["id"]
        project = ok(await admin.post("/api/projects", json={"name": "Elsewhere"}), 201)["id"]
        [default] = [
            item["id"] for item in ok(await admin.get(f"/api/teams/{team}/workspaces"))["items"] if item["is_default"]
        ]
        made = await make_key(admin, "project:read", "project:update", team_id=team, workspace_id=part)
        key = program(app, made["key"])
        assert ok(await key.get("/api/projects"))["total"] == 0
        assert (await key.get(f"/api/projects/{project}")).status_code == 404
        for name, status in (("*", 200), (part, 200), (default, 404)):
            answer = await key.get("/api/projects", headers={"X-Workspace-Id": name})
            assert (answer.status_code, answer.json().get("total", 0)) == (status, 0)
        # Moving looks into every workspace of the caller's, of which this one has a single one.
        for name, there in ((project, part), (project, default)):
            moved = await key.post(f"/api/projects/{name}/move", json={"workspace_id": there})
            assert moved.status_code == 404
        await key.aclose()

    async def test_nobody_makes_keys_for_teams_of_others(self, admin: Person, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        team = (await admin.me())["team_id"]
        body = {"name": "x", "scopes": ["recording:read"], "team_id": team}
        refused(await bob.post("/api/keys", json=body), 404, "team_not_found")


@ON_ONE_DATABASE
class TestWrongKeys:
    async def test_a_wrong_key_is_not_a_stranger_even_where_strangers_may_come(
        self, app: FastAPI, admin: Person
    ) -> None:
        for text in ("vst_", "vst_nonsense", new_secret(), new_secret()[:-1] + "!"):
            key = program(app, text)
            refused(await key.get("/api/info"), 401, "api_key_invalid")
            refused(await key.get("/api/recordings"), 401, "api_key_invalid")
            await key.aclose()

    async def test_good_cookies_do_not_help_a_wrong_key(self, app: FastAPI, admin: Person, visitor: Any) -> None:
        browser = visitor()
        await browser.browse_in("ada")
        ok(await browser.get("/api/projects"))
        answer = await browser.get("/api/projects", headers={"Authorization": f"Bearer {new_secret()}"})
        refused(answer, 401, "api_key_invalid")

    async def test_a_mistyped_key_costs_no_look_into_the_database(
        self, app: FastAPI, admin: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        looked: list[str] = []
        load = app.state.api_keys.cache._load

        async def watched(secret_hash: str) -> Any:
            looked.append(secret_hash)
            return await load(secret_hash)

        monkeypatch.setattr(app.state.api_keys.cache, "_load", watched)
        made = (await make_key(admin, "project:read"))["key"]
        wrong = program(app, made[:-1] + ("0" if made[-1] != "0" else "1"))
        refused(await wrong.get("/api/projects"), 401, "api_key_invalid")
        assert looked == []
        right = program(app, made)
        for _ in range(5):
            ok(await right.get("/api/projects"))
        assert len(looked) == 1, "remembered for a moment"
        await wrong.aclose()
        await right.aclose()

    async def test_guessing_is_stopped_where_it_comes_from(self, app: FastAPI, admin: Person) -> None:
        made = (await make_key(admin, "project:read"))["key"]
        statuses = []
        for _ in range(65):
            guess = program(app, new_secret(), "203.0.113.9")
            statuses.append((await guess.get("/api/projects")).status_code)
            await guess.aclose()
        assert statuses == [401] * 60 + [429] * 5
        elsewhere = program(app, made, "203.0.113.10")
        ok(await elsewhere.get("/api/projects"))
        await elsewhere.aclose()


@ON_ONE_DATABASE
class TestLimits:
    async def test_addresses(self, app: FastAPI, admin: Person) -> None:
        made = await make_key(admin, "project:read", addresses=["192.0.2.7/24", "2001:db8::/32"])
        assert made["addresses"] == ["192.0.2.0/24", "2001:db8::/32"]
        for address, status in (
            ("192.0.2.200", 200),
            ("::ffff:192.0.2.200", 200),
            ("2001:db8:1::9", 200),
            ("192.0.3.1", 403),
            ("2001:db9::1", 403),
            ("not an address", 403),
        ):
            key = program(app, made["key"], address)
            assert (await key.get("/api/projects")).status_code == status, address
            await key.aclose()

    async def test_expiry(self, app: FastAPI, admin: Person) -> None:
        soon = time.time() + 1.0
        ends = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(soon)) + f".{int(soon % 1 * 1e6):06d}Z"
        key = program(app, (await make_key(admin, "project:read", expires_at=ends))["key"])
        ok(await key.get("/api/projects"))
        await asyncio.sleep(1.1)
        refused(await key.get("/api/projects"), 401, "api_key_expired")
        await key.aclose()

    async def test_a_new_demand_for_a_second_factor_stops_keys_made_without(self, app: FastAPI, admin: Person) -> None:
        made = (await make_key(admin, "project:read"))["key"]
        settings = "/api/admin/settings"
        version = ok(await admin.get(settings))["version"]
        ok(await admin.patch(settings, json={"version": version, "values": {"mfa_required_roles": ["admin"]}}))
        key = program(app, made)
        refused(await key.get("/api/projects"), 401, "api_key_second_factor")
        await key.aclose()


@ON_ONE_DATABASE
async def test_keys_appear_in_no_log(app: FastAPI, admin: Person, capfd: pytest.CaptureFixture[str]) -> None:
    with capture_logs() as logs:
        made = (await make_key(admin, "project:read"))["key"]
        key = program(app, made)
        await key.get("/api/projects")
        await key.get(f"/api/projects/{made}")
        await key.get("/api/recordings")
        wrong = program(app, new_secret())
        await wrong.get("/api/projects")
    for text in (str(logs), *capfd.readouterr()):
        assert made not in text
        assert made[8:] not in text
        assert PASSWORD not in text
    assert logs
    await key.aclose()
    await wrong.aclose()


@ON_ONE_DATABASE
async def test_an_event_stream_ends_with_its_key(app: FastAPI, admin: Person) -> None:
    made = await make_key(admin, "recording:read")
    begun, ended = asyncio.Event(), asyncio.Event()

    async def send(message: dict[str, Any]) -> None:
        if b"hello" in message.get("body", b""):
            begun.set()

    async def receive() -> dict[str, Any]:
        await ended.wait()
        return {"type": "http.disconnect"}

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "path": "/api/events",
        "raw_path": b"/api/events",
        "query_string": b"",
        "scheme": "http",
        "server": ("127.0.0.1", 52780),
        "client": ("127.0.0.1", 50_000),
        "headers": [(b"host", b"127.0.0.1:52780"), (b"authorization", f"Bearer {made['key']}".encode())],
    }
    stream = asyncio.create_task(app(scope, receive, send))  # type: ignore[arg-type]
    await asyncio.wait_for(begun.wait(), 10)
    ok(await admin.delete(f"/api/keys/{made['id']}"))
    try:
        await asyncio.wait_for(asyncio.shield(stream), 15)
    finally:
        ended.set()
        stream.cancel()
