"""Tables of recordings."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, validates

from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Base
from verbatim.core.ownership import Placed, list_indexes
from verbatim.core.words import folded_of, keep_folded
from verbatim.search.column import search_words_of


class RecordingStatus(StrEnum):
    """untranscribed, until somebody wants a text: pending → processing → completed | failed | cancelled; a retry leads
    back to pending.
    """

    UNTRANSCRIBED = "untranscribed"
    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Recording(Placed, Base):
    """One uploaded file and what became of it. ``transcript_id`` is the transcript people read, ``job_id`` the
    latest transcription job.
    """

    __tablename__ = "recordings"
    __table_args__ = (
        *list_indexes("recordings", "created_at", placed=True),
        *list_indexes("recordings", "title", placed=True),
        *list_indexes("recordings", "duration_seconds", placed=True),
        *list_indexes("recordings", "file_size", placed=True),
        *list_indexes("recordings", "status", "created_at", placed=True),
        Index("ix_recordings_sha256", "sha256"),
        Index("ix_recordings_job_id", "job_id"),
        Index("ix_recordings_storage_location", "storage_location", "id"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    title: Mapped[str] = mapped_column(String(500))
    file_name: Mapped[str] = mapped_column(String(500))
    file_size: Mapped[int] = mapped_column(BigInteger)
    mime_type: Mapped[str] = mapped_column(String(100))
    sha256: Mapped[str] = mapped_column(String(64))
    storage_location: Mapped[str] = mapped_column(String(100), default="local")
    storage_key: Mapped[str] = mapped_column(String(1000))
    duration_seconds: Mapped[float]
    media: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    details: Mapped[dict[str, Any]] = mapped_column("metadata", JSON, default=dict)
    status: Mapped[str] = mapped_column(String(20), default=RecordingStatus.UNTRANSCRIBED)
    language: Mapped[str | None] = mapped_column(String(10))
    job_id: Mapped[str | None] = mapped_column(String(36))
    transcript_id: Mapped[str | None] = mapped_column(String(36))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)
    search_words: Mapped[str | None] = search_words_of("title")
    title_folded: Mapped[str | None] = folded_of("title")
    file_name_folded: Mapped[str | None] = folded_of("file_name")

    @validates("title", "file_name")
    def _index(self, name: str, text: str) -> str:
        if name == "title":
            self.search_words = text
        keep_folded(self, name, text)
        return text


class RecordingCount(Placed, Base):
    """How many recordings an owner has in each workspace and status, kept by triggers so that no list has to count."""

    bookkeeping: ClassVar[bool | frozenset[str]] = True  # follows from the recordings
    is_content: ClassVar[bool] = False
    __tablename__ = "recording_counts"

    owner_key: Mapped[str] = mapped_column(String(36), primary_key=True)
    workspace_key: Mapped[str] = mapped_column(String(36), primary_key=True)
    status: Mapped[str] = mapped_column(String(20), primary_key=True)
    recordings: Mapped[int] = mapped_column(BigInteger)
    bytes: Mapped[int] = mapped_column(BigInteger)
    seconds: Mapped[float]


class Waveform(Placed, Base):
    """The loudness of a recording over time, for the player: peaks between 0 and 1, evenly spaced."""

    __tablename__ = "waveforms"

    recording_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("recordings.id", ondelete="CASCADE"), primary_key=True
    )
    peaks: Mapped[list[float]] = mapped_column(JSON)


class StrayFile(Base):
    """A stored file that no recording points to: one being uploaded, or one whose recording was deleted.

    Files and rows cannot change in one transaction. The row is written before the file appears and removed in the
    transaction that gives the file its recording, so that a crash at any moment leaves a name to clean up.
    ``holder`` is the process that is still working with the file; before ``due_at`` nobody deletes it.
    """

    bookkeeping: ClassVar[bool | frozenset[str]] = True  # a file before its recording is there
    __tablename__ = "stray_files"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    storage_location: Mapped[str] = mapped_column(String(100))
    storage_key: Mapped[str] = mapped_column(Text)
    holder: Mapped[str | None] = mapped_column(String(200))
    due_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
