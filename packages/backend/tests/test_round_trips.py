"""How often PostgreSQL is asked: a transaction begins with one question, and the next waits for its COMMIT."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest
from sqlalchemy import Connection, func, literal, select, text
from sqlalchemy.exc import DBAPIError
from support.lost_commits import commits_are_lost
from support.postgres import PostgresServer
from verbatim.adapters.database.driver import NotBegunError
from verbatim.adapters.database.postgresql import PostgresqlAdapter
from verbatim.config import Settings
from verbatim.core.db import Database
from verbatim.core.events import EventBus
from verbatim.core.live import LiveHub

SETTING = "verbatim.tried"


class Greeting(PostgresqlAdapter):
    """An adapter whose transactions begin with a statement."""

    statement = f"SELECT set_config('{SETTING}', 'said', true)"

    question = ""

    def enter_scope(self, connection: Connection) -> int | None:
        return self.begin_with(connection, self.statement, self.question)


@pytest.fixture
def adapter() -> Greeting:
    return Greeting()


@pytest.fixture
async def database(postgres_server: PostgresServer, adapter: Greeting) -> AsyncIterator[Database]:
    with postgres_server.temporary_database() as url:
        engine = adapter.create_engine(Settings(database_url=url, database_pool_size=1))
        made = Database(engine, events=EventBus(), live=LiveHub(), enter_scope=adapter.enter_scope)
        async with made.transaction() as session:
            await session.execute(text("CREATE TABLE sayings (said text)"))
        yield made
        await made.close()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give what goes to the database outside prepared statements."""
    seen: list[str] = []
    execute = asyncpg.Connection.execute

    async def note(self: Any, query: str, *args: Any, **options: Any) -> Any:
        seen.append(query)
        return await execute(self, query, *args, **options)

    monkeypatch.setattr(asyncpg.Connection, "execute", note)
    return seen


async def _said(database: Database, *, read_only: bool = True) -> str | None:
    async with database.transaction(read_only=read_only) as session:
        found: str | None = await session.scalar(select(func.current_setting(SETTING, literal(value=True))))
    return found or None


async def test_a_transaction_begins_with_one_question(database: Database, asked: list[str]) -> None:
    assert await _said(database) == "said"
    await asyncio.sleep(0.05)
    assert asked == [f"BEGIN READ ONLY; {Greeting.statement}", "COMMIT;"]
    asked.clear()
    assert await _said(database, read_only=False) == "said"
    assert asked == [f"BEGIN; {Greeting.statement}", "COMMIT;"]


@pytest.mark.parametrize("level", ["AUTOCOMMIT", "SERIALIZABLE", "REPEATABLE READ", "READ COMMITTED"])
async def test_a_connection_that_had_an_isolation_level_says_it_too(database: Database, level: str) -> None:
    for read_only in (True, False):
        async with database.engine.execution_options(isolation_level=level).connect() as connection:
            assert await connection.scalar(select(literal(1))) == 1  # the pool's only connection, then put back
        assert await _said(database, read_only=read_only) == "said"
    with pytest.raises(DBAPIError, match="read-only transaction"):
        async with database.transaction(read_only=True) as session:
            await session.execute(text("DELETE FROM sayings"))


async def test_a_transaction_that_is_none_is_refused(database: Database) -> None:
    async with database.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        with pytest.raises(NotBegunError):
            await connection.run_sync(lambda plain: Greeting().enter_scope(plain))
    assert await _said(database) == "said"


async def test_a_session_that_asks_nothing_costs_nothing(database: Database, asked: list[str]) -> None:
    async with database.transaction(read_only=True):
        pass
    assert asked == []


async def test_what_one_transaction_says_does_not_reach_the_next(database: Database) -> None:
    async with database.transaction() as session:
        await session.connection()  # says what comes first, and asks nothing
    async with database.engine.connect() as connection:
        assert not await connection.scalar(select(func.current_setting(SETTING, literal(value=True))))


@pytest.mark.parametrize("statement", ["INSERT INTO sayings VALUES ('x')", "DELETE FROM sayings", "DROP TABLE sayings"])
async def test_a_transaction_that_reads_cannot_write(database: Database, statement: str) -> None:
    with pytest.raises(DBAPIError, match="read-only transaction"):
        async with database.transaction(read_only=True) as session:
            await session.execute(text(statement))
    async with database.transaction() as session:
        await session.execute(text("INSERT INTO sayings VALUES ('kept')"))
    async with database.transaction(read_only=True) as session:
        assert await session.scalar(text("SELECT said FROM sayings")) == "kept"


@pytest.mark.parametrize("read_only", [True, False])
async def test_nothing_begins_before_the_transaction_before_has_ended(
    database: Database, monkeypatch: pytest.MonkeyPatch, *, read_only: bool
) -> None:
    held, execute = asyncio.Event(), asyncpg.Connection.execute

    async def slow(self: Any, query: str, *args: Any, **options: Any) -> Any:
        if query == "COMMIT;":
            await held.wait()
        return await execute(self, query, *args, **options)

    monkeypatch.setattr(asyncpg.Connection, "execute", slow)
    first = asyncio.create_task(_said(database, read_only=read_only))
    await asyncio.sleep(0.1)
    assert not first.done()  # a COMMIT on its way would end the connection's next transaction
    held.set()
    assert await first == "said"


@pytest.mark.parametrize("read_only", [True, False])
async def test_a_transaction_whose_end_is_not_known_fails(
    database: Database, monkeypatch: pytest.MonkeyPatch, *, read_only: bool
) -> None:
    with commits_are_lost(monkeypatch), pytest.raises((DBAPIError, OSError)):
        await _said(database, read_only=read_only)
    assert await _said(database, read_only=False) == "said"  # by another connection


async def test_many_reads_at_once_share_few_connections(database: Database) -> None:
    assert set(await asyncio.gather(*(_said(database, read_only=bool(n % 3)) for n in range(60)))) == {"said"}


async def test_a_transaction_that_cannot_begin_leaves_nothing_begun(database: Database, adapter: Greeting) -> None:
    adapter.statement = "SELECT 1 / 0"
    for _ in range(2):
        with pytest.raises(DBAPIError, match="division by zero"):
            await _said(database)
    adapter.statement = Greeting.statement
    assert await _said(database) == "said"


@pytest.mark.parametrize("rows", [0, 1, 3])
async def test_a_question_travels_with_the_begin(
    database: Database, adapter: Greeting, asked: list[str], rows: int
) -> None:
    adapter.question = f"SELECT FROM generate_series(1, {rows})"
    async with database.transaction() as session:
        assert await session.scalar(select(func.current_setting(SETTING))) == "said"
        assert session.info["begun"] == rows
    assert asked == [f"BEGIN; {Greeting.statement}; {adapter.question}", "COMMIT;"]
    adapter.question = ""
    async with database.transaction() as session:
        await session.scalar(select(1))
        assert session.info["begun"] is None, "nothing was asked"


async def test_a_question_that_fails_leaves_nothing_begun(database: Database, adapter: Greeting) -> None:
    adapter.question = "SELECT 1 / 0"
    with pytest.raises(DBAPIError, match="division by zero"):
        await _said(database, read_only=False)
    adapter.question = ""
    assert await _said(database) == "said"


async def test_a_transaction_that_somebody_began_hears_it_too(database: Database, adapter: Greeting) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(text("SELECT 1"))
        adapter.question = "SELECT FROM generate_series(1, 3)"
        assert await connection.run_sync(adapter.enter_scope) is None, "there was no BEGIN for it to go along with"
        assert await connection.scalar(select(func.current_setting(SETTING))) == "said"


async def test_limits_and_offsets_are_written_into_statements(database: Database) -> None:
    rows = select(func.generate_series(1, 9).label("n"))
    inner = rows.limit(7).subquery()
    async with database.transaction(read_only=True) as session:
        for limit, offset in ((2, 3), (1, 0), (3, 8)):
            wanted = select(inner.c.n).order_by(inner.c.n).limit(limit).offset(offset)
            found = list(await session.scalars(wanted))
            assert found == list(range(1, 8))[offset : offset + limit]
            sent = wanted.compile(dialect=database.engine.dialect, compile_kwargs={"render_postcompile": True})
            assert f"LIMIT {limit} OFFSET {offset}" in str(sent)
            assert "LIMIT 7" in str(sent)
