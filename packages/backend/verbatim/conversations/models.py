"""Tables of conversations."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, validates

from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Base
from verbatim.core.ownership import Owned
from verbatim.search.column import search_words_of


class Speaks(StrEnum):
    """Whose turn a message is."""

    USER = "user"
    ASSISTANT = "assistant"


class Conversation(Owned, Base):
    """What one person asks about transcripts. Nobody else sees it, also not in the same team.

    At most one of ``transcript_ids``, ``project_id`` and ``query`` says what it is about; without any it is about
    everything that its writer may read. Which transcripts that are is found out anew for each answer.
    """

    __tablename__ = "conversations"
    __table_args__ = (Index("ix_conversations_person", "owner_id", "person_id", "updated_at", "id"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(String(36))
    title: Mapped[str | None] = mapped_column(String(300))
    transcript_ids: Mapped[list[str]] = mapped_column(JSON, default=list)
    project_id: Mapped[str | None] = mapped_column(String(36))
    query: Mapped[str | None] = mapped_column(String(500))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)
    search_words: Mapped[str | None] = search_words_of("title")

    @validates("title")
    def _index(self, _name: str, title: str | None) -> str | None:
        self.search_words = title
        return title


class ConversationMessage(Owned, Base):
    """A question, or an answer to the one before it.

    ``sentences`` are ``[{section, text, citations: [{segment_id, transcript_id, recording_id, title, quote, start,
    end}], unfound}]``. ``erased``: the answer was taken out because a recording that it was made from is gone.
    ``complete`` is false when somebody stopped the model.
    """

    __tablename__ = "conversation_messages"
    __table_args__ = (UniqueConstraint("conversation_id", "position"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    conversation_id: Mapped[str] = mapped_column(String(36), ForeignKey("conversations.id", ondelete="CASCADE"))
    position: Mapped[int]
    role: Mapped[str] = mapped_column(String(20))
    content: Mapped[str] = mapped_column(Text)
    sentences: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    model: Mapped[str | None] = mapped_column(String(200))
    model_label: Mapped[str | None] = mapped_column(String(300))
    provider: Mapped[str | None] = mapped_column(String(50))
    complete: Mapped[bool] = mapped_column(default=True)
    erased: Mapped[bool] = mapped_column(default=False)
    tokens_in: Mapped[int] = mapped_column(default=0)
    tokens_out: Mapped[int] = mapped_column(default=0)
    cost_micros: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    search_words: Mapped[str | None] = search_words_of("content")

    @validates("content")
    def _index(self, _name: str, content: str) -> str:
        self.search_words = content
        return content


class ConversationSource(Owned, Base):
    """A recording that a model was shown for an answer, itself or by an earlier answer that it was shown: whoever may
    not read all of them may not read the answer, and it goes with the first of them that is deleted.

    No foreign key leads to the recording: what is to be erased has to be found after that is gone.
    """

    __tablename__ = "conversation_sources"
    __table_args__ = (Index("ix_conversation_sources_recording_id", "recording_id"),)

    message_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("conversation_messages.id", ondelete="CASCADE"), primary_key=True
    )
    recording_id: Mapped[str] = mapped_column(String(36), primary_key=True)
