"""Moving files from one storage to another while people work.

Each thing moves by itself. Its files are copied and read back; only then its row says the new place, in the transaction
that hands the files it left behind to the sweeper. A crash at any moment leaves each file where its row says, so that
the next run goes on with what is left; nothing is kept about a run.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.storage.api import StorageAdapter, StorageError, StorageFinder
from verbatim.core.clock import utcnow
from verbatim.core.db import Database, rows_affected
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.ownership import Owned, as_system
from verbatim.core.process import is_dead, process_id
from verbatim.core.resources import Resource
from verbatim.core.stored.copying import Bundle, DamagedError, copy, look
from verbatim.core.stored.strays import sweep_soon

GRACE: Final = timedelta(minutes=2)
"""How long the files left behind stay: who has just looked up the old place, or has a link to it, still finds them."""

AT_ONCE: Final = 4
PAGE: Final = 200
MOST_PROBLEMS: Final = 100
"""Problems that are told one by one; further ones are counted."""


class Outcome(StrEnum):
    """What became of one thing: moved; gone or moved by others; in use or being deleted, so to be tried again; or it
    cannot be moved.
    """

    MOVED = "moved"
    GONE = "gone"
    LATER = "later"
    FAILED = "failed"


@dataclass(frozen=True)
class Problem:
    """Something that was not moved, and why."""

    kind: str
    id: str
    key: str
    detail: str


@dataclass
class Moved:
    """What a run has done so far. ``later`` things were in use and stay where they are until the next run."""

    total: int = 0
    moved: int = 0
    bytes: int = 0
    later: int = 0
    failed: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left that should have moved."""
        return not self.later and not self.failed


@dataclass(frozen=True)
class Route:
    """From where to where files move; of one owner, or of all."""

    source: str
    target: str
    owner_id: str | None = None


Tell = Callable[[Moved], Awaitable[None]]


def kinds_of(database: Database) -> list[Resource]:
    """Return the kinds of things that have a file."""
    return [one for one in database.resources if one.file is not None and one.model is not None]


async def count_left(database: Database, route: Route) -> int:
    """Return how many things still lie at the source."""
    with as_system("moving files"):
        async with database.transaction(read_only=True) as session:
            counts = [
                await session.scalar(select(func.count()).select_from(kind.model).where(*_wanted(kind, route)))  # type: ignore[arg-type]  # they have one
                for kind in kinds_of(database)
            ]
    return sum(count or 0 for count in counts)


async def move_files(database: Database, storages: StorageFinder, route: Route, tell: Tell | None = None) -> Moved:
    """Move everything that lies at the source, some at a time; what is in use is left for another run.

    Raises:
        StorageError: one of the storages cannot be used at all.
    """
    await storages.of(route.source)
    await storages.of(route.target)
    done = Moved(total=await count_left(database, route))
    with as_system("moving files"):
        for kind in kinds_of(database):
            async for page in _pages(database, kind, route):
                for start in range(0, len(page), AT_ONCE):
                    await asyncio.gather(
                        *(
                            _count_one(database, storages, kind, row_id, route, done)
                            for row_id in page[start : start + AT_ONCE]
                        )
                    )
                    if tell is not None:
                        await tell(done)
    return done


async def _pages(database: Database, kind: Resource, route: Route) -> AsyncIterator[list[str]]:
    last = ""
    model: Any = kind.model
    while True:
        wanted = select(model.id).where(*_wanted(kind, route), model.id > last).order_by(model.id).limit(PAGE)
        async with database.transaction(read_only=True) as session:
            page = list(await session.scalars(wanted))
        if page:
            yield page
        if len(page) < PAGE:
            return
        last = page[-1]


def _wanted(kind: Resource, route: Route) -> list[Any]:
    assert kind.file is not None  # noqa: S101 - they were chosen by that
    model: Any = kind.model
    found = [getattr(model, kind.file.place) == route.source]
    if route.owner_id is not None and issubclass(model, Owned):
        found.append(model.owner_id == route.owner_id)
    return found


async def _count_one(
    database: Database, storages: StorageFinder, kind: Resource, row_id: str, route: Route, done: Moved
) -> None:
    key, reason = "", ""
    model: Any = kind.model
    try:
        async with database.transaction(read_only=True) as session:
            row = await session.scalar(select(model).where(model.id == row_id, *_wanted(kind, route)))
        if row is None:
            return
        key = str(getattr(row, kind.file.key))  # type: ignore[union-attr]  # they have one
        outcome, size = await _Move(database, storages, kind, row, route).run()
    except FileNotFoundError:
        outcome, size, reason = Outcome.FAILED, 0, "It is not in the storage."
    except (DamagedError, StorageError, OSError) as error:
        outcome, size, reason = Outcome.FAILED, 0, str(error)
    if outcome is Outcome.MOVED:
        done.moved, done.bytes = done.moved + 1, done.bytes + size
    elif outcome is Outcome.LATER:
        done.later += 1
    elif outcome is Outcome.FAILED:
        done.failed += 1
        if len(done.problems) < MOST_PROBLEMS:
            done.problems.append(Problem(kind.name, row_id, key, reason))


class _Move:
    """Moving one thing."""

    def __init__(self, database: Database, storages: StorageFinder, kind: Resource, row: Any, route: Route) -> None:
        assert kind.file is not None  # noqa: S101 - they were chosen by that
        self._database, self._storages, self._kind, self._file, self._route = database, storages, kind, kind.file, route
        self._id = str(row.id)
        self._key = str(getattr(row, self._file.key))
        self._known = {
            "size": getattr(row, self._file.size) if self._file.size else None,
            "sha256": getattr(row, self._file.sha256) if self._file.sha256 else None,
        }
        self._model: Any = kind.model
        self._strays: Any = self._file.given_up

    async def run(self) -> tuple[Outcome, int]:
        """Move it. Returns what became of it and its bytes."""
        source = await self._storages.of(self._route.source)
        target = await self._storages.of(self._route.target)
        bundle = await look(source, self._key, self._id, **self._known)
        async with self._database.transaction() as session:
            if await self._is_busy(session) or not await self._claim(session, bundle.files):
                return Outcome.LATER, 0
        try:
            await copy(bundle, source, target)
            return await self._switch(bundle, source), bundle.bytes
        finally:
            await asyncio.shield(self._let_go(bundle.files))

    async def _is_busy(self, session: AsyncSession) -> bool:
        """Say whether a job works with the thing: it may write beside its file."""
        its = Job.payload[self._kind.id_name].as_string() == self._id
        return bool(await session.scalar(select(exists().where(Job.status == JobStatus.RUNNING, its))))

    async def _claim(self, session: AsyncSession, keys: Iterable[str]) -> bool:
        """Remember the files that are about to appear. False while files of that name are being deleted there."""
        strays = self._strays
        there = strays_at(strays, self._file, self._route.target, keys)
        for stray in await session.scalars(select(strays).where(there)):
            if stray.holder is None or not is_dead(stray.holder):
                return False
            mine = delete(strays).where(strays.id == stray.id, strays.holder == stray.holder)
            if not rows_affected(await session.execute(mine)):
                return False
        session.add_all(self._stray(self._route.target, key, holder=process_id()) for key in keys)
        return True

    def _stray(self, place: str, key: str, **more: Any) -> Any:
        return self._strays(**{self._file.place: place, self._file.key: key}, **more)

    async def _switch(self, bundle: Bundle, source: StorageAdapter) -> Outcome:
        """Let the row say the new place, if nothing has changed at the old one."""
        model, file = self._model, self._file
        place = getattr(model, file.place)
        if (await look(source, self._key, self._id)).etags != bundle.etags:
            return Outcome.LATER
        async with self._database.transaction() as session:
            mine = (model.id == self._id, place == self._route.source, getattr(model, file.key) == self._key)
            locked = await session.scalar(select(model.id).where(*mine).with_for_update())
            if locked is None:
                return Outcome.GONE
            if await self._is_busy(session):
                return Outcome.LATER
            await session.execute(
                update(model)
                .where(*mine)
                .values({file.place: self._route.target})
                .execution_options(synchronize_session=False)
            )
            strays = self._strays
            await session.execute(
                delete(strays).where(
                    strays_at(strays, file, self._route.target, bundle.files), strays.holder == process_id()
                )
            )
            due = utcnow() + GRACE
            session.add_all(self._stray(self._route.source, key, holder=None, due_at=due) for key in bundle.files)
            sweep_soon(session)
        return Outcome.MOVED

    async def _let_go(self, keys: Iterable[str]) -> None:
        """Leave what was copied in vain to the sweeper."""
        strays = self._strays
        async with self._database.transaction() as session:
            left = update(strays).where(
                strays_at(strays, self._file, self._route.target, keys), strays.holder == process_id()
            )
            if rows_affected(await session.execute(left.values(holder=None))):
                sweep_soon(session)


def strays_at(strays: Any, file: Any, place: str, keys: Iterable[str]) -> Any:
    """Return the condition of strays at a place with one of these keys."""
    return (getattr(strays, file.place) == place) & getattr(strays, file.key).in_(list(keys))
