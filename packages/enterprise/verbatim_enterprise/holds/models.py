"""Table of legal holds."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim_enterprise.host import Base, Owned, list_indexes, new_id, utcnow

_STANDING = text("lifted_at IS NULL")
ONE_TARGET = (
    "CASE WHEN recording_id IS NULL THEN 0 ELSE 1 END + CASE WHEN project_id IS NULL THEN 0 ELSE 1 END "
    "+ CASE WHEN document_id IS NULL THEN 0 ELSE 1 END = 1"
)


class Hold(Owned, Base):
    """Somebody's word that a recording, a document, or a project with all that is in it, stays. Several may be on one
    thing.

    It is lifted, never deleted, so that it can be shown later. Its target is named without a foreign key: once it is
    lifted, that may go.
    """

    is_content: ClassVar[bool] = False
    __tablename__ = "holds"
    __table_args__ = (
        *list_indexes("holds", "placed_at"),
        Index("ix_holds_recording_id", "recording_id", sqlite_where=_STANDING, postgresql_where=_STANDING),
        Index("ix_holds_project_id", "project_id", sqlite_where=_STANDING, postgresql_where=_STANDING),
        Index("ix_holds_document_id", "document_id", sqlite_where=_STANDING, postgresql_where=_STANDING),
        Index("ix_holds_placed_by", "placed_by"),
        Index("ix_holds_lifted_by", "lifted_by"),
        CheckConstraint(ONE_TARGET, name="target"),
        CheckConstraint("(lifted_at IS NULL) = (lift_reason IS NULL)", name="lifted"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    recording_id: Mapped[str | None] = mapped_column(String(36))
    project_id: Mapped[str | None] = mapped_column(String(36))
    document_id: Mapped[str | None] = mapped_column(String(36))
    reason: Mapped[str] = mapped_column(String(1000))
    placed_by: Mapped[str | None] = mapped_column(String(36), ForeignKey("users.id", ondelete="SET NULL"))
    placed_by_name: Mapped[str] = mapped_column(String(200))
    placed_at: Mapped[datetime] = mapped_column(default=utcnow)
    lifted_by: Mapped[str | None] = mapped_column(String(36), ForeignKey("users.id", ondelete="SET NULL"))
    lifted_by_name: Mapped[str | None] = mapped_column(String(200))
    lifted_at: Mapped[datetime | None]
    lift_reason: Mapped[str | None] = mapped_column(String(1000))
