"""Tables of transcription."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Base
from verbatim.core.ownership import Owned

_NO_OWNER = text("owner_id IS NULL")


class TranscriptionDefaults(Owned, Base):
    """An owner's choices for transcriptions for which nothing else was chosen; at most one row each."""

    __tablename__ = "transcription_defaults"
    __table_args__ = (
        Index("uq_transcription_defaults_owner", "owner_id", "kind", unique=True),
        # NULLs are distinct to a unique index, so single-user mode needs one of its own.
        Index(
            "uq_transcription_defaults_kind", "kind", unique=True, sqlite_where=_NO_OWNER, postgresql_where=_NO_OWNER
        ),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    kind: Mapped[str] = mapped_column(String(20), default="all")
    options: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)
