"""Table of what is in the trash."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Index, String
from sqlalchemy.orm import Mapped, mapped_column, validates

from verbatim.core.clock import utcnow
from verbatim.core.db import Base
from verbatim.core.ownership import Placed
from verbatim.core.words import folded_of, keep_folded


class TrashedItem(Placed, Base):
    """One thing in the trash, by its own id, and where it lay before.

    The thing itself and all that hangs under it lie in the workspace `TRASH`, which nobody sees. This row lies where
    the thing did: who saw that sees this, and where this row is moved to the thing returns to. ``kind`` is what
    resources call it; from ``ends_at`` on it is deleted for ever.
    """

    __tablename__ = "trashed_items"
    __table_args__ = (
        Index("ix_trashed_items_ends_at", "ends_at", "id"),
        Index("ix_trashed_items_owner", "owner_id", "trashed_at", "id"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kind: Mapped[str] = mapped_column(String(50))
    title: Mapped[str] = mapped_column(String(500))
    file_size: Mapped[int] = mapped_column(BigInteger)
    duration_seconds: Mapped[float | None]
    trashed_by: Mapped[str | None] = mapped_column(String(100))
    trashed_by_name: Mapped[str | None] = mapped_column(String(300))
    trashed_at: Mapped[datetime] = mapped_column(default=utcnow)
    ends_at: Mapped[datetime]
    title_folded: Mapped[str | None] = folded_of("title")

    _fold = validates("title")(keep_folded)
