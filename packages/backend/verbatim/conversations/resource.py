"""What a conversation is to those who treat all kinds of things alike: its writer's alone, its title and text too."""

from __future__ import annotations

from verbatim.conversations.models import Conversation, ConversationMessage
from verbatim.core.resources import Resource

CONVERSATION = Resource(name="conversation", model=Conversation, private=True, person="person_id")
CONVERSATION_MESSAGE = Resource(
    name="conversation_message", model=ConversationMessage, parent=CONVERSATION, private=True
)
