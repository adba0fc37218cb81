"""Names that people gave to speakers, when a recording is transcribed again.

Whoever speaks at a time in one transcript speaks at that time in the next: the same recording needs no comparing of
voices, and what people corrected counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.transcription.api import Segment as HeardSegment
from verbatim.recordings.models import Recording
from verbatim.transcription.attribution import DEFAULT_SPEAKER
from verbatim.transcripts.models import Segment, Speaker

_MOST = 0.6
"""Share of a speaker's time that must be somebody's, for the speaker to be called so."""


@dataclass(frozen=True)
class Known:
    """What people said of a speaker."""

    name: str
    color: str | None
    voice_profile_id: str | None


async def names_given(session: AsyncSession, recording_id: str, segments: Sequence[HeardSegment]) -> dict[str, Known]:
    """Return who the speakers of a new transcript are, by label, as far as the recording's current one says it.

    `segments` are those of the new transcript in order of time.
    """
    current = select(Recording.transcript_id).where(Recording.id == recording_id).scalar_subquery()
    people = {
        speaker.id: speaker
        for speaker in await session.scalars(select(Speaker).where(Speaker.transcript_id == current))
    }
    if not any(speaker.speaker_name for speaker in people.values()):
        return {}
    spoken = await session.execute(
        select(Segment.start_time, Segment.end_time, Segment.speaker_id)
        .where(Segment.transcript_id == current)
        .order_by(Segment.start_time)
    )
    shared, whole = _shared(segments, [(start, end, speaker) for start, end, speaker in spoken])
    found: dict[str, Known] = {}
    taken: set[str] = set()
    for (label, speaker_id), seconds in sorted(shared.items(), key=lambda item: -item[1]):
        person = people.get(speaker_id)
        if label in found or speaker_id in taken or seconds < _MOST * whole[label]:
            continue
        taken.add(speaker_id)
        if person is not None and person.speaker_name:
            found[label] = Known(person.speaker_name, person.color, person.voice_profile_id)
    return found


def _shared(
    segments: Sequence[HeardSegment], spoken: Sequence[tuple[float, float, str | None]]
) -> tuple[dict[tuple[str, str], float], dict[str, float]]:
    """Seconds in which a new speaker and an old one speak, and how long each new one speaks beside old text."""
    shared: dict[tuple[str, str], float] = defaultdict(float)
    whole: dict[str, float] = defaultdict(float)
    first = 0
    for segment in segments:
        label = segment.speaker or DEFAULT_SPEAKER
        while first < len(spoken) and spoken[first][1] <= segment.start - 120:
            first += 1
        for place in range(first, len(spoken)):
            start, end, speaker = spoken[place]
            if start >= segment.end:
                break
            seconds = min(end, segment.end) - max(start, segment.start)
            if seconds > 0:
                whole[label] += seconds
                if speaker is not None:
                    shared[label, speaker] += seconds
    return shared, whole
