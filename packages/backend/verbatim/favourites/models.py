"""Table of stars."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Base
from verbatim.core.ownership import Owned


class Favourite(Owned, Base):
    """A person's star on one thing: a recording, a document or a project. It is theirs alone.

    It does not lie in a workspace: whoever may no longer see the thing finds no star either, and finds it again when
    they may, or when the thing comes back from the trash.
    """

    is_content: ClassVar[bool] = False
    __tablename__ = "favourites"
    __table_args__ = (
        Index("uq_favourites_recording", "person_id", "recording_id", unique=True),
        Index("uq_favourites_document", "person_id", "document_id", unique=True),
        Index("uq_favourites_project", "person_id", "project_id", unique=True),
        # What a thing's deletion takes along is found by these.
        Index("ix_favourites_recording_id", "recording_id"),
        Index("ix_favourites_document_id", "document_id"),
        Index("ix_favourites_project_id", "project_id"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(String(100))
    recording_id: Mapped[str | None] = mapped_column(String(36), ForeignKey("recordings.id", ondelete="CASCADE"))
    document_id: Mapped[str | None] = mapped_column(String(36), ForeignKey("documents.id", ondelete="CASCADE"))
    project_id: Mapped[str | None] = mapped_column(String(36), ForeignKey("projects.id", ondelete="CASCADE"))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
