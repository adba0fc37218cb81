"""Reading conversations: only the caller's own, and of answers only those whose recordings they may still read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.ai.repository import sentence_response
from verbatim.conversations.errors import ConversationNotFoundError
from verbatim.conversations.models import Conversation, ConversationMessage, ConversationSource, Speaks
from verbatim.conversations.schemas import (
    ChatCitation,
    ChatSentence,
    ConversationDetailResponse,
    ConversationListItem,
    ConversationMessageResponse,
)
from verbatim.core.db import one_of
from verbatim.recordings.models import Recording
from verbatim.transcripts.models import Segment

SHOWN: Final = 200
"""Messages that a conversation is shown with, the last ones."""
_ALL: Final = 2_000
"""More than a conversation can have."""
_PREVIEW: Final = 200
_FIELDS: Final = frozenset(ConversationMessageResponse.model_fields) - {"sentences", "withheld", "content"}


async def get_conversation(
    session: AsyncSession, conversation_id: str, person_id: str, *, lock: bool = False
) -> Conversation:
    """Return a conversation of somebody's own.

    Raises:
        ConversationNotFoundError: it does not exist, or is somebody else's.
    """
    wanted = select(Conversation).where(Conversation.id == conversation_id, Conversation.person_id == person_id)
    found: Conversation | None = await session.scalar(wanted.with_for_update() if lock else wanted)
    if found is None:
        raise ConversationNotFoundError
    return found


async def list_conversations(
    session: AsyncSession, person_id: str, *, skip: int, limit: int
) -> tuple[list[ConversationListItem], int]:
    """Return somebody's conversations, the last used first, and how many there are."""
    mine = Conversation.person_id == person_id
    total = await session.scalar(select(func.count(Conversation.id)).where(mine)) or 0
    order = select(Conversation).where(mine).order_by(Conversation.updated_at.desc(), Conversation.id.desc())
    rows = list(await session.scalars(order.offset(skip).limit(limit)))
    return await list_items(session, rows), total


async def list_items(session: AsyncSession, rows: Sequence[Conversation]) -> list[ConversationListItem]:
    """Return conversations as lists show them."""
    ids = [one.id for one in rows]
    inside = one_of(session, ConversationMessage.conversation_id, ids)
    counted = select(ConversationMessage.conversation_id, func.count()).where(inside)
    counts = dict(iter(await session.execute(counted.group_by(ConversationMessage.conversation_id))))
    asked = (inside, ConversationMessage.role == Speaks.USER)
    last = select(ConversationMessage.conversation_id.label("of"), func.max(ConversationMessage.position).label("at"))
    newest = last.where(*asked).group_by(ConversationMessage.conversation_id).subquery()
    wanted = select(ConversationMessage.conversation_id, ConversationMessage.content).join(
        newest,
        (newest.c.of == ConversationMessage.conversation_id) & (newest.c.at == ConversationMessage.position),
    )
    previews = {row[0]: row[1][:_PREVIEW] for row in await session.execute(wanted)}
    return [_item(one, counts.get(one.id, 0), previews.get(one.id)) for one in rows]


def _item(row: Conversation, count: int, preview: str | None) -> ConversationListItem:
    return ConversationListItem(
        id=row.id,
        title=row.title,
        transcript_ids=row.transcript_ids,
        project_id=row.project_id,
        query=row.query,
        created_at=row.created_at,
        updated_at=row.updated_at,
        message_count=count,
        last_message_preview=preview,
    )


async def detail(session: AsyncSession, row: Conversation) -> ConversationDetailResponse:
    """Return a conversation with its last messages."""
    return await _shown_with(session, row, SHOWN)


async def whole(session: AsyncSession, row: Conversation) -> ConversationDetailResponse:
    """Return a conversation with all its messages."""
    return await _shown_with(session, row, _ALL)


async def _shown_with(session: AsyncSession, row: Conversation, most: int) -> ConversationDetailResponse:
    (item,) = await list_items(session, [row])
    there = ConversationMessage.conversation_id == row.id
    cost = await session.scalar(select(func.sum(ConversationMessage.cost_micros)).where(there))
    shown = await responses(session, await last_messages(session, row.id, most))
    return ConversationDetailResponse(
        **item.model_dump(), messages=shown, cost_micros=None if cost is None else int(cost)
    )


async def last_messages(session: AsyncSession, conversation_id: str, most: int) -> list[ConversationMessage]:
    """Return the last messages, in order."""
    there = select(ConversationMessage).where(ConversationMessage.conversation_id == conversation_id)
    rows = await session.scalars(there.order_by(ConversationMessage.position.desc()).limit(most))
    return list(rows)[::-1]


async def sources_of_messages(session: AsyncSession, message_ids: Sequence[str]) -> dict[str, set[str]]:
    """Return which recordings each answer was made from."""
    wanted = select(ConversationSource.message_id, ConversationSource.recording_id)
    found: dict[str, set[str]] = {}
    for message_id, recording_id in await session.execute(
        wanted.where(one_of(session, ConversationSource.message_id, message_ids))
    ):
        found.setdefault(message_id, set()).add(recording_id)
    return found


async def readable(session: AsyncSession, recording_ids: set[str], *, lock: bool = False) -> dict[str, str]:
    """Return those recordings that the caller may read, by id with their titles. Locked, none of them is deleted before
    the transaction ends.
    """
    wanted = select(Recording.id, Recording.title).where(one_of(session, Recording.id, sorted(recording_ids)))
    wanted = wanted.order_by(Recording.id)
    rows = await session.execute(wanted.with_for_update(read=True) if lock else wanted)
    return {row[0]: row[1] for row in rows}


async def responses(session: AsyncSession, rows: Sequence[ConversationMessage]) -> list[ConversationMessageResponse]:
    """Return messages as the API shows them, checked against what the caller may read, and what is said there, now."""
    sources = await sources_of_messages(session, [one.id for one in rows if one.role == Speaks.ASSISTANT])
    titles = await readable(session, set().union(*sources.values()))
    open_to = [one for one in rows if sources.get(one.id, set()) <= titles.keys()]
    cited = {int(c["segment_id"]) for one in open_to for said in one.sentences for c in said["citations"]}
    segments = await session.scalars(select(Segment).where(one_of(session, Segment.id, sorted(cited))))
    spoken = {str(one.id): one for one in segments}
    may = {one.id for one in open_to}
    return [_response(one, spoken, titles, withheld=one.id not in may) for one in rows]


def _response(
    row: ConversationMessage, spoken: Mapping[str, Any], titles: Mapping[str, str], *, withheld: bool
) -> ConversationMessageResponse:
    told: dict[str, Any] = {name: getattr(row, name) for name in _FIELDS}
    sentences = [] if withheld else [chat_sentence(one, spoken, titles) for one in row.sentences]
    return ConversationMessageResponse(
        **told, content="" if withheld else row.content, sentences=sentences, withheld=withheld
    )


def chat_sentence(stored: dict[str, Any], spoken: Mapping[str, Any], titles: Mapping[str, str]) -> ChatSentence:
    """Return a sentence as the API shows it, checked against the segments as they are now."""
    shown = sentence_response(stored, dict(spoken))
    citations = [
        ChatCitation(
            **one.model_dump(),
            transcript_id=kept["transcript_id"],
            recording_id=kept["recording_id"],
            recording_title=titles.get(kept["recording_id"], ""),
        )
        for one, kept in zip(shown.citations, stored["citations"], strict=True)
    ]
    return ChatSentence(text=shown.text, verified=shown.verified, citations=citations)
