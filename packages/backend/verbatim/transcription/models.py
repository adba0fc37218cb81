"""The Whisper models on this server: listing them, and bringing one here as a job."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import Any

from verbatim.adapters.transcription.model_files import model_places
from verbatim.adapters.transcription.models.hub import fetch_model
from verbatim.adapters.transcription.models.inventory import LocalModel, models_here
from verbatim.adapters.transcription.models.speeds import read_speeds
from verbatim.adapters.transcription.models.store import ModelError, import_model
from verbatim.config import Settings
from verbatim.core.errors import NotFoundError
from verbatim.core.jobs.context import JobContext, JobError
from verbatim.transcription.engines import engine_settings, models_folder
from verbatim.transcription.schemas import SpeechModel

JOB_TYPE = "speech_model"


class ModelNotFoundError(NotFoundError):
    """There is no such model on the server."""

    code = "model_not_found"


def list_models(settings: Settings, in_use: str | None) -> list[SpeechModel]:
    """Return what is there. Reads the disk."""
    speeds = read_speeds(models_folder(settings))
    return [
        SpeechModel(
            name=model.name,
            origin=model.origin,
            languages=sorted(model.languages),
            size_bytes=model.size_bytes,
            speed=speeds.get(model.name),
            in_use=model.name == in_use,
            removable=model.origin == "imported",
        )
        for model in models_here(model_places(engine_settings(settings)))
    ]


def model_named(settings: Settings, name: str) -> LocalModel:
    """Return a model by its name. Reads the disk.

    Raises:
        ModelNotFoundError: there is none.
    """
    here = models_here(model_places(engine_settings(settings)))
    found = next((model for model in here if model.name == name), None)
    if found is None:
        raise ModelNotFoundError
    return found


async def bring_model(job: JobContext) -> dict[str, Any] | None:
    """Job ``speech_model``: fetch a model from the hub, or copy it from a folder of the server."""
    settings: Settings = job.app_state.settings
    loop = asyncio.get_running_loop()
    done = (0, 0)

    def on_bytes(arrived: int, whole: int) -> None:
        loop.call_soon_threadsafe(note, arrived, whole)

    def note(arrived: int, whole: int) -> None:
        nonlocal done
        done = (arrived, whole)

    name, folder, store = job.payload["name"], job.payload.get("folder"), models_folder(settings)
    bring = (
        partial(fetch_model, name, store, on_bytes)
        if folder is None
        else partial(import_model, Path(folder), store, name, on_bytes)
    )
    work = asyncio.create_task(asyncio.to_thread(bring))
    while not work.done():
        await asyncio.wait([work], timeout=0.5)
        if done[1]:
            await job.progress(min(99.0, 100 * done[0] / done[1]), "fetching the model")
    try:
        model = work.result()
    except ModelError as error:
        raise JobError(str(error), code=error.code) from error
    return {"name": model.name, "size_bytes": model.size_bytes}
