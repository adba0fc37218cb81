"""Loading the model before the first recording comes, where that is wanted."""

from __future__ import annotations

import asyncio
from typing import Final

import structlog
from fastapi import FastAPI

from verbatim.adapters.transcription.api import TranscriptionError
from verbatim.adapters.transcription.runner import prepare_engine
from verbatim.adapters.transcription.warm.pool import EnginePool
from verbatim.config import Settings
from verbatim.core.services import Service
from verbatim.transcription.engines import engine_settings

log = structlog.get_logger(__name__)


LOADING: Final = Service[asyncio.Task[None]]("early_engine")


async def load_early(app: FastAPI) -> None:
    """Begin to load the model; the start does not wait for it."""
    runtime = app.state.runtime
    settings: Settings = runtime.settings
    if settings.transcription_preload and (runtime.is_worker or settings.jobs == "embedded"):
        LOADING.put(app, asyncio.create_task(_load(runtime.engine_pool, settings)))


async def _load(pool: EnginePool, settings: Settings) -> None:
    try:
        await prepare_engine(pool, engine_settings(settings))
    except TranscriptionError as error:
        log.warning("transcription_model_not_loaded", reason=str(error))


async def stop_early(app: FastAPI) -> None:
    """Let go of a model that is still being loaded."""
    if (task := LOADING.found(app)) is not None:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
