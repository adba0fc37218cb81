"""Taking hold of what is to be corrected, with all that a correction wants to know of it, in one question.

Whoever changes anything inside a transcript locks it first: its word count and its speakers' names depend on all of its
segments. It comes with the title of its recording, by which a record of changes calls it. From then on
what is done to it is noted, see `history`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Select, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased, contains_eager, undefer

from verbatim.core.scoping import kept
from verbatim.recordings.models import Recording
from verbatim.transcripts.errors import SegmentNotFoundError, SpeakerNotFoundError, TranscriptNotFoundError
from verbatim.transcripts.history.recorder import start_recording
from verbatim.transcripts.models import Segment, Speaker, Transcript
from verbatim.transcripts.repository import segment_number


@dataclass(frozen=True)
class Spoken:
    """A segment with its words, its transcript, both locked, and who speaks in it."""

    transcript: Transcript
    segment: Segment
    speaker: Speaker | None


async def lock_transcript(session: AsyncSession, transcript_id: str) -> Transcript:
    """Return a transcript without its text, locked against other writers.

    Raises:
        TranscriptNotFoundError: it does not exist, or belongs to somebody else.
    """
    found: Transcript | None = await session.scalar(_transcript(), {"transcript": transcript_id})
    if found is None:
        raise TranscriptNotFoundError
    start_recording(session, found)
    return found


async def lock_segment(session: AsyncSession, transcript_id: str, segment_id: str) -> Spoken:
    """Return a segment, locked together with its transcript.

    Raises:
        TranscriptNotFoundError: the transcript does not exist, or belongs to somebody else.
        SegmentNotFoundError: the segment is not in it.
    """
    try:
        number = segment_number(segment_id)
    except SegmentNotFoundError:
        await lock_transcript(session, transcript_id)
        raise
    values = {"transcript": transcript_id, "segment": number}
    while (row := (await session.execute(_segment(), values)).one_or_none()) is not None:
        transcript, segment, speaker, seen = row
        if transcript.updated_at == seen:
            start_recording(session, transcript)
            return Spoken(transcript, segment, speaker)
        # It waited for another writer: what is locked is new, the speaker is from before. Now nobody writes but us.
    await lock_transcript(session, transcript_id)
    raise SegmentNotFoundError


async def lock_speaker(session: AsyncSession, speaker_id: str) -> tuple[Transcript, Speaker]:
    """Return a speaker and, locked, the transcript in which they speak.

    Raises:
        SpeakerNotFoundError: there is no such speaker, or it belongs to somebody else.
    """
    while (row := (await session.execute(_speaker(), {"speaker": speaker_id})).one_or_none()) is not None:
        transcript, speaker, seen = row
        if transcript.updated_at == seen:
            start_recording(session, transcript)
            return transcript, speaker
    raise SpeakerNotFoundError


_TITLE: Final = (contains_eager(Transcript.recording).load_only(Recording.title, Recording.workspace_id),)


@kept
def _transcript() -> Select[Transcript]:
    wanted = select(Transcript).join(Transcript.recording).where(Transcript.id == bindparam("transcript"))
    return wanted.options(*_TITLE).with_for_update(of=Transcript)


_Seen = aliased(Transcript)
_SEEN: Final = select(_Seen.updated_at).where(_Seen.id == Transcript.id).scalar_subquery()
"""When a transcript was changed, before the question waited for its lock."""


@kept
def _segment() -> Select[Transcript, Segment, Speaker | None, datetime]:
    return (
        select(Transcript, Segment, Speaker, _SEEN)
        .join(Transcript.recording)
        .join(Segment, Segment.transcript_id == Transcript.id)
        .outerjoin(Speaker, Speaker.id == Segment.speaker_id)
        .where(Transcript.id == bindparam("transcript"), Segment.id == bindparam("segment"))
        .options(*_TITLE, undefer(Segment.words))
        .with_for_update(of=(Transcript, Segment))
        .execution_options(populate_existing=True)
    )


@kept
def _speaker() -> Select[Transcript, Speaker, datetime]:
    return (
        select(Transcript, Speaker, _SEEN)
        .join(Transcript.recording)
        .join(Speaker, Speaker.transcript_id == Transcript.id)
        .where(Speaker.id == bindparam("speaker"))
        .options(*_TITLE)
        .with_for_update(of=Transcript)
        .execution_options(populate_existing=True)
    )
