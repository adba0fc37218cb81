"""Bringing rows of a transcript to what they were: one change taken back, or many at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from verbatim.adapters.transcription.writing import count_words
from verbatim.core.clock import utcnow
from verbatim.core.db import one_of
from verbatim.core.ownership import inside
from verbatim.transcripts.history.content import (
    SEGMENTS,
    SPEAKERS,
    TRANSCRIPTS,
    Fields,
    Key,
    column_value,
    whole_row,
)
from verbatim.transcripts.history.recorder import recorder_of
from verbatim.transcripts.models import Segment, Speaker, Transcript
from verbatim.transcripts.places import shift


@dataclass
class Wanted:
    """What rows shall be: a row's fields, those that are left out stay as they are, or None for a row that shall go.

    Rows that go leave first, then ``shifts`` are made, then rows come back.
    """

    rows: Mapping[Key, Fields | None]
    shifts: list[tuple[int, int]] = field(default_factory=list)

    def of(self, table: str) -> dict[str, Fields | None]:
        return {number: fields for (kind, number), fields in self.rows.items() if kind == table}


@dataclass
class Current:
    """The rows there are of those that are wanted."""

    segments: dict[str, Segment]
    speakers: dict[str, Speaker]

    def row(self, key: Key) -> Any:
        table, number = key
        return self.segments.get(number) if table == SEGMENTS else self.speakers.get(number)


async def read_current(session: AsyncSession, transcript: Transcript, keys: Iterable[Key]) -> Current:
    """Return the rows with these keys that there are, locked with their transcript."""
    numbers = [int(number) for table, number in keys if table == SEGMENTS]
    segments: list[Segment] = []
    for start in range(0, len(numbers), 500):
        rows = select(Segment).where(
            Segment.transcript_id == transcript.id, one_of(session, Segment.id, numbers[start : start + 500])
        )
        segments += await session.scalars(
            rows.options(undefer(Segment.words)).with_for_update().execution_options(populate_existing=True)
        )
    people = select(Speaker).where(Speaker.transcript_id == transcript.id)
    speakers = await session.scalars(people.execution_options(populate_existing=True))
    return Current({str(one.id): one for one in segments}, {one.id: one for one in speakers})


async def apply(session: AsyncSession, transcript: Transcript, wanted: Wanted, current: Current) -> list[str]:
    """Make rows what they shall be. Returns the ids of the segments it is about."""
    await _leave(session, transcript, wanted, current)
    for start, by in wanted.shifts:
        await shift(session, transcript.id, start, by)
    with inside(transcript.workspace_id):
        await _speakers(session, transcript, wanted, current)
        await _segments(session, transcript, wanted, current)
    for fields in wanted.of(TRANSCRIPTS).values():
        for name, value in (fields or {}).items():
            setattr(transcript, name, value)
    await _unused(session, wanted, current)
    return list(wanted.of(SEGMENTS))


async def _leave(session: AsyncSession, transcript: Transcript, wanted: Wanted, current: Current) -> None:
    gone = [current.segments[one] for one, fields in wanted.of(SEGMENTS).items() if not _stays(fields, one, current)]
    recorder = recorder_of(session)
    for segment in gone:
        if recorder is not None:
            recorder.went((SEGMENTS, str(segment.id)), whole_row(segment))
        _count(transcript, segment.text, -1)
        session.expunge(segment)
        del current.segments[str(segment.id)]
    for start in range(0, len(gone), 500):
        ids = [segment.id for segment in gone[start : start + 500]]
        await session.execute(
            delete(Segment)
            .where(Segment.transcript_id == transcript.id, one_of(session, Segment.id, ids))
            .execution_options(synchronize_session=False)
        )


def _stays(fields: Fields | None, number: str, current: Current) -> bool:
    return fields is not None or number not in current.segments


def _count(transcript: Transcript, text: str, sign: int) -> None:
    transcript.word_count = max(0, transcript.word_count + sign * count_words(text))
    transcript.segment_count = max(0, transcript.segment_count + sign)


async def _speakers(session: AsyncSession, transcript: Transcript, wanted: Wanted, current: Current) -> None:
    for number, fields in wanted.of(SPEAKERS).items():
        if fields is None:
            continue
        known = current.speakers.get(number)
        if known is None:
            known = Speaker(id=number, transcript_id=transcript.id)
            current.speakers[number] = known
            session.add(known)
        for name, value in fields.items():
            setattr(known, name, value)
    await session.flush()


async def _segments(session: AsyncSession, transcript: Transcript, wanted: Wanted, current: Current) -> None:
    now = utcnow()
    for number, fields in wanted.of(SEGMENTS).items():
        if fields is None:
            continue
        segment = current.segments.get(number)
        values = {name: column_value(name, value) for name, value in fields.items()}
        version = values.pop("version", 0) + 1
        if values.get("speaker_id") not in current.speakers and "speaker_id" in values:
            values["speaker_id"] = None
        if segment is None:
            row = {"transcript_id": transcript.id, "recording_id": transcript.recording_id, "updated_at": now}
            session.add(Segment(id=int(number), version=version, **row, **values))
            _count(transcript, values["text"], 1)
            continue
        before = segment.text
        for name, value in values.items():
            setattr(segment, name, value)
        if values.keys() - {"segment_index"}:
            segment.version += 1
            segment.updated_at = now
        transcript.word_count += count_words(segment.text) - count_words(before)
    await session.flush()


async def _unused(session: AsyncSession, wanted: Wanted, current: Current) -> None:
    """Let speakers go who shall, unless somebody speaks as them by now."""
    going = [one for one, fields in wanted.of(SPEAKERS).items() if fields is None and one in current.speakers]
    for number in going:
        spoken = select(func.count(Segment.id)).where(Segment.speaker_id == number)
        if not await session.scalar(spoken):
            await session.delete(current.speakers[number])
