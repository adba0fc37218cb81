"""The limits of a key: changed by its owner, tightened by others and by itself, widened by no program."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from conftest_types import MakeUser
from fastapi import FastAPI
from sqlalchemy import select, update
from support.waiting import until_somebody_waits
from support_enterprise import Person
from support_keys import make_key, program
from support_teams import Json, ok
from verbatim_enterprise.api_keys.models import ApiKey
from verbatim_enterprise.host import new_id, utcnow
from verbatim_enterprise.system_session import system_transaction

SCOPES = ("apikey:manage", "recording:read")
NETS = ["10.0.0.0/8", "127.0.0.0/8"]


def _in_days(days: int) -> str:
    return (utcnow() + timedelta(days=days)).isoformat()


@pytest.fixture
async def key(admin: Person) -> Json:
    """Give a key that manages keys, with every limit there is."""
    limits = {"addresses": NETS, "expires_at": _in_days(30), "rate_per_minute": 50, "rate_burst": 20}
    return await make_key(admin, *SCOPES, **limits)


WIDER: list[dict[str, Any]] = [
    {"rate_per_minute": 51},
    {"rate_per_minute": 100_000, "rate_burst": 10_000},
    {"rate_burst": 21},
    {"rate_per_minute": None},
    {"rate_burst": None},
    {"addresses": []},
    {"addresses": ["0.0.0.0/0"]},
    {"addresses": [*NETS, "192.0.2.1"]},
    {"addresses": ["::/0"]},
    {"expires_at": None},
    {"expires_at": "later"},
    {"scopes": [*SCOPES, "recording:create"]},
    {"scopes": ["user:manage"]},
]
TIGHTER: list[dict[str, Any]] = [
    {"rate_per_minute": 40, "rate_burst": 10},
    {"rate_burst": 1},
    {"addresses": ["127.0.0.1"]},
    {"addresses": ["10.1.0.0/16", "127.0.0.1/32"]},
    {"expires_at": "sooner"},
    {"scopes": ["apikey:manage"]},
    {"name": "Another name"},
]


def _dated(change: dict[str, Any]) -> dict[str, Any]:
    moments = {"later": _in_days(31), "sooner": _in_days(3)}
    return {name: moments.get(value, value) if isinstance(value, str) else value for name, value in change.items()}


@pytest.mark.parametrize("change", WIDER)
async def test_a_key_cannot_widen_itself(app: FastAPI, admin: Person, key: Json, change: dict[str, Any]) -> None:
    before = (await admin.get(f"/api/keys/{key['id']}")).json()
    refused = await program(app, key["key"]).patch(f"/api/keys/{key['id']}", json=_dated(change))
    assert refused.status_code == 403, refused.text
    after = (await admin.get(f"/api/keys/{key['id']}")).json()
    assert {**after, "last_used_at": None, "last_used_address": None} == {
        **before,
        "last_used_at": None,
        "last_used_address": None,
    }


@pytest.mark.parametrize("change", WIDER)
async def test_nor_what_it_makes(app: FastAPI, key: Json, change: dict[str, Any]) -> None:
    body = {"name": "Child", "scopes": ["recording:read"], **_dated(change)}
    made = await program(app, key["key"]).post("/api/keys", json=body)
    if made.status_code == 201:  # what is not said is inherited
        child = made.json()
        assert (child["rate_per_minute"], child["rate_burst"], child["addresses"]) == (50, 20, NETS)
        assert child["expires_at"] <= key["expires_at"]
        assert change in ({"rate_per_minute": None}, {"rate_burst": None}, {"addresses": []}, {"expires_at": None})
    else:
        assert made.status_code == 403, made.text


@pytest.mark.parametrize("change", TIGHTER)
async def test_a_key_can_tighten_itself(app: FastAPI, admin: Person, key: Json, change: dict[str, Any]) -> None:
    wanted = _dated(change)
    ok(await program(app, key["key"]).patch(f"/api/keys/{key['id']}", json=wanted))
    shown = (await admin.get(f"/api/keys/{key['id']}")).json()
    for name, value in wanted.items():
        if name == "expires_at":
            assert shown[name] < key[name]
        else:
            assert [str(one).removesuffix("/32") for one in _listed(shown[name])] == [
                str(one).removesuffix("/32") for one in _listed(value)
            ]


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


async def test_what_was_taken_away_is_in_effect(app: FastAPI, admin: Person, key: Json) -> None:
    caller = program(app, key["key"])
    assert (await caller.get("/api/recordings")).status_code == 200
    app.state.api_keys.cache.forget()
    ok(await admin.patch(f"/api/keys/{key['id']}", json={"scopes": ["apikey:manage"]}))
    app.state.api_keys.cache.forget()
    assert (await caller.get("/api/recordings")).status_code == 403
    ok(await admin.patch(f"/api/keys/{key['id']}", json={"addresses": ["192.0.2.0/24"]}))
    app.state.api_keys.cache.forget()
    refused = await caller.get("/api/keys")
    assert refused.status_code == 403
    ok(await admin.patch(f"/api/keys/{key['id']}", json={"addresses": []}))
    app.state.api_keys.cache.forget()
    assert (await caller.get("/api/keys")).status_code == 200


async def test_the_owner_can_do_all_that_a_new_key_could(admin: Person, key: Json) -> None:
    scopes = [*SCOPES, "audit:read"]
    body = {"scopes": scopes, "addresses": ["0.0.0.0/0"], "expires_at": None, "rate_per_minute": 9999}
    shown = ok(await admin.patch(f"/api/keys/{key['id']}", json=body))
    assert shown["scopes"] == sorted(scopes)
    assert (shown["addresses"], shown["expires_at"], shown["rate_per_minute"]) == (["0.0.0.0/0"], None, 9999)


async def test_an_owner_gives_nothing_that_is_not_theirs(admin: Person, make_user: MakeUser) -> None:
    bob = await make_user("bob", role="admin")
    key = await make_key(bob, "audit:read", "user:manage")
    ok(await admin.patch(f"/api/users/{bob.id}", json={"role": "user"}))
    await bob.sign_in("bob")
    refused = await bob.patch(f"/api/keys/{key['id']}", json={"scopes": ["audit:read", "license:manage"]})
    assert (refused.status_code, refused.json()["code"]) == (403, "scopes_exceeded")


async def test_an_administrator_only_takes_away_from_others_keys(
    admin: Person, make_user: MakeUser, app: FastAPI
) -> None:
    bob = await make_user("bob", role="admin")
    key = await make_key(bob, "audit:read", "apikey:manage", addresses=NETS, expires_at=_in_days(30))
    change: dict[str, Any]
    for change in ({"scopes": ["audit:read", "user:manage"]}, {"addresses": []}, {"expires_at": _in_days(40)}):
        refused = await admin.patch(f"/api/keys/{key['id']}", json=change)
        assert (refused.status_code, refused.json()["code"]) == (403, "only_tighter")
    change = {"scopes": ["audit:read"], "addresses": ["10.0.0.1/32"], "expires_at": _in_days(1)}
    assert ok(await admin.patch(f"/api/keys/{key['id']}", json=change))["scopes"] == ["audit:read"]


async def test_a_key_gets_no_secret_of_a_faster_one(app: FastAPI, admin: Person, key: Json) -> None:
    faster = await make_key(admin, "recording:read", addresses=["127.0.0.1"], expires_at=_in_days(2), rate_burst=90)
    refused = await program(app, key["key"]).post(f"/api/keys/{faster['id']}/rotate", json={"overlap_seconds": 0})
    assert refused.status_code == 403


@pytest.mark.parametrize(
    "change",
    [{"scopes": []}, {"scopes": None}, {"addresses": None}, {"team_id": "x"}, {"expires_at": "2020-01-01T00:00:00Z"}],
)
async def test_changes_that_are_none(admin: Person, key: Json, change: dict[str, Any]) -> None:
    assert (await admin.patch(f"/api/keys/{key['id']}", json=change)).status_code == 422


async def test_a_revoked_key_stays_as_it_is(admin: Person, key: Json) -> None:
    ok(await admin.delete(f"/api/keys/{key['id']}"))
    assert (await admin.patch(f"/api/keys/{key['id']}", json={"expires_at": _in_days(3)})).status_code == 409


@pytest.fixture
async def family(app: FastAPI, admin: Person, key: Json) -> list[Json]:
    """Give a key, one that it made, one that that made, and one of the same person that none of them made."""
    child = await make_key(program(app, key["key"]), *SCOPES)
    grandchild = await make_key(program(app, child["key"]), "recording:read")
    return [key, child, grandchild, await make_key(admin, *SCOPES, addresses=NETS)]


async def _shown(admin: Person, keys: list[Json]) -> list[Json]:
    return [ok(await admin.get(f"/api/keys/{one['id']}")) for one in keys]


async def test_what_was_made_with_a_key_ends_with_it(app: FastAPI, admin: Person, family: list[Json]) -> None:
    ok(await admin.delete(f"/api/keys/{family[0]['id']}"))
    assert [one["status"] for one in await _shown(admin, family)] == ["revoked", "revoked", "revoked", "active"]
    for one, status in zip(family, (401, 401, 401, 200), strict=True):
        assert (await program(app, one["key"]).get("/api/recordings")).status_code == status


@pytest.mark.parametrize(
    ("change", "left"),
    [
        ({"scopes": ["apikey:manage"]}, {"scopes": ["apikey:manage"]}),
        ({"addresses": ["127.0.0.1/32"]}, {"addresses": ["127.0.0.1/32"]}),
        ({"expires_at": "sooner"}, {"expires_at": "sooner"}),
        ({"rate_per_minute": 9, "rate_burst": 3}, {"rate_per_minute": 9, "rate_burst": 3}),
    ],
    ids=["scopes", "addresses", "end", "rate"],
)
async def test_what_was_made_with_a_key_is_tightened_with_it(
    admin: Person, family: list[Json], change: dict[str, Any], left: dict[str, Any]
) -> None:
    before = await _shown(admin, family)
    wanted = _dated(change)
    ok(await admin.patch(f"/api/keys/{family[0]['id']}", json=wanted))
    _, child, grandchild, other = await _shown(admin, family)
    assert other == before[3]
    for name, value in left.items():
        if name == "expires_at":
            assert child[name] == grandchild[name] < before[1][name]
        elif name == "scopes":
            assert (child[name], grandchild["status"]) == (value, "revoked"), "it has nothing left to do"
        else:
            assert child[name] == grandchild[name] == value
    ok(await admin.patch(f"/api/keys/{family[0]['id']}", json={"name": "Other", "addresses": []}))
    assert (await _shown(admin, family))[1]["addresses"] == child["addresses"], "nothing is given back by itself"


async def test_nothing_is_given_to_what_was_made_with_a_key_when_that_is_tightened(
    app: FastAPI, admin: Person, key: Json
) -> None:
    limits = {"addresses": ["10.1.0.0/16", "127.0.0.1"], "rate_per_minute": 5, "rate_burst": 10}
    child = await make_key(program(app, key["key"]), "recording:read", **limits)
    change = {"addresses": ["10.1.2.0/24", "127.0.0.0/16"], "rate_per_minute": 9, "rate_burst": 3}
    ok(await admin.patch(f"/api/keys/{key['id']}", json=change))
    (shown,) = await _shown(admin, [child])
    assert (shown["rate_per_minute"], shown["rate_burst"]) == (5, 3)
    assert sorted(shown["addresses"]) == ["10.1.2.0/24", "127.0.0.1/32"]


async def test_what_a_revoked_key_has_left_ends_with_its_maker(app: FastAPI, admin: Person, family: list[Json]) -> None:
    first, second, third, _ = family
    async with system_transaction(app.state.database) as session:  # as it was before they ended together, and a ring
        await session.execute(update(ApiKey).where(ApiKey.id == second["id"]).values(revoked_at=utcnow()))
        await session.execute(update(ApiKey).where(ApiKey.id == first["id"]).values(made_by_key_id=third["id"]))
    ok(await admin.delete(f"/api/keys/{first['id']}"))
    assert [one["status"] for one in await _shown(admin, family)] == ["revoked", "revoked", "revoked", "active"]
    ended = ok(await admin.get("/api/admin/audit", params={"action": "api_key.revoked"}))
    assert sorted(one["resource_id"] for one in ended["items"]) == sorted([first["id"], third["id"]])


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_what_is_made_while_its_maker_ends_ends_too(app: FastAPI, admin: Person, family: list[Json]) -> None:
    first, second, *_ = family
    async with system_transaction(app.state.database) as session:
        making = await session.get_one(ApiKey, second["id"], with_for_update=True)  # as whoever makes one with it does
        ending = asyncio.create_task(admin.delete(f"/api/keys/{first['id']}"))
        await until_somebody_waits(app.state.database.engine)
        copied = {"user_id": making.user_id, "start": "x", "secret_hash": "x" * 64, "scopes": making.scopes}
        session.add(ApiKey(id=new_id(), name="Late", made_by_key_id=making.id, **copied))
    ok(await ending)
    (late,) = ok(await admin.get("/api/keys", params={"search": "Late"}))["items"]
    assert late["status"] == "revoked"


async def test_a_key_with_another_secret_of_its_owner_is_its_owners(admin: Person, family: list[Json]) -> None:
    ok(await admin.post(f"/api/keys/{family[1]['id']}/rotate", json={"overlap_seconds": 0}))
    ok(await admin.delete(f"/api/keys/{family[0]['id']}"))
    assert [one["status"] for one in await _shown(admin, family)] == ["revoked", "active", "active", "active"]


@pytest.mark.parametrize(
    "meanwhile",
    [{"revoked_at": utcnow()}, {"scopes": ["apikey:manage"]}, {"addresses": ["127.0.0.1"]}, {"rate_burst": 1},
     {"expires_at": utcnow() + timedelta(days=1)}],
    ids=["revoked", "scopes", "addresses", "rate", "end"],
)  # fmt: skip
async def test_limits_that_another_server_set_a_moment_ago_hold(
    app: FastAPI, admin: Person, family: list[Json], meanwhile: dict[str, Any]
) -> None:
    key, child, *_ = family
    caller = program(app, key["key"])
    ok(await caller.get("/api/keys"))  # this server remembers it for two seconds
    async with system_transaction(app.state.database) as session:
        await session.execute(update(ApiKey).where(ApiKey.id == key["id"]).values(**meanwhile))
    body = {"name": "Late", "scopes": ["recording:read"]}
    for refused in (
        await caller.post("/api/keys", json=body),
        await caller.post(f"/api/keys/{child['id']}/rotate", json={}),
        await caller.patch(f"/api/keys/{child['id']}", json={"name": "Late"}),
    ):
        assert refused.status_code in {401, 403}, refused.text
    assert ok(await admin.get("/api/keys", params={"search": "Late"}))["total"] == 0


async def test_a_secret_is_as_safe_as_whoever_was_given_it(app: FastAPI, admin: Person, key: Json) -> None:
    limits = {"addresses": ["127.0.0.1"], "expires_at": _in_days(2), "rate_per_minute": 1, "rate_burst": 1}
    safe = await make_key(admin, "recording:read", **limits)
    async with system_transaction(app.state.database) as session:
        await session.execute(update(ApiKey).where(ApiKey.id == safe["id"]).values(second_factor=True))
    ok(await program(app, key["key"]).post(f"/api/keys/{safe['id']}/rotate", json={}))
    async with system_transaction(app.state.database, read_only=True) as session:
        assert await session.scalar(select(ApiKey.second_factor).where(ApiKey.id == safe["id"])) is False
