"""`/v1`: transcriptions and models as OpenAI has them."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import Request
from pydantic import BaseModel
from starlette.responses import Response

from verbatim.adapters.storage.chosen import Storages
from verbatim.config import Settings
from verbatim.core.db import Database
from verbatim.core.lasting import confirm_rights
from verbatim.core.routing import Router, sends
from verbatim.openai_api.answers import answer
from verbatim.openai_api.errors import SpeechModelNotFoundError
from verbatim.openai_api.form import FIELDS, USUAL, Wish, read
from verbatim.openai_api.service import ClientLeftError, forget, wait_for_text
from verbatim.permissions import Permission, demand, requires
from verbatim.transcription import models
from verbatim.transcription.engines import EngineInspector
from verbatim.transcription.service import start_transcription
from verbatim.uploads.receive import receive_upload
from verbatim.uploads.service import create_recording

router = Router()

TRANSCRIPTIONS_PATH = "/v1/audio/transcriptions"
_FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {"type": "object", "required": ["file", "model"], "properties": FIELDS},
            }
        },
    }
}
_CLIENT_LEFT = 499


class OpenAIModel(BaseModel):
    """A model as OpenAI lists it."""

    id: str
    object: str = "model"
    created: int = 0
    owned_by: str = "verbatim"


class OpenAIModelList(BaseModel):
    """All of them."""

    object: str = "list"
    data: list[OpenAIModel]


@router.post(
    "/audio/transcriptions",
    dependencies=[requires(Permission.RECORDING_CREATE)],
    openapi_extra=_FORM,
    response_class=Response,
    responses=sends("application/json", "text/plain", "text/vtt", "text/event-stream"),
)
async def transcriptions(request: Request) -> Response:
    """Transcribe a file and give the text, as OpenAI does. Nothing is kept of it."""
    settings: Settings = request.app.state.settings
    database: Database = request.app.state.database
    storages: Storages = request.app.state.storages
    location, storage = await storages.for_new_files()
    async with receive_upload(
        request,
        database,
        storage,
        cage=request.app.state.cage,
        location=location,
        max_bytes=settings.upload_max_bytes,
    ) as received:
        demand(request, Permission.TRANSCRIPT_READ)
        wish = read(received.form)
        await _check_model(request, wish)
        received.form = {"title": received.file_name}
        await confirm_rights(request)
        async with database.transaction() as session:
            recording = await create_recording(session, received)
            job = await start_transcription(session, recording, options=wish.options)
    try:
        heard = await wait_for_text(request, database, recording.id, job.id, words=wish.words)
        await confirm_rights(request)
    except ClientLeftError:
        return Response(status_code=_CLIENT_LEFT)
    finally:
        await forget(database, recording.id)
    return await asyncio.to_thread(answer, heard, recording.duration_seconds, wish)


async def _check_model(request: Request, wish: Wish) -> None:
    if wish.model not in USUAL and wish.model not in await _names(request):
        raise SpeechModelNotFoundError
    inspector: EngineInspector = request.app.state.engines
    await inspector.check(wish.options)


async def _names(request: Request) -> list[str]:
    return [one.name for one in await asyncio.to_thread(models.list_models, request.app.state.settings, None)]


@router.get("/models", dependencies=[requires(Permission.RECORDING_READ)])
async def list_models(request: Request) -> OpenAIModelList:
    """List the models for speech on this server; whisper-1 is the best of them."""
    return OpenAIModelList(data=[OpenAIModel(id=name) for name in ["whisper-1", *await _names(request)]])


@router.get("/models/{model_name}", dependencies=[requires(Permission.RECORDING_READ)])
async def get_model(request: Request, model_name: str) -> OpenAIModel:
    """Get one model for speech."""
    if model_name not in USUAL - {""} and model_name not in await _names(request):
        raise SpeechModelNotFoundError
    return OpenAIModel(id=model_name)
