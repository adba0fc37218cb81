"""The rules once more for a scope that sees two of its owner's workspaces and writes into the first.

The application's wall alone stands here: SQLite has no other, and what PostgreSQL refuses besides must not hide a hole.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, cast

import pytest
from fastapi import FastAPI
from sqlalchemy import Executable, Table, func, insert, literal, literal_column, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from support.factories import Factory
from verbatim.core.clock import new_id
from verbatim.core.db import Database
from verbatim.core.ownership import ForeignRowError, Scope, as_system, use_scope
from verbatim.projects.models import Project, ProjectRecording
from verbatim.recordings.models import Recording

OWNER, HALL, ROOM, CELLAR = "alice", "w-hall", "w-room", "w-cellar"
NARROW = Scope(frozenset({OWNER}), OWNER, workspaces=frozenset({HALL, ROOM}), workspace=HALL)
_AGAIN = aliased(Project)
_TABLE = cast("Table", Project.__table__)

READS: dict[str, Executable] = {
    "entity": select(Project.name),
    "alias": select(_AGAIN.name),
    "subquery": select(select(Project.name).subquery().c.name),
    "cte": select(select(Project.name).cte("x").c.name),
    "in": select(Project.name).where(Project.id.in_(select(_AGAIN.id))),
}
PAST_THE_CLASSES: dict[str, Executable] = {
    "table": select(_TABLE.c.name),
    "owner only": select(_TABLE.c.name).where(_TABLE.c.owner_id == OWNER),
    "text": text("SELECT name FROM projects"),
    "text that asks for the owner": text(f"SELECT name FROM projects WHERE projects.owner_id = '{OWNER}'"),  # noqa: S608 - a constant
    "text in a column": select(literal_column("(SELECT count(*) FROM projects)")),
    "table in a subquery": select(func.count()).select_from(select(_TABLE.c.id).subquery()),
    "update of a table": update(_TABLE).values(name="x"),
}


def _in(workspace: str) -> Scope:
    return Scope(frozenset({OWNER}), OWNER, workspaces=frozenset({workspace}), workspace=workspace)


@pytest.fixture
async def ids(app: FastAPI) -> dict[str, str]:
    """Make a project named for its place in each of three workspaces, and give their ids."""
    return {place: await Factory(app, _in(place)).project(place) for place in (HALL, ROOM, CELLAR)}


@pytest.fixture
def database(app: FastAPI) -> Database:
    found: Database = app.state.database
    return found


async def _names(database: Database, statement: Executable) -> set[Any]:
    async with database.transaction() as session:
        return {row[0] for row in await session.execute(statement)}


async def _refused(database: Database, way: Callable[[AsyncSession], Awaitable[None]]) -> None:
    with use_scope(NARROW), pytest.raises(ForeignRowError):
        async with database.transaction() as session:
            await way(session)


async def _everything(database: Database) -> dict[str, str | None]:
    with as_system("a test compares"):
        async with database.transaction(read_only=True) as session:
            rows = (await session.execute(select(Project.name, Project.workspace_id))).all()
            return {str(name): place for name, place in rows}


async def test_what_lies_elsewhere_is_not_read(database: Database, ids: dict[str, str]) -> None:
    with use_scope(NARROW):
        assert {shape: await _names(database, one) for shape, one in READS.items()} == {
            shape: {HALL, ROOM} for shape in READS
        }
        assert await _names(database, select(func.count(Project.id))) == {2}
        async with database.transaction() as session:
            assert await session.get(Project, ids[CELLAR]) is None


@pytest.mark.parametrize("shape", PAST_THE_CLASSES)
async def test_statements_that_do_not_ask_for_the_workspace_are_refused(
    database: Database, ids: dict[str, str], shape: str
) -> None:
    """Also those that ask for the owner: this caller sees less than the owner has."""
    with use_scope(NARROW), pytest.raises(ForeignRowError):
        await _names(database, PAST_THE_CLASSES[shape])


async def test_changes_reach_only_what_is_seen(database: Database, ids: dict[str, str]) -> None:
    with use_scope(NARROW):
        async with database.transaction() as session:
            await session.execute(update(Project).values(description="changed"))
    with as_system("a test compares"):
        changed = await _names(database, select(Project.name).where(Project.description == "changed"))
    assert changed == {HALL, ROOM}


@pytest.mark.parametrize("place", [CELLAR, None, "w-nowhere"])
async def test_nothing_is_put_where_its_writer_sees_nothing(
    database: Database, ids: dict[str, str], place: str | None
) -> None:
    before = await _everything(database)
    row = {"id": new_id(), "name": "smuggled", "workspace_id": place}

    async def as_statement(session: Any) -> None:
        await session.execute(insert(Project).values(row))

    async def as_rows(session: Any) -> None:
        await session.execute(insert(Project), [row])

    async def as_object(session: Any) -> None:
        session.add(Project(**row))
        await session.flush()

    async def by_update(session: Any) -> None:
        await session.execute(update(Project).where(Project.id == ids[HALL]).values(workspace_id=place))

    async def by_changing_an_object(session: Any) -> None:
        (await session.get(Project, ids[HALL])).workspace_id = place
        await session.flush()

    # An object that says nothing of its workspace is put into the writer's: None means that here.
    ways = [as_statement, as_rows, by_update, by_changing_an_object, *([as_object] if place else [])]
    for way in ways:
        await _refused(database, way)
    assert await _everything(database) == before


async def test_a_visible_place_may_be_named(database: Database, ids: dict[str, str]) -> None:
    with use_scope(NARROW):
        async with database.transaction() as session:
            await session.execute(insert(Project), [{"id": new_id(), "name": "in the room", "workspace_id": ROOM}])
            session.add(Project(name="said nothing"))
            (await session.get_one(Project, ids[HALL])).workspace_id = ROOM
    assert await _everything(database) == {
        HALL: ROOM,
        ROOM: ROOM,
        CELLAR: CELLAR,
        "in the room": ROOM,
        "said nothing": HALL,
    }


async def test_a_row_of_an_unseen_place_cannot_be_changed_even_where_it_is_known(
    database: Database, ids: dict[str, str]
) -> None:
    """An object that was loaded with more rights and carried over is looked at again."""
    with as_system("a test"):
        async with database.transaction(read_only=True) as session:
            carried = await session.get_one(Project, ids[CELLAR])
            session.expunge(carried)
    carried.description = "changed"

    async def put_back(session: AsyncSession) -> None:
        session.add(carried)
        await session.flush()

    await _refused(database, put_back)


async def test_what_hangs_under_a_row_lies_where_that_does(app: FastAPI, database: Database) -> None:
    both = await Factory(app, _in(ROOM)).recording(), await Factory(app, _in(ROOM)).project("of the room")
    with use_scope(NARROW):
        async with database.transaction() as session:
            recording, project = await session.get_one(Recording, both[0]), await session.get_one(Project, both[1])
            session.add(ProjectRecording(project_id=project.id, recording_id=recording.id))
    with as_system("a test compares"):
        assert await _names(database, select(ProjectRecording.workspace_id)) == {ROOM}


async def test_nothing_hangs_under_rows_of_different_places(app: FastAPI, database: Database) -> None:
    recording, project = await Factory(app, _in(ROOM)).recording(), await Factory(app, _in(HALL)).project("of the hall")

    async def put_in(session: AsyncSession) -> None:
        rows = await session.get_one(Recording, recording), await session.get_one(Project, project)
        session.add(ProjectRecording(project_id=rows[1].id, recording_id=rows[0].id))
        await session.flush()

    await _refused(database, put_in)
    with as_system("a test compares"):
        assert await _names(database, select(literal(1)).select_from(ProjectRecording)) == set()


async def test_a_row_lies_where_its_parents_do_though_nobody_looked_them_up(app: FastAPI, database: Database) -> None:
    both = await Factory(app, _in(ROOM)).recording(), await Factory(app, _in(ROOM)).project("of the room")
    with use_scope(NARROW):
        async with database.transaction() as session:
            session.add(ProjectRecording(project_id=both[1], recording_id=both[0]))
    with as_system("a test compares"):
        assert await _names(database, select(ProjectRecording.workspace_id)) == {ROOM}


async def test_nothing_hangs_under_a_row_that_its_writer_does_not_see(app: FastAPI, database: Database) -> None:
    recording, project = await Factory(app, _in(CELLAR)).recording(), await Factory(app, _in(HALL)).project("mine")

    async def put_in(session: AsyncSession) -> None:
        session.add(ProjectRecording(project_id=project, recording_id=recording))
        await session.flush()

    await _refused(database, put_in)
