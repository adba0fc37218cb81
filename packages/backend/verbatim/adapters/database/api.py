"""The database interface."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from verbatim.config import Settings


class DatabaseError(Exception):
    """The database cannot be used; the message says why, for an administrator."""


class DatabaseBusyError(DatabaseError):
    """Others are using what has to stand still for a moment; trying again may work."""


@dataclass(frozen=True)
class TextLookups:
    """Functions of a PostgreSQL database that find, in its text indexes, rows of the scope in force.

    Row-level security keeps every statement from using a text index, because ``@@`` and ``@>`` might tell of rows they
    are not shown: each search would read all rows of everybody. A database that walls rows in offers these instead.

    Attributes:
        segments: ``(tsquery, transcript or null, recording or null, most) -> (id, score)``; without a transcript only
            those of current ones.
        titles: ``(tsquery, most) -> (id, score)`` of recordings.
        title_parts: ``(text) -> id`` of recordings whose title and file name have all three-letter runs of the text.
        texts: by the name of another table with words, ``(tsquery, most) -> (id, score)`` of its rows.
    """

    segments: str
    titles: str
    title_parts: str
    texts: Mapping[str, str] = field(default_factory=dict, hash=False)


class Reader(Protocol):
    """Asks a database statements past the session: those that only read, and those that are all there is to do."""

    async def read(self, query: str, arguments: Sequence[Any]) -> Sequence[Any]:
        """Return the rows of a statement, each with names and values, from a transaction of its own that began as every
        other does in the scope in force. Whatever fails leaves nothing begun.
        """
        ...

    async def alone(self, query: str, arguments: Sequence[Any]) -> Sequence[Any]:
        """Return the rows of a statement that is a transaction by itself, and may write. Nothing is said before it: it
        is for tables whose rows are nobody's. Whatever fails leaves nothing begun.
        """
        ...

    async def close(self) -> None:
        """Wait for what has been read to be over."""
        ...


class DatabaseAdapter(Protocol):
    """Interface ``database``, registered under the dialect's name. Made without I/O."""

    lookups: TextLookups | None
    """None: statements use the text indexes themselves."""

    def create_engine(self, settings: Settings) -> AsyncEngine: ...

    def create_watcher(self, settings: Settings) -> AsyncEngine:
        """Open the database for one connection that only reads, and sees the rows of every owner."""
        ...

    def exclusive(self, connection: AsyncConnection) -> AbstractAsyncContextManager[None]:
        """Hold the one lock under which migrations run, so that servers that start together migrate once."""
        ...

    async def hold_still(self, connection: AsyncConnection) -> None:
        """Keep everybody else out of the tables until the transaction ends, before migrations change them.

        Raises:
            DatabaseBusyError: somebody uses one of them for longer than this may wait.
        """

    async def after_migrations(self, connection: AsyncConnection) -> None:
        """Called in the transaction of the migrations, also when there were none: protect the tables there are."""

    def enter_scope(self, connection: Connection) -> object:
        """Called first in every transaction of the application: repeat the scope in force inside the database.

        A database that can wall rows in by itself does it here; others rely on the session's own filters. What this
        returns the session carries as ``info["begun"]``.
        """

    def create_reader(self, engine: AsyncEngine) -> Reader | None:
        """Return what reads on an engine of this adapter; None where only sessions do."""
        ...

    async def check(self, engine: AsyncEngine) -> str:
        """Return one line about the server, for a person.

        Raises:
            DatabaseError: it cannot be reached, or is too old.
        """
        ...
