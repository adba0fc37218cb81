"""Table of notes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, validates

from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Base
from verbatim.core.ownership import Placed, list_indexes
from verbatim.search.column import search_words_of


class Note(Placed, Base):
    """What somebody wrote about one thing, in Markdown. ``anchor_type`` and ``anchor_data`` say where in it the note
    stands: at a second, on a page. ``revision`` grows with every change, so that nobody overwrites what they have not
    seen.
    """

    __tablename__ = "notes"
    __table_args__ = (
        *list_indexes("notes", "created_at", placed=True),
        Index("ix_notes_recording_id", "recording_id"),
        Index("ix_notes_document_id", "document_id"),
        Index("ix_notes_project_id", "project_id"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    recording_id: Mapped[str | None] = mapped_column(String(36), ForeignKey("recordings.id", ondelete="CASCADE"))
    document_id: Mapped[str | None] = mapped_column(String(36), ForeignKey("documents.id", ondelete="CASCADE"))
    project_id: Mapped[str | None] = mapped_column(String(36), ForeignKey("projects.id", ondelete="CASCADE"))
    content: Mapped[str] = mapped_column(Text)
    anchor_type: Mapped[str] = mapped_column(String(20), default="none")
    anchor_data: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    author: Mapped[str] = mapped_column(String(200))
    revision: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)
    search_words: Mapped[str | None] = search_words_of("content")

    @validates("content")
    def _index(self, _name: str, content: str) -> str:
        self.search_words = content
        return content
