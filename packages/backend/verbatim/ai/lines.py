"""A transcript as models are shown it: its segments in order, without those that are folded away."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.llm.api import Line
from verbatim.ai.errors import NothingSaidError
from verbatim.transcripts.models import Transcript
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
    lines = [
        Line(str(one.id), speakers.get(one.speaker_id or ""), one.text, one.start_time, one.end_time)
        for one in await segments_of(session, transcript_id, words=False)
        if one.text.strip() and one.decision != Decision.DROP and (not one.folded or one.decision == Decision.KEEP)
    ]
    if not lines:
        raise NothingSaidError
    return Read(transcript, lines)
