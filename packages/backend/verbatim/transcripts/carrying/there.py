"""What a transcript says now where corrections of an earlier one were made, by the time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from verbatim.transcripts.carrying.corrections import Kind
from verbatim.transcripts.carrying.lines import Line, joined, line_of, spoken
from verbatim.transcripts.carrying.models import CarriedCorrection
from verbatim.transcripts.carrying.placing import Place
from verbatim.transcripts.history.content import whole_row
from verbatim.transcripts.models import Segment, Speaker
from verbatim.transcripts.repository import shown_name, speakers_of

SLACK_SECONDS = 0.05
BESIDE_SECONDS = 5.0


@dataclass(frozen=True)
class There:
    """What a transcript says at the time of a correction, and in which segment."""

    text: str | None
    segment_id: str | None


async def what_is_there(
    session: AsyncSession, transcript_id: str, rows: Sequence[CarriedCorrection]
) -> dict[str, There]:
    """Return what a transcript says now where corrections were made, by their ids. However many there are, they are
    looked up together.
    """
    if not rows:
        return {}
    segments = await around(session, transcript_id, rows)
    speakers = {}
    if any(row.kind == Kind.SPEAKER for row in rows):
        speakers = {one.id: one for one in await speakers_of(session, transcript_id)}
    lines = {one.id: as_line(one) for one in segments}
    found = {}
    for row in rows:
        near = [one for one in segments if _is_near(one, row)]
        if row.kind == Kind.SPEAKER:
            found[row.id] = _who(meant(near, row), speakers)
        else:
            found[row.id] = _said([lines[one.id] for one in near], row)
    return found


def _who(segments: Sequence[Segment], speakers: dict[str, Speaker]) -> There:
    if not segments:
        return There(None, None)
    return There(shown_name(speakers.get(segments[0].speaker_id or "")), str(segments[0].id))


def _said(lines: Sequence[Line], row: CarriedCorrection) -> There:
    place = place_of(lines, row)
    silent = silent_line(lines, row, place)
    if silent is not None:
        return There(None, silent.id)
    if place is None:
        return There(None, None)
    owners = [line.id for line in lines for _ in line.words]
    words = spoken(lines)[place.start : place.end]
    return There(joined(words) if words else None, owners[min(place.start, len(owners) - 1)])


async def around(session: AsyncSession, transcript_id: str, rows: Sequence[CarriedCorrection]) -> list[Segment]:
    """Return the segments at the times of corrections and a little beside them, in order and with their words."""
    times = [and_(Segment.start_time <= end, Segment.end_time >= start) for start, end in _stretches(rows)]
    near = select(Segment).where(Segment.transcript_id == transcript_id, or_(*times))
    ordered = near.order_by(Segment.segment_index, Segment.id).options(undefer(Segment.words))
    return list(await session.scalars(ordered.execution_options(populate_existing=True)))


def _stretches(rows: Sequence[CarriedCorrection]) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for row in sorted(rows, key=lambda one: one.start_time):
        start, end = row.start_time - BESIDE_SECONDS, row.end_time + BESIDE_SECONDS
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _is_near(segment: Segment, row: CarriedCorrection) -> bool:
    starts_before = segment.start_time <= row.end_time + BESIDE_SECONDS
    return starts_before and segment.end_time >= row.start_time - BESIDE_SECONDS


def as_line(segment: Segment) -> Line:
    """Return a segment as a line of words."""
    return line_of(str(segment.id), whole_row(segment))


def meant(segments: Sequence[Segment], row: CarriedCorrection) -> list[Segment]:
    """Return the segments whose middle lies in the time of a correction, or in which that lies."""
    middle = (row.start_time + row.end_time) / 2
    inside = [one for one in segments if row.start_time <= (one.start_time + one.end_time) / 2 <= row.end_time]
    return inside or [one for one in segments if one.start_time <= middle <= one.end_time]


def silent_line(lines: Sequence[Line], row: CarriedCorrection, place: Place | None) -> Line | None:
    """Return the line without a word that a correction lies in, where no words are said at its time."""
    if place is not None and place.start < place.end:
        return None
    middle = (row.start_time + row.end_time) / 2
    return next((one for one in lines if not one.words and one.start <= middle <= one.end), None)


def place_of(lines: Sequence[Line], row: CarriedCorrection) -> Place | None:
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
        one_after_another = next((n for n, at in enumerate(inside) if at != inside[0] + n), len(inside))
        return Place(inside[0], inside[0] + one_after_another)
    if row.kind == Kind.ADDED or not words:
        return None
    if not any(line.start <= row.end_time and row.start_time <= line.end for line in lines if line.words):
        return None
    gap = next((at for at, word in enumerate(words) if word.middle > middle), len(words))
    return Place(gap, gap)
