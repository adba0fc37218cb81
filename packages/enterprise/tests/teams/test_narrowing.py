# ruff: noqa: RUF001 - letters that look like others are what this is about
"""Narrowing lists of people, teams, keys and acts by what somebody types, in whatever letters they have at hand."""

from __future__ import annotations

import unicodedata

import pytest
from sqlalchemy import inspect
from support.spellings import NOTHING, SPELLINGS
from support_enterprise import Person
from support_teams import Crew, ok
from verbatim_enterprise.host import Base

NAMES = [written for written, _ in SPELLINGS]


async def _found(person: Person, url: str, typed: str, field: str) -> list[str]:
    items = ok(await person.get(url, params={"search": typed, "page_size": 100}))["items"]
    return [item[field] for item in items]


async def test_every_list_finds_who_or_what_was_meant(crew: Crew) -> None:
    root = crew["root"]
    members = f"/api/teams/{crew.team_id}/members"
    for number, name in enumerate(NAMES):
        person = {"username": f"person{number}", "email": f"p{number}@example.org", "display_name": name}
        made = ok(await root.post("/api/users", json={**person, "password": "a quite sturdy pass phrase"}), 201)
        ok(await crew["owner"].post(members, json={"user_id": made["id"], "role": "member"}), 201)
        ok(await root.post("/api/teams", json={"name": name[:100]}), 201)
        ok(await root.post("/api/keys", json={"name": name, "scopes": ["recording:read"]}), 201)
    shown = {"/api/users": "display_name", members: "display_name", "/api/teams": "name", "/api/keys": "name"}
    for url, field in shown.items():
        whole = await _found(root, url, "", field)
        for number, (_, typed) in enumerate(SPELLINGS):
            kept = next((name for name in whole if name is not None and _alike(name, NAMES[number])), None)
            assert kept is not None, f"{url}: {NAMES[number]!r} is not in {whole}"
            assert kept in await _found(root, url, typed, field), f"{url}: {typed!r} does not find {kept!r}"
        for typed in NOTHING:
            assert await _found(root, url, typed, field) == [], f"{url}: {typed!r}"


def _alike(one: str, other: str) -> bool:
    """Names are cleaned of what cannot be seen before they are kept."""
    return _seen(one) == _seen(other)


def _seen(name: str) -> str:
    return unicodedata.normalize("NFC", "".join(filter(str.isprintable, "".join(name.split()))))


async def test_addresses_with_letters_of_all_scripts(admin: Person) -> None:
    person = {"username": "j.doe", "email": "jürgen@bücher.example", "display_name": "Jürgen Ødegård"}
    ok(await admin.post("/api/users", json={**person, "password": "a quite sturdy pass phrase"}), 201)
    for typed in (
        "jurgen",
        "BUCHER",
        "bücher.example",
        "xn--bcher-kva",
        "odegard J.DOE",
        "Ｊ.ｄｏｅ",
        "jurgen@bucher.example",
    ):
        assert await _found(admin, "/api/users", typed, "username") == ["j.doe"], typed
    assert await _found(admin, "/api/users", "jurgens", "username") == []
    found = ok(await admin.get("/api/users", params={"search": "j.doe"}))["items"][0]["id"]
    ok(await admin.patch(f"/api/users/{found}", json={"email": "ada@łódź.example"}))
    assert await _found(admin, "/api/users", "lodz", "username") == ["j.doe"]
    assert await _found(admin, "/api/users", "bucher", "username") == []


async def test_the_log_finds_names_without_their_accents(admin: Person) -> None:
    ok(await admin.post("/api/teams", json={"name": "Équipe Łódź, Straße"}), 201)
    for typed in ("equipe", "lodz strasse", "Équipe", "STRASSE", "łód", "ｅｑｕｉｐｅ"):
        rows = ok(await admin.get("/api/admin/audit", params={"search": typed}))["items"]
        assert [row["action"] for row in rows if row["action"].startswith("team")], typed
    assert ok(await admin.get("/api/admin/audit", params={"search": "équipes"}))["items"] == []


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_name_with_a_folded_column_is_kept_in_step() -> None:
    found = set()
    for mapper in Base.registry.mappers:
        for column in mapper.columns:
            if column.key.endswith("_folded"):
                row = mapper.class_(**{column.key.removesuffix("_folded"): "Tromsø"})
                assert inspect(row).dict[column.key] == "tromso", f"{mapper}: {column.key}"
                found.add(mapper.class_.__tablename__)
    assert found >= {"users", "teams", "api_keys", "recordings", "projects", "documents", "trashed_items"}
