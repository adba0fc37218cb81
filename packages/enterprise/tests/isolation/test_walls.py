"""Row-level security alone keeps teams apart: every filter of the application is out of the way here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import event, func, select, text
from verbatim_enterprise.adapters.database import SETTINGS
from verbatim_enterprise.adapters.rules import APP_ROLE
from verbatim_enterprise.host import Database, Placed, Scope, Unscoped, as_system, new_id, owned_classes, use_scope
from verbatim_enterprise.teams.models import Team

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

NORTH, SOUTH = "north-team", "south-team"


@contextmanager
def team(*owners: str) -> Iterator[None]:
    with use_scope(Scope(frozenset(owners), owners[0])):
        yield


async def run(database: Database, statement: str, **values: object) -> list[tuple[object, ...]]:
    """Run hand-written SQL below the session, where none of the application's filters look."""
    async with database.transaction() as session:
        connection = await session.connection()
        raw = (await connection.get_raw_connection()).driver_connection
        assert raw is not None
        return [tuple(row) for row in await raw.fetch(statement, *values.values())]


@pytest.fixture
async def database(app: FastAPI) -> Database:
    """Give a database with one tag of each of two teams."""
    made: Database = app.state.database
    with as_system("test"):
        for owner in (NORTH, SOUTH):
            async with made.transaction() as session:
                session.add(Team(id=owner, name=owner))
            await run(
                made,
                "INSERT INTO tags (id, owner_id, name, name_key, created_at) VALUES ($1, $2, $3, $3, now())",
                id=new_id(),
                owner=owner,
                name=f"of {owner}",
            )
    return made


async def test_a_forgotten_filter_shows_only_the_teams_own_rows(database: Database) -> None:
    with team(NORTH):
        assert await run(database, "SELECT owner_id FROM tags") == [(NORTH,)]
        assert await run(database, "SELECT count(*) FROM tags") == [(1,)]


async def test_a_foreign_row_can_be_neither_changed_nor_deleted(database: Database) -> None:
    with team(NORTH):
        await run(database, "UPDATE tags SET name = 'stolen'")
        await run(database, "DELETE FROM tags WHERE owner_id = $1", owner=SOUTH)
    with team(SOUTH):
        assert await run(database, "SELECT name FROM tags") == [(f"of {SOUTH}",)]


async def test_a_row_cannot_be_planted_with_or_given_to_another_team(database: Database) -> None:
    with team(NORTH):
        for statement in (
            "INSERT INTO tags (id, owner_id, name, name_key, created_at) VALUES ('x', $1, 'x', 'x', now())",
            "UPDATE tags SET owner_id = $1",
        ):
            with pytest.raises(Exception, match="row-level security"):
                await run(database, statement, owner=SOUTH)


async def test_somebody_without_a_team_sees_nothing_and_writes_nothing(database: Database) -> None:
    with use_scope(Scope(frozenset(), None)):
        assert await run(database, "SELECT id FROM tags") == []
        with pytest.raises(Exception, match="row-level security"):
            await run(
                database,
                "INSERT INTO tags (id, owner_id, name, name_key, created_at) VALUES ('x', NULL, 'x', 'x', now())",
            )


async def test_the_scope_ends_with_its_transaction(database: Database) -> None:
    with team(NORTH):
        await run(database, "SELECT 1")
    async with database.engine.connect() as connection:
        left = await connection.execute(
            text("SELECT current_user = session_user, nullif(current_setting('verbatim.scope', true), '')")
        )
        assert left.one() == (True, None)


async def test_a_single_users_scope_is_refused(database: Database) -> None:
    with use_scope(Unscoped()), pytest.raises(RuntimeError):
        await run(database, "SELECT 1")


async def test_every_table_of_somebodys_rows_stands_behind_its_walls(database: Database) -> None:
    tables = {cls.__tablename__ for cls in owned_classes() if cls in database.info["models"]}  # type: ignore[attr-defined] # mapped classes have one
    assert len(tables) >= 10
    async with database.engine.connect() as connection:
        rows = await connection.execute(
            text("""
                SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity,
                       array_agg(p.polname::text ORDER BY p.polname)
                FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid GROUP BY 1, 2
            """)
        )
        walls = {name: (forced, policies) for name, forced, policies in rows}
    placed = {cls.__tablename__ for cls in owned_classes(Placed)}  # type: ignore[attr-defined] # mapped classes have one
    policies = {name: "verbatim_place" if name in placed else "verbatim_owner" for name in tables}
    policies |= dict.fromkeys(("pgqueuer", "pgqueuer_log"), "verbatim_job")  # tickets of jobs
    assert walls == {name: (True, [policy, "verbatim_system"]) for name, policy in policies.items()}


async def test_the_roles_in_force_own_nothing_and_bypass_nothing(database: Database) -> None:
    async with database.engine.connect() as connection:
        rows = await connection.execute(
            text("""
                SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole OR rolcanlogin,
                       (SELECT count(*) FROM pg_class WHERE relowner = r.oid)
                FROM pg_roles r WHERE rolname IN ('verbatim_app', 'verbatim_system') ORDER BY 1
            """)
        )
        assert [tuple(row) for row in rows] == [("verbatim_app", False, 0), ("verbatim_system", False, 0)]


async def test_totals_are_counted_behind_the_walls_too(database: Database) -> None:
    insert = """
        INSERT INTO recordings (id, owner_id, title, file_name, file_size, mime_type, sha256, storage_location,
            storage_key, duration_seconds, media, metadata, status, created_at, updated_at)
        VALUES ($1, $2, 't', 'f', 5, 'audio/wav', 's', 'local', 'k', 1, '{}', '{}', 'pending', now(), now())
    """
    for owner in (NORTH, SOUTH, SOUTH):
        with team(owner):
            await run(database, insert, id=new_id(), owner=owner)
    with team(SOUTH):
        assert await run(database, "SELECT recordings, bytes FROM recording_counts") == [(2, 10)]


async def test_a_statement_that_names_its_own_scope_gains_nothing(database: Database) -> None:
    """What comes with a request never reaches SQL as text; were it to, this is still the role it would run as."""
    with team(NORTH), pytest.raises(Exception, match=r"permission denied|must be"):
        await run(database, "ALTER TABLE tags DISABLE ROW LEVEL SECURITY")


@pytest.mark.parametrize("value", ["", "a,b", "o'brien", "a\\", "\\' OR true --", "x'); RESET ROLE; --", "ü\n$1 %s :x"])
@pytest.mark.parametrize("conforming", ["on", "off"])
async def test_whatever_a_scope_names_stays_a_value(app: FastAPI, value: str, conforming: str) -> None:
    database: Database = app.state.database

    def read_strings_so(connection: Any, *_: object) -> None:
        connection.cursor().execute(f"SET standard_conforming_strings = {conforming}")
        connection.commit()

    event.listen(database.engine.sync_engine, "checkout", read_strings_so)
    asked = select(*(func.current_setting(setting) for setting in SETTINGS))
    with use_scope(Scope(frozenset({value}), value, workspaces=frozenset({value}))):
        async with database.transaction(read_only=True) as session:
            found = (await session.execute(asked)).one()
            strings = await session.scalar(select(func.current_setting("standard_conforming_strings")))
    assert tuple(found) == (APP_ROLE, value, value, value)
    assert strings == conforming


async def test_a_scope_with_a_zero_byte_is_refused(app: FastAPI) -> None:
    database: Database = app.state.database
    with use_scope(Scope(frozenset({"a\0b"}), "a\0b")), pytest.raises(ValueError, match="zero byte"):
        async with database.transaction(read_only=True) as session:
            await session.execute(select(1))
