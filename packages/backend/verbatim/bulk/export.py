"""Many transcripts in one ZIP, made in the background and kept for a day."""

from __future__ import annotations

import asyncio
import re
import zipfile
from itertools import count
from typing import Any, Final

from sqlalchemy import select, update

from verbatim.adapters.storage.api import StorageWriter
from verbatim.bulk.models import BulkRun
from verbatim.bulk.schemas import BulkRequest
from verbatim.bulk.service import KEPT, conditions
from verbatim.bulk.turns import Turn, refusal_in
from verbatim.core.clock import utcnow
from verbatim.core.errors import NotFoundError
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

_NAME: Final = 120
"""Letters of a file's name: archives are unpacked on systems that take no more than 255 bytes."""


class NoTranscriptError(NotFoundError):
    """There is no transcript yet."""

    code = "no_transcript"


class _Out:
    """What the ZIP writes to; it cannot go back."""

    def __init__(self) -> None:
        self.waiting = bytearray()

    def write(self, data: Any) -> int:
        self.waiting += data
        return len(data)

    def flush(self) -> None:
        """Nothing is held back here."""

    def close(self) -> None:
        """It is the storage that ends the file."""

    async def hand_on(self, writer: StorageWriter) -> None:
        data, self.waiting = bytes(self.waiting), bytearray()
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
    finally:
        # The file goes by itself: in a day, or at once when the archive was not finished.
        async with turn.job.database.transaction() as session:
            kept = await session.scalar(select(BulkRun.storage_key).where(BulkRun.id == run.id)) == key
            due = utcnow() + KEPT if kept else None
            await session.execute(update(StrayFile).where(StrayFile.id == stray_id).values(holder=None, due_at=due))


async def _write(turn: Turn, ids: list[str], body: BulkRequest, writer: StorageWriter) -> None:
    out, taken = _Out(), set[str]()
    options = ExportOptions(body.include_timestamps, body.include_speakers)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for recording_id in ids:
            found = await _read(turn, recording_id, body)
            if found is None:
                continue
            content, _ = await asyncio.to_thread(export_file, found, body.format, options)
            name = _free(taken, found.recording_title, body.format.value)
            await asyncio.to_thread(archive.writestr, name, content)
            await out.hand_on(writer)
    await out.hand_on(writer)


async def _read(turn: Turn, recording_id: str, body: BulkRequest) -> TranscriptWithSegmentsResponse | None:
    """Return a transcript that is to be in the file, and count it as done; None for one that is left out."""
    tried = 0
    while True:
        tried += 1
        try:
            return await _try_to_read(turn, recording_id, body)
        except Exception as error:  # noqa: BLE001 - one that refuses does not stop the others
            if (refusal := refusal_in(error, tried)) is not None:
                await turn.left(recording_id, refusal)
                return None


async def _try_to_read(turn: Turn, recording_id: str, body: BulkRequest) -> TranscriptWithSegmentsResponse:
    caller, kind = await turn.caller(), body.format
    async with turn.transaction(caller) as session:
        recording = await get_recording(session, recording_id)
        if recording.transcript_id is None:
            raise NoTranscriptError
        transcript = await get_transcript(session, recording.transcript_id)
        whole = await transcript_response(session, transcript, words=kind.needs_words)
        ids = (transcript.id, recording_id)
        await emit(session, TranscriptExported(transcript_id=ids[0], recording_id=ids[1], file_format=kind.value))
        await turn.done(session, recording_id)
        return whole


def _free(taken: set[str], title: str, kind: str) -> str:
    """Return a name that no other file of the archive has, also where letters of both cases are one."""
    stem = safe_file_name(re.sub(r"[/\\:*?\"<>|]", "-", title))[:_NAME].rstrip(". ") or "transcript"
    name = next(
        one for number in count(1) if (one := stem if number == 1 else f"{stem} ({number})").casefold() not in taken
    )
    taken.add(name.casefold())
    return f"{name}.{kind}"
