"""Tables of what became of transcripts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Base
from verbatim.core.ownership import Placed


class TranscriptChange(Placed, Base):
    """One change of a transcript, by whom and why. ``number`` is the transcript's revision after it: from 1, no gaps.

    ``content`` is what the rows were before and after, packed; see `content`. ``shifts`` are the places of segments
    that it moved, ``[[from, by]]``. ``undoes`` is the number of the change that it took back, or, for one made again,
    of what had taken it back; ``undone_by`` the number of the change that took this one back.
    """

    __tablename__ = "transcript_changes"
    __table_args__ = (Index("ix_transcript_changes_number", "transcript_id", "number", unique=True),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    transcript_id: Mapped[str] = mapped_column(String(36), ForeignKey("transcripts.id", ondelete="CASCADE"))
    recording_id: Mapped[str] = mapped_column(String(36))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(40))
    reason: Mapped[str | None] = mapped_column(Text)
    author_id: Mapped[str | None] = mapped_column(String(200))
    author: Mapped[str | None] = mapped_column(String(200))
    segments: Mapped[int] = mapped_column(default=0)
    shifts: Mapped[list[list[int]] | None] = mapped_column(JSON(none_as_null=True))
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True, deferred_raiseload=True)
    undoes: Mapped[int | None]
    undone_by: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(default=utcnow)


class TranscriptVersion(Placed, Base):
    """A name that somebody gave to a transcript as it was after change ``number``."""

    __tablename__ = "transcript_versions"
    __table_args__ = (Index("ix_transcript_versions_transcript_id", "transcript_id", "number"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    transcript_id: Mapped[str] = mapped_column(String(36), ForeignKey("transcripts.id", ondelete="CASCADE"))
    recording_id: Mapped[str] = mapped_column(String(36))
    number: Mapped[int]
    name: Mapped[str] = mapped_column(String(200))
    reason: Mapped[str | None] = mapped_column(Text)
    author: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
