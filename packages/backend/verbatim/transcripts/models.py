"""Tables of transcripts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, false, literal_column, text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Base, BigKey
from verbatim.core.ownership import Placed
from verbatim.search.column import search_words_of


class Transcript(Placed, Base):
    """What one engine heard in one recording. ``job_id`` is unique: a job can leave one transcript behind, not two.

    ``revision`` is how many changes people have made, see `history`.
    ``corrections`` is how many corrections of the one before were carried over to it or listed, see `carrying`.
    ``not_understood`` are the stretches in which somebody speaks and there is no text, ``[{start, end, tries}]``; null
    where nobody listened for voices.
    """

    __tablename__ = "transcripts"
    __table_args__ = (Index("ix_transcripts_recording_id", "recording_id", "created_at"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    recording_id: Mapped[str] = mapped_column(String(36), ForeignKey("recordings.id", ondelete="CASCADE"))
    job_id: Mapped[str | None] = mapped_column(String(36), unique=True)
    language: Mapped[str | None] = mapped_column(String(10))
    language_probability: Mapped[float | None]
    engine: Mapped[str] = mapped_column(String(50))
    engine_reason: Mapped[str] = mapped_column(Text, default="")
    model_used: Mapped[str | None] = mapped_column(String(200))
    confidence_avg: Mapped[float | None]
    word_count: Mapped[int] = mapped_column(default=0)
    segment_count: Mapped[int] = mapped_column(default=0)
    revision: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    corrections: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    not_understood: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    diarizer: Mapped[str | None] = mapped_column(String(50))
    diarization_note: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)
    recording: Mapped[Any] = relationship("Recording", viewonly=True, lazy="raise_on_sql")
    """Its title and workspace, where a transcript was locked."""


class Speaker(Placed, Base):
    """Somebody heard in a transcript. ``speaker_label`` is the engine's name, ``speaker_name`` the one people gave;
    ``voice`` what they sound like, as a diarizer measured it.
    """

    __tablename__ = "speakers"
    __table_args__ = (UniqueConstraint("transcript_id", "speaker_label"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    transcript_id: Mapped[str] = mapped_column(String(36), ForeignKey("transcripts.id", ondelete="CASCADE"))
    speaker_label: Mapped[str] = mapped_column(String(200))
    speaker_name: Mapped[str | None] = mapped_column(String(200))
    color: Mapped[str | None] = mapped_column(String(20))
    voice: Mapped[dict[str, Any] | None] = mapped_column(
        JSON(none_as_null=True), deferred=True, deferred_raiseload=True
    )
    voice_profile_id: Mapped[str | None] = mapped_column(String(36), index=True)


class Segment(Placed, Base):
    """A piece of a transcript of up to about 30 seconds. Its key counts, because the SQLite text index needs a
    number that never changes. ``version`` grows with every edit; ``words`` is ``[{text, start, end, confidence}]``,
    see `word_times`. ``checked_by`` is who found the text to be right.
    ``speaker_confidence`` is how sure a diarizer is of the speaker; null where it said nothing, or a person did.

    ``doubt`` says why the text looks like an engine's invention, ``folded`` that it is shown only when asked for, and
    ``decision`` what somebody made of it: ``keep``, ``drop`` or nothing yet.
    """

    __tablename__ = "segments"
    __table_args__ = (
        Index("ix_segments_transcript_id", "transcript_id", "segment_index"),
        Index("ix_segments_speaker_id", "speaker_id"),
        Index(
            "ix_segments_without_words",
            "id",
            postgresql_where=literal_column("search_words IS NULL"),
            sqlite_where=literal_column("search_words IS NULL"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    transcript_id: Mapped[str] = mapped_column(String(36), ForeignKey("transcripts.id", ondelete="CASCADE"))
    recording_id: Mapped[str] = mapped_column(String(36))
    speaker_id: Mapped[str | None] = mapped_column(String(36), ForeignKey("speakers.id", ondelete="SET NULL"))
    segment_index: Mapped[int]
    start_time: Mapped[float]
    end_time: Mapped[float]
    text: Mapped[str] = mapped_column(Text)
    original_text: Mapped[str | None] = mapped_column(Text)
    confidence: Mapped[float | None]
    words: Mapped[list[dict[str, Any]] | None] = mapped_column(
        JSON(none_as_null=True), deferred=True, deferred_raiseload=True
    )
    doubt: Mapped[str | None] = mapped_column(String(20))
    folded: Mapped[bool] = mapped_column(default=False, server_default=false())
    decision: Mapped[str | None] = mapped_column(String(10))
    speaker_confidence: Mapped[float | None]
    edited_by: Mapped[str | None] = mapped_column(String(200))
    checked_by: Mapped[str | None] = mapped_column(String(200))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)
    search_words: Mapped[str | None] = search_words_of("text")

    @validates("text")
    def _index(self, _name: str, text: str) -> str:
        self.search_words = text
        return text


class EngineOutput(Placed, Base):
    """What an engine said in one attempt, before anything was made of it: packed JSON. A failed one has an ``error``
    and no transcript.
    """

    __tablename__ = "engine_outputs"
    __table_args__ = (Index("ix_engine_outputs_recording_id", "recording_id", "created_at"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    recording_id: Mapped[str] = mapped_column(String(36), ForeignKey("recordings.id", ondelete="CASCADE"))
    job_id: Mapped[str] = mapped_column(String(36))
    transcript_id: Mapped[str | None] = mapped_column(String(36))
    engine: Mapped[str | None] = mapped_column(String(50))
    model_used: Mapped[str | None] = mapped_column(String(200))
    error: Mapped[str | None] = mapped_column(Text)
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True, deferred_raiseload=True)
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
