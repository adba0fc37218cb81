"""Asking a model about a transcript and keeping what it says, with every sentence checked against what was said."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.llm.api import (
    ChatOptions,
    Ending,
    LanguageModelError,
    ModelFailure,
    ModelInfo,
    Note,
    Section,
    Usage,
)
from verbatim.adapters.llm.by_chat import WHOLE, generator, notes_of
from verbatim.adapters.llm.prompts import question_prompt, shown
from verbatim.ai.checked import Said, Sentence, checked, told
from verbatim.ai.events import AiResultCreated, AiResultDeleted
from verbatim.ai.lines import Read
from verbatim.ai.models import AiResult, ResultKind
from verbatim.ai.passages import fitting
from verbatim.ai.repository import responses, sentence_response
from verbatim.ai.schemas import AiResultResponse, SentenceResponse
from verbatim.ai.streaming import Work
from verbatim.core.clock import new_id
from verbatim.core.db import Database
from verbatim.core.events import emit
from verbatim.core.language_models import ChosenModel
from verbatim.core.ownership import inside
from verbatim.transcripts.locking import lock_transcript

MOST_SENTENCES: Final = 400


@dataclass(frozen=True)
class Wish:
    """What is asked for: ``sections`` of a summary or an analysis, or the answer to a ``question``."""

    kind: ResultKind
    sections: tuple[Section, ...] = WHOLE
    question: str | None = None
    options: ChatOptions = field(default_factory=ChatOptions)


@dataclass(frozen=True)
class Asking:
    """Everything that answering needs. ``confirm`` raises when whoever asks has lost the right to by now."""

    database: Database
    read: Read
    model: ChosenModel
    wish: Wish
    asked_by: str
    confirm: Callable[[], Awaitable[None]]


def answer(asking: Asking) -> Work:
    """Give each sentence as it comes, checked, and what was kept in the end. Stopped early, what came so far is kept.

    Raises:
        LanguageModelError: no answer comes.
    """
    spoken = _spoken(asking)

    async def keep(sentences: list[Sentence], ending: Ending | None) -> AiResultResponse:
        await asking.confirm()
        return await _keep(asking, sentences, ending)

    return told(_found(asking), lambda one: sentence_response(one, spoken), keep, keep_begun=partial(_keep, asking))


async def said_only(asking: Asking) -> tuple[list[SentenceResponse], ModelInfo]:
    """Return the sentences of an answer, checked, and which model gave it; keep none of it.

    Raises:
        LanguageModelError: no answer comes.
    """
    spoken, sentences, info = _spoken(asking), list[SentenceResponse](), asking.model.info
    async with aclosing(_found(asking)) as found:
        async for one in found:
            if isinstance(one, Ending):
                info = one.answered_by or info
            else:
                sentences.append(sentence_response(one, spoken))
    return sentences, info


def _found(asking: Asking) -> AsyncGenerator[Sentence | Ending]:
    return checked(_notes(asking), asking.read.lines, MOST_SENTENCES)


def _spoken(asking: Asking) -> dict[str, Any]:
    return {one.segment_id: Said.of(one) for one in asking.read.lines}


def _notes(asking: Asking) -> AsyncGenerator[Note | Ending]:
    service, lines, wish = asking.model.service, asking.read.lines, asking.wish
    if wish.question is not None and wish.kind is ResultKind.ANSWER:
        return _answer_to(asking, wish.question)
    found: AsyncIterator[Note | Ending]
    if wish.sections == WHOLE:
        found = service.summarize_transcript(lines, wish.options)
    else:
        found = service.analyze_transcript(lines, wish.sections, wish.options)
    return generator(found)


async def _answer_to(asking: Asking, question: str) -> AsyncGenerator[Note | Ending]:
    if not asking.model.info.is_language_model:
        raise LanguageModelError(
            ModelFailure.NOT_A_MODEL, "Set up a language model first: key sentences answer nothing."
        )
    lines, options = asking.read.lines, asking.wish.options
    places = fitting(lines, question, asking.model.info.context_tokens - options.max_tokens)
    # Lines keep their numbers in the whole, so that what is cited is found whichever were shown.
    passages = "\n".join(shown([lines[place]], place) for place in places)

    def ask(messages: Any) -> Any:
        return asking.model.service.chat_stream(messages, options)

    async with aclosing(notes_of(ask, question_prompt(passages, question), len(lines), Section.SUMMARY)) as notes:
        async for one in notes:
            yield one


async def _keep(asking: Asking, sentences: list[Sentence], ending: Ending | None) -> AiResultResponse:
    read, wish = asking.read, asking.wish
    info = (ending and ending.answered_by) or asking.model.info
    usage = Usage() if ending is None else ending.usage
    async with asking.database.transaction() as session:
        transcript = await lock_transcript(session, read.transcript.id)
        versions = select(func.max(AiResult.version)).where(
            AiResult.transcript_id == transcript.id, AiResult.kind == wish.kind
        )
        with inside(transcript.workspace_id):
            row = AiResult(
                id=new_id(),
                transcript_id=transcript.id,
                recording_id=transcript.recording_id,
                kind=wish.kind,
                version=(await session.scalar(versions) or 0) + 1,
                question=wish.question,
                sentences=sentences,
                model=info.id,
                model_label=info.label,
                provider=info.provider,
                is_language_model=info.is_language_model,
                complete=ending is not None and not ending.cut,
                tokens_in=usage.tokens_in,
                tokens_out=usage.tokens_out,
                cost_micros=usage.cost_micros,
                transcript_updated_at=read.transcript.updated_at,
                created_by=asking.asked_by,
            )
            session.add(row)
            await session.flush()
        await emit(session, AiResultCreated(**_about(row), model=info.id))
        return (await responses(session, [row], transcript))[0]


async def delete_result(session: AsyncSession, row: AiResult) -> None:
    """Delete a version."""
    about = _about(row)
    await session.delete(row)
    await session.flush()
    await emit(session, AiResultDeleted(**about))


def _about(row: AiResult) -> dict[str, Any]:
    return {
        "ai_result_id": row.id,
        "transcript_id": row.transcript_id,
        "recording_id": row.recording_id,
        "kind": row.kind,
    }
