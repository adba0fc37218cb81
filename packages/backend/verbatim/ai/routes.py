"""`/api/ai`: models, and what they make of one transcript."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import Annotated, Any, cast

from fastapi import Query, Request
from starlette.responses import Response

from verbatim.adapters.llm.api import ChatOptions, Section
from verbatim.ai import repository
from verbatim.ai.automatic import state_of
from verbatim.ai.export import TYPES, ResultFormat, export
from verbatim.ai.lines import read
from verbatim.ai.models import ResultKind
from verbatim.ai.preferences import filled_in, get_prompt
from verbatim.ai.schemas import (
    AnalysisResponse,
    AnswerListResponse,
    AskRequest,
    AskResponse,
    AutomaticState,
    GenerateRequest,
    ModelId,
    ModelListResponse,
    ModelResponse,
    Question,
    StatusResponse,
    SummarizationResponse,
    SummaryListResponse,
    Temperature,
)
from verbatim.ai.service import Asking, Wish, answer, delete_result
from verbatim.ai.streaming import last_of, stream
from verbatim.core.db import Database, SessionDep
from verbatim.core.effects import AuditedRead, declares
from verbatim.core.errors import InvalidInputError
from verbatim.core.language_models import ModelCaller, ModelDesk
from verbatim.core.lasting import confirm_rights
from verbatim.core.pagination import MessageResponse
from verbatim.core.routing import EVENT, Router, sends
from verbatim.permissions import Permission, demand, requires, signed_in
from verbatim.recordings.naming import safe_file_name
from verbatim.recordings.playback import content_disposition
from verbatim.recordings.repository import get_recording
from verbatim.transcripts.repository import get_transcript

router = Router()

USE = [requires(Permission.LLM_USE)]
READ = [requires(Permission.TRANSCRIPT_READ), declares(audited=AuditedRead("transcript.opened", "transcript"))]
Skip = Annotated[int, Query(ge=0, le=100_000)]
Limit = Annotated[int, Query(ge=1, le=100)]
ANSWER: dict[int | str, dict[str, Any]] = {200: {"content": {"text/event-stream": {"schema": EVENT}}}}


def desk_of(request: Request) -> ModelDesk:
    """Return what hands out language models on this server."""
    desk: ModelDesk = request.app.state.models
    return desk


@router.get("/models", dependencies=USE)
async def list_models(request: Request) -> ModelListResponse:
    """List the models that you may use; the first answers when none is named."""
    found = await desk_of(request).models(ModelCaller("models", signed_in(request)))
    shown = [
        ModelResponse(
            id=one.id,
            label=one.label,
            provider=one.provider,
            is_local=one.is_local,
            is_language_model=one.is_language_model,
            is_default=place == 0,
            context_tokens=one.context_tokens,
        )
        for place, one in enumerate(found)
    ]
    return ModelListResponse(models=shown)


@router.get("/status", dependencies=USE)
async def status(request: Request) -> StatusResponse:
    """Say whether a language model can be asked."""
    found = (await list_models(request)).models
    first = found[0] if found else None
    available = first is not None and first.is_language_model
    return StatusResponse(
        available=available,
        provider=first.provider if first else "",
        model_loaded=available,
        model_path=None,
        models=[one.model_dump() for one in found],
    )


@router.post("/transcripts/{transcript_id}/summarize", dependencies=USE, responses=ANSWER)
async def summarize(
    request: Request,
    transcript_id: str,
    body: GenerateRequest | None = None,
    temperature: Annotated[Temperature | None, Query()] = None,
    model: Annotated[ModelId | None, Query()] = None,
    *,
    stream: bool = False,
) -> SummarizationResponse:
    """Summarise a transcript. Each sentence names the segments that it rests on, and quotes are compared with them."""
    wanted = _wanted(body, model, temperature, stream=stream)
    wish = Wish(ResultKind.SUMMARY, options=_options(wanted, 0.2))
    return cast("SummarizationResponse", await _answer(request, transcript_id, wish, wanted))


@router.post("/transcripts/{transcript_id}/analyze", dependencies=USE, responses=ANSWER)
async def analyze(
    request: Request,
    transcript_id: str,
    body: GenerateRequest | None = None,
    analysis_type: Annotated[Section, Query()] = Section.TOPICS,
    temperature: Annotated[Temperature | None, Query()] = None,
    *,
    stream: bool = False,
) -> AnalysisResponse:
    """Find some of what a transcript says: its topics, action items, decisions, key points or names."""
    wanted = _wanted(body, None, temperature, stream=stream)
    sections = (Section(analysis_type),)
    wish = Wish(ResultKind.ANALYSIS, sections, analysis_type.value, _options(wanted, 0.3))
    return cast("AnalysisResponse", await _answer(request, transcript_id, wish, wanted))


@router.post("/transcripts/{transcript_id}/ask", dependencies=USE, responses=ANSWER)
async def ask(
    request: Request,
    transcript_id: str,
    body: AskRequest | None = None,
    question: Annotated[Question | None, Query()] = None,
    temperature: Annotated[Temperature | None, Query()] = None,
    *,
    stream: bool = False,
) -> AskResponse:
    """Ask a question about a transcript. Each sentence of the answer names the segments that it rests on."""
    prompt_id = body.prompt_id if body else None
    asked = (body.question if body else None) or question
    if asked is None and prompt_id is None:
        raise InvalidInputError("Say what you want to know: `question` is missing.", code="no_question")
    wanted = _wanted(body, None, temperature, stream=stream)
    wish = Wish(ResultKind.ANSWER, question=asked, options=_options(wanted, 0.3))
    return cast("AskResponse", await _answer(request, transcript_id, wish, wanted, prompt_id))


def _wanted(
    body: GenerateRequest | None, model: str | None, temperature: float | None, *, stream: bool
) -> GenerateRequest:
    given = body or GenerateRequest()
    return GenerateRequest(
        model=given.model or model,
        temperature=temperature if given.temperature is None else given.temperature,
        stream=given.stream or stream,
    )


def _options(wanted: GenerateRequest, usual: float) -> ChatOptions:
    return ChatOptions(temperature=usual if wanted.temperature is None else wanted.temperature)


async def _answer(
    request: Request, transcript_id: str, wish: Wish, wanted: GenerateRequest, prompt_id: str | None = None
) -> Any:
    database: Database = request.app.state.database
    # No transaction is open while a model thinks: it may think for minutes.
    async with database.transaction(read_only=True) as session:
        seen = await read(session, transcript_id)
        if prompt_id is not None:
            text = (await get_prompt(session, prompt_id)).text
            asked = [await filled_in(session, text, seen), wish.question or ""]
            wish = replace(wish, question="\n\n".join(filter(None, asked)))
    demand(request, Permission.TRANSCRIPT_READ)
    who = signed_in(request)
    caller = ModelCaller(wish.kind.value, who, seen.transcript.recording_id)
    chosen = await desk_of(request).choose(caller, wanted.model)
    asking = Asking(database, seen, chosen, wish, who.name, partial(confirm_rights, request))
    if wanted.stream or "text/event-stream" in request.headers.get("Accept", ""):
        return await stream(answer(asking))
    return await last_of(answer(asking))


@router.get("/transcripts/{transcript_id}/summaries", dependencies=READ)
async def list_summaries(
    session: SessionDep, transcript_id: str, skip: Skip = 0, limit: Limit = 20
) -> SummaryListResponse:
    """List the versions of a transcript's summary, the newest first."""
    transcript = await get_transcript(session, transcript_id)
    items, total = await repository.results_of(session, transcript, ResultKind.SUMMARY, skip=skip, limit=limit)
    state = await state_of(session, transcript_id)
    automatic = None if state is None else AutomaticState.model_validate(state, from_attributes=True)
    return SummaryListResponse(items=cast("list[SummarizationResponse]", items), total=total, automatic=automatic)


@router.get("/transcripts/{transcript_id}/answers", dependencies=READ)
async def list_answers(
    session: SessionDep, transcript_id: str, skip: Skip = 0, limit: Limit = 20
) -> AnswerListResponse:
    """List the questions that were asked of a transcript with their answers, the newest first."""
    transcript = await get_transcript(session, transcript_id)
    items, total = await repository.results_of(session, transcript, ResultKind.ANSWER, skip=skip, limit=limit)
    return AnswerListResponse(items=cast("list[AskResponse]", items), total=total)


@router.get(
    "/results/{ai_result_id}/export",
    dependencies=[
        requires(Permission.TRANSCRIPT_READ),
        declares(audited=AuditedRead("transcript.exported", "ai_result", as_file=True)),
    ],
    response_class=Response,
    responses=sends(*TYPES.values()),
)
async def export_result(
    session: SessionDep,
    ai_result_id: str,
    format: ResultFormat = ResultFormat.MD,  # noqa: A002 - as transcripts call it
) -> Response:
    """Save a summary or an answer as a file, with the times of what it rests on."""
    row = await repository.get_result(session, ai_result_id)
    transcript = await get_transcript(session, row.transcript_id)
    title = (await get_recording(session, row.recording_id)).title
    shown = (await repository.responses(session, [row], transcript))[0]
    stem = re.sub(r"[/\\]", "-", title)
    name = safe_file_name(f"{stem} - {row.kind} {row.version}.{format.value}")
    return Response(
        export(shown, title, format),
        media_type=TYPES[format],
        headers={"Content-Disposition": content_disposition("attachment", name)},
    )


@router.delete("/results/{ai_result_id}", dependencies=[requires(Permission.TRANSCRIPT_UPDATE)])
async def remove_result(session: SessionDep, ai_result_id: str) -> MessageResponse:
    """Delete a version of a summary, or an answer."""
    row = await repository.get_result(session, ai_result_id)
    await delete_result(session, row)
    return MessageResponse(message="It was deleted.", id=ai_result_id)
