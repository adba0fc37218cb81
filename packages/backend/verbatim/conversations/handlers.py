"""What was made from a recording goes with it, in whoever's conversation it stands."""

from __future__ import annotations

from sqlalchemy import delete, select, update

from verbatim.conversations.models import ConversationMessage, ConversationSource
from verbatim.core.events import current_session


async def recording_deleted(recording_id: str) -> None:
    """Take the words out of every answer for which a model was shown the recording."""
    session = current_session()
    made = select(ConversationSource.message_id).where(ConversationSource.recording_id == recording_id)
    ids = list(await session.scalars(made))
    if not ids:
        return
    emptied = update(ConversationMessage).where(ConversationMessage.id.in_(ids))
    emptied = emptied.values(content="", search_words="", sentences=[], erased=True)
    await session.execute(emptied.execution_options(synchronize_session=False))
    gone = delete(ConversationSource).where(ConversationSource.message_id.in_(ids))
    await session.execute(gone.execution_options(synchronize_session=False))
