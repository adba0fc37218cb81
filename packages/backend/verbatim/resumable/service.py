"""Uploads in pieces: begun, gone on with, looked at and given up."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request

from verbatim.config import Settings
from verbatim.core.db import Database
from verbatim.permissions import demand, signed_in
from verbatim.resumable import books, finishing
from verbatim.resumable.desk import UploadDesk, desk_of
from verbatim.resumable.errors import UploadElsewhereError, UploadFinishedError, WrongOffsetError
from verbatim.resumable.models import UnfinishedUpload
from verbatim.resumable.protocol import Checksum, Said, announced_in, length_in, said_in
from verbatim.resumable.sending import PieceTooLongError, Sending
from verbatim.uploads.receive import too_large

_AGAIN: Final = {"Retry-After": "1"}


@dataclass
class Here:
    """Who asks for an upload, and where its bytes are looked for."""

    request: Request
    database: Database
    desk: UploadDesk
    uploader: str
    settings: Settings

    @classmethod
    def of(cls, request: Request) -> Here:
        state = request.app.state
        return cls(request, state.database, desk_of(request.app), signed_in(request).id, state.settings)

    async def find(self, upload_id: str) -> UnfinishedUpload:
        """Return one of the caller's uploads.

        Raises:
            UploadNotFoundError: there is none.
        """
        async with self.database.transaction(read_only=True) as session:
            return await books.find(session, upload_id, self.uploader)

    async def offset(self, row: UnfinishedUpload) -> int:
        """Return how many bytes there are: those in the books, unless the disk has lost some.

        Raises:
            UploadElsewhereError: they lie in a folder that this server does not see.
        """
        if row.result_id is not None:
            return row.length
        if not row.received:
            return 0
        if row.place != await asyncio.to_thread(self.desk.folder.place):
            raise UploadElsewhereError(
                f"The first part of this upload lies on the server {row.host}, and another was asked. Try again, or "
                "begin it again.",
                headers=_AGAIN,
            )
        there = await asyncio.to_thread(self.desk.folder.size, row.id)
        return min(row.received, there or 0)


async def begin(here: Here) -> UnfinishedUpload:
    """Make an upload of what the headers of a request say.

    Raises:
        MalformedUploadError, UploadTooLargeError, TooManyUploadsError: it cannot be.
        ForbiddenError: the caller may not make things of that kind.
        StorageFullError: there is no room for the file.
    """
    headers = here.request.headers
    length, metadata = length_in(headers), headers.get("upload-metadata", "")
    if length > (most := here.settings.upload_max_bytes):
        raise too_large(most)
    said: Said = said_in(metadata)
    taker = finishing.taker_of(here.database, said.kind)
    demand(here.request, taker.permission)
    await taker.check(here.request, said.form)
    place = await asyncio.to_thread(here.desk.folder.place)
    await asyncio.to_thread(here.desk.folder.insist_on_space, length)
    row = UnfinishedUpload(
        uploader=here.uploader,
        kind=said.kind,
        said=metadata,
        length=length,
        received=0,
        place=place,
        host=socket.gethostname()[:255],
        expires_at=books.expiry(here.settings),
    )
    await books.begin(here.database, row, here.settings)
    return row


async def go_on(here: Here, row: UnfinishedUpload, offset: int) -> UnfinishedUpload:
    """Take the body of a request as the piece of an upload that begins at ``offset``, and finish that with its last
    byte. Returns the row as it is then.

    Raises:
        MalformedUploadError, PieceTooLongError: the request is at fault.
        WrongOffsetError, UploadFinishedError, UploadLockedError: the upload is not at that place, or another sends.
        ChecksumMismatchError, CutOffError: see `Sending`.
        VerbatimError: what was sent cannot be made.
    """
    request = here.request
    checksum = Checksum.of(request.headers)
    demand(request, finishing.taker_of(here.database, row.kind).permission)
    await here.desk.make_way(row.id)
    hold = books.Hold(here.database, row.id, here.settings)
    place = await asyncio.to_thread(here.desk.folder.place)
    await hold.take(**({} if offset else {"place": place, "host": socket.gethostname()[:255]}))
    try:
        row = await here.find(row.id)  # as it is now that nobody else changes it
        if row.result_id is not None:
            raise UploadFinishedError
        if await here.offset(row) != offset:
            raise WrongOffsetError
        if offset + announced_in(request.headers) > row.length:
            raise PieceTooLongError
        reached = await Sending(here.desk, hold, row, offset).receive(request, checksum)
        if reached == row.length:
            await finishing.finish(request, here.desk, hold, row)
    finally:
        await hold.release()
    return await here.find(row.id)


async def give_up(here: Here, row: UnfinishedUpload) -> None:
    """End an upload and delete what has come. What was made of a finished one stays."""
    await here.desk.make_way(row.id, at_once=True)
    await books.forget(here.database, row.id)
    await asyncio.to_thread(here.desk.folder.delete, row.id)
