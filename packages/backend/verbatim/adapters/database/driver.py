"""Connections to PostgreSQL on which a transaction begins with one question.

What a transaction has to say first, such as whose rows it may see, travels with its BEGIN. A transaction that only
reads is really one for PostgreSQL, which refuses to write in it. Its COMMIT decides nothing, and yet nobody may have
the connection before it is answered: still on its way when the next transaction begins, it would end that one, and with
it the walls around it. A session waits for it; who reads past the session (`reader`) goes on, and the connection waits.
"""

from __future__ import annotations

import socket
from collections.abc import Sequence
from contextlib import suppress
from copy import copy
from typing import Any, Final

import asyncpg
from sqlalchemy import BindParameter, Connection
from sqlalchemy.dialects.postgresql.asyncpg import PGCompiler_asyncpg
from sqlalchemy.engine.interfaces import DBAPIConnection

_ASK_AFTER: Final = ((socket.SOL_SOCKET, "SO_KEEPALIVE", 1), (socket.IPPROTO_TCP, "TCP_KEEPIDLE", 2),
                     (socket.IPPROTO_TCP, "TCP_KEEPINTVL", 1), (socket.IPPROTO_TCP, "TCP_KEEPCNT", 2))  # fmt: skip
"""How the system asks after a database that says nothing."""

GONE_AFTER_SECONDS: Final = 30
"""A database that vanished without a farewell, or that a firewall has cut off, is given up after so long: else whoever
waits for an answer would wait for a quarter of an hour, and whoever only listens for ever. Not sooner, because one that
is too busy to read what it is sent looks the same.
"""
_DEAF_AFTER_SECONDS: Final = 4


class NotBegunError(RuntimeError):
    """A transaction would run without what comes first in it, such as whose rows it may see."""


class _Nothing:
    """A prepared statement that asks nothing."""

    text = "BEGIN -- with what comes first"

    def get_attributes(self) -> tuple[()]:
        return ()

    def get_statusmsg(self) -> str:
        return ""

    async def fetch(self, *_: Any) -> list[Any]:
        return []


class DriverConnection(asyncpg.Connection):  # type: ignore[misc] # asyncpg has no types
    """An asyncpg connection as SQLAlchemy's dialect uses it: ``transaction()`` sends BEGIN and COMMIT through
    `execute`.
    """

    __slots__ = ("_first", "_told")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._first: str | None = None
        self._told = ""
        self._notice_the_gone(GONE_AFTER_SECONDS)

    def hear_at_once(self) -> None:
        """Notice within four seconds that the database is gone. Only for connections on which little is said."""
        self._notice_the_gone(_DEAF_AFTER_SECONDS)

    def _notice_the_gone(self, seconds: int) -> None:
        sock = self._transport.get_extra_info("socket")
        if sock is None or sock.family not in (socket.AF_INET, socket.AF_INET6):
            return
        for level, name, value in (*_ASK_AFTER, (socket.IPPROTO_TCP, "TCP_USER_TIMEOUT", 1000 * seconds)):
            option = getattr(socket, name, None)
            if option is not None:  # not every system knows them all
                with suppress(OSError):
                    sock.setsockopt(level, option, value)

    def begin_with(self, statement: str, *, read_only: bool) -> None:
        """Have the next transaction begin with a statement that has no parameters."""
        self._first = f" READ ONLY; {statement}" if read_only else f"; {statement}"

    @property
    def has_more_to_say(self) -> bool:
        """Whether what `begin_with` said still waits for a transaction to begin."""
        return self._first is not None

    def forget(self) -> None:
        """Forget what `begin_with` said: whoever takes the connection next says something else."""
        self._first = None

    @property
    def rows_told(self) -> int:
        """How many rows the last of the statements gave that the transaction began with. The rows themselves are lost:
        what travels with a BEGIN has no other answer than how it ended.
        """
        return int(self._told.rpartition(" ")[2] or 0) if self._told.startswith("SELECT") else 0

    async def execute(self, query: str, *args: Any, **options: Any) -> Any:
        # However it begins: on a connection that once had an isolation level of its own, BEGIN names one.
        if self._first is not None and query.startswith("BEGIN"):
            return await self._begin(query, **options)
        return await super().execute(query, *args, **options)

    async def read(self, first: str, query: str, arguments: Sequence[Any]) -> Sequence[Any]:
        """Begin a transaction for reading with a statement, and return the rows of another in it. It is left standing.

        Raises:
            NotBegunError: a transaction stands already, or none has begun.
        """
        if self.is_in_transaction():
            raise NotBegunError("A transaction stands already, with what another has said first.")
        await super().execute(f"BEGIN READ ONLY; {first}")
        if not self.is_in_transaction():
            raise NotBegunError("A transaction has not begun with what it had to say first.")
        rows: Sequence[Any] = await self.fetch(query, *arguments)
        return rows

    async def alone(self, query: str, arguments: Sequence[Any]) -> Sequence[Any]:
        """Run a statement that is a transaction by itself, and return its rows.

        Raises:
            NotBegunError: a transaction stands, which the statement would be a part of.
        """
        if self.is_in_transaction():
            raise NotBegunError("A transaction stands already, with what another has said first.")
        rows: Sequence[Any] = await self.fetch(query, *arguments)
        return rows

    async def prepare(self, query: str, **options: Any) -> Any:
        return _Nothing() if query == _Nothing.text else await super().prepare(query, **options)

    async def _begin(self, query: str, **options: Any) -> Any:
        first, self._first = self._first, None
        try:
            self._told = await super().execute(f"{query.rstrip(';')}{first}", **options)
        except BaseException:
            # The BEGIN itself may have worked, and nobody would end what began.
            self.terminate()
            raise
        return self._told


def begin_with(connection: Connection, statement: str, question: str = "") -> int | None:
    """Begin the transaction of `connection` with a statement, as one for reading if the engine's option ``read_only``
    says so. At once: whatever goes past SQLAlchemy, straight to the driver, comes after it too.

    Returns the number of rows that ``question``, a SELECT after it, gives; None where it could not travel along.

    Raises:
        NotBegunError: the driver began no transaction, so that nothing was said; the connection is given up.
    """
    driver = _driver(connection.connection)
    if driver.is_in_transaction():
        # Somebody else began it, on a connection of theirs.
        if statement:
            connection.exec_driver_sql(statement)
        return None
    said = f"{statement}; {question}" if question else statement
    driver.begin_with(said, read_only=connection.get_execution_options().get("read_only", False))
    connection.exec_driver_sql(_Nothing.text)
    if driver.has_more_to_say or not driver.is_in_transaction():
        driver.terminate()
        raise NotBegunError("A transaction has not begun with what it had to say first.")
    return driver.rows_told if question else None


class LiteralLimits(PGCompiler_asyncpg):
    """Writes limits and offsets into statements. With a parameter in their place PostgreSQL cannot know that only a
    page is wanted, and plans the statement anew each time it runs.
    """

    def limit_clause(self, select: Any, **options: Any) -> str:
        wanted = copy(select)
        for name in ("_limit_clause", "_offset_clause"):
            clause = getattr(select, name)
            if isinstance(clause, BindParameter):
                setattr(wanted, name, clause.render_literal_execute())
        written: str = super().limit_clause(wanted, **options)  # type: ignore[no-untyped-call]
        return written


def settle(connection: DBAPIConnection) -> bool:
    """Make sure that a connection from the pool carries nothing of whoever had it before. False: it cannot be used."""
    driver = _driver(connection)
    driver.forget()
    return not driver.is_closed() and not driver.is_in_transaction()


def _driver(connection: Any) -> DriverConnection:
    driver: DriverConnection = connection.driver_connection
    return driver
