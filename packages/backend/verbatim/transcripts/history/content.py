"""What a change did to the rows of a transcript: a value that is stored, taken back and made again.

Of each row it holds what changed, before and after; of a row that came or went all of it, and null on the other side.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from verbatim.transcripts.models import Segment, Speaker, Transcript

Fields = dict[str, Any]
Key = tuple[str, str]
"""The table of a row and its id."""

SEGMENTS: Final = Segment.__tablename__
SPEAKERS: Final = Speaker.__tablename__
TRANSCRIPTS: Final = Transcript.__tablename__

KEPT: Final[dict[str, tuple[str, ...]]] = {
    SEGMENTS: (
        *("speaker_id", "segment_index", "start_time", "end_time", "text", "original_text", "confidence", "words"),
        *("doubt", "folded", "decision", "speaker_confidence", "edited_by", "checked_by", "created_at", "version"),
    ),
    # What somebody sounds like is not kept: it has to be gone when it is deleted.
    SPEAKERS: ("speaker_label", "speaker_name", "color"),
    TRANSCRIPTS: ("not_understood",),
}
"""The columns that are taken back. A segment's version is kept of whole rows only, to grow when they come back."""


@dataclass
class RowChange:
    """One row before and after."""

    before: Fields | None
    after: Fields | None


@dataclass
class Content:
    """What a change did. ``counts`` is what it added to the transcript's numbers of words and segments."""

    rows: dict[Key, RowChange] = field(default_factory=dict)
    shifts: list[tuple[int, int]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def segment_ids(self) -> list[str]:
        return [number for table, number in self.rows if table == SEGMENTS]

    def packed(self) -> bytes:
        """Return it as it is stored."""
        rows = [[*key, change.before, change.after] for key, change in self.rows.items()]
        said = json.dumps({"rows": rows, "counts": self.counts}, ensure_ascii=False, separators=(",", ":"))
        return zlib.compress(said.encode(), 1)


def unpacked(stored: bytes, shifts: list[list[int]] | None) -> Content:
    """Return what `Content.packed` made."""
    said = json.loads(zlib.decompress(stored))
    rows = {(table, number): RowChange(before, after) for table, number, before, after in said["rows"]}
    return Content(rows, [(start, by) for start, by in shifts or ()], said["counts"])


def plain_value(value: Any) -> Any:
    """Return a column's value as JSON holds it."""
    return value.isoformat() if isinstance(value, datetime) else value


def column_value(name: str, value: Any) -> Any:
    """Return what `plain_value` made."""
    return datetime.fromisoformat(value) if name == "created_at" and value is not None else value


def whole_row(row: Any, *, words: bool = True) -> Fields:
    """Return all of a row that is kept, or all but the words.

    Raises:
        KeyError: a column of it has not been read.
    """
    kept = KEPT[row.__tablename__]
    return {name: plain_value(row.__dict__[name]) for name in kept if words or name != "words"}


def new_row(row: Any) -> Fields:
    """Return all of a row that has just been inserted; what nobody gave it a value for is null."""
    return {name: plain_value(row.__dict__.get(name)) for name in KEPT[row.__tablename__]}


def moved(place: int, shifts: list[tuple[int, int]]) -> int:
    """Return where a place is after others have come or gone before it."""
    for start, by in shifts:
        if place >= start:
            place += by
    return place
