"""The rows of unfinished uploads: whose they are, how far they are, and which request writes to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.config import Settings
from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Database, rows_affected
from verbatim.core.process import is_dead, process_id
from verbatim.resumable.errors import (
    TooManyUploadsError,
    UploadLockedError,
    UploadNotFoundError,
)
from verbatim.resumable.models import UnfinishedUpload

LEASE: Final = timedelta(seconds=30)
"""After such a silence another request may take over. Whoever comes back late asks before it writes again."""


def expiry(settings: Settings) -> datetime:
    """Return until when an upload that has moved now can be gone on with."""
    return utcnow() + timedelta(hours=settings.upload_expires_hours)


async def find(session: AsyncSession, upload_id: str, uploader: str) -> UnfinishedUpload:
    """Return an upload of somebody's own.

    Raises:
        UploadNotFoundError: there is none, it is another's, or its time is over.
    """
    wanted = (UnfinishedUpload.id == upload_id, UnfinishedUpload.uploader == uploader)
    found: UnfinishedUpload | None = await session.scalar(
        select(UnfinishedUpload).where(*wanted, UnfinishedUpload.expires_at > utcnow())
    )
    if found is None:
        raise UploadNotFoundError
    return found


async def unfinished_of(session: AsyncSession, uploader: str, most: int) -> Sequence[UnfinishedUpload]:
    """Return somebody's uploads that can be gone on with, the latest first."""
    found = await session.scalars(
        select(UnfinishedUpload).where(_open(uploader)).order_by(UnfinishedUpload.id.desc()).limit(most)
    )
    return found.all()


def _open(uploader: str) -> ColumnElement[bool]:
    return (
        (UnfinishedUpload.uploader == uploader)
        & UnfinishedUpload.result_id.is_(None)
        & (UnfinishedUpload.expires_at > utcnow())
    )


async def begin(database: Database, row: UnfinishedUpload, settings: Settings) -> None:
    """Add an upload.

    Raises:
        TooManyUploadsError: its owner has too many, or too much, already.
    """
    async with database.transaction() as session:
        session.add(row)
    # Counted only now: of two that begin at once at least one sees the other.
    async with database.transaction(read_only=True) as session:
        counted = select(func.count(), func.coalesce(func.sum(UnfinishedUpload.length), 0))
        number, length = (await session.execute(counted.where(_open(row.uploader)))).one()
    if number > settings.upload_open_max or length > settings.upload_open_max_bytes:
        await forget(database, row.id)
        raise TooManyUploadsError


async def forget(database: Database, upload_id: str) -> None:
    async with database.transaction() as session:
        await session.execute(
            delete(UnfinishedUpload)
            .where(UnfinishedUpload.id == upload_id)
            .execution_options(synchronize_session=False)
        )


class Hold:
    """The right of one request to write to an upload, for as long as it shows that it is alive."""

    def __init__(self, database: Database, upload_id: str, settings: Settings) -> None:
        self._database = database
        self._settings = settings
        self._upload_id = upload_id
        self._token = f"{process_id()}/{new_id()}"

    async def take(self, **values: Any) -> None:
        """Become the one who writes, and note ``values``.

        Raises:
            UploadLockedError: somebody else is.
        """
        async with self._database.transaction() as session:
            of_upload = UnfinishedUpload.id == self._upload_id
            holder = await session.scalar(select(UnfinishedUpload.holder).where(of_upload))
            free = or_(UnfinishedUpload.holder.is_(None), UnfinishedUpload.held_until < utcnow())
            if holder is not None and is_dead(holder.partition("/")[0]):
                free = or_(free, UnfinishedUpload.holder == holder)
            mine = {**values, "holder": self._token, "held_until": utcnow() + LEASE}
            if not await _change(session, mine, of_upload, free):
                raise UploadLockedError(headers={"Retry-After": "5"})

    async def note(self, received: int | None = None) -> None:
        """Show that this request is alive, and how many bytes are on disk by now.

        Raises:
            UploadLockedError: another request has taken over.
        """
        moved = {} if received is None else {"received": received, "expires_at": expiry(self._settings)}
        async with self._database.transaction() as session:
            values = {**moved, "held_until": utcnow() + LEASE}
            if not await _change(session, values, UnfinishedUpload.id == self._upload_id, self._is_mine):
                raise UploadLockedError

    async def finish(self, session: AsyncSession, made_id: str) -> None:
        """Note, in the transaction that makes something of the file, what that is.

        Raises:
            UploadLockedError: another request has taken over, and makes it.
        """
        values = {
            "result_id": made_id,
            "received": UnfinishedUpload.length,
            "holder": None,
            "expires_at": expiry(self._settings),
        }
        if not await _change(session, values, UnfinishedUpload.id == self._upload_id, self._is_mine):
            raise UploadLockedError

    async def release(self) -> None:
        """Let others write; nothing happens where they do already."""
        async with self._database.transaction() as session:
            await _change(session, {"holder": None}, UnfinishedUpload.id == self._upload_id, self._is_mine)

    @property
    def _is_mine(self) -> ColumnElement[bool]:
        return (UnfinishedUpload.holder == self._token) & UnfinishedUpload.result_id.is_(None)


async def _change(session: AsyncSession, values: dict[str, Any], *which: ColumnElement[bool]) -> bool:
    statement = update(UnfinishedUpload).where(*which).values(**values)
    return bool(rows_affected(await session.execute(statement.execution_options(synchronize_session=False))))
