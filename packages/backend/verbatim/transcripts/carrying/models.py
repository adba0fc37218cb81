"""The table of corrections that were carried over to another transcript, or wait for somebody."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Base
from verbatim.core.ownership import Placed


class CarriedCorrection(Placed, Base):
    """A correction of an earlier transcript, ``from_id``, and what became of it in this one; see `corrections`.

    ``state`` is ``carried``, ``open``, ``mine`` or ``new``; ``change_number`` the change of this transcript that put it
    in, and ``decided_by`` who decided. ``number`` is its place among them, by time.
    """

    __tablename__ = "carried_corrections"
    __table_args__ = (Index("ix_carried_corrections_transcript_id", "transcript_id", "number"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    transcript_id: Mapped[str] = mapped_column(String(36), ForeignKey("transcripts.id", ondelete="CASCADE"))
    recording_id: Mapped[str] = mapped_column(String(36))
    from_id: Mapped[str] = mapped_column(String(36))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(10))
    start_time: Mapped[float]
    end_time: Mapped[float]
    heard: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    before: Mapped[str] = mapped_column(Text)
    after: Mapped[str] = mapped_column(Text)
    author: Mapped[str | None] = mapped_column(String(200))
    change_number: Mapped[int | None]
    decided_by: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    decided_at: Mapped[datetime | None]
