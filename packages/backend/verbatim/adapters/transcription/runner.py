"""Running an engine from the server: finds a process for it, listens to what it says, and tells how it ended."""

from __future__ import annotations

import os
import signal
from collections.abc import Hashable

from verbatim.adapters.transcription import wire
from verbatim.adapters.transcription.api import (
    EngineChosen,
    EngineEvent,
    EngineFailed,
    OnEvent,
    Segment,
    SegmentReady,
    TranscriptionOutcome,
    TranscriptionRequest,
    TranscriptionSettings,
)
from verbatim.adapters.transcription.languages import validate_language
from verbatim.adapters.transcription.warm.pool import EnginePool, PoolOptions, current_pool
from verbatim.adapters.transcription.warm.process import EngineProcess


async def run_engine(
    request: TranscriptionRequest, settings: TranscriptionSettings, on_event: OnEvent
) -> TranscriptionOutcome:
    """Transcribe a file in a process of its own, or in one of the pool in use (`using_pool`).

    `on_event` is awaited for each event in order, so a slow receiver slows the engine and fills no memory.
    Cancelling the call, or an exception from `on_event`, kills the process before this function ends.

    Raises:
        TranscriptionError: with a sentence for the user; UnknownLanguage comes before anything starts.
        MediaError: the file cannot be decoded.
    """
    validate_language(request.language)
    pool = current_pool()
    if pool is not None:
        return await _run(pool, request, settings, on_event)
    own = EnginePool(PoolOptions())
    try:
        return await _run(own, request, settings, on_event)
    finally:
        await own.close()


async def prepare_engine(pool: EnginePool, settings: TranscriptionSettings) -> None:
    """Have a process of the pool load the model that a recording would need now.

    Raises:
        TranscriptionError: it cannot be loaded.
    """
    async with pool.process((settings, (), False)) as process:
        await process.ask(wire.to_line(wire.preparation_message(settings, os.getpid())))
        while (message := await process.answer()) is not None:
            _learn(pool, (settings, (), False), process, wire.read_event(message))
            if "ready" in message or "error" in message:
                process.is_free = True
            if "ready" in message:
                return
            if "error" in message:
                raise wire.read_error(message)
        raise EngineFailed(process.over_limit or _epitaph(await process.status()))


async def _run(
    pool: EnginePool, request: TranscriptionRequest, settings: TranscriptionSettings, on_event: OnEvent
) -> TranscriptionOutcome:
    job = wire.to_line(wire.job_message(request, settings, os.getpid()))
    key = (settings, request.wanted_languages, request.translate)
    while True:
        async with pool.process(key) as process:

            async def on_each(event: EngineEvent, process: EngineProcess = process) -> None:
                _learn(pool, key, process, event)
                await on_event(event)

            outcome = await _converse(process, job, on_each)
            if outcome is not None:
                return outcome
            if process.over_limit is None and process.jobs > 1 and not process.heard:
                continue  # it ended while it waited for work: this job is not to blame
            raise EngineFailed(process.over_limit or _epitaph(await process.status()))


def _learn(pool: EnginePool, key: Hashable, process: EngineProcess, event: EngineEvent | None) -> None:
    if isinstance(event, EngineChosen):
        pool.learn(key, process, (event.engine, event.model))


async def _converse(process: EngineProcess, job: bytes, on_event: OnEvent) -> TranscriptionOutcome | None:
    """Send the job and follow what comes back; None when the worker ends without a last word."""
    await process.ask(job)
    segments: list[Segment] = []
    while (message := await process.answer()) is not None:
        if "outcome" in message:
            process.is_free = True
            return wire.read_outcome(message, tuple(segments))
        if "error" in message:
            error = wire.read_error(message)
            process.is_free, process.is_sound = True, not isinstance(error, EngineFailed)
            raise error
        event = wire.read_event(message)
        if isinstance(event, SegmentReady):
            segments.append(event.segment)
        if event is not None:
            await on_event(event)
    return None


def _epitaph(status: int) -> str:
    if status == -signal.SIGKILL:
        return (
            "The transcription process was stopped by the operating system, probably for lack of memory; "
            "a smaller model may help."
        )
    if status < 0:
        name = signal.Signals(-status).name if -status in set(signal.Signals) else str(-status)
        return f"The transcription process crashed ({name})."
    return "The transcription process ended without a result."
