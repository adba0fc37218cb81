"""A transcript as models are shown it: its segments in order, without those that are folded away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.llm.api import Line
from verbatim.ai.errors import NothingSaidError
from verbatim.transcripts.models import Segment, Transcript
from verbatim.transcripts.repository import get_transcript, segments_of, shown_name, speakers_of
from verbatim.transcripts.schemas import Decision


@dataclass(frozen=True)
class Read:
    """What was read of a transcript, which may be changed while a model thinks about it."""

    transcript: Transcript
    lines: list[Line]


async def read(session: AsyncSession, transcript_id: str) -> Read:
    """Return a transcript and its lines.

    Raises:
        TranscriptNotFoundError: it does not exist, or belongs to somebody else.
        NothingSaidError: it has no text.
    """
    transcript = await get_transcript(session, transcript_id)
    speakers = {one.id: shown_name(one) for one in await speakers_of(session, transcript_id)}
    rows = await segments_of(session, transcript_id, words=False)
    lines = [line_of(one, speakers) for one in rows if is_shown(one)]
    if not lines:
        raise NothingSaidError
    return Read(transcript, lines)


def is_shown(segment: Segment) -> bool:
    """Say whether a segment has text that counts: what is folded away, or was struck out, does not."""
    kept = not segment.folded or segment.decision == Decision.KEEP
    return bool(segment.text.strip()) and segment.decision != Decision.DROP and kept


def line_of(segment: Segment, speakers: Mapping[str, str | None]) -> Line:
    """Return a segment as models are shown it, with the name of who speaks."""
    speaker = speakers.get(segment.speaker_id or "")
    return Line(
        str(segment.id),
        speaker,
        segment.text,
        segment.start_time,
        segment.end_time,
        segment.transcript_id,
        segment.segment_index,
    )
