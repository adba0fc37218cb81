"""One request that sends: from the socket to the file piece by piece, noted in the books as it gets to the disk."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any, Final

from starlette.requests import ClientDisconnect, Request

from verbatim.adapters.storage.api import StorageError
from verbatim.core.background import to_the_end
from verbatim.core.errors import VerbatimError
from verbatim.core.multipart import CutOffError
from verbatim.resumable.books import Hold
from verbatim.resumable.desk import Sender, UploadDesk
from verbatim.resumable.folder import PartialFile
from verbatim.resumable.models import UnfinishedUpload
from verbatim.resumable.protocol import Checksum
from verbatim.uploads.errors import UploadTooLargeError

BUFFER: Final = 1024 * 1024
SYNC_BYTES: Final = 8 * 1024 * 1024
"""What a server that is killed may have to be sent again; each costs a wait for the disk and a small transaction."""
SYNC_SECONDS: Final = 10.0


class PieceTooLongError(UploadTooLargeError):
    """There is more than Upload-Length said."""


class Sending:
    """The body of a request, on its way to the end of a file. With a checksum nothing counts before all of it is there
    and right.
    """

    def __init__(self, desk: UploadDesk, hold: Hold, row: UnfinishedUpload, offset: int) -> None:
        self._desk, self._hold, self._row = desk, hold, row
        self._start = offset
        self._sender: Sender
        self._file: PartialFile | None = None
        self._digest: Any
        self._durable = offset
        self._buffer = bytearray()
        self._noted = time.monotonic()

    async def receive(self, request: Request, checksum: Checksum | None) -> int:
        """Take what comes. Returns how long the file is now.

        Raises:
            CutOffError: the client went away; what came until then is kept, but for pieces with a checksum.
            ChecksumMismatchError: what came is not what was sent.
            PieceTooLongError: it is more than was announced.
            UploadLockedError: another request has taken over.
            StorageError: the disk failed, or is full.
        """
        upload_id = self._row.id
        self._sender = self._desk.begin(upload_id)
        self._digest = self._desk.take_digest(upload_id, self._start) or (None if self._start else hashlib.sha256())
        before = self._digest.copy() if self._digest is not None and checksum is not None else None
        try:
            await self._into_file(request.stream(), checksum)
        except (ClientDisconnect, asyncio.CancelledError) as error:
            if isinstance(error, ClientDisconnect) or self._made_way():
                raise CutOffError("The upload was broken off; go on from its offset.") from error
            raise
        finally:
            size = self._start if self._file is None else self._file.size
            known = self._digest if size == self._durable else before
            if known is not None:
                self._desk.keep_digest(upload_id, self._durable, known)
            self._desk.end(upload_id, self._sender)
        return self._durable

    async def _into_file(self, stream: AsyncIterator[bytes], checksum: Checksum | None) -> None:
        file = self._file = await asyncio.to_thread(PartialFile, self._desk.folder, self._row.id, self._start)
        try:
            await self._take_in(file, stream, checksum)
        except BaseException as error:
            if checksum is None and not isinstance(error, (StorageError, PieceTooLongError)):
                await to_the_end(self._keep(file))
            raise
        finally:
            await asyncio.to_thread(file.close)

    def _made_way(self) -> bool:
        task = asyncio.current_task()
        if not self._sender.is_stopped or task is None:
            return False
        task.uncancel()
        return True

    async def _take_in(self, file: PartialFile, stream: AsyncIterator[bytes], checksum: Checksum | None) -> None:
        async for data in stream:
            self._sender.last = time.monotonic()
            self._buffer += data
            if file.size + len(self._buffer) > self._row.length:
                raise PieceTooLongError
            if len(self._buffer) >= BUFFER:
                await self._write(file, checksum)
            await self._show_life(file, counts=checksum is None)
        await self._write(file, checksum)
        if checksum is not None:
            checksum.insist()
        await self._secure(file)

    async def _write(self, file: PartialFile, checksum: Checksum | None = None) -> None:
        data, self._buffer = bytes(self._buffer), bytearray()
        if data:
            digests = [one for one in (self._digest, checksum) if one is not None]
            await asyncio.to_thread(file.write, data, *digests)

    async def _show_life(self, file: PartialFile, *, counts: bool) -> None:
        late = time.monotonic() - self._noted > SYNC_SECONDS
        if counts and (late or file.size - self._durable >= SYNC_BYTES):
            await self._write(file)
            await self._secure(file)
        elif late:
            await self._hold.note()
            self._noted = time.monotonic()

    async def _secure(self, file: PartialFile) -> None:
        """Have what was written on disk, and only then in the books."""
        await asyncio.to_thread(file.sync)
        self._durable = file.size
        await self._hold.note(min(self._durable, max(self._row.length - 1, 0)))
        self._noted = time.monotonic()

    async def _keep(self, file: PartialFile) -> None:
        """Keep what came before something went wrong."""
        with suppress(StorageError, VerbatimError):
            await self._write(file)
            await self._secure(file)
