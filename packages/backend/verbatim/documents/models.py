"""Tables of documents."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, validates

from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Base, BigKey
from verbatim.core.ownership import Placed, list_indexes
from verbatim.core.words import folded_of, keep_folded
from verbatim.search.column import search_words_of


class DocumentStatus(StrEnum):
    """queued → processing → completed | failed; reading it again leads back to queued."""

    QUEUED = "queued"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"


class Document(Placed, Base):
    """One uploaded document and what became of it. ``kind`` is what its bytes are, whatever its name says; ``error``
    why its text could not be read, in a sentence. ``note`` says what of it could not, though the rest was.
    """

    __tablename__ = "documents"
    __table_args__ = (
        *list_indexes("documents", "created_at", placed=True),
        *list_indexes("documents", "title", placed=True),
        *list_indexes("documents", "file_size", placed=True),
        Index("ix_documents_sha256", "sha256"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    title: Mapped[str] = mapped_column(String(500))
    file_name: Mapped[str] = mapped_column(String(500))
    file_size: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(20))
    mime_type: Mapped[str] = mapped_column(String(100))
    sha256: Mapped[str] = mapped_column(String(64))
    storage_location: Mapped[str] = mapped_column(String(100), default="local")
    storage_key: Mapped[str] = mapped_column(String(1000))
    details: Mapped[dict[str, Any]] = mapped_column("metadata", JSON, default=dict)
    status: Mapped[str] = mapped_column(String(20), default=DocumentStatus.QUEUED)
    error: Mapped[str | None] = mapped_column(Text)
    error_code: Mapped[str | None] = mapped_column(String(100))
    note: Mapped[str | None] = mapped_column(Text)
    page_count: Mapped[int | None]
    job_id: Mapped[str | None] = mapped_column(String(36))
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


class DocumentPassage(Placed, Base):
    """A piece of a document's text and where it stands: a page, a slide, a row of a sheet or a paragraph. What a kind
    of document does not have is null; all count from 1. ``confidence`` (0 to 1) is set where OCR has read the text.

    It follows from the file, from which it can be read again. Its key counts for the text index of SQLite.
    """

    __tablename__ = "document_passages"
    __table_args__ = (
        Index("ix_document_passages_document_id", "document_id", "position"),
        Index("ix_document_passages_page", "document_id", "page"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    document_id: Mapped[str] = mapped_column(String(36), ForeignKey("documents.id", ondelete="CASCADE"))
    position: Mapped[int]
    page: Mapped[int | None]
    sheet: Mapped[str | None] = mapped_column(String(200))
    row: Mapped[int | None]
    paragraph: Mapped[int | None]
    confidence: Mapped[float | None]
    text: Mapped[str] = mapped_column(Text)
    search_words: Mapped[str | None] = search_words_of("text")


class ProjectDocument(Placed, Base):
    """A document's place in a project; it may be in several."""

    __tablename__ = "project_documents"
    __table_args__ = (Index("ix_project_documents_document_id", "document_id"),)

    project_id: Mapped[str] = mapped_column(String(36), ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True)
    document_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True
    )


class DocumentTag(Placed, Base):
    """A tag on a document."""

    __tablename__ = "document_tags"
    __table_args__ = (Index("ix_document_tags_tag_id", "tag_id"),)

    document_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True
    )
    tag_id: Mapped[str] = mapped_column(String(36), ForeignKey("tags.id", ondelete="CASCADE"), primary_key=True)
