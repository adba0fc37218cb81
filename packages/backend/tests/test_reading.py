"""Statements that only read go straight to the driver, and find what a session would find."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from enum import StrEnum
from typing import Any

import asyncpg
import pytest
from sqlalchemy import (
    Connection,
    Enum,
    Float,
    Integer,
    Numeric,
    Select,
    bindparam,
    cast,
    event,
    func,
    literal,
    select,
    text,
)
from sqlalchemy.exc import DBAPIError
from structlog.testing import capture_logs
from support.costs import questions
from support.lost_commits import commits_are_lost
from support.postgres import PostgresServer
from verbatim.adapters.database.driver import NotBegunError
from verbatim.adapters.database.postgresql import PostgresqlAdapter
from verbatim.adapters.database.sqlite import SqliteAdapter
from verbatim.config import Settings
from verbatim.core.db import Database, after_commit
from verbatim.core.events import EventBus
from verbatim.core.live import LiveHub
from verbatim.core.ownership import ForeignRowError, Scope, ScopeMissingError, Unscoped, use_scope
from verbatim.core.reading import rows_of
from verbatim.core.scoping import kept
from verbatim.core.slow import tell_slow_statements
from verbatim.tags.models import Tag

SETTING = "verbatim.tried"


class Size(StrEnum):
    """A word that the database keeps by its name."""

    SMALL = "s"
    LARGE = "l"


class Greeting(PostgresqlAdapter):
    """An adapter whose transactions begin with a statement."""

    said = f"SELECT set_config('{SETTING}', 'said', true)"

    def beginning(self) -> str:
        return self.said


@kept
def _numbers() -> Select[Any]:
    rows = select(func.generate_series(1, bindparam("last", type_=Integer)).label("n")).subquery()
    size = cast(literal("LARGE"), Enum(Size, native_enum=False)).label("size")
    said = func.current_setting(SETTING, literal(value=True)).label("said")
    wanted = select(rows.c.n, size, said, literal(7, Integer).label("own"), literal("x").label("word"))
    wanted = wanted.where(rows.c.n.in_(bindparam("among", expanding=True))).order_by(rows.c.n)
    return wanted.limit(bindparam("limit", type_=Integer)).offset(bindparam("offset", type_=Integer))


@kept
def _quotient() -> Select[Any]:
    return select((literal(1) / bindparam("by", type_=Integer)).label("n"), func.current_setting("role").label("role"))


@kept
def _exactly() -> Select[Any]:
    return select(cast(literal("1.5"), Numeric(10, 2)).label("n"))


@kept
def _asleep() -> Select[Any]:
    return select(func.pg_sleep(bindparam("seconds", type_=Float)).label("slept"))


@kept
def _unfiltered() -> Select[Any]:
    return select(Tag.__table__.c.name)


VALUES: dict[str, Any] = {"last": 9, "among": [1, 2, 4, 8], "limit": 3, "offset": 1}


@pytest.fixture
def adapter() -> Greeting:
    return Greeting()


@pytest.fixture(params=["postgresql"])
async def database(postgres_server: PostgresServer, adapter: Greeting) -> AsyncIterator[Database]:
    with postgres_server.temporary_database() as url:
        engine = adapter.create_engine(Settings(database_url=url, database_pool_size=1))
        reader = adapter.create_reader(engine)
        made = Database(engine, events=EventBus(), live=LiveHub(), enter_scope=adapter.enter_scope, reader=reader)
        with use_scope(Unscoped()):
            yield made
        await made.close()


async def _rows(
    database: Database, statement: Select[Any], *, read_only: bool = True, **values: Any
) -> list[dict[str, Any]]:
    async with database.transaction(read_only=read_only) as session:
        return await rows_of(session, statement, values)


async def test_both_ways_give_the_same(database: Database) -> None:
    expected = [{"n": n, "size": Size.LARGE, "said": "said", "own": 7, "word": "x"} for n in (2, 4, 8)]
    for _ in range(2):
        assert await _rows(database, _numbers(), **VALUES) == expected
        assert await _rows(database, _numbers(), read_only=False, **VALUES) == expected
    changes: list[dict[str, Any]] = [
        {"among": [8, 9]},
        {"among": []},
        {"limit": 1, "offset": 3},
        {"last": 0},
        {"among": [3]},
    ]
    for changed in changes:
        values = VALUES | changed
        assert await _rows(database, _numbers(), **values) == await _rows(
            database, _numbers(), read_only=False, **values
        )


async def test_a_read_takes_three_round_trips_and_waits_for_two(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _rows(database, _numbers(), **VALUES)
    await asyncio.sleep(0.05)
    held, execute = asyncio.Event(), asyncpg.Connection.execute
    seen: list[str] = []

    async def slow(self: Any, query: str, *args: Any, **options: Any) -> Any:
        seen.append(query)
        if query == "COMMIT;":
            await held.wait()
        return await execute(self, query, *args, **options)

    monkeypatch.setattr(asyncpg.Connection, "execute", slow)
    with questions() as asked:
        assert len(await _rows(database, _numbers(), **VALUES)) == 3
        assert seen == [f"BEGIN READ ONLY; {Greeting.said}"]
        held.set()
        await asyncio.sleep(0.05)
    assert len(asked) == 3
    assert seen[1:] == ["COMMIT;"]


async def test_nobody_gets_a_connection_whose_commit_is_on_its_way(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, execute = asyncio.Event(), asyncpg.Connection.execute

    async def slow(self: Any, query: str, *args: Any, **options: Any) -> Any:
        if query == "COMMIT;":
            await held.wait()
            assert self.is_in_transaction(), "somebody else has ended it"
        return await execute(self, query, *args, **options)

    monkeypatch.setattr(asyncpg.Connection, "execute", slow)
    answers = [await _rows(database, _numbers(), **VALUES) for _ in range(2)]  # the pool has one, and one beyond
    third = [asyncio.create_task(_rows(database, _numbers(), read_only=one, **VALUES)) for one in (True, False)]
    await asyncio.sleep(0.1)
    assert not any(task.done() for task in third)
    held.set()
    answers += await asyncio.gather(*third)
    assert all(row["said"] == "said" for rows in answers for row in rows)


async def test_many_reads_at_once_open_no_connection_beyond_the_pool(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _rows(database, _numbers(), **VALUES)
    opened: list[object] = []
    event.listen(database.engine.sync_engine, "connect", lambda *given: opened.append(given))
    execute = asyncpg.Connection.execute

    async def slow(self: Any, query: str, *args: Any, **options: Any) -> Any:
        if query == "COMMIT;":
            await asyncio.sleep(0.01)
        return await execute(self, query, *args, **options)

    monkeypatch.setattr(asyncpg.Connection, "execute", slow)
    for _ in range(20):
        assert len(await _rows(database, _numbers(), **VALUES)) == 3
    assert opened == []


async def test_a_commit_that_fails_costs_its_connection_and_nobody_an_answer(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with commits_are_lost(monkeypatch):
        for _ in range(4):
            assert len(await _rows(database, _numbers(), **VALUES)) == 3
            await asyncio.sleep(0.02)
    for read_only in (True, False):
        assert (await _rows(database, _numbers(), read_only=read_only, **VALUES))[0]["said"] == "said"


async def test_a_read_that_is_cancelled_leaves_nothing_standing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch = asyncpg.Connection.fetch

    async def long(self: Any, query: str, *args: Any, **options: Any) -> Any:
        await fetch(self, "SELECT pg_sleep(5)")
        return await fetch(self, query, *args, **options)

    with monkeypatch.context() as patched:
        patched.setattr(asyncpg.Connection, "fetch", long)
        for _ in range(3):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(_rows(database, _numbers(), **VALUES), 0.1)
    for read_only in (True, False, True):
        assert (await _rows(database, _numbers(), read_only=read_only, **VALUES))[0]["said"] == "said"


async def test_an_error_is_the_sessions_own(database: Database) -> None:
    for _ in range(3):
        with pytest.raises(DBAPIError, match="division by zero"):
            await _rows(database, _quotient(), by=0)
    assert [row["n"] for row in await _rows(database, _quotient(), by=1)] == [1]


async def test_a_connection_that_ended_meanwhile_is_replaced(database: Database) -> None:
    for read_only in (True, False):
        async with database.engine.connect() as connection:
            pid = await connection.scalar(select(func.pg_backend_pid()))
        raw = await asyncpg.connect(database.engine.url.set(drivername="postgresql").render_as_string(False))
        await raw.execute(f"SELECT pg_terminate_backend({pid})")
        await raw.close()
        assert len(await _rows(database, _numbers(), read_only=read_only, **VALUES)) == 3


async def test_what_the_driver_gives_otherwise_is_left_to_the_session(database: Database) -> None:
    for read_only in (True, False):
        found = await _rows(database, _exactly(), read_only=read_only)
        assert [str(row["n"]) for row in found] == ["1.50"]


async def test_within_a_transaction_that_stands_a_statement_belongs_to_it(database: Database) -> None:
    async with database.transaction(read_only=True) as session:
        first = await session.scalar(text("SELECT pg_current_xact_id_if_assigned() IS NULL"))
        with questions() as asked:
            assert first
            assert len(await rows_of(session, _numbers(), VALUES)) == 3
    assert not any(one.startswith("BEGIN") for one in asked)


async def test_what_waits_for_a_commit_happens_although_nothing_was_asked(database: Database) -> None:
    happened: list[str] = []
    async with database.transaction(read_only=True) as session:
        assert await rows_of(session, _numbers(), VALUES)
        after_commit(session, lambda: happened.append("said"))
    assert happened == ["said"]


async def test_the_last_line_looks_at_what_goes_straight_to_the_driver(database: Database) -> None:
    with use_scope(Scope(frozenset({"north"}), "north")), pytest.raises(ForeignRowError):
        await _rows(database, _unfiltered())
    with use_scope(None), pytest.raises(ScopeMissingError):  # type: ignore[arg-type] # as where nobody has entered one
        await _rows(database, _unfiltered())


async def test_a_slow_statement_is_named(database: Database) -> None:
    tell_slow_statements(database.engine.sync_engine, 1)
    with capture_logs() as log:
        await _rows(database, _asleep(), seconds=0.02)
    (line,) = [one for one in log if one["event"] == "slow_statement"]
    assert line["ms"] >= 20
    assert line["statement"].startswith("SELECT pg_sleep($1")


async def test_a_transaction_that_did_not_begin_is_not_read_in(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    execute = asyncpg.Connection.execute

    async def lost(self: Any, query: str, *args: Any, **options: Any) -> Any:
        return "" if query.startswith("BEGIN") else await execute(self, query, *args, **options)

    fetched: list[str] = []
    monkeypatch.setattr(asyncpg.Connection, "execute", lost)
    monkeypatch.setattr(asyncpg.Connection, "fetch", lambda _, query, *__: fetched.append(query))
    with pytest.raises((NotBegunError, DBAPIError)):
        await _rows(database, _numbers(), **VALUES)
    assert fetched == []


async def test_who_begins_in_a_way_of_their_own_has_no_reader(database: Database) -> None:
    class Own(PostgresqlAdapter):
        """An adapter that walls rows in where no reader would know of it."""

        def enter_scope(self, connection: Connection) -> object:
            return self.begin_with(connection, "SELECT 1")

    assert Own().create_reader(database.engine) is None
    assert SqliteAdapter().create_reader(database.engine) is None
    assert PostgresqlAdapter().create_reader(database.engine) is not None


async def test_closing_waits_for_what_has_been_read(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[str] = []
    execute = asyncpg.Connection.execute

    async def slow(self: Any, query: str, *args: Any, **options: Any) -> Any:
        if query == "COMMIT;":
            await asyncio.sleep(0.1)
            ended.append(query)
        return await execute(self, query, *args, **options)

    monkeypatch.setattr(asyncpg.Connection, "execute", slow)
    await _rows(database, _numbers(), **VALUES)
    await database.close()
    assert ended == ["COMMIT;"]
