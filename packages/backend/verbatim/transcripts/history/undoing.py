"""Undo and redo: somebody's last change is taken back by a change of its own, and so on; nothing is forgotten by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from verbatim.transcripts.errors import ChangedSinceError, NothingToRedoError, NothingToUndoError
from verbatim.transcripts.history.applying import Current, Wanted, apply, read_current
from verbatim.transcripts.history.content import (
    SEGMENTS,
    TRANSCRIPTS,
    Content,
    Fields,
    Key,
    RowChange,
    moved,
    plain_value,
    unpacked,
)
from verbatim.transcripts.history.models import TranscriptChange
from verbatim.transcripts.models import Transcript
from verbatim.transcripts.repository import segment_response
from verbatim.transcripts.service import Because, note_because

UNDO: Final = "undo"
REDO: Final = "redo"

_IN_PASSING: Final = frozenset({"segment_index", "version", "checked_by"})
"""What others alter without a change of what is said, which is no reason not to take one's own change back."""


@dataclass(frozen=True)
class Possible:
    """The change that would be taken back next, and the one that would be made again; None where there is none."""

    undo: TranscriptChange | None
    redo: TranscriptChange | None


async def what_is_possible(session: AsyncSession, transcript_id: str, author_id: str | None) -> Possible:
    """Return what somebody can take back, and make again: their own changes only."""
    mine = [TranscriptChange.transcript_id == transcript_id, TranscriptChange.author_id == author_id]
    original = TranscriptChange.undoes.is_(None)
    last = await session.scalar(_last(*mine, original, TranscriptChange.undone_by.is_(None)))
    newest = select(func.max(TranscriptChange.number)).where(*mine, original)
    undone = _last(
        *mine,
        TranscriptChange.kind == UNDO,
        TranscriptChange.undone_by.is_(None),
        TranscriptChange.number > func.coalesce(newest.scalar_subquery(), 0),
    )
    return Possible(last, await session.scalar(undone))


def _last(*conditions: ColumnElement[bool]) -> Select[TranscriptChange]:
    wanted = select(TranscriptChange).where(*conditions).order_by(TranscriptChange.number.desc()).limit(1)
    return wanted.options(undefer(TranscriptChange.content))


async def undo(session: AsyncSession, transcript: Transcript, author_id: str | None) -> list[str]:
    """Take back somebody's last change. Returns the ids of the segments it was about.

    Raises:
        NothingToUndoError: they have made none, or all are taken back.
        ChangedSinceError: somebody has changed the same since.
    """
    target = (await what_is_possible(session, transcript.id, author_id)).undo
    if target is None:
        raise NothingToUndoError
    segments = await _take_back(session, transcript, target, UNDO)
    target.undone_by = transcript.revision
    return segments


async def redo(session: AsyncSession, transcript: Transcript, author_id: str | None) -> list[str]:
    """Make somebody's change again that they took back last. Returns the ids of the segments it is about.

    Raises:
        NothingToRedoError: they have taken none back, or have changed something since.
        ChangedSinceError: somebody has changed the same since.
    """
    target = (await what_is_possible(session, transcript.id, author_id)).redo
    if target is None:
        raise NothingToRedoError
    segments = await _take_back(session, transcript, target, REDO)
    target.undone_by = transcript.revision
    original = await session.scalar(
        select(TranscriptChange).where(
            TranscriptChange.transcript_id == transcript.id, TranscriptChange.number == target.undoes
        )
    )
    if original is not None:
        original.undone_by = None
    return segments


async def _take_back(session: AsyncSession, transcript: Transcript, target: TranscriptChange, kind: str) -> list[str]:
    content = unpacked(target.content, target.shifts)
    current = await read_current(session, transcript, content.rows)
    for key, change in content.rows.items():
        _check(transcript, key, change, current)
    since = await shifts_since(session, transcript.id, target.number)
    wanted = _reversed(content, since, current)
    segment_ids = await apply(session, transcript, wanted, current)
    because = Because(undoes=target.number)
    await note_because(session, transcript, kind, because, segment_ids=segment_ids, change_number=target.number)
    return segment_ids


def _check(transcript: Transcript, key: Key, change: RowChange, current: Current) -> None:
    """Refuse when a row is not what the change had made of it.

    Raises:
        ChangedSinceError: with the segment as it is now.
    """
    row: Any = transcript if key[0] == TRANSCRIPTS else current.row(key)
    if row is None:
        if change.after is not None:
            raise ChangedSinceError
        return
    if change.after is None or _differs(row, change.after):
        extra: dict[str, Any] = {}
        if key[0] == SEGMENTS:
            speaker = current.speakers.get(row.speaker_id)
            extra = {"current": segment_response(row, speaker, words=True)}
        raise ChangedSinceError(extra=extra)


def _differs(row: Any, after: Fields) -> bool:
    return any(plain_value(getattr(row, name)) != after[name] for name in after.keys() - _IN_PASSING)


def _reversed(content: Content, since: list[tuple[int, int]], current: Current) -> Wanted:
    """Return what takes a change back. Places are those of now: others may have come or gone since."""
    rows: dict[Key, Fields | None] = {}
    inserted: dict[int, int] = {}
    for key, change in content.rows.items():
        fields = change.before
        if fields is not None and "segment_index" in fields:
            fields = {**fields, "segment_index": moved(fields["segment_index"], since)}
        rows[key] = fields
        if change.before is None and change.after is not None and key[0] == SEGMENTS:
            inserted[change.after["segment_index"]] = current.segments[key[1]].segment_index
    shifts = []
    for start, by in reversed(content.shifts):
        place = min(start, start + by)
        place = inserted.get(place, moved(place, since)) if by > 0 else moved(place, since)
        shifts.append((place + max(by, 0), -by))
    return Wanted(rows, shifts)


async def shifts_since(session: AsyncSession, transcript_id: str, number: int) -> list[tuple[int, int]]:
    """Return where segments were moved by later changes, in order."""
    rows = await session.scalars(
        select(TranscriptChange.shifts)
        .where(
            TranscriptChange.transcript_id == transcript_id,
            TranscriptChange.number > number,
            TranscriptChange.shifts.is_not(None),
        )
        .order_by(TranscriptChange.number)
    )
    return [(start, by) for shifts in rows for start, by in shifts or ()]
