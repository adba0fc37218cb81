"""Transcripts as they were: the engine's text, named versions, every change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from verbatim.transcripts.errors import VersionNotFoundError
from verbatim.transcripts.history.content import SEGMENTS, SPEAKERS, Content, Fields, Key, unpacked, whole_row
from verbatim.transcripts.history.models import TranscriptChange, TranscriptVersion
from verbatim.transcripts.models import Transcript
from verbatim.transcripts.repository import segments_of, speakers_of
from verbatim.transcripts.word_times import retimed

ENGINE: Final = 0
"""The number of the version that an engine made."""

_PLACE: Final = "segment_index"


@dataclass(frozen=True)
class Line:
    """A segment of a version."""

    segment_id: str
    start_time: float
    end_time: float
    speaker: str | None
    text: str


async def list_changes(
    session: AsyncSession, transcript_id: str, *, before: int | None, limit: int
) -> Sequence[TranscriptChange]:
    """Return the changes of a transcript, the newest first; with `before` those with smaller numbers."""
    wanted = select(TranscriptChange).where(TranscriptChange.transcript_id == transcript_id)
    if before is not None:
        wanted = wanted.where(TranscriptChange.number < before)
    return list(await session.scalars(wanted.order_by(TranscriptChange.number.desc()).limit(limit)))


async def list_names(session: AsyncSession, transcript_id: str) -> Sequence[TranscriptVersion]:
    """Return the versions that people gave a name, the newest first."""
    wanted = select(TranscriptVersion).where(TranscriptVersion.transcript_id == transcript_id)
    newest = (TranscriptVersion.number.desc(), TranscriptVersion.created_at.desc(), TranscriptVersion.id)
    return list(await session.scalars(wanted.order_by(*newest)))


async def rows_at(session: AsyncSession, transcript: Transcript, number: int, *, words: bool) -> dict[Key, Fields]:
    """Return every segment and speaker of a transcript as it was after change `number`; 0 is what the engine heard.

    Raises:
        VersionNotFoundError: there is no such change.
    """
    if not 0 <= number <= transcript.revision:
        raise VersionNotFoundError
    rows: dict[Key, Fields] = {}
    for segment in await segments_of(session, transcript.id, words=words):
        rows[SEGMENTS, str(segment.id)] = whole_row(segment, words=words)
    for speaker in await speakers_of(session, transcript.id):
        rows[SPEAKERS, speaker.id] = whole_row(speaker)
    later = (
        select(TranscriptChange)
        .where(TranscriptChange.transcript_id == transcript.id, TranscriptChange.number > number)
        .order_by(TranscriptChange.number.desc())
        .options(undefer(TranscriptChange.content))
    )
    for change in await session.scalars(later):
        _go_back(rows, unpacked(change.content, change.shifts))
    if number == ENGINE:
        rows = {key: _as_heard(row) if key[0] == SEGMENTS else row for key, row in rows.items()}
    return rows


def _go_back(rows: dict[Key, Fields], content: Content) -> None:
    """Make rows what they were before a change: what came leaves, places move back, what went or changed returns."""
    for key, row in content.rows.items():
        if row.before is None:
            rows.pop(key, None)
    for start, by in reversed(content.shifts):
        for (table, _), fields in rows.items():
            if table == SEGMENTS and fields[_PLACE] >= start + by:
                fields[_PLACE] -= by
    for key, row in content.rows.items():
        if row.before is not None and (row.after is None or key in rows):
            rows[key] = {**rows.get(key, {}), **row.before}


def _as_heard(row: Fields) -> Fields:
    """Return a segment with the engine's text, where somebody changed it before changes were written down."""
    heard = row["original_text"]
    if heard is None or heard == row["text"]:
        return row
    known = {**row, "text": heard, "original_text": None, "edited_by": None}
    if "words" in row:
        known["words"] = retimed(row["words"] or [], heard, start=row["start_time"], end=row["end_time"])
    return known


async def lines_at(session: AsyncSession, transcript: Transcript, number: int) -> list[Line]:
    """Return the text of a transcript as it was after change `number`; 0 is what the engine heard.

    Raises:
        VersionNotFoundError: there is no such change.
    """
    rows = await rows_at(session, transcript, number, words=False)
    names = {key[1]: row["speaker_name"] or row["speaker_label"] for key, row in rows.items() if key[0] == SPEAKERS}
    segments = [(row["segment_index"], int(key[1]), row) for key, row in rows.items() if key[0] == SEGMENTS]
    return [
        Line(str(identity), row["start_time"], row["end_time"], names.get(row["speaker_id"]), row["text"])
        for _, identity, row in sorted(segments, key=lambda one: one[:2])
    ]
