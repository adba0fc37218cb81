"""Receiving a recording: from the socket to the storage piece by piece, checked, and only then a row."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass, field
from typing import Any

import structlog
from fastapi import Request
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import ClientDisconnect

from verbatim.adapters.media import MediaError, MediaInfo, probe_caged
from verbatim.adapters.storage.api import StorageAdapter, StorageError, StorageWriter
from verbatim.core import errors
from verbatim.core.cage import Cage
from verbatim.core.clock import new_id
from verbatim.core.db import Database
from verbatim.core.multipart import CutOffError, FilePart, FileSink, read_form
from verbatim.core.ownership import owner_of_new_rows
from verbatim.core.process import process_id
from verbatim.recordings.files import original_key
from verbatim.recordings.models import StrayFile
from verbatim.recordings.naming import format_bytes, safe_file_name
from verbatim.uploads.errors import NoFileError, UploadTooLargeError
from verbatim.uploads.strays import forget

log = structlog.get_logger(__name__)

BUFFER = 1024 * 1024
FORM_OVERHEAD = 4 * 1024 * 1024
"""What a form may be larger than its file: fields and part headers."""


Settle = Callable[[AsyncSession], Awaitable[None]]


async def _nothing_more(_: AsyncSession) -> None:
    """Settle nothing: nobody kept a book of the file beside its stray row."""


@dataclass
class StoredFile:
    """A file that is stored, but that nothing refers to yet. ``id`` is the one of what it will belong to; ``settle``
    is called in the transaction that makes that, and may raise to undo it.
    """

    id: str
    stray_id: str
    storage_location: str
    storage_key: str
    file_name: str
    size: int
    sha256: str
    form: dict[str, str]
    settle: Settle = field(default=_nothing_more, kw_only=True)

    async def settled(self, session: AsyncSession) -> None:
        """Note, in the transaction that makes what the file belongs to, that it is no stray any more."""
        await session.execute(delete(StrayFile).where(StrayFile.id == self.stray_id))
        await self.settle(session)


@dataclass
class ReceivedFile(StoredFile):
    """A file that is stored and was found to be playable, but has no recording yet."""

    media: MediaInfo

    @property
    def recording_id(self) -> str:
        """The id of its recording."""
        return self.id

    def media_properties(self) -> dict[str, Any]:
        return asdict(self.media)


@dataclass
class _Sink:
    """Buffers small pieces, hashes, counts and writes."""

    writer: StorageWriter
    max_bytes: int
    size: int = 0
    digest: Any = field(default_factory=hashlib.sha256)
    _buffer: bytearray = field(default_factory=bytearray)

    async def __call__(self, data: bytes) -> None:
        self.size += len(data)
        if self.size > self.max_bytes:
            raise too_large(self.max_bytes)
        self._buffer += data
        if len(self._buffer) >= BUFFER:
            await self.flush()

    async def flush(self) -> None:
        data, self._buffer = bytes(self._buffer), bytearray()
        if data:
            await asyncio.to_thread(self.digest.update, data)
            await self.writer.write(data)


@asynccontextmanager
async def receive_upload(
    request: Request, database: Database, storage: StorageAdapter, *, cage: Cage, location: str, max_bytes: int
) -> AsyncIterator[ReceivedFile]:
    """Store the file in the request's form. The block must give it a recording and remove its stray row.

    Whatever goes wrong, here or inside the block, the file is deleted again; after a crash the next start does it.

    Raises:
        UploadTooLargeError, NoFileError, MalformedFormError, CutOffError: the request is at fault.
        InvalidInputError: the file is not a recording, with the reason.
        StorageError: the storage failed, or the disk is full.
    """
    async with receive_file(
        request, database, storage, location=location, max_bytes=max_bytes, key_of=original_key
    ) as stored:
        yield await examined(stored, storage, cage)


async def examined(stored: StoredFile, storage: StorageAdapter, cage: Cage) -> ReceivedFile:
    """Return a stored file with what was found in it.

    Raises:
        InvalidInputError: it is not a recording, with the reason.
    """
    return ReceivedFile(**vars(stored), media=await _examine(cage, storage, stored.storage_key))


@asynccontextmanager
async def receive_file(
    request: Request,
    database: Database,
    storage: StorageAdapter,
    *,
    location: str,
    max_bytes: int,
    key_of: Callable[[str], str],
) -> AsyncIterator[StoredFile]:
    """As `receive_upload`, for any kind of file: ``key_of`` gives the key for the id of what it will belong to.

    Raises:
        UploadTooLargeError, NoFileError, MalformedFormError, CutOffError: the request is at fault.
        StorageError: the storage failed, or the disk is full.
    """
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > max_bytes + FORM_OVERHEAD:
        raise too_large(max_bytes)
    made = new_id()
    key = key_of(made)
    async with stray_until_made(database, storage, location, key) as stray_id:
        received = await _store(request, storage, key, max_bytes)
        yield StoredFile(made, stray_id, location, key, *received)


@asynccontextmanager
async def stray_until_made(database: Database, storage: StorageAdapter, location: str, key: str) -> AsyncIterator[str]:
    """Let the block store a file under ``key`` and make something of it. Gives the id of the file's stray row, which
    goes in the transaction that makes something; whatever goes wrong in the block, the file is deleted again.
    """
    async with database.transaction() as session:
        stray = StrayFile(storage_location=location, storage_key=key, holder=process_id())
        session.add(stray)
    try:
        yield stray.id
    except BaseException:
        # Shielded: a client that hangs up cancels this task, and the clean-up must still happen.
        await asyncio.shield(_discard(database, storage, key, stray.id))
        raise


async def _store(
    request: Request, storage: StorageAdapter, key: str, max_bytes: int
) -> tuple[str, int, str, dict[str, str]]:
    sinks: list[tuple[str, _Sink]] = []
    async with AsyncExitStack() as stack:

        async def open_sink(part: FilePart) -> FileSink:
            if part.name != "file" or sinks:
                raise NoFileError('Send exactly one file, as the field "file".')
            sink = _Sink(await stack.enter_async_context(storage.open_writer(key)), max_bytes)
            sinks.append((safe_file_name(part.file_name), sink))
            return sink

        try:
            form = await read_form(request.headers.get("content-type", ""), request.stream(), open_sink)
            if not sinks:
                raise NoFileError
            await sinks[0][1].flush()
        except ClientDisconnect as error:
            raise CutOffError from error
    name, sink = sinks[0]
    return name, sink.size, sink.digest.hexdigest(), form


async def _examine(cage: Cage, storage: StorageAdapter, key: str) -> MediaInfo:
    async with storage.open_source(key) as path:
        try:
            return await probe_caged(cage, path, on_behalf_of=owner_of_new_rows())
        except MediaError as error:
            raise errors.InvalidInputError(str(error), code=error.code) from error


async def _discard(database: Database, storage: StorageAdapter, key: str, stray_id: str) -> None:
    async with database.transaction() as session:
        stray = await session.get(StrayFile, stray_id)
        if stray is None:
            return  # the trouble came after the commit: the file has its recording
        stray.holder = None  # whatever happens now, the next sweep finds it
    try:
        await storage.discard_unfinished(key)
        await storage.delete_file(key)
    except (StorageError, OSError):
        log.warning("upload_not_discarded", key=key)
        return
    await forget(database, [stray_id])


def too_large(max_bytes: int) -> UploadTooLargeError:
    """Return the refusal of a file that has more bytes than these."""
    return UploadTooLargeError(f"The file is larger than this server accepts ({format_bytes(max_bytes)}).")
