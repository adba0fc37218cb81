"""Answering a question in a conversation: what is shown to the model, and what is kept of what it says."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.llm.api import ChatOptions, Ending, Message, Section, Usage
from verbatim.adapters.llm.by_chat import notes_of
from verbatim.adapters.llm.prompts import question_prompt, shown
from verbatim.adapters.llm.tokens import tokens_of, tokens_of_messages
from verbatim.ai.checked import Said, Sentence, checked, told
from verbatim.ai.streaming import Work
from verbatim.conversations.errors import ConversationFullError, NothingToReadError
from verbatim.conversations.events import ConversationAnswered
from verbatim.conversations.models import Conversation, ConversationMessage, ConversationSource, Speaks
from verbatim.conversations.repository import (
    chat_sentence,
    get_conversation,
    last_messages,
    readable,
    responses,
    sources_of_messages,
)
from verbatim.conversations.schemas import ChatSentence, ConversationMessageResponse
from verbatim.conversations.sources import Passage, passages, sources_of
from verbatim.core.clock import utcnow
from verbatim.core.db import Database
from verbatim.core.events import emit
from verbatim.core.language_models import ChosenModel
from verbatim.core.ownership import AnyScope, use_scope
from verbatim.core.text import one_line

MOST_SENTENCES: Final = 200
MOST_MESSAGES: Final = 1_000
MOST_READ: Final = 12_000
"""Tokens of one question, whatever the model could read: what it costs stays within bounds."""
_BEFORE: Final = 6
"""Messages of before that a model is reminded of, and how many tokens they may take."""
_BEFORE_TOKENS: Final = 1_500
_TITLE: Final = 80


@dataclass(frozen=True)
class Prepared:
    """What a model is shown: lines, what was said before, and every recording that any of it is from."""

    conversation_id: str
    question: str
    passages: list[Passage]
    before: list[Message]
    recording_ids: frozenset[str]


@dataclass(frozen=True)
class Asking:
    """Everything that answering needs. ``confirm`` raises when whoever asks has lost the right to by now."""

    database: Database
    scope: AnyScope
    person_id: str
    prepared: Prepared
    model: ChosenModel
    confirm: Callable[[], Awaitable[None]]
    options: ChatOptions = field(default_factory=ChatOptions)


async def prepare(session: AsyncSession, about: Conversation, question: str, context: int, longest: int) -> Prepared:
    """Read what a model is to be shown for a question, within the caller's rights at this moment.

    Raises:
        NothingToReadError: there is nothing that it could answer from.
        ConversationFullError: there is no place for more.
    """
    if await _count(session, about.id) >= MOST_MESSAGES:
        raise ConversationFullError
    before, shown_before = await _before(session, about.id)
    asked_before = next((one.content for one in reversed(before) if one.role == "user"), "")
    room = min(MOST_READ, context - longest) - tokens_of_messages(before)
    # A question such as "and when?" is found by what was asked before it.
    looked_for = f"{question}\n{asked_before[:500]}"
    found = await passages(session, await sources_of(session, about), looked_for, room - tokens_of(question))
    recordings = {one.source.recording_id for one in found} | shown_before
    return Prepared(about.id, question, found, before, frozenset(recordings))


async def _count(session: AsyncSession, conversation_id: str) -> int:
    last = select(func.max(ConversationMessage.position)).where(ConversationMessage.conversation_id == conversation_id)
    return await session.scalar(last) or 0


async def _before(session: AsyncSession, conversation_id: str) -> tuple[list[Message], set[str]]:
    """Return earlier questions with their answers, and the recordings that those were made from; nothing of what the
    caller may not read any more.
    """
    rows = await last_messages(session, conversation_id, _BEFORE)
    sources = await sources_of_messages(session, [one.id for one in rows])
    may = await readable(session, set().union(*sources.values()))
    found, used, left = list[Message](), set[str](), _BEFORE_TOKENS
    for asked, said in reversed(list(pairwise(rows))):
        of = sources.get(said.id, set())
        if said.role != Speaks.ASSISTANT or said.erased or not said.content or not of <= may.keys():
            continue
        left -= tokens_of(asked.content) + tokens_of(said.content)
        if left < 0:
            break
        found[:0] = [Message("user", asked.content), Message("assistant", said.content)]
        used |= of
    return found, used


def answer(asking: Asking) -> Work:
    """Give each sentence as it comes, checked, and what was kept in the end. Stopped early, what came so far is kept.

    Raises:
        LanguageModelError: no answer comes.
    """
    passages = asking.prepared.passages
    spoken = {one.line.segment_id: Said.of(one.line) for one in passages}
    titles = {one.source.recording_id: one.source.title for one in passages}

    def show(sentence: Sentence) -> ChatSentence:
        return chat_sentence(sentence, spoken, titles)

    async def keep(sentences: list[Sentence], ending: Ending | None) -> ConversationMessageResponse:
        await asking.confirm()
        return await _keep(asking, sentences, ending)

    return told(_found(asking), show, keep, keep_begun=keep)


def _found(asking: Asking) -> AsyncGenerator[Sentence | Ending]:
    """Give each sentence as it is stored."""
    prepared, service = asking.prepared, asking.model.service
    lines = [one.line for one in prepared.passages]
    messages = question_prompt(written(prepared.passages), prepared.question, prepared.before)

    def ask(said: Sequence[Message]) -> Any:
        return service.chat_stream(said, asking.options)

    def whose(place: int) -> Sentence:
        source = prepared.passages[place].source
        return {"transcript_id": source.transcript_id, "recording_id": source.recording_id}

    return checked(notes_of(ask, messages, len(lines), Section.SUMMARY), lines, MOST_SENTENCES, whose)


def written(found: Sequence[Passage]) -> str:
    """Return lines as a model is shown them, under the titles of their recordings."""
    parts, last = list[str](), None
    for place, one in enumerate(found):
        if one.source.recording_id != last:
            last = one.source.recording_id
            parts.append(f"Recording: {one_line(one.source.title)}")
        parts.append(shown([one.line], place))
    return "\n".join(parts)


async def _keep(asking: Asking, sentences: list[Sentence], ending: Ending | None) -> ConversationMessageResponse:
    """Write down the question and its answer.

    Raises:
        ConversationNotFoundError, NothingToReadError: the conversation, or something it was made from, is gone by now.
    """
    prepared = asking.prepared
    info = (ending and ending.answered_by) or asking.model.info
    usage = Usage() if ending is None else ending.usage
    with use_scope(asking.scope):
        async with asking.database.transaction() as session:
            row = await get_conversation(session, prepared.conversation_id, asking.person_id, lock=True)
            if len(await readable(session, set(prepared.recording_ids), lock=True)) < len(prepared.recording_ids):
                raise NothingToReadError
            position = await _count(session, row.id)
            asked = ConversationMessage(
                conversation_id=row.id, position=position + 1, role=Speaks.USER, content=prepared.question
            )
            said = ConversationMessage(
                conversation_id=row.id,
                position=position + 2,
                role=Speaks.ASSISTANT,
                content=" ".join(one["text"] for one in sentences),
                sentences=sentences,
                model=info.id,
                model_label=info.label,
                provider=info.provider,
                complete=ending is not None and not ending.cut,
                tokens_in=usage.tokens_in,
                tokens_out=usage.tokens_out,
                cost_micros=usage.cost_micros,
            )
            session.add_all((asked, said))
            row.updated_at, row.title = utcnow(), row.title or one_line(prepared.question)[:_TITLE]
            await session.flush()
            ids = sorted(prepared.recording_ids)
            session.add_all(ConversationSource(message_id=said.id, recording_id=one) for one in ids)
            await session.flush()
            await emit(session, ConversationAnswered(conversation_id=row.id, model=info.id, recording_ids=ids))
            return (await responses(session, [said]))[0]
