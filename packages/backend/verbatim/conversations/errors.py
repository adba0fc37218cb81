"""What can go wrong in conversations."""

from __future__ import annotations

from verbatim.core.errors import ConflictError, InvalidInputError, NotFoundError


class ConversationNotFoundError(NotFoundError):
    """There is no such conversation."""

    code = "conversation_not_found"


class NothingToReadError(ConflictError):
    """There is no transcript that this conversation is about, or none that you may read."""

    code = "nothing_to_read"


class ConversationFullError(ConflictError):
    """This conversation has become too long; begin a new one."""

    code = "conversation_full"


class AboutError(InvalidInputError):
    """Say what it is about in one way: transcript_ids, recording_ids, project_id or query."""

    code = "conversation_about"
