"""`/api/config/transcription/models`: the Whisper models on this server."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import Query, Request

from verbatim.adapters.transcription.models.store import ModelError, check_name, remove_model, verify_model
from verbatim.config import Settings
from verbatim.core.db import SessionDep
from verbatim.core.errors import InvalidInputError
from verbatim.core.jobs.queue import enqueue
from verbatim.core.pagination import MessageResponse
from verbatim.core.routing import Router
from verbatim.permissions import Permission, requires
from verbatim.transcription import models
from verbatim.transcription.engines import EngineInspector
from verbatim.transcription.schemas import (
    ModelBringRequest,
    ModelVerifyResponse,
    SpeechModelListResponse,
    TranscribeResponse,
)

router = Router()

ADMIN = [requires(Permission.SYSTEM_ADMIN)]
Name = Annotated[str, Query(min_length=1, max_length=200)]


@router.get("", dependencies=[requires(Permission.RECORDING_READ)])
async def list_models(request: Request) -> SpeechModelListResponse:
    """List the Whisper models on this server, with what they know and how fast they were here."""
    settings: Settings = request.app.state.settings
    report = await _inspector(request).report()
    return SpeechModelListResponse(items=await asyncio.to_thread(models.list_models, settings, report.model))


@router.post("", dependencies=ADMIN, status_code=202)
async def bring_model(session: SessionDep, body: ModelBringRequest) -> TranscribeResponse:
    """Fetch a model from the hub by its name, or with ``folder`` copy it from a folder of the server, as a job."""
    if body.folder is not None:
        try:
            check_name(body.name)
        except ModelError as error:
            raise InvalidInputError(str(error), code=error.code) from error
    payload = {"name": body.name, "folder": body.folder}
    job = await enqueue(session, models.JOB_TYPE, payload, dedupe_key=f"{models.JOB_TYPE}:{body.name}", max_attempts=1)
    return TranscribeResponse(job_id=job.id, status=job.status)


@router.post("/verify", dependencies=ADMIN)
async def verify(request: Request, name: Name) -> ModelVerifyResponse:
    """Compare a model's files with what they were when it came to this server."""
    settings: Settings = request.app.state.settings
    model = await asyncio.to_thread(models.model_named, settings, name)
    try:
        damaged = await asyncio.to_thread(verify_model, model)
    except ModelError as error:
        raise InvalidInputError(str(error), code=error.code) from error
    return ModelVerifyResponse(name=name, ok=not damaged, damaged=damaged)


@router.delete("", dependencies=ADMIN)
async def remove(request: Request, name: Name) -> MessageResponse:
    """Remove a model that was fetched or imported."""
    settings: Settings = request.app.state.settings
    model = await asyncio.to_thread(models.model_named, settings, name)
    try:
        await asyncio.to_thread(remove_model, model)
    except ModelError as error:
        raise InvalidInputError(str(error), code=error.code) from error
    _inspector(request).forget()
    await request.app.state.runtime.engine_pool.forget()
    return MessageResponse(message="The model was removed.")


def _inspector(request: Request) -> EngineInspector:
    inspector: EngineInspector = request.app.state.engines
    return inspector
