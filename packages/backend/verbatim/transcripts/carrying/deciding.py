"""Taking a correction whose place was not certain: it goes where it was said, by the time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from verbatim.core.clock import utcnow
from verbatim.transcripts.carrying.carry import as_correction
from verbatim.transcripts.carrying.corrections import Correction, Kind
from verbatim.transcripts.carrying.lines import Line, joined, line_of, spoken
from verbatim.transcripts.carrying.models import CarriedCorrection
from verbatim.transcripts.carrying.placing import Place
from verbatim.transcripts.carrying.rewriting import rewritten
from verbatim.transcripts.history.content import whole_row
from verbatim.transcripts.models import Segment, Speaker, Transcript
from verbatim.transcripts.repository import shown_name
from verbatim.transcripts.segment_changes import NewSegment, insert_segment
from verbatim.transcripts.service import Because, delete_segments, note_because, set_text, speaker_named

SLACK_SECONDS = 0.05
BESIDE_SECONDS = 5.0
REASON = "Taken from the earlier transcript"


@dataclass(frozen=True)
class There:
    """What a transcript says at the time of a correction, and in which segment."""

    text: str | None
    segment_id: str | None


async def what_is_there(session: AsyncSession, transcript_id: str, row: CarriedCorrection) -> There:
    """Return what a transcript says now where a correction was made."""
    segments = await _around(session, transcript_id, row)
    if row.kind == Kind.SPEAKER:
        meant = _meant(segments, row)
        speaker = await session.get(Speaker, meant[0].speaker_id or "") if meant else None
        return There(shown_name(speaker), str(meant[0].id) if meant else None)
    lines = [_line(one) for one in segments]
    place = _place(lines, row)
    if place is None:
        return There(None, None)
    owners = [line.id for line in lines for _ in line.words]
    words = spoken(lines)[place.start : place.end]
    return There(joined(words) if words else None, owners[min(place.start, len(owners) - 1)])


async def take(session: AsyncSession, transcript: Transcript, row: CarriedCorrection, editor: str) -> None:
    """Write what somebody had corrected into a locked transcript, as a change that can be taken back."""
    because = Because(REASON)
    await session.flush()
    segments = await _around(session, transcript.id, row)
    if row.kind == Kind.SPEAKER:
        await _give(session, transcript, _meant(segments, row), row.text)
        return
    lines = [_line(one) for one in segments]
    place = _place(lines, row)
    if place is None:
        if row.text:
            new = NewSegment(row.start_time, max(row.end_time, row.start_time + 0.1), row.text, None)
            await insert_segment(session, transcript, new, editor, because)
        return
    whole = _of_one_line(lines, place, as_correction(row))
    changed = []
    for segment in segments:
        text = whole.get(str(segment.id), segment.text)
        if text and text != segment.text:
            set_text(transcript, segment, text)
            segment.edited_by = editor
            _younger(segment)
            changed.append(str(segment.id))
    if changed:
        await note_because(session, transcript, "correction_taken", because, segment_ids=changed)
    emptied = [one for one, text in whole.items() if not text]
    if emptied:
        await delete_segments(session, transcript, emptied, because)


def _of_one_line(lines: Sequence[Line], place: Place, correction: Correction) -> dict[str, str]:
    """Return what lines say with the correction; where it would empty one of several, only the first is changed."""
    texts, _ = rewritten(lines, [(place, correction)])
    if texts or place.start == place.end:
        return texts
    owners = [line.id for line in lines for _ in line.words]
    end = place.start
    while end < place.end and owners[end] == owners[place.start]:
        end += 1
    return rewritten(lines, [(Place(place.start, end), correction)])[0]


async def _give(session: AsyncSession, transcript: Transcript, segments: Sequence[Segment], name: str) -> None:
    person = await speaker_named(session, transcript.id, name)
    moved = [one for one in segments if one.speaker_id != person.id]
    for segment in moved:
        segment.speaker_id, segment.speaker_confidence = person.id, None
        _younger(segment)
    if moved:
        ids = [str(one.id) for one in moved]
        await note_because(session, transcript, "correction_taken", Because(REASON), segment_ids=ids)


def _younger(segment: Segment) -> None:
    segment.version += 1
    segment.updated_at = utcnow()


async def _around(session: AsyncSession, transcript_id: str, row: CarriedCorrection) -> list[Segment]:
    near = select(Segment).where(
        Segment.transcript_id == transcript_id,
        Segment.start_time <= row.end_time + BESIDE_SECONDS,
        Segment.end_time >= row.start_time - BESIDE_SECONDS,
    )
    ordered = near.order_by(Segment.segment_index, Segment.id).options(undefer(Segment.words))
    return list(await session.scalars(ordered.execution_options(populate_existing=True)))


def _line(segment: Segment) -> Line:
    return line_of(str(segment.id), whole_row(segment))


def _meant(segments: Sequence[Segment], row: CarriedCorrection) -> list[Segment]:
    """Return the segments whose middle lies in the time of a correction, or in which that lies."""
    middle = (row.start_time + row.end_time) / 2
    inside = [one for one in segments if row.start_time <= (one.start_time + one.end_time) / 2 <= row.end_time]
    return inside or [one for one in segments if one.start_time <= middle <= one.end_time]


def _place(lines: Sequence[Line], row: CarriedCorrection) -> Place | None:
    """Return the words that are said at the time of a correction, or the gap there; None where nobody speaks."""
    words = spoken(lines)
    low, high = row.start_time - SLACK_SECONDS, row.end_time + SLACK_SECONDS
    if row.kind == Kind.ADDED:  # it was said beside what the engine heard: whatever shares its time is meant
        inside = [at for at, word in enumerate(words) if word.start < row.end_time and row.start_time < word.end]
    else:
        inside = [at for at, word in enumerate(words) if low <= word.middle <= high]
    middle = (row.start_time + row.end_time) / 2
    if not inside and row.heard:
        inside = [at for at, word in enumerate(words) if word.start <= middle <= word.end][:1]
    if inside:
        end = inside[0]
        while end in inside:
            end += 1
        return Place(inside[0], end)
    if row.kind == Kind.ADDED or not any(line.start <= row.end_time and row.start_time <= line.end for line in lines):
        return None
    gap = next((at for at, word in enumerate(words) if word.middle > middle), len(words))
    return Place(gap, gap)
