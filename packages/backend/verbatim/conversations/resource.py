"""What a conversation is to those who treat all kinds of things alike: its writer's alone, its title and text too."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, select

from verbatim.conversations.models import Conversation, ConversationMessage, ConversationSource
from verbatim.core.resources import Resource
from verbatim.recordings.models import Recording


def _recordings(rows: ColumnElement[bool]) -> tuple[type[Any], ColumnElement[bool]]:
    """Return the recordings from which the answers in conversations were made."""
    answers = select(ConversationMessage.id).join(Conversation, Conversation.id == ConversationMessage.conversation_id)
    made = select(ConversationSource.recording_id).where(ConversationSource.message_id.in_(answers.where(rows)))
    return Recording, Recording.id.in_(made)


CONVERSATION = Resource(
    name="conversation", model=Conversation, private=True, person="person_id", made_from=_recordings
)
CONVERSATION_MESSAGE = Resource(
    name="conversation_message", model=ConversationMessage, parent=CONVERSATION, private=True
)
