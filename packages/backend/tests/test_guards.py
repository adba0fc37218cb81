"""Objections to deleting and changing rows: asked wherever a session does either."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from fastapi import FastAPI
from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session
from support.client import Client
from support.factories import Factory
from verbatim.core.content import content_class, delete_rows
from verbatim.core.db import Base, Database
from verbatim.core.errors import ConflictError
from verbatim.core.guards import Guard
from verbatim.core.ownership import Unscoped, use_scope
from verbatim.plugins.api import PluginRegistry
from verbatim.projects.models import Project
from verbatim.recordings.models import Recording, StrayFile


class KeptError(ConflictError):
    """This stays as it is."""

    code = "kept"


class KeptByTriggerError(ConflictError):
    """The database keeps this."""

    code = "kept_by_trigger"
    database_sign = "fixture_kept_by_trigger"


def keep(session: Session, rows: ColumnElement[bool]) -> None:
    if session.scalar(select(Project.id).where(rows, Project.name == "kept").limit(1)) is not None:
        raise KeptError


Work = Callable[[AsyncSession, Project], Awaitable[None]]


async def _delete_row(session: AsyncSession, project: Project) -> None:
    await session.delete(project)


async def _delete_many(session: AsyncSession, project: Project) -> None:
    await session.execute(delete(Project).where(Project.id.in_([project.id, "another"])))


async def _delete_all(session: AsyncSession, _: Project) -> None:
    await session.execute(delete(Project))


async def _change_row(session: AsyncSession, project: Project) -> None:
    project.description = "changed"


async def _change_many(session: AsyncSession, project: Project) -> None:
    await session.execute(update(Project).where(Project.id == project.id).values(description="changed"))


async def _change_by_key(session: AsyncSession, project: Project) -> None:
    await session.execute(update(Project), [{"id": project.id, "description": "changed"}])


WAYS = (_delete_row, _delete_many, _delete_all, _change_row, _change_many, _change_by_key)


@pytest.fixture
def guarded(app: FastAPI) -> Database:
    """Give the database of a server in which projects called "kept" stay as they are."""
    database: Database = app.state.database
    database.info["guards"] = (Guard("projects", frozenset({"description"}), keep),)
    return database


async def _try(database: Database, project_id: str, work: Work) -> None:
    with use_scope(Unscoped()):
        async with database.transaction() as session:
            await work(session, await session.get_one(Project, project_id))


@pytest.mark.parametrize("work", WAYS)
async def test_what_a_guard_keeps_is_neither_deleted_nor_changed(
    guarded: Database, factory: Factory, work: Work
) -> None:
    kept, free = await factory.project("kept"), await factory.project("free")
    with pytest.raises(KeptError):
        await _try(guarded, kept, work)
    if work is not _delete_all:
        await _try(guarded, free, work)
    with use_scope(Unscoped()):
        async with guarded.transaction(read_only=True) as session:
            rows = {row.id: row.description for row in await session.scalars(select(Project))}
    assert rows[kept] is None
    if work in {_delete_row, _delete_many}:
        assert free not in rows
    else:
        assert rows[free] == (None if work is _delete_all else "changed")


async def test_what_a_guard_does_not_watch_changes(guarded: Database, factory: Factory) -> None:
    kept = await factory.project("kept")

    async def rename(session: AsyncSession, project: Project) -> None:
        project.name = "free now"

    await _try(guarded, kept, rename)
    await _try(guarded, kept, _delete_row)


async def test_a_refusal_is_the_answer_of_the_route(guarded: Database, client: Client, factory: Factory) -> None:
    kept = await factory.project("kept")
    response = await client.delete(f"/api/projects/{kept}")
    assert (response.status_code, response.json()) == (409, {"detail": "This stays as it is.", "code": "kept"})
    assert (await client.get(f"/api/projects/{kept}")).status_code == 200


TRIGGERS = {
    "sqlite": (
        "CREATE TRIGGER kept BEFORE DELETE ON projects BEGIN SELECT RAISE(ABORT, 'fixture_kept_by_trigger'); END",
    ),
    "postgresql": (
        (
            "CREATE FUNCTION kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " RAISE EXCEPTION 'fixture_kept_by_trigger' USING ERRCODE = '23001'; END $$"
        ),
        "CREATE TRIGGER kept BEFORE DELETE ON projects FOR EACH ROW EXECUTE FUNCTION kept()",
    ),
}


async def test_a_rule_of_the_database_has_a_voice_of_its_own(app: FastAPI, client: Client, factory: Factory) -> None:
    kept, database = await factory.project("kept"), app.state.database
    async with database.engine.begin() as connection:
        for statement in TRIGGERS[database.dialect]:
            await connection.exec_driver_sql(statement)
    response = await client.delete(f"/api/projects/{kept}")
    assert (response.status_code, response.json()["code"]) == (409, "kept_by_trigger")
    assert response.json()["detail"] == "The database keeps this."


async def test_others_delete_recordings_as_their_feature_does(app: FastAPI, factory: Factory) -> None:
    recording_id, database = await factory.recording(), app.state.database
    found = content_class("recordings")
    assert found is Recording
    with use_scope(Unscoped()):
        async with database.transaction() as session:
            await delete_rows(session, "recordings", list(await session.scalars(select(found))))
            assert (await session.scalars(select(StrayFile.storage_key))).all() == [
                f"recordings/{recording_id}/original"
            ]
        async with database.transaction(read_only=True) as session:
            assert (await session.scalars(select(found))).all() == []
    with pytest.raises(LookupError):
        content_class("no_such_table")


def test_guards_and_deleters_of_plugins_come_together() -> None:
    registry = PluginRegistry()
    draft = registry.draft("one")
    guard = Guard("projects", frozenset(), keep)
    draft.add_guard(guard)
    registry.merge(draft)
    assert registry.contributions.guards == [guard]
    assert Base.metadata.tables["projects"].name == guard.table
