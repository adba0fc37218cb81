"""`/api/keys`: whose keys are seen, made, renewed and ended by whom."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from support_enterprise import Person
from support_keys import make_key, program
from support_teams import Crew, MakeUser, ok, refused
from verbatim_enterprise.api_keys.secret import is_well_formed

ON_ONE_DATABASE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def _in(**span: float) -> str:
    return (datetime.now(UTC) + timedelta(**span)).isoformat()


async def test_the_secret_is_shown_once_and_kept_nowhere(app: FastAPI, admin: Person) -> None:
    made = await make_key(admin, "recording:read", "project:read", "recording:read")
    secret = made.pop("key")
    assert is_well_formed(secret)
    assert made["start"] == secret[:8]
    assert (made["status"], made["username"], made["scopes"]) == ("active", "ada", ["project:read", "recording:read"])
    shown = ok(await admin.get(f"/api/keys/{made['id']}"))
    assert shown == made
    assert ok(await admin.get("/api/keys"))["items"] == [made]
    async with app.state.database.engine.connect() as connection:
        [row] = (await connection.execute(text("SELECT * FROM api_keys"))).mappings()
    assert secret[8:] not in str(dict(row))


@ON_ONE_DATABASE
@pytest.mark.parametrize(
    "change",
    [
        {"name": ""},
        {"name": "x" * 101},
        {"scopes": []},
        {"scopes": ["recording:burn"]},
        {"addresses": ["192.0.2.1/40"]},
        {"addresses": ["example.org"]},
        {"addresses": ["192.0.2.1"] * 51},
        {"expires_at": "2030-01-01T00:00:00"},
        {"workspace_id": "without-team"},
        {"rate_per_minute": 0},
    ],
)
async def test_nonsense_is_refused(admin: Person, change: dict[str, Any]) -> None:
    answer = await admin.post("/api/keys", json={"name": "x", "scopes": ["recording:read"]} | change)
    refused_as = answer.json()["code"]
    assert (answer.status_code, refused_as) == (422, "validation_error")


class TestWhoSeesWhat:
    async def test_the_whole_table(self, app: FastAPI, crew: Crew) -> None:
        """Members have their own, a team's owner and admin those limited to it, administrators all."""
        of_team = await make_key(crew["member"], "recording:read", team_id=crew.team_id)
        loose = await make_key(crew["member"], "recording:read")
        seen = {}
        for name, person in crew.people.items():
            seen[name] = [(await person.get(f"/api/keys/{key['id']}")).status_code for key in (of_team, loose)]
        assert seen == {
            "owner": [200, 404],
            "chief": [200, 404],
            "member": [200, 200],
            "viewer": [404, 404],
            "stranger": [404, 404],
            "root": [200, 200],
        }
        listed = {"team_id": crew.team_id}
        statuses = {name: (await person.get("/api/keys", params=listed)) for name, person in crew.people.items()}
        assert {name: answer.status_code for name, answer in statuses.items()} == {
            "owner": 200,
            "chief": 200,
            "member": 403,
            "viewer": 403,
            "stranger": 404,
            "root": 200,
        }
        assert [key["id"] for key in ok(statuses["chief"])["items"]] == [of_team["id"]]
        assert ok(await crew["root"].get("/api/keys", params={"all": True}))["total"] == 2
        refused(await crew["owner"].get("/api/keys", params={"all": True}), 403, "forbidden")
        assert ok(await crew["owner"].get("/api/keys"))["total"] == 0

        # Nobody but the owner gets a secret; whoever looks after the team or the server can end the key.
        for name in ("root", "owner", "chief"):
            refused(await crew[name].post(f"/api/keys/{of_team['id']}/rotate", json={}), 403, "forbidden")
        for name in ("viewer", "stranger"):
            refused(await crew[name].post(f"/api/keys/{of_team['id']}/rotate", json={}), 404, "api_key_not_found")
            refused(await crew[name].delete(f"/api/keys/{of_team['id']}"), 404, "api_key_not_found")
            refused(await crew[name].get(f"/api/keys/{of_team['id']}/usage"), 404, "api_key_not_found")
            refused(await crew[name].patch(f"/api/keys/{of_team['id']}", json={}), 404, "api_key_not_found")
        refused(await crew["chief"].patch(f"/api/keys/{of_team['id']}", json={"name": "x"}), 403, "forbidden")
        ok(await crew["chief"].delete(f"/api/keys/{of_team['id']}"))
        ended = ok(await crew["member"].get(f"/api/keys/{of_team['id']}"))
        assert ended["status"] == "revoked"
        ok(await crew["root"].delete(f"/api/keys/{loose['id']}"))
        assert ok(await crew["member"].get("/api/keys", params={"status": "active"}))["total"] == 0


class TestRotation:
    async def test_both_secrets_work_for_a_while(self, app: FastAPI, admin: Person) -> None:
        made = await make_key(admin, "project:read")
        again = ok(await admin.post(f"/api/keys/{made['id']}/rotate", json={"overlap_seconds": 3600}))
        assert again["id"] == made["id"]
        assert again["key"] != made["key"]
        assert again["previous_ends_at"] is not None
        old, new = program(app, made["key"]), program(app, again["key"])
        ok(await old.get("/api/projects"))
        ok(await new.get("/api/projects"))
        last = program(app, ok(await admin.post(f"/api/keys/{made['id']}/rotate", json={}))["key"])
        refused(await old.get("/api/projects"), 401, "api_key_invalid")
        ok(await new.get("/api/projects"))
        ok(await admin.delete(f"/api/keys/{made['id']}"))
        for client in (new, last):
            assert (await client.get("/api/projects")).status_code == 401
        refused(await admin.post(f"/api/keys/{made['id']}/rotate", json={}), 409, "api_key_ended")
        for client in (old, new, last):
            await client.aclose()

    async def test_the_old_secret_ends_with_the_overlap(self, app: FastAPI, admin: Person) -> None:
        made = await make_key(admin, "project:read")
        ok(await admin.post(f"/api/keys/{made['id']}/rotate", json={"overlap_seconds": 3600}))
        async with app.state.database.engine.begin() as connection:
            past = {"past": datetime.now(UTC) - timedelta(seconds=1)}
            if app.state.database.dialect == "sqlite":
                past["past"] = past["past"].replace(tzinfo=None)
            await connection.execute(text("UPDATE api_keys SET previous_ends_at = :past"), past)
        old = program(app, made["key"])
        refused(await old.get("/api/projects"), 401, "api_key_expired")
        await old.aclose()

    async def test_a_term_begins_anew(self, admin: Person) -> None:
        made = await make_key(admin, "project:read", expires_at=_in(days=10))
        again = ok(await admin.post(f"/api/keys/{made['id']}/rotate", json={}))
        assert again["expires_at"] > made["expires_at"]


@ON_ONE_DATABASE
class TestKeysThatMakeKeys:
    """A program may manage keys; it must not climb."""

    async def test_what_it_makes_is_within_its_own_bounds(self, app: FastAPI, admin: Person) -> None:
        ends = _in(hours=1)
        made = await make_key(
            admin, "apikey:manage", "project:read", expires_at=ends, addresses=["192.0.2.0/24"], name="Parent"
        )
        parent = program(app, made["key"], "192.0.2.1")
        child = await make_key(parent, "project:read")
        assert child["addresses"] == ["192.0.2.0/24"]
        assert child["expires_at"] is not None
        assert datetime.fromisoformat(child["expires_at"]) <= datetime.fromisoformat(made["expires_at"])
        body = {"name": "x", "scopes": ["project:read"]}
        for more, code in (
            ({"scopes": ["project:read", "project:delete"]}, "scopes_exceeded"),
            ({"scopes": ["user:manage"]}, "scopes_exceeded"),
            ({"expires_at": _in(hours=2)}, "key_exceeds_its_maker"),
            ({"addresses": ["192.0.2.0/23"]}, "key_exceeds_its_maker"),
            ({"addresses": ["192.0.2.1", "::/0"]}, "key_exceeds_its_maker"),
        ):
            refused(await parent.post("/api/keys", json=body | more), 403, code)
        await parent.aclose()

    async def test_it_gets_no_secret_that_can_do_more(self, app: FastAPI, admin: Person, make_user: MakeUser) -> None:
        strong = await make_key(admin, "system:admin", "user:manage")
        forever = await make_key(admin, "project:read")
        bob = await make_user("bob")
        team = (await admin.me())["team_id"]
        ok(await admin.post(f"/api/teams/{team}/members", json={"user_id": bob.id, "role": "viewer"}), 201)
        of_bob = await make_key(bob, "project:read")
        made = await make_key(admin, "apikey:manage", "project:read", expires_at=_in(hours=1))
        parent = program(app, made["key"])
        refused(await parent.post(f"/api/keys/{strong['id']}/rotate", json={}), 403, "key_exceeds_its_maker")
        refused(await parent.post(f"/api/keys/{forever['id']}/rotate", json={}), 403, "key_exceeds_its_maker")
        refused(await parent.post(f"/api/keys/{of_bob['id']}/rotate", json={}), 403, "forbidden")
        renewed = ok(await parent.post(f"/api/keys/{made['id']}/rotate", json={}))
        assert renewed["expires_at"] == made["expires_at"], "a program does not renew its own life"
        ok(await parent.delete(f"/api/keys/{of_bob['id']}"))
        assert ok(await parent.get("/api/keys", params={"all": True}))["total"] == 4
        await parent.aclose()


@pytest.mark.parametrize("environment", [{"VERBATIM_KEYS_MAX_DAYS": "30", "VERBATIM_KEYS_PER_USER": "2"}])
class TestInstallationLimits:
    async def test_longest_life_and_number(self, app: FastAPI, admin: Person) -> None:
        made = await make_key(admin, "project:read")
        left = datetime.fromisoformat(made["expires_at"]) - datetime.now(UTC)
        assert timedelta(days=29) < left <= timedelta(days=30)
        body = {"name": "x", "scopes": ["project:read"], "expires_at": _in(days=40)}
        assert refused(await admin.post("/api/keys", json=body), 422, "expiry_not_allowed")["max_days"] == 30
        refused(await admin.post("/api/keys", json=body | {"expires_at": _in(days=-1)}), 422, "expiry_not_allowed")
        second = await make_key(admin, "project:read")
        refused(await admin.post("/api/keys", json=body | {"expires_at": None}), 409, "too_many_api_keys")
        can = ok(await admin.get("/api/keys/grantable"))
        assert (can["max_days"], can["keys_left"]) == (30, 0)
        ok(await admin.delete(f"/api/keys/{second['id']}"))
        await make_key(admin, "project:read")

    async def test_a_maximum_also_ends_older_keys(self, app: FastAPI, admin: Person) -> None:
        made = await make_key(admin, "project:read")
        async with app.state.database.engine.begin() as connection:
            moment: Any = datetime.now(UTC) - timedelta(days=31)
            if app.state.database.dialect == "sqlite":
                moment = moment.replace(tzinfo=None)
            await connection.execute(
                text("UPDATE api_keys SET secret_made_at = :at, expires_at = NULL"), {"at": moment}
            )
        key = program(app, made["key"])
        refused(await key.get("/api/projects"), 401, "api_key_expired")
        assert ok(await admin.get("/api/keys", params={"status": "expired"}))["total"] == 1
        assert ok(await admin.get("/api/keys", params={"status": "active"}))["total"] == 0
        await key.aclose()


@ON_ONE_DATABASE
async def test_ones_rate_is_raised_only_by_administrators(admin: Person, make_user: MakeUser) -> None:
    bob = await make_user("bob")
    team = (await admin.me())["team_id"]
    ok(await admin.post(f"/api/teams/{team}/members", json={"user_id": bob.id, "role": "viewer"}), 201)
    body = {"name": "x", "scopes": ["project:read"], "rate_per_minute": 601}
    refused(await bob.post("/api/keys", json=body), 403, "rate_not_allowed")
    made = await make_key(bob, "project:read", rate_per_minute=10, rate_burst=2)
    url = f"/api/keys/{made['id']}"
    refused(await bob.patch(url, json={"rate_burst": 101}), 403, "rate_not_allowed")
    changed = ok(await admin.patch(url, json={"rate_per_minute": 9000, "name": "Bulk"}))
    assert (changed["rate_per_minute"], changed["rate_burst"], changed["name"]) == (9000, 2, "Bulk")
    again = ok(await bob.patch(url, json={"rate_burst": None}))
    assert (again["rate_per_minute"], again["rate_burst"]) == (9000, None)
