"""Transcribing a recording, and how this server does it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request

from verbatim.adapters.transcription.languages import LANGUAGES
from verbatim.adapters.transcription.model_files import shown_name
from verbatim.config import Mode, Settings
from verbatim.core.db import SessionDep
from verbatim.core.effects import Effect, declares
from verbatim.core.pagination import MessageResponse
from verbatim.core.routing import Router
from verbatim.permissions import Permission, requires
from verbatim.recordings.repository import get_recording
from verbatim.transcription import service
from verbatim.transcription.engines import EngineInspector
from verbatim.transcription.options import TranscriptionOptions
from verbatim.transcription.schemas import EngineStatus, StretchRequest, TranscribeResponse, TranscriptionConfigResponse
from verbatim.transcription.stretches import start_stretch
from verbatim.transcripts.locking import lock_transcript

router = Router()
config_router = Router()
stretch_router = Router()

UPDATE = [requires(Permission.RECORDING_UPDATE)]


@router.post("/{recording_id}/transcribe", dependencies=UPDATE)
async def transcribe(
    request: Request,
    session: SessionDep,
    recording_id: str,
    language: Annotated[str | None, Query(max_length=200)] = None,
    sound: Annotated[
        str | None, Query(max_length=50, description="Tracks and channels: mix, track:2, channel:1, tracks, channels.")
    ] = None,
    options: TranscriptionOptions | None = None,
) -> TranscribeResponse:
    """Transcribe a recording, again if need be, with other choices; earlier transcripts are kept."""
    engines: EngineInspector = request.app.state.engines
    chosen = options or TranscriptionOptions()
    if language is not None:
        chosen = chosen.model_copy(update={"language": language})
    await engines.check(chosen)
    recording = await get_recording(session, recording_id, lock=True, with_job=True)
    job = await service.start_transcription(session, recording, sound=sound, options=chosen)
    return TranscribeResponse(job_id=job.id, status=job.status)


@router.put("/{recording_id}/transcripts/{transcript_id}/current", dependencies=UPDATE)
async def make_current(session: SessionDep, recording_id: str, transcript_id: str) -> MessageResponse:
    """Make one of a recording's transcripts the one that people read; the others are kept."""
    recording = await get_recording(session, recording_id, lock=True)
    await service.make_current(session, recording, transcript_id)
    return MessageResponse(message="This transcript is the current one now.", id=transcript_id)


@router.post("/{recording_id}/retry", dependencies=UPDATE)
async def retry(session: SessionDep, recording_id: str) -> TranscribeResponse:
    """Try a failed or cancelled transcription again."""
    job = await service.retry_transcription(
        session, await get_recording(session, recording_id, lock=True, with_job=True)
    )
    return TranscribeResponse(job_id=job.id, status=job.status)


@router.post("/{recording_id}/cancel", dependencies=[*UPDATE, declares(Effect.STOP)])
async def cancel(session: SessionDep, recording_id: str) -> MessageResponse:
    """Stop a queued or running transcription."""
    await service.cancel_transcription(session, await get_recording(session, recording_id, lock=True, with_job=True))
    return MessageResponse(message="The transcription is being stopped.", id=recording_id)


@stretch_router.post("/{transcript_id}/stretches", dependencies=[requires(Permission.TRANSCRIPT_UPDATE)])
async def transcribe_stretch(session: SessionDep, transcript_id: str, body: StretchRequest) -> TranscribeResponse:
    """Listen again to a stretch of a recording, with another engine if wanted, and add what is found to the transcript.

    Text that is there stays as it is. ``not_understood`` of a transcript are the stretches for which this is meant.
    """
    transcript = await lock_transcript(session, transcript_id)
    job = await start_stretch(
        session,
        transcript,
        start=body.start_time,
        end=body.end_time,
        engine=body.engine,
        language=body.language,
    )
    return TranscribeResponse(job_id=job.id, status=job.status)


@config_router.get("/transcription", dependencies=[requires(Permission.RECORDING_READ)])
async def transcription_config(request: Request) -> TranscriptionConfigResponse:
    """Tell which engines there are, which one is used, and why."""
    settings: Settings = request.app.state.settings
    inspector: EngineInspector = request.app.state.engines
    report = await inspector.report()
    return TranscriptionConfigResponse(
        engine=settings.transcription_engine,
        effective_engine=report.engine,
        reason=report.reason,
        engines=[EngineStatus.model_validate(engine, from_attributes=True) for engine in report.engines],
        available_engines=[engine.name for engine in report.engines if engine.available],
        engine_caveats=[report.caveat] if report.caveat else [],
        model=report.model or shown_name(settings.transcription_model),
        device=settings.transcription_device,
        compute_type=settings.transcription_compute_type,
        mode="external" if report.engine == "openai-compatible" else "local",
        external_url=settings.transcription_url or None,
        external_api_key_set=bool(settings.transcription_api_key.get_secret_value()),
        languages=LANGUAGES,
        supported_languages=sorted(LANGUAGES if report.languages is None else report.languages),
        detects_language=report.detects,
        is_enterprise=settings.mode is Mode.ENTERPRISE,
    )
