"""What happens to conversations. No page but their writer's own is told of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from verbatim.conversations.resource import CONVERSATION
from verbatim.core.events import Event
from verbatim.core.resources import Resource


@dataclass(frozen=True, kw_only=True)
class ConversationCreated(Event):
    """Somebody began a conversation about transcripts."""

    event_name: ClassVar[str] = "conversation.created"
    announced: ClassVar[bool] = False
    subject: ClassVar[Resource | None] = CONVERSATION
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class ConversationUpdated(Event):
    """Somebody gave their conversation another title."""

    event_name: ClassVar[str] = "conversation.updated"
    announced: ClassVar[bool] = False
    subject: ClassVar[Resource | None] = CONVERSATION
    conversation_id: str


@dataclass(frozen=True, kw_only=True)
class ConversationAnswered(Event):
    """A model was shown parts of recordings and answered a question; ``recording_ids`` are all that it was shown."""

    event_name: ClassVar[str] = "conversation.answered"
    announced: ClassVar[bool] = False
    subject: ClassVar[Resource | None] = CONVERSATION
    conversation_id: str
    model: str
    recording_ids: list[str]


@dataclass(frozen=True, kw_only=True)
class ConversationDeleted(Event):
    """Somebody deleted their conversation."""

    event_name: ClassVar[str] = "conversation.deleted"
    announced: ClassVar[bool] = False
    subject: ClassVar[Resource | None] = CONVERSATION
    conversation_id: str
