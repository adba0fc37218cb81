"""`/api/conversations`: the caller's own."""

from __future__ import annotations

import asyncio
import re
from functools import partial
from typing import Annotated, Any, cast

from fastapi import Query, Request
from starlette.responses import Response

from verbatim.adapters.llm.api import ChatOptions, LanguageModelError, ModelFailure
from verbatim.ai.errors import told
from verbatim.ai.routes import ANSWER, desk_of
from verbatim.ai.streaming import last_of, stream
from verbatim.conversations import repository, service
from verbatim.conversations.answering import Asking, answer, prepare
from verbatim.conversations.export import TYPES, ConversationFormat, export
from verbatim.conversations.schemas import (
    ConversationCreate,
    ConversationDetailResponse,
    ConversationListResponse,
    ConversationMessageResponse,
    ConversationUpdate,
    MessageCreate,
)
from verbatim.conversations.searching import search_conversations
from verbatim.core.db import Database, WideSessionDep
from verbatim.core.effects import AuditedRead, declares
from verbatim.core.language_models import ModelCaller
from verbatim.core.lasting import confirm_rights
from verbatim.core.ownership import Scope, use_scope
from verbatim.core.pagination import MessageResponse
from verbatim.core.routing import Router, sends
from verbatim.permissions import Permission, demand, requires, signed_in
from verbatim.recordings.naming import safe_file_name
from verbatim.recordings.playback import content_disposition

router = Router()

READ = [requires(Permission.CONVERSATION_READ)]
_TEMPERATURE = 0.3


@router.get("", dependencies=READ)
async def list_conversations(
    request: Request,
    session: WideSessionDep,
    skip: Annotated[int, Query(ge=0, le=100_000)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    q: Annotated[str | None, Query(max_length=500)] = None,
) -> ConversationListResponse:
    """List your conversations, the last used first; with ``q`` those in which these words occur, as far as you may
    still read what they were made from.
    """
    me = signed_in(request).id
    if q is not None and q.strip():
        items, total = await search_conversations(session, me, q, skip=skip, limit=limit)
        return ConversationListResponse(items=items, total=total)
    items, total = await repository.list_conversations(session, me, skip=skip, limit=limit)
    return ConversationListResponse(items=items, total=total)


@router.post("", status_code=201, dependencies=[requires(Permission.CONVERSATION_CREATE)])
async def create_conversation(
    request: Request, session: WideSessionDep, body: ConversationCreate
) -> ConversationDetailResponse:
    """Begin a conversation about some transcripts, a project, what a search finds, or everything that you may read."""
    row = await service.create_conversation(session, body, signed_in(request).id)
    return await repository.detail(session, row)


@router.get("/{conversation_id}", dependencies=READ)
async def get_conversation(
    request: Request, session: WideSessionDep, conversation_id: str
) -> ConversationDetailResponse:
    """Get a conversation with its messages."""
    row = await repository.get_conversation(session, conversation_id, signed_in(request).id)
    return await repository.detail(session, row)


@router.patch("/{conversation_id}", dependencies=[requires(Permission.CONVERSATION_UPDATE)])
async def update_conversation(
    request: Request, session: WideSessionDep, conversation_id: str, body: ConversationUpdate
) -> ConversationDetailResponse:
    """Give a conversation another title."""
    row = await repository.get_conversation(session, conversation_id, signed_in(request).id, lock=True)
    await service.rename_conversation(session, row, body.title)
    return await repository.detail(session, row)


@router.delete("/{conversation_id}", dependencies=[requires(Permission.CONVERSATION_DELETE)])
async def delete_conversation(request: Request, session: WideSessionDep, conversation_id: str) -> MessageResponse:
    """Delete a conversation."""
    row = await repository.get_conversation(session, conversation_id, signed_in(request).id, lock=True)
    await service.delete_conversation(session, row)
    return MessageResponse(message="The conversation was deleted.", id=conversation_id)


@router.get(
    "/{conversation_id}/export",
    dependencies=[
        *READ,
        declares(audited=AuditedRead("transcript.exported", "conversation", as_file=True)),
    ],
    response_class=Response,
    responses=sends(*TYPES.values()),
)
async def export_conversation(
    request: Request,
    session: WideSessionDep,
    conversation_id: str,
    format: ConversationFormat = ConversationFormat.MD,  # noqa: A002 - as transcripts call it
) -> Response:
    """Save a conversation as a file: every question and answer, with the recordings and times that it rests on."""
    row = await repository.get_conversation(session, conversation_id, signed_in(request).id)
    shown = await repository.whole(session, row)
    content = await asyncio.to_thread(export, shown, format)
    stem = re.sub(r"[/\\]", "-", shown.title or "Conversation")
    name = safe_file_name(f"{stem}.{format.value}")
    return Response(
        content,
        media_type=TYPES[format],
        headers={"Content-Disposition": content_disposition("attachment", name)},
    )


@router.post("/{conversation_id}/messages", dependencies=[requires(Permission.CONVERSATION_UPDATE)], responses=ANSWER)
async def ask(request: Request, conversation_id: str, body: MessageCreate) -> ConversationMessageResponse:
    """Ask a question; the answer is made from what you may read at this moment, and each of its sentences names the
    segments that it rests on.
    """
    asking = await _asking(request, conversation_id, body)
    wants_stream = body.stream or "text/event-stream" in request.headers.get("Accept", "")
    made: Any = await stream(answer(asking)) if wants_stream else await last_of(answer(asking))
    return cast("ConversationMessageResponse", made)


async def _asking(request: Request, conversation_id: str, body: MessageCreate) -> Asking:
    who, database = signed_in(request), cast("Database", request.app.state.database)
    scope = who.scope.widened() if isinstance(who.scope, Scope) else who.scope
    options = ChatOptions(temperature=_TEMPERATURE if body.temperature is None else body.temperature)
    with use_scope(scope):
        async with database.transaction(read_only=True) as session:
            await repository.get_conversation(session, conversation_id, who.id)
    demand(request, Permission.LLM_USE)
    demand(request, Permission.TRANSCRIPT_READ)
    chosen = await desk_of(request).choose(ModelCaller("conversation", who), body.model)
    if not chosen.info.is_language_model:
        raise told(
            LanguageModelError(ModelFailure.NOT_A_MODEL, "Set up a language model first: key sentences answer nothing.")
        )
    # No transaction is open while a model thinks: it may think for minutes.
    with use_scope(scope):
        async with database.transaction(read_only=True) as session:
            row = await repository.get_conversation(session, conversation_id, who.id)
            context = chosen.info.context_tokens
            prepared = await prepare(session, row, body.content, context, options.max_tokens)
    return Asking(database, scope, who.id, prepared, chosen, partial(confirm_rights, request), options)
