"""The table of what models made of transcripts."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Base
from verbatim.core.ownership import Owned, Placed, list_indexes

_NO_OWNER = text("owner_id IS NULL")


class ResultKind(StrEnum):
    """What was asked for."""

    SUMMARY = "summary"
    ANALYSIS = "analysis"
    ANSWER = "answer"


class AiResult(Placed, Base):
    """A version of a summary, an analysis or an answer. It is never changed: asking again makes the next version.

    ``sentences`` are ``[{section, text, citations: [{segment_id, quote, start, end}], unfound}]``: ``quote`` are words
    of that segment, and ``unfound`` says that something is quoted that nobody said. ``transcript_updated_at`` is how
    the transcript was when it was read; ``complete`` is false when somebody stopped the model.
    """

    __tablename__ = "ai_results"
    __table_args__ = (
        UniqueConstraint("transcript_id", "kind", "version"),
        Index("ix_ai_results_recording_id", "recording_id"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    transcript_id: Mapped[str] = mapped_column(String(36), ForeignKey("transcripts.id", ondelete="CASCADE"))
    recording_id: Mapped[str] = mapped_column(String(36))
    kind: Mapped[str] = mapped_column(String(20))
    version: Mapped[int]
    question: Mapped[str | None] = mapped_column(Text)
    sentences: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    model: Mapped[str] = mapped_column(String(200))
    model_label: Mapped[str] = mapped_column(String(300))
    provider: Mapped[str] = mapped_column(String(50))
    is_language_model: Mapped[bool]
    complete: Mapped[bool]
    tokens_in: Mapped[int]
    tokens_out: Mapped[int]
    cost_micros: Mapped[int | None] = mapped_column(BigInteger)
    transcript_updated_at: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)


class AiPreferences(Owned, Base):
    """What an owner chose: whether every new transcript is summarised by itself, and by which model; at most one row
    each.
    """

    __tablename__ = "ai_preferences"
    __table_args__ = (
        Index("uq_ai_preferences_owner", "owner_id", "kind", unique=True),
        # NULLs are distinct to a unique index, so single-user mode needs one of its own.
        Index("uq_ai_preferences_kind", "kind", unique=True, sqlite_where=_NO_OWNER, postgresql_where=_NO_OWNER),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    kind: Mapped[str] = mapped_column(String(20), default="all")
    summarize: Mapped[bool] = mapped_column(default=False)
    model: Mapped[str | None] = mapped_column(String(200))
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)


class AiPrompt(Owned, Base):
    """A question that an owner asks again and again; ``text`` holds variables such as ``{title}``."""

    __tablename__ = "ai_prompts"
    __table_args__ = (*list_indexes("ai_prompts", "name"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(100))
    text: Mapped[str] = mapped_column(Text)
    created_by: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)


class AutomaticSummary(Placed, Base):
    """A transcript that waits to be summarised by itself, or could not be: ``detail`` says why. Gone once it is."""

    __tablename__ = "automatic_summaries"

    transcript_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("transcripts.id", ondelete="CASCADE"), primary_key=True
    )
    state: Mapped[str] = mapped_column(String(20))
    detail: Mapped[str | None] = mapped_column(String(500))
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)
