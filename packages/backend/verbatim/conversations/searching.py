"""Finding a conversation again by what was asked and answered in it, folded as everything that is searched.

What its writer may not read any more is not found either: that is asked at each search, as at each look.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.conversations.models import Conversation, ConversationMessage
from verbatim.conversations.repository import list_items, readable, sources_of_messages
from verbatim.conversations.schemas import ConversationHit, ConversationListItem
from verbatim.core.db import one_of
from verbatim.search.asking import terms_of
from verbatim.search.hits import Terms, snippet_of
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
    rows = await session.execute(
        select(ConversationMessage.id, ConversationMessage.conversation_id)
        .join(said, said.c.id == ConversationMessage.id)
        .order_by(ConversationMessage.position)
    )
    named = set(await session.scalars(select(titled.c.id)))
    found: dict[str, list[str]] = {one: [] for one in named}
    for message, conversation in await _still_open(session, {row[0]: row[1] for row in rows}):
        found.setdefault(conversation, []).append(message)
    order = select(Conversation).where(one_of(session, Conversation.id, sorted(found)))
    order = order.order_by(Conversation.updated_at.desc(), Conversation.id.desc()).offset(skip).limit(limit)
    items = await list_items(session, list(await session.scalars(order)))
    said_in = await _hits(session, [message for one in items for message in found[one.id][:_SHOWN]], terms)
    for one in items:
        title = [ConversationHit(message_id=None, role=None, snippet=snippet_of(one.title or "", terms))]
        hits = [said_in[message] for message in found[one.id][:_SHOWN]]
        one.hits = [*(title if one.id in named else ()), *hits][:_SHOWN]
    return items, len(found)


async def _still_open(session: AsyncSession, messages: dict[str, str]) -> list[tuple[str, str]]:
    """Return those messages, each with its conversation, of whose sources all may be read."""
    sources = await sources_of_messages(session, list(messages))
    may = await readable(session, set().union(*sources.values()))
    return [(one, conversation) for one, conversation in messages.items() if sources.get(one, set()) <= may.keys()]


async def _hits(session: AsyncSession, ids: Sequence[str], terms: Terms) -> dict[str, ConversationHit]:
    columns = (ConversationMessage.id, ConversationMessage.role, ConversationMessage.content)
    rows = await session.execute(select(*columns).where(one_of(session, ConversationMessage.id, ids)))
    return {row[0]: ConversationHit(message_id=row[0], role=row[1], snippet=snippet_of(row[2], terms)) for row in rows}
