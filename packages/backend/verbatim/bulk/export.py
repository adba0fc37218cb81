"""Many transcripts in one ZIP, made in the background and kept for a day."""

from __future__ import annotations

import asyncio
import re
import zipfile
from itertools import count
from typing import Any, Final

import structlog
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.storage.api import StorageWriter
from verbatim.bulk.models import BulkDone, BulkRun
from verbatim.bulk.schemas import BulkRequest
from verbatim.bulk.service import KEPT, MOST_BYTES, MOST_ZIPS, conditions
from verbatim.bulk.turns import Turn, refusal_in
from verbatim.core.clock import utcnow
from verbatim.core.errors import ConflictError, NotFoundError
from verbatim.core.events import emit
from verbatim.core.ownership import use_scope
from verbatim.core.process import process_id
from verbatim.recordings.models import Recording, StrayFile
from verbatim.recordings.naming import safe_file_name
from verbatim.recordings.repository import get_recording
from verbatim.transcripts.events import TranscriptExported
from verbatim.transcripts.export import ExportOptions, export_file
from verbatim.transcripts.repository import get_transcript, transcript_response
from verbatim.transcripts.schemas import TranscriptWithSegmentsResponse

log = structlog.get_logger(__name__)

_NAME: Final = 200
"""Bytes of a file's name: archives are unpacked on systems that take no more than 255, with a number and the kind."""
_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""What Windows takes for a device, whatever stands behind a full stop."""


class NoTranscriptError(NotFoundError):
    """There is no transcript yet."""

    code = "no_transcript"


class NotMadeError(ConflictError):
    """The server could not make a file of this; the cause is in its log."""

    code = "file_not_made"


class ArchiveFullError(ConflictError):
    """The ZIP has become too large. Narrow the list, and export the rest on its own."""

    code = "archive_full"


class _Out:
    """What the ZIP writes to; it cannot go back."""

    def __init__(self) -> None:
        self.waiting, self.sent = bytearray(), 0

    def write(self, data: Any) -> int:
        self.waiting += data
        return len(data)

    def flush(self) -> None:
        """Nothing is held back here."""

    def close(self) -> None:
        """It is the storage that ends the file."""

    async def hand_on(self, writer: StorageWriter) -> None:
        data, self.waiting = bytes(self.waiting), bytearray()
        self.sent += len(data)
        if data:
            await writer.write(data)


async def export_all(turn: Turn, run: BulkRun, body: BulkRequest) -> None:
    """Write the file and note where it lies. A second attempt begins anew: half an archive is none."""
    caller = await turn.caller()
    with use_scope(caller.scope):
        location, storage = await turn.job.app_state.storages.for_new_files()
    prefix = getattr(caller.scope, "storage_prefix", "")
    key = f"{prefix}exports/{run.id}-{turn.job.lease_token}.zip"
    stray = StrayFile(storage_location=location, storage_key=key, holder=process_id())
    async with turn.transaction(caller) as session:
        ids = list(
            await session.scalars(select(Recording.id).where(*conditions(session, body, run)).order_by(Recording.id))
        )
        again = update(BulkRun).where(BulkRun.id == run.id).values(done=0, left={}, after="")
        await session.execute(again.execution_options(synchronize_session=False))
        await session.execute(delete(BulkDone).where(BulkDone.run_id == run.id))
        session.add(stray)
        await session.flush()
        stray_id = stray.id
    try:
        async with storage.open_writer(key) as writer:
            await _write(turn, ids, body, writer)
        async with turn.job.transaction() as session:
            whole = await session.get_one(BulkRun, run.id)
            if whole.done:
                whole.storage_location, whole.storage_key = location, key
                await _make_room(session, whole)
    finally:
        # The file goes by itself: in a day, or at once when the archive was not finished.
        async with turn.job.database.transaction() as session:
            kept = await session.scalar(select(BulkRun.storage_key).where(BulkRun.id == run.id)) == key
            due = utcnow() + KEPT if kept else None
            await session.execute(update(StrayFile).where(StrayFile.id == stray_id).values(holder=None, due_at=due))


async def _make_room(session: AsyncSession, run: BulkRun) -> None:
    """Let the oldest files of a person go, so that they hold no more of the storage than a few can take."""
    others = select(BulkRun).where(
        BulkRun.person_id == run.person_id, BulkRun.storage_key.is_not(None), BulkRun.id != run.id
    )
    newest_first = others.order_by(BulkRun.created_at.desc(), BulkRun.id.desc())
    for older in await session.scalars(newest_first.offset(MOST_ZIPS - 1).limit(MOST_ZIPS)):
        file = update(StrayFile).where(
            StrayFile.storage_location == older.storage_location, StrayFile.storage_key == older.storage_key
        )
        await session.execute(file.values(due_at=utcnow()).execution_options(synchronize_session=False))
        older.storage_key = None


async def _write(turn: Turn, ids: list[str], body: BulkRequest, writer: StorageWriter) -> None:
    out, taken = _Out(), set[str]()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for recording_id in ids:
            if out.sent >= MOST_BYTES:
                await turn.left(recording_id, ArchiveFullError())
                continue
            found = await _file_of(turn, recording_id, body)
            if found is None:
                continue
            title, content = found
            name = _free(taken, title, body.format.value)
            await asyncio.to_thread(archive.writestr, name, content)
            await out.hand_on(writer)
    await out.hand_on(writer)


async def _file_of(turn: Turn, recording_id: str, body: BulkRequest) -> tuple[str, bytes] | None:
    """Return the title and the file of a transcript, and count it as done; None for one that is left out."""
    tried = 0
    while True:
        tried += 1
        try:
            return await _try_to_make(turn, recording_id, body)
        except Exception as error:  # noqa: BLE001 - one that refuses does not stop the others
            if (refusal := refusal_in(error, tried)) is not None:
                await turn.left(recording_id, refusal)
                return None


async def _try_to_make(turn: Turn, recording_id: str, body: BulkRequest) -> tuple[str, bytes]:
    """Read, make and count in this order: what cannot be made is not counted, and nothing is locked meanwhile."""
    caller, kind = await turn.caller(), body.format
    with use_scope(caller.scope):
        async with turn.job.database.transaction(read_only=True) as session:
            whole = await _read(session, recording_id, words=kind.needs_words)
    options = ExportOptions(body.include_timestamps, body.include_speakers)
    try:
        content, _ = await asyncio.to_thread(export_file, whole, kind, options)
    except Exception as error:
        log.exception("export_not_made", recording_id=recording_id)
        raise NotMadeError from error
    async with turn.transaction(caller) as session:
        told = kind.value
        await emit(session, TranscriptExported(transcript_id=whole.id, recording_id=recording_id, file_format=told))
        await turn.done(session, recording_id, kept=True)
    return whole.recording_title, content


async def _read(session: AsyncSession, recording_id: str, *, words: bool) -> TranscriptWithSegmentsResponse:
    recording = await get_recording(session, recording_id)
    if recording.transcript_id is None:
        raise NoTranscriptError
    return await transcript_response(session, await get_transcript(session, recording.transcript_id), words=words)


def _free(taken: set[str], title: str, kind: str) -> str:
    """Return a name that no other file of the archive has, also where letters of both cases are one."""
    safe = safe_file_name(re.sub(r"[/\\:*?\"<>|]", "-", title)).encode()[:_NAME].decode(errors="ignore")
    stem = safe.rstrip(". ") or "transcript"
    if _DEVICES.fullmatch(stem):
        stem = f"transcript {stem}"
    name = next(
        one for number in count(1) if (one := stem if number == 1 else f"{stem} ({number})").casefold() not in taken
    )
    taken.add(name.casefold())
    return f"{name}.{kind}"
