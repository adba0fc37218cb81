"""Tables of tags."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Base
from verbatim.core.ownership import Owned, Placed

_NO_OWNER = text("owner_id IS NULL")


class Tag(Owned, Base):
    """A label. ``name_key`` is the name case-folded: names are unique per owner, however they are written."""

    __tablename__ = "tags"
    __table_args__ = (
        Index("uq_tags_owner_name", "owner_id", "name_key", unique=True),
        # NULLs are distinct to a unique index, so single-user mode needs one of its own.
        Index("uq_tags_name", "name_key", unique=True, sqlite_where=_NO_OWNER, postgresql_where=_NO_OWNER),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(100))
    name_key: Mapped[str] = mapped_column(String(200))
    color: Mapped[str | None] = mapped_column(String(20))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)


class RecordingTag(Placed, Base):
    """A tag on a recording."""

    __tablename__ = "recording_tags"
    __table_args__ = (Index("ix_recording_tags_tag_id", "tag_id"),)

    recording_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("recordings.id", ondelete="CASCADE"), primary_key=True
    )
    tag_id: Mapped[str] = mapped_column(String(36), ForeignKey("tags.id", ondelete="CASCADE"), primary_key=True)
