"""Finding a conversation again by what was asked and answered in it, folded as everything that is searched.

What its writer may not read any more is not found either: that is asked at each search, as at each look.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.conversations.models import Conversation, ConversationMessage
from verbatim.conversations.repository import list_items, readable, sources_of_messages
from verbatim.conversations.schemas import ConversationHit, ConversationListItem
from verbatim.core.db import one_of
from verbatim.search.asking import terms_of
from verbatim.search.hits import snippet_of
from verbatim.search.index import among

_SHOWN: Final = 3
"""Hits that are shown of each conversation."""


async def search_conversations(
    session: AsyncSession, person_id: str, typed: str, *, skip: int, limit: int
) -> tuple[list[ConversationListItem], int]:
    """Return somebody's conversations in which all words occur, in the title or in one message, the last used first,
    and how many they are.
    """
    terms = await terms_of(session, typed)
    if not terms:
        return [], 0
    mine = select(Conversation.id).where(Conversation.person_id == person_id)
    titled = among(session, Conversation, terms, Conversation.person_id == person_id).subquery()
    said = among(session, ConversationMessage, terms, ConversationMessage.conversation_id.in_(mine)).subquery()
    rows = await session.scalars(
        select(ConversationMessage)
        .join(said, said.c.id == ConversationMessage.id)
        .order_by(ConversationMessage.position)
    )
    titles = select(Conversation).join(titled, titled.c.id == Conversation.id)
    found: dict[str, list[ConversationHit]] = {
        one.id: [ConversationHit(message_id=None, role=None, snippet=snippet_of(one.title or "", terms))]
        for one in await session.scalars(titles)
    }
    for one in await _still_open(session, list(rows)):
        hit = ConversationHit(message_id=one.id, role=one.role, snippet=snippet_of(one.content, terms))
        found.setdefault(one.conversation_id, []).append(hit)
    order = select(Conversation).where(one_of(session, Conversation.id, sorted(found)))
    order = order.order_by(Conversation.updated_at.desc(), Conversation.id.desc()).offset(skip).limit(limit)
    items = await list_items(session, list(await session.scalars(order)))
    return [one.model_copy(update={"hits": found[one.id][:_SHOWN]}) for one in items], len(found)


async def _still_open(session: AsyncSession, rows: list[ConversationMessage]) -> list[ConversationMessage]:
    sources = await sources_of_messages(session, [one.id for one in rows])
    may = await readable(session, set().union(*sources.values()))
    return [one for one in rows if sources.get(one.id, set()) <= may.keys()]
