"""Tables of projects."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, validates

from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Base
from verbatim.core.ownership import Placed, list_indexes
from verbatim.core.words import folded_of, keep_folded


class Project(Placed, Base):
    """A named collection of recordings. ``transcription`` are choices for transcribing them."""

    __tablename__ = "projects"
    __table_args__ = (*list_indexes("projects", "updated_at", placed=True),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(200))
    description: Mapped[str | None] = mapped_column(Text)
    details: Mapped[dict[str, Any]] = mapped_column("metadata", JSON, default=dict)
    transcription: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)
    name_folded: Mapped[str | None] = folded_of("name")

    _fold = validates("name")(keep_folded)


class ProjectRecording(Placed, Base):
    """A recording's place in a project; it may be in several."""

    __tablename__ = "project_recordings"
    __table_args__ = (Index("ix_project_recordings_recording_id", "recording_id"),)

    project_id: Mapped[str] = mapped_column(String(36), ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True)
    recording_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("recordings.id", ondelete="CASCADE"), primary_key=True
    )
