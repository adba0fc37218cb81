"""Another try at a stretch that was not understood: with another engine, into the same transcript.

Corrected text is not touched: what is found is put between the segments that are there.
"""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.media import MediaError, cut_stretch
from verbatim.adapters.storage.api import StorageAdapter
from verbatim.adapters.transcription.api import (
    EngineEvent,
    EngineSelection,
    Output,
    OutputReady,
    Progress,
    TranscriptionError,
    TranscriptionOutcome,
    TranscriptionRequest,
)
from verbatim.adapters.transcription.api import Segment as HeardSegment
from verbatim.adapters.transcription.runner import run_engine
from verbatim.adapters.transcription.warm.pool import using_pool
from verbatim.adapters.transcription.writing import count_words
from verbatim.core.clock import utcnow
from verbatim.core.errors import InvalidInputError
from verbatim.core.jobs.context import JobContext, JobError
from verbatim.core.jobs.models import Job
from verbatim.core.jobs.queue import enqueue
from verbatim.core.ownership import inside
from verbatim.core.text import storable
from verbatim.recordings.errors import RecordingNotFoundError
from verbatim.recordings.repository import get_recording
from verbatim.transcription.engines import engine_settings
from verbatim.transcription.ingest import said
from verbatim.transcription.service import only_language
from verbatim.transcription.tries import after_a_try, noted_try
from verbatim.transcripts.attempts import keep_output, packed
from verbatim.transcripts.errors import TranscriptNotFoundError
from verbatim.transcripts.locking import lock_transcript
from verbatim.transcripts.models import Segment, Transcript
from verbatim.transcripts.places import room_at
from verbatim.transcripts.repository import get_transcript
from verbatim.transcripts.schemas import TryState
from verbatim.transcripts.service import note_change, speaker_named

JOB_TYPE = "transcribe_stretch"
MAX_SECONDS = 600.0
LISTENING_SHARE = 97.0
UNKNOWN_SPEAKER = "Speaker 1"


async def start_stretch(
    session: AsyncSession,
    transcript: Transcript,
    *,
    start: float,
    end: float,
    engine: EngineSelection,
    language: str | None,
) -> Job:
    """Queue another try at a stretch; while the same is queued or running, that one is returned.

    Raises:
        InvalidInputError: the stretch has no length or is too long, or the language is unknown.
    """
    if not 0 < end - start <= MAX_SECONDS:
        raise InvalidInputError(
            f"A stretch must end after it begins, and may take up to {MAX_SECONDS / 60:.0f} minutes.",
            code="bad_stretch",
        )
    payload = {
        "recording_id": transcript.recording_id,
        "transcript_id": transcript.id,
        "start": start,
        "end": end,
        "engine": engine,
        "language": only_language(language) or transcript.language,
    }
    key = f"{JOB_TYPE}:{transcript.id}:{start:.3f}-{end:.3f}"
    with inside(transcript.workspace_id):
        job = await enqueue(session, JOB_TYPE, payload, dedupe_key=key)
    waiting = noted_try(job.id, engine, TryState.WAITING)
    transcript.not_understood = after_a_try(transcript.not_understood, (start, end), [], waiting)
    await session.flush()
    return job


async def transcribe_stretch(job: JobContext) -> dict[str, Any] | None:
    """Listen to the stretch in the payload and add what is found to the transcript."""
    try:
        async with job.transaction() as session:
            recording = await get_recording(session, job.payload["recording_id"])
            await get_transcript(session, job.payload["transcript_id"])
        storage: StorageAdapter = await job.app_state.storages.of(recording.storage_location)
        async with storage.local_copy(recording.storage_key) as path:
            outcome = await _listen(job, path)
        await _save(job, outcome)
    except (RecordingNotFoundError, TranscriptNotFoundError):
        return None  # deleted in the meantime
    except FileNotFoundError as error:
        raise JobError("The file of this recording is missing from the storage.", code="file_missing") from error
    return None


async def _listen(job: JobContext, path: Path) -> TranscriptionOutcome:
    start, end = float(job.payload["start"]), float(job.payload["end"])
    output: list[Output] = []

    async def on_event(event: EngineEvent) -> None:
        if isinstance(event, OutputReady):
            output.append(event.output)
        elif isinstance(event, Progress):
            await job.progress(event.fraction * LISTENING_SHARE, event.stage)

    settings = replace(engine_settings(job.app_state.settings), engine=job.payload["engine"])
    with tempfile.TemporaryDirectory(prefix="verbatim-stretch-") as folder:
        piece = Path(folder) / "stretch.flac"
        try:
            await asyncio.to_thread(cut_stretch, path, piece, start, end)
            with using_pool(job.app_state.engine_pool):
                outcome = await run_engine(TranscriptionRequest(piece, job.payload["language"]), settings, on_event)
        except (TranscriptionError, MediaError) as error:
            raise JobError(str(error), code=error.code) from error
    moved = tuple(
        replace(
            segment,
            start=segment.start + start,
            end=segment.end + start,
            words=tuple(word.moved(start) for word in segment.words),
        )
        for segment in outcome.segments
    )
    return replace(outcome, segments=moved, output=tuple(output))


async def _save(job: JobContext, outcome: TranscriptionOutcome) -> None:
    start, end = float(job.payload["start"]), float(job.payload["end"])
    async with job.transaction() as session:
        recording = await get_recording(session, job.payload["recording_id"], lock=True)
        transcript = await lock_transcript(session, job.payload["transcript_id"])
        added = [await _insert(session, transcript, segment) for segment in outcome.segments]
        transcript.segment_count += len(added)
        transcript.word_count += sum(count_words(segment.text) for segment in outcome.segments)
        a_try = noted_try(job.id, outcome.engine, TryState.DONE, model_used=outcome.model, segments=len(added))
        text = [(segment.start, segment.end) for segment in outcome.segments]
        transcript.not_understood = after_a_try(transcript.not_understood, (start, end), text, a_try)
        content = packed({**said(outcome), "start": start, "end": end})
        keep_output(
            session,
            recording,
            job.id,
            content,
            engine=outcome.engine,
            model=outcome.model,
            transcript_id=transcript.id,
        )
        facts = {"segment_ids": added, "engine": outcome.engine, "start_time": start, "end_time": end}
        await note_change(session, transcript, "stretch_transcribed", **facts)
        await job.finish(session, {"transcript_id": transcript.id, "segments": len(added), "engine": outcome.engine})


async def _insert(session: AsyncSession, transcript: Transcript, heard: HeardSegment) -> str:
    """Put a segment behind those that begin before it. Who spoke before is taken to speak on, to be corrected."""
    of_it = Segment.transcript_id == transcript.id
    before = (
        await session.execute(
            select(Segment.segment_index, Segment.speaker_id)
            .where(of_it, Segment.start_time <= heard.start)
            .order_by(Segment.segment_index.desc(), Segment.id.desc())
            .limit(1)
        )
    ).first()
    index = 0 if before is None else before.segment_index + 1
    speaker_id = None if before is None or heard.speaker else before.speaker_id
    if speaker_id is None:
        speaker_id = (await speaker_named(session, transcript.id, heard.speaker or UNKNOWN_SPEAKER)).id
    await room_at(session, transcript.id, index)
    now = utcnow()
    row = {
        "transcript_id": transcript.id,
        "recording_id": transcript.recording_id,
        "speaker_id": speaker_id,
        "segment_index": index,
        "start_time": heard.start,
        "end_time": heard.end,
        "text": storable(heard.text),
        "confidence": heard.confidence,
        "doubt": heard.doubt,
        "folded": heard.folded,
        "words": [asdict(word) for word in heard.words],
        "created_at": now,
        "updated_at": now,
    }
    with inside(transcript.workspace_id):
        segment = Segment(**row)
        session.add(segment)
        await session.flush()
    return str(segment.id)
