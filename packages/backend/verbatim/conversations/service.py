"""Beginning, naming and deleting conversations."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.conversations.errors import NothingToReadError
from verbatim.conversations.events import ConversationCreated, ConversationDeleted, ConversationUpdated
from verbatim.conversations.models import Conversation
from verbatim.conversations.resource import CONVERSATION
from verbatim.conversations.schemas import ConversationCreate
from verbatim.core.clock import utcnow
from verbatim.core.events import emit
from verbatim.core.guards import refuse_made_from_kept
from verbatim.projects.service import get_project
from verbatim.recordings.repository import get_recording
from verbatim.transcripts.repository import get_transcript


async def create_conversation(session: AsyncSession, body: ConversationCreate, person_id: str) -> Conversation:
    """Begin a conversation.

    Raises:
        TranscriptNotFoundError, RecordingNotFoundError, ProjectNotFoundError: what it is to be about does not exist, or
            is somebody else's.
        NothingToReadError: none of the recordings has a transcript.
    """
    for transcript_id in dict.fromkeys(body.transcript_ids):
        await get_transcript(session, transcript_id)
    if body.project_id is not None:
        await get_project(session, body.project_id)
    ids = list(dict.fromkeys(body.transcript_ids)) or await _transcripts(session, body.recording_ids)
    row = Conversation(
        person_id=person_id, title=body.title, transcript_ids=ids, project_id=body.project_id, query=body.query
    )
    session.add(row)
    await session.flush()
    await emit(session, ConversationCreated(conversation_id=row.id))
    return row


async def _transcripts(session: AsyncSession, recording_ids: Sequence[str]) -> list[str]:
    """Return the transcripts of recordings; one that has none yet is left out."""
    recordings = [await get_recording(session, one) for one in dict.fromkeys(recording_ids)]
    found = [one.transcript_id for one in recordings if one.transcript_id is not None]
    if recordings and not found:
        raise NothingToReadError
    return found


async def rename_conversation(session: AsyncSession, row: Conversation, title: str) -> None:
    """Give it another title."""
    row.title, row.updated_at = title, utcnow()
    await session.flush()
    await emit(session, ConversationUpdated(conversation_id=row.id))


async def delete_conversation(session: AsyncSession, row: Conversation) -> None:
    """Delete it with all its messages.

    Raises:
        VerbatimError: somebody insists that a recording stays, and so what was made from it.
    """
    conversation_id = row.id
    await refuse_made_from_kept(session, CONVERSATION, Conversation.id == conversation_id)
    await session.delete(row)
    await session.flush()
    await emit(session, ConversationDeleted(conversation_id=conversation_id))
