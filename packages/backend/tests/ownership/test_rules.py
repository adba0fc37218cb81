"""What a session lets one owner see and change, whatever shape the statement has."""

from __future__ import annotations

from typing import Any, cast

import pytest
from fastapi import FastAPI
from sqlalchemy import (
    Executable,
    Table,
    delete,
    exists,
    func,
    insert,
    literal,
    literal_column,
    select,
    text,
    true,
    union_all,
    update,
)
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import aliased
from support.factories import Factory
from verbatim.core.clock import new_id
from verbatim.core.db import Base, Database
from verbatim.core.ownership import (
    ForeignRowError,
    Owned,
    Scope,
    ScopeMissingError,
    Unscoped,
    as_system,
    owned_classes,
    use_scope,
)
from verbatim.projects.models import Project
from verbatim.tags.models import Tag

_AGAIN = aliased(Project)
_TABLE = cast("Table", Project.__table__)

READS: dict[str, Executable] = {
    "entity": select(Project.name),
    "alias": select(_AGAIN.name),
    "join": select(Project.name).join(Tag, true()),
    "self join": select(_AGAIN.name).join(Project, Project.id == _AGAIN.id),
    "subquery": select(select(Project.name).subquery().c.name),
    "cte": select(select(Project.name).cte("x").c.name),
    "scalar subquery": select(select(func.min(Project.name)).scalar_subquery()),
    "union": union_all(select(Project.name), select(Tag.name)),
    "union in a subquery": select(union_all(select(Project.name), select(Tag.name)).subquery().c.name),
    "in": select(Tag.name).where(Tag.name.in_(select(Project.name))),
}
COUNTS: dict[str, Executable] = {
    "count": select(func.count(Project.id)),
    "count rows": select(func.count()).select_from(Project),
    "count a subquery": select(func.count()).select_from(select(Project.id).subquery()),
    "sum in a subquery": select(select(func.count(Project.id)).scalar_subquery()),
}
EXISTS: dict[str, Executable] = {
    "exists": select(exists().where(Project.name == "bob's")),
    "where exists": select(func.count(literal(1))).where(exists(select(Project.id).where(Project.name == "bob's"))),
}
PAST_THE_CLASSES: dict[str, Executable] = {
    "table": select(Project.__table__.c.name),
    "table alias": select(Project.__table__.alias("q").c.name),
    "count of a table": select(func.count()).select_from(Project.__table__),
    "table in a subquery": select(Tag.name).where(Tag.name.in_(select(Project.__table__.c.name))),
    "table joined": select(Tag.name).join(Project.__table__, true()),
    "text": text("SELECT name FROM projects"),
    "text with a schema": text("SELECT name FROM other.x, main.projects"),
    "quoted text": text('SELECT name FROM "projects" AS p'),
    "second table of a text": text("SELECT t.name FROM tags t, projects"),
    "text as entity": select(Project).from_statement(text("SELECT * FROM projects")),
    "text in a column": select(literal_column("(SELECT count(*) FROM projects)")),
    "update by text": text("UPDATE projects SET name = 'x'"),
    "delete by text": text("DELETE FROM projects"),
    "insert by text": text("INSERT INTO projects (id) VALUES ('x')"),
    "update of a table": update(_TABLE).values(name="x"),
    "delete of a table": delete(_TABLE),
}


@pytest.fixture
async def database(app: FastAPI) -> Database:
    """Give a database in which alice and bob have a project and a tag of their name."""
    for owner in ("alice", "bob"):
        factory = Factory.of_owner(app, owner)
        await factory.project(f"{owner}'s")
        await factory.tag(f"{owner}'s")
    found: Database = app.state.database
    return found


async def names(database: Database, statement: Executable) -> list[Any]:
    async with database.transaction() as session:
        return [row[0] for row in await session.execute(statement)]


async def test_reads_show_own_rows_only(database: Database, alice: Scope, bob: Scope) -> None:
    for scope in (alice, bob, alice):
        with use_scope(scope):
            seen = {shape: set(await names(database, statement)) for shape, statement in READS.items()}
        assert seen == {key: {f"{scope.write}'s"} for key in READS}


async def test_counts_count_own_rows_only(database: Database, alice: Scope) -> None:
    with use_scope(alice):
        assert {shape: await names(database, one) for shape, one in COUNTS.items()} == {key: [1] for key in COUNTS}
    with as_system("a test"):
        assert {shape: await names(database, one) for shape, one in COUNTS.items()} == {key: [2] for key in COUNTS}


async def test_rows_of_others_do_not_exist(database: Database, alice: Scope, bob: Scope) -> None:
    for scope, there in ((alice, False), (bob, True)):
        with use_scope(scope):
            found = {shape: bool((await names(database, statement))[0]) for shape, statement in EXISTS.items()}
        assert found == dict.fromkeys(EXISTS, there)


async def test_statements_past_the_mapped_classes_are_refused(database: Database, alice: Scope) -> None:
    with use_scope(alice):
        for statement in PAST_THE_CLASSES.values():
            with pytest.raises(ForeignRowError):
                await names(database, statement)
    with as_system("a test"):
        assert len(await names(database, select(Project.name))) == 2


async def test_without_a_scope_there_is_an_error_and_no_data(database: Database) -> None:
    for statement in (*READS.values(), *COUNTS.values(), *EXISTS.values(), *PAST_THE_CLASSES.values()):
        with pytest.raises(ScopeMissingError):
            await names(database, statement)


async def test_no_owned_table_opens_without_a_scope(app: FastAPI) -> None:
    models = owned_classes()
    assert len(models) >= 11
    for model in models:
        for statement in (select(model), select(func.count()).select_from(model), delete(model)):
            with pytest.raises(ScopeMissingError):
                async with app.state.database.transaction() as session:
                    await session.execute(statement)


async def test_updates_and_deletes_reach_own_rows_only(database: Database, alice: Scope) -> None:
    with use_scope(alice):
        async with database.transaction() as session:
            await session.execute(update(Project).values(description="changed"))
            await session.execute(delete(Tag))
    with as_system("a test"):
        async with database.transaction() as session:
            changed = (await session.scalars(select(Project.name).where(Project.description == "changed"))).all()
            left = (await session.scalars(select(Tag.name))).all()
    assert changed == ["alice's"]
    assert left == ["bob's"]


async def test_a_row_of_another_owner_cannot_be_fetched_by_its_key(
    database: Database, alice: Scope, bob: Scope
) -> None:
    with use_scope(bob):
        key = (await names(database, select(Project.id)))[0]
    with use_scope(alice):
        async with database.transaction() as session:
            assert await session.get(Project, key) is None
            assert await session.get(Project, key, with_for_update=True) is None


def _insert_one(rows: list[dict[str, Any]]) -> Executable:
    return insert(Tag).values(rows[0])


def _insert_many(rows: list[dict[str, Any]]) -> Executable:
    return insert(Tag).values(rows)


def _from_select(rows: list[dict[str, Any]]) -> Executable:
    columns = {"id": rows[0]["id"], "name": "n", "name_key": "n", "created_at": func.now()}
    columns |= {"owner_id": rows[0]["owner_id"]} if "owner_id" in rows[0] else {}
    return insert(Tag).from_select(
        list(columns), select(*(literal(v) if isinstance(v, str) else v for v in columns.values()))
    )


def _rows(**more: Any) -> list[dict[str, Any]]:
    return [{"id": new_id(), "name": name, "name_key": name, **more} for name in ("m", "n")]


async def test_inserts_are_stamped_and_none_is_made_for_another_owner(database: Database, alice: Scope) -> None:
    for make in (_insert_one, _insert_many, _from_select):
        with use_scope(alice):
            async with database.transaction() as session:
                await session.execute(make(_rows()))
            for stranger in ("bob", None):
                with pytest.raises(ForeignRowError):
                    async with database.transaction() as session:
                        await session.execute(make(_rows(owner_id=stranger)))
        with as_system("a test"):
            async with database.transaction() as session:
                owners = await session.scalars(delete(Tag).where(Tag.name.in_(["m", "n"])).returning(Tag.owner_id))
                assert set(owners) == {"alice"}


async def test_bulk_inserts_are_stamped_and_refused_alike(database: Database, alice: Scope) -> None:
    with use_scope(alice):
        async with database.transaction() as session:
            await session.execute(insert(Tag), _rows())
        with pytest.raises(ForeignRowError):
            async with database.transaction() as session:
                await session.execute(insert(Tag), _rows(owner_id="bob"))
    with as_system("a test"):
        owners = await names(database, select(Tag.owner_id).where(Tag.name.in_(["m", "n"])))
    assert owners == ["alice", "alice"]


async def test_new_objects_are_stamped_even_when_they_say_nobody(database: Database, alice: Scope) -> None:
    with use_scope(alice):
        async with database.transaction() as session:
            session.add_all([Project(name="one"), Project(name="two", owner_id=None)])
    with as_system("a test"):
        owners = await names(database, select(Project.owner_id).where(Project.name.in_(["one", "two"])))
    assert owners == ["alice", "alice"]


async def test_a_new_object_of_another_owner_is_refused(database: Database, alice: Scope) -> None:
    with use_scope(alice), pytest.raises(ForeignRowError):
        async with database.transaction() as session:
            session.add(Project(name="planted", owner_id="bob"))


async def test_rows_cannot_be_given_away(database: Database, alice: Scope) -> None:
    with use_scope(alice):
        with pytest.raises(ForeignRowError):
            async with database.transaction() as session:
                (await session.scalars(select(Project))).one().owner_id = "bob"
        with pytest.raises(ForeignRowError):
            async with database.transaction() as session:
                await session.execute(update(Project).values(owner_id="bob"))
        with pytest.raises(ForeignRowError):
            async with database.transaction() as session:
                await session.execute(update(Project).values({Project.owner_id: Project.id}))


async def test_an_object_that_another_owner_loaded_cannot_be_changed_or_deleted(
    database: Database, alice: Scope, bob: Scope
) -> None:
    async with database.transaction() as session:
        with use_scope(bob):
            project = (await session.scalars(select(Project))).one()
        with use_scope(alice):
            project.name = "taken over"
            with pytest.raises(ForeignRowError):
                await session.flush()
        session.expunge_all()
    async with database.transaction() as session:
        with use_scope(bob):
            project = (await session.scalars(select(Project))).one()
        with use_scope(alice):
            await session.delete(project)
            with pytest.raises(ForeignRowError):
                await session.flush()
            session.expunge_all()


async def test_remembered_statements_never_carry_a_scope_over(database: Database) -> None:
    owners = [f"owner-{number}" for number in range(5)]
    for owner in owners:
        with use_scope(Scope(frozenset({owner}), owner)):
            async with database.transaction() as session:
                session.add_all([Project(name=owner), Tag(name=owner, name_key=owner)])
    for turn in range(200):
        owner = owners[(turn * 7) % 5]
        with use_scope(Scope(frozenset({owner}), owner)):
            async with database.transaction(read_only=True) as session:
                assert (await session.scalars(select(Project.name))).all() == [owner]
                assert (await session.scalars(READS["union"])).all() == [owner, owner]
        if turn % 50 == 0:
            with use_scope(Unscoped()):
                assert len(await names(database, select(Project.name))) == 7


async def test_several_readable_owners(database: Database) -> None:
    with use_scope(Scope(frozenset({"alice", "bob"}), "bob")):
        assert sorted(await names(database, select(Project.name))) == ["alice's", "bob's"]
        async with database.transaction() as session:
            session.add(Project(name="new"))
    with use_scope(Scope(frozenset(), "nobody")):
        assert await names(database, select(Project.name)) == []
    with as_system("a test"):
        assert await names(database, select(Project.owner_id).where(Project.name == "new")) == ["bob"]


def test_everything_under_a_recording_or_project_is_owned() -> None:
    parents = {"recordings", "projects", "transcripts", "speakers", "tags"}
    tables = {mapper.local_table.name: mapper.class_ for mapper in Base.registry.mappers}  # type: ignore[attr-defined] # tables have names
    under = {
        name
        for name, table in Base.metadata.tables.items()
        if {key.column.table.name for key in table.foreign_keys} & parents
        or {"recording_id", "project_id", "transcript_id", "job_id"} & set(table.columns.keys())
    }
    assert {"transcripts", "speakers", "segments", "waveforms", "project_recordings", "recording_tags"} <= under
    under -= {"llm_usage"}  # of a plugin: what was spent is the installation's, and outlives what it was for
    assert [name for name in under | parents if name in tables and not issubclass(tables[name], Owned)] == []


async def test_callers_who_own_nothing_make_nothing(database: Database) -> None:
    with use_scope(Scope(frozenset(), None)):
        for statement in (insert(Tag).values(_rows()), insert(Tag).values(_rows(owner_id=None))):
            with pytest.raises((ForeignRowError, StatementError)):
                await names(database, statement)
        for project in (Project(name="x"), Project(name="x", owner_id=None)):
            with pytest.raises((ForeignRowError, StatementError)):
                async with database.transaction() as session:
                    session.add(project)
    with as_system("a test"):
        assert len(await names(database, select(Project.name))) == 2
        assert len(await names(database, select(Tag.name))) == 2
