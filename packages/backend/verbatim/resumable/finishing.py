"""The last byte has come: the file goes where its kind keeps files, and becomes what it was sent for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any, Final

import structlog
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request

from verbatim.adapters.storage.chosen import Storages
from verbatim.adapters.storage.taking_in import take_in
from verbatim.core.arrivals import Taker
from verbatim.core.clock import new_id
from verbatim.core.db import Database
from verbatim.core.errors import InvalidInputError, NotFoundError, TooLargeError, VerbatimError
from verbatim.core.ownership import inside
from verbatim.recordings.naming import safe_file_name
from verbatim.resumable.books import LEASE, Hold, forget
from verbatim.resumable.desk import UploadDesk
from verbatim.resumable.errors import ChecksumMismatchError, MalformedUploadError
from verbatim.resumable.models import UnfinishedUpload
from verbatim.resumable.protocol import said_in
from verbatim.uploads.receive import StoredFile, stray_until_made

log = structlog.get_logger(__name__)

_HOPELESS: Final = (InvalidInputError, NotFoundError, TooLargeError, ChecksumMismatchError)
"""Refusals that another try would meet again: nothing is kept of the upload."""


def taker_of(database: Database, kind: str) -> Taker:
    """Return how a kind of thing takes a file.

    Raises:
        MalformedUploadError: there is no such kind, or none that is made of a file.
    """
    resource = database.resources.named(kind)
    if resource is None or resource.takes is None:
        known = sorted(one.name for one in database.resources if one.takes is not None)
        raise MalformedUploadError(f"kind in Upload-Metadata is one of {', '.join(known)}.")
    return resource.takes()


async def finish(request: Request, desk: UploadDesk, hold: Hold, row: UnfinishedUpload) -> str:
    """Make what an upload was sent for. Returns its id.

    Raises:
        VerbatimError: it cannot be made. What no other try would make is forgotten with its bytes.
        StorageError: the storage failed, or is full; the same again may succeed.
    """
    try:
        async with _alive(hold):
            return await _make(request, desk, hold, row)
    except _HOPELESS:
        await forget(request.app.state.database, row.id)
        await asyncio.to_thread(desk.folder.delete, row.id)
        raise


async def _make(request: Request, desk: UploadDesk, hold: Hold, row: UnfinishedUpload) -> str:
    state = request.app.state
    database: Database = state.database
    storages: Storages = state.storages
    said, taker = said_in(row.said), taker_of(database, row.kind)
    sha256 = await _sha256(desk, row)
    if said.sha256 is not None and said.sha256 != sha256:
        raise ChecksumMismatchError("The file that arrived is not the one that was announced: its SHA-256 is another.")
    location, storage = await storages.for_new_files()
    made = new_id()
    with inside(row.workspace_id):
        key = taker.key_of(made)
        async with stray_until_made(database, storage, location, key) as stray_id:
            await take_in(storage, key, desk.folder.path(row.id))

            async def settle(session: AsyncSession) -> None:
                await hold.finish(session, made)

            stored = StoredFile(
                made, stray_id, location, key, safe_file_name(said.file_name), row.length, sha256, said.form,
                settle=settle,
            )  # fmt: skip
            await taker.make(request, stored)
    await _tidy(desk, row.id)
    return made


async def _sha256(desk: UploadDesk, row: UnfinishedUpload) -> str:
    known: Any = desk.take_digest(row.id, row.length)
    if known is None:  # another process has seen the beginning, or this one before it was started again
        known = await asyncio.to_thread(desk.folder.sha256, row.id, row.length)
    return str(known.hexdigest())


async def _tidy(desk: UploadDesk, upload_id: str) -> None:
    try:
        await asyncio.to_thread(desk.folder.delete, upload_id)
    except (OSError, VerbatimError) as error:  # the sweep finds it
        log.warning("upload_not_tidied", upload=upload_id, reason=str(error))


@asynccontextmanager
async def _alive(hold: Hold) -> AsyncIterator[None]:
    """Show during the block, which may take minutes, that this request is alive."""

    async def show() -> None:
        while True:
            await asyncio.sleep(LEASE.total_seconds() / 3)
            with suppress(Exception):  # whoever finishes without the right to is refused there
                await hold.note()

    showing: asyncio.Task[Any] = asyncio.create_task(show(), name="upload-finishing")
    try:
        yield
    finally:
        showing.cancel()
        await asyncio.gather(showing, return_exceptions=True)
