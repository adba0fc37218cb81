"""What the conversations feature contributes."""

from __future__ import annotations

from verbatim.conversations.handlers import recording_deleted
from verbatim.conversations.models import Conversation, ConversationMessage, ConversationSource
from verbatim.conversations.resource import CONVERSATION, CONVERSATION_MESSAGE
from verbatim.conversations.routes import router
from verbatim.plugins.feature import Feature

feature = Feature(
    name="conversations",
    routers={"/api/conversations": router},
    models=(Conversation, ConversationMessage, ConversationSource),
    resources=(CONVERSATION, CONVERSATION_MESSAGE),
    on={"recording.deleted": recording_deleted},
)
