"""The database: one engine, one transaction per request or job, and what happens when it commits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from functools import partial
from typing import Annotated, Any, ClassVar, Final, cast

import structlog
from fastapi import Depends
from sqlalchemy import (
    ARRAY,
    JSON,
    BigInteger,
    ColumnElement,
    Connection,
    CursorResult,
    DateTime,
    Dialect,
    Integer,
    MetaData,
    Result,
    SQLColumnExpression,
    String,
    TextClause,
    TypeDecorator,
    any_,
    event,
    literal,
)
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker
from sqlalchemy.orm import DeclarativeBase, Session, SessionTransaction
from starlette.requests import HTTPConnection

from verbatim.adapters.database.api import Reader
from verbatim.core.again import note_commit
from verbatim.core.events import EventBus
from verbatim.core.guards import install_guards
from verbatim.core.live import LiveHub
from verbatim.core.ownership import Placed, Scope, current_scope, use_scope
from verbatim.core.reading import Reading
from verbatim.core.resources import Resources
from verbatim.core.scoping import guard_engine, install_scoping

log = structlog.get_logger(__name__)

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

BigKey = BigInteger().with_variant(Integer, "sqlite")
"""A 64-bit counting key. SQLite numbers rows by itself only when the type reads INTEGER."""


CALLER: Final = "caller"
"""Where in its ``info`` the session of a request has who calls."""


class UTCDateTime(TypeDecorator[datetime]):
    """A moment in time. Stored in UTC and always read back timezone-aware, also on SQLite, which has no time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A time without a time zone cannot be stored.")
        value = value.astimezone(UTC)  # which edges have made possible: see `inbound.Moment`
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - interface
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Parent of every table.

    ``bookkeeping`` says that the server writes the rows for itself while it answers, so that none of it is a change
    that somebody made; or of which columns that is so.
    """

    bookkeeping: ClassVar[bool | frozenset[str]] = False
    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    type_annotation_map = {datetime: UTCDateTime(), dict[str, Any]: JSON()}  # noqa: RUF012 - SQLAlchemy's own declaration


class ScopedSession(Session):
    """A session whose statements see only the rows of the current scope."""


class WritingSession(ScopedSession):
    """One that may change rows."""


install_scoping(ScopedSession)
install_guards(ScopedSession)


def _commit_and_close(session: Session) -> None:
    session.commit()
    session.close()


async def _roll_back_and_close(session: AsyncSession) -> None:
    try:
        await session.rollback()
    finally:
        await session.close()


_HELD_BACK = frozenset({"page_messages", "after_commit"})
"""What a session's ``info`` has when something is to happen once it has committed."""


def _publish(session: Session) -> None:
    if session.in_nested_transaction():
        return  # a savepoint was released; nothing is certain before the commit
    told = [partial(session.info["live"].publish, *said) for said in session.info.pop("page_messages", ())]
    for callback in (*told, *session.info.pop("after_commit", ())):
        try:
            callback()
        except Exception:
            # What is committed stays; an error now would tell the client that it had failed.
            log.exception("after_commit_failed")


def _forget(session: Session) -> None:
    if session.in_nested_transaction():
        return  # back to a savepoint; what came before it may still be committed
    session.info.pop("page_messages", None)
    session.info.pop("after_commit", None)


def _enter_scope(session: Session, transaction: SessionTransaction, connection: Connection) -> None:
    if not transaction.nested:
        session.info["begun"] = session.info["enter_scope"](connection)


def _note_place(session: Session, row: object) -> None:
    """Remember which workspaces a transaction touches, so that only those who see them are told. One that only reads
    has nothing to tell, and may load thousands of rows.
    """
    if isinstance(row, Placed) and (place := row.__dict__.get("workspace_id")):
        session.info.setdefault("places", set()).add(place)


event.listen(WritingSession, "loaded_as_persistent", _note_place)
event.listen(WritingSession, "pending_to_persistent", _note_place)
event.listen(ScopedSession, "after_begin", _enter_scope)
event.listen(ScopedSession, "after_commit", _publish)
event.listen(ScopedSession, "after_rollback", _forget)


EnterScope = Callable[[Connection], object]


class _Transaction:
    """What `Database.transaction` gives; a generator would cost each request a dozen calls more."""

    __slots__ = ("_read_only", "_session")

    def __init__(self, session: AsyncSession, *, read_only: bool) -> None:
        self._session, self._read_only = session, read_only

    async def __aenter__(self) -> AsyncSession:
        return self._session

    async def __aexit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        session = self._session
        if error is not None:
            await _undo(session)
            return
        if self._read_only and not session.in_transaction() and not _HELD_BACK & session.info.keys():
            return  # nothing has begun
        try:
            await session.run_sync(_commit_and_close)
        except BaseException:
            await _undo(session)
            raise
        if not self._read_only:
            note_commit()


async def _undo(session: AsyncSession) -> None:
    # In a task of its own: one that is cancelled would leave its connection behind.
    undoing: set[asyncio.Future[None]] = session.info["undoing"]
    task = asyncio.ensure_future(_roll_back_and_close(session))
    undoing.add(task)
    task.add_done_callback(undoing.discard)
    await asyncio.shield(task)


class Database:
    """The engine and the transactions made on it."""

    def __init__(
        self,
        engine: AsyncEngine,
        *,
        events: EventBus,
        live: LiveHub,
        enter_scope: EnterScope,
        reader: Reader | None = None,
        **info: Any,
    ) -> None:
        """Sessions carry ``info`` beside the event bus and the live hub, for the mechanisms built on top. With a
        ``reader``, statements that only read go by it (see `reading`).
        """
        self.engine = engine
        guard_engine(engine.sync_engine)
        self._reading = None if reader is None else Reading(engine, reader)
        self._undoing: set[asyncio.Future[None]] = set()
        self.info = {"events": events, "live": live, "enter_scope": enter_scope, "reading": self._reading, **info}
        self.info["undoing"] = self._undoing
        self._write = async_sessionmaker(engine, sync_session_class=WritingSession, expire_on_commit=False)
        reading = engine.execution_options(read_only=True)
        self._read = async_sessionmaker(reading, sync_session_class=ScopedSession, expire_on_commit=False)

    @property
    def resources(self) -> Resources:
        """The kinds of things that this server has."""
        found: Resources = self.info["resources"]
        return found

    @property
    def dialect(self) -> str:
        return self.engine.dialect.name

    def transaction(self, *, read_only: bool = False) -> AbstractAsyncContextManager[AsyncSession]:
        """Open a transaction that commits when the block ends and rolls back when it raises.

        ``read_only`` lets SQLite start without taking its one write lock.
        """
        session = (self._read if read_only else self._write)()
        session.info.update(self.info, read_only=read_only)
        return _Transaction(session, read_only=read_only)

    @property
    def runs_alone(self) -> bool:
        """Whether `alone` works here."""
        return self._reading is not None

    async def alone(self, statement: TextClause, values: Mapping[str, Any]) -> Sequence[Any]:
        """Run a statement that is a transaction by itself, in one round trip, and return its rows.

        Only for tables whose rows are nobody's, and only where a database offers it: see `runs_alone`.
        """
        assert self._reading is not None  # noqa: S101 - whoever calls has looked
        return await self._reading.alone(statement, values)

    async def close(self) -> None:
        """Give back every connection, also those of tasks that were cancelled and are still being undone."""
        await asyncio.gather(*self._undoing, return_exceptions=True)
        if self._reading is not None:
            await self._reading.close()
        await self.engine.dispose()


def rows_affected(result: Result[Any]) -> int:
    """Return how many rows an UPDATE or DELETE changed."""
    return cast("CursorResult[Any]", result).rowcount


def one_of(session: AsyncSession, column: SQLColumnExpression[Any], values: Sequence[Any]) -> ColumnElement[bool]:
    """Return the condition that a column has one of these values, of which there may be hundreds.

    On PostgreSQL they are one parameter, so that the statement is the same for any number of them.
    """
    if session.get_bind().dialect.name != "postgresql":
        return column.in_(values)
    kind = cast("ColumnElement[Any]", column).type
    # Without a length, to which PostgreSQL would cut longer values.
    return column == any_(literal(list(values), ARRAY(String() if isinstance(kind, String) else kind)))


def after_commit(session: AsyncSession, callback: Any) -> None:
    """Call `callback` once the transaction has been committed, and not otherwise."""
    session.info.setdefault("after_commit", []).append(callback)


async def _session(request: HTTPConnection) -> AsyncIterator[AsyncSession]:
    database: Database = request.app.state.database
    async with database.transaction(read_only=request.scope.get("method") in {"GET", "HEAD"}) as session:
        session.info[CALLER] = request.scope.get("verbatim.principal")
        yield session


async def _wide_session(request: HTTPConnection) -> AsyncIterator[AsyncSession]:
    scope = current_scope()
    with use_scope(scope.widened() if isinstance(scope, Scope) else scope):
        async for session in _session(request):
            yield session


# scope="function": the commit happens before the response leaves, so a client that got its answer can rely on it.
SessionDep = Annotated[AsyncSession, Depends(_session, scope="function")]
WideSessionDep = Annotated[AsyncSession, Depends(_wide_session, scope="function")]
"""A transaction in every workspace of the caller's, for moving things from one to another."""
