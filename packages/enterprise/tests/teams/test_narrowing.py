# ruff: noqa: RUF001 - letters that look like others are what this is about
"""Narrowing lists of people, teams, keys and acts by what somebody types, in whatever letters they have at hand."""

from __future__ import annotations

import unicodedata

import pytest
from fastapi import FastAPI
from sqlalchemy import inspect, text
from support.spellings import NOTHING, SPELLINGS
from support_enterprise import Person
from support_teams import Crew, ok
from verbatim.migrations import bridges as core_bridges
from verbatim.search.catching_up import catch_up_on_names
from verbatim_enterprise.host import Base, as_system, folded_text
from verbatim_enterprise.migrations import bridges

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


async def test_names_that_a_server_of_the_release_before_changed(crew: Crew, app: FastAPI) -> None:
    """It changes a name and knows nothing of what this release keeps beside it."""
    database = app.state.database
    if database.dialect != "postgresql":
        pytest.skip("On SQLite no two servers work side by side")
    root = crew["root"]
    ok(await root.post("/api/keys", json={"name": "Nightly import", "scopes": ["recording:read"]}), 201)
    changes = {
        ("users", "display_name", "/api/users"): "Jürgen Ødegård",
        ("users", "email", "/api/users"): "jürgen@bücher.example",
        ("teams", "name", "/api/teams"): "Équipe Łódź",
        ("api_keys", "name", "/api/keys"): "Straßenfest",
    }
    with as_system("an older server"):
        async with database.engine.begin() as connection:
            for statement in (*core_bridges.BRIDGES, *bridges.BRIDGES):
                await connection.exec_driver_sql(statement)
            await connection.exec_driver_sql("DROP INDEX ix_recordings_title_parts")
        for (table, column, url), name in changes.items():
            one = f"(SELECT id FROM {table} ORDER BY id LIMIT 1)"  # noqa: S608 - a test
            change = text(f"UPDATE {table} SET {column} = :name WHERE id = {one}")  # noqa: S608 - a test
            async with database.engine.begin() as connection:
                await connection.execute(change, {"name": name})
            assert await catch_up_on_names(database) == 1, (table, column)
            (found,) = await _found(root, url, folded_text(name) or "", column)
            assert found == name
        assert await catch_up_on_names(database) == 0
        async with database.engine.connect() as connection:
            made = await connection.scalar(text("SELECT pg_get_indexdef(to_regclass('ix_recordings_title_parts'))"))
    assert "title_folded" in made, "made again, behind the walls between teams too"


def test_every_name_with_a_folded_column_has_a_bridge() -> None:
    watched = "\n".join((*core_bridges.BRIDGES, *bridges.BRIDGES))
    for mapper in Base.registry.mappers:
        for column in mapper.columns:
            if column.key.endswith("_folded"):
                table = mapper.class_.__tablename__
                assert f"UPDATE OF {column.key.removesuffix('_folded')} ON {table} " in watched, (
                    f"stale_names({table!r})"
                )
