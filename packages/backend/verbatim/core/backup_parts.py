"""What a feature adds to backups, their proofs and restores, beside its tables and files."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from sqlalchemy.ext.asyncio import AsyncSession

Step = Callable[[AsyncSession], Awaitable[None]]


@dataclass
class Rehearsed:
    """How one part of a rehearsal went: how many things were looked at, and in a sentence each what is wrong."""

    name: str
    count: int
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Caller(Protocol):
    """Asks the server of a rehearsal, which nobody else reaches. ``headers`` go with every request."""

    headers: dict[str, str]

    async def ask(
        self, method: str, path: str, *, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Send one request and return its whole answer."""
        ...


@dataclass(frozen=True)
class Rehearsal:
    """A server on a restored copy that will be thrown away: what belongs to it may be changed. ``sample`` are ids of
    recordings whose files are there.
    """

    app: Any
    caller: Caller
    sample: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class BackupPart:
    """A feature's part.

    Attributes:
        files: names of files in the data folder that a backup takes along.
        marks: tables in which any row shows that an installation is in use, and must not be restored into.
        needs_key: whether nothing of it can be used without the server's secret key.
        restored: called in a restored database: what was valid in the time that is gone shall not be any more.
        told: called at a real restore, with the name of the backup, once the server's key is in its place.
        hushed: called in the copy of a rehearsal before its server starts: nothing may be sent to anybody.
        rehearse: looks at the server of a rehearsal; what signs in leaves its headers in the caller.
    """

    files: tuple[str, ...] = ()
    marks: tuple[type[Any], ...] = ()
    needs_key: bool = False
    restored: Step | None = None
    told: Callable[[AsyncSession, str], Awaitable[None]] | None = None
    hushed: Step | None = None
    rehearse: Callable[[Rehearsal], Awaitable[Rehearsed]] | None = None
