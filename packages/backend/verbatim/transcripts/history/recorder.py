"""Noting what a transaction does to the rows of a transcript, as the unit of work sees it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import event, inspect
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from verbatim.core.db import WritingSession
from verbatim.transcripts.history.content import (
    KEPT,
    SEGMENTS,
    Content,
    Fields,
    Key,
    RowChange,
    new_row,
    plain_value,
    whole_row,
)
from verbatim.transcripts.models import Segment, Speaker, Transcript

_INFO: Final = "transcript_recorder"
_NOTED: Final = (Segment, Speaker, Transcript)


class UnknownBeforeError(RuntimeError):
    """A column was written that had not been read: what it was before is not known."""


class Recorder:
    """Collects what becomes of the rows of one transcript until the change is written down."""

    def __init__(self, transcript: Transcript) -> None:
        self.transcript_id = transcript.id
        self._words, self._segments = transcript.word_count, transcript.segment_count
        self.content = Content()
        self._new: list[Any] = []

    def changed(self, key: Key, before: Fields, after: Fields) -> None:
        """Note that columns of a row were changed; the columns are the same on both sides."""
        known = self.content.rows.get(key)
        if known is None:
            self.content.rows[key] = RowChange(before, after)
        elif known.after is not None:
            if known.before is not None:
                known.before = {**before, **known.before}
            known.after |= after

    def came(self, key: Key, row: Fields) -> None:
        known = self.content.rows.setdefault(key, RowChange(None, row))
        known.after = row

    def went(self, key: Key, row: Fields) -> None:
        known = self.content.rows.get(key)
        if known is not None and known.before is None:
            del self.content.rows[key]
            return
        before = row if known is None or known.before is None else row | known.before
        self.content.rows[key] = RowChange(before, None)

    def shifted(self, start: int, by: int) -> None:
        """Note that segments from a place on were moved by so many places."""
        self.content.shifts.append((start, by))
        for (table, _), row in self.content.rows.items():
            if table == SEGMENTS and row.before is None and row.after and row.after["segment_index"] >= start:
                row.after["segment_index"] += by

    def finish(self, transcript: Transcript) -> Content:
        """Return what was noted, without what is as it was, and with what was added to the counts."""
        content = self.content
        for key, change in list(content.rows.items()):
            if change.before is not None and change.after is not None:
                same = {name for name in change.before if change.before[name] == change.after.get(name)}
                for name in same:
                    del change.before[name]
                    change.after.pop(name, None)
                if not change.before:
                    del content.rows[key]
        words, segments = transcript.word_count - self._words, transcript.segment_count - self._segments
        content.counts = {"word_count": words, "segment_count": segments}
        return content

    def see(self, session: Session) -> None:
        """Note what is about to be flushed."""
        for row in _of(session.dirty):
            _note_changed(self, row)
        for row in _of(session.deleted):
            self.went(_key(row), whole_row(row))
        self._new = list(_of(session.new))

    def see_new(self) -> None:
        """Note what has been flushed and has its key now."""
        for row in self._new:
            self.came(_key(row), new_row(row))
        self._new = []


def _of(rows: Iterable[Any]) -> Iterable[Any]:
    return [row for row in rows if isinstance(row, _NOTED)]


def _key(row: Any) -> Key:
    return row.__tablename__, str(row.id)


def _note_changed(recorder: Recorder, row: Any) -> None:
    before: Fields = {}
    after: Fields = {}
    state = inspect(row)
    untouched = state.unmodified
    for name in KEPT[row.__tablename__]:
        if name in untouched or name == "version" or not (history := state.attrs[name].history).has_changes():
            continue
        if not history.deleted:
            raise UnknownBeforeError(f"{row.__tablename__}.{name}")
        before[name], after[name] = plain_value(history.deleted[0]), plain_value(history.added[0])
    if before:
        recorder.changed(_key(row), before, after)


def start_recording(session: AsyncSession, transcript: Transcript) -> None:
    """Note from here on what this transaction does to a transcript, which is locked."""
    known: Recorder | None = session.info.get(_INFO)
    if known is None or known.transcript_id != transcript.id:
        session.info[_INFO] = Recorder(transcript)


def recorder_of(session: AsyncSession) -> Recorder | None:
    """Return what notes the changes of this transaction; None before anything was locked."""
    found: Recorder | None = session.info.get(_INFO)
    return found


def stop_recording(session: AsyncSession, transcript: Transcript) -> Recorder | None:
    """Take what was noted of a transcript, and begin anew."""
    found: Recorder | None = session.info.pop(_INFO, None)
    if found is None or found.transcript_id != transcript.id:
        return None
    start_recording(session, transcript)
    return found


def forget_recording(session: AsyncSession) -> None:
    """Note nothing more: what was noted has been undone."""
    session.info.pop(_INFO, None)


def _before_flush(session: Session, _context: Any, _instances: Any) -> None:
    if (recorder := session.info.get(_INFO)) is not None:
        recorder.see(session)


def _after_flush(session: Session, _context: Any) -> None:
    if (recorder := session.info.get(_INFO)) is not None:
        recorder.see_new()


event.listen(WritingSession, "before_flush", _before_flush)
event.listen(WritingSession, "after_flush", _after_flush)
