"""Turning a received file into a recording."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.errors import InvalidInputError
from verbatim.core.events import emit
from verbatim.core.jobs.models import Job
from verbatim.core.jobs.queue import enqueue
from verbatim.core.ownership import inside
from verbatim.projects.models import Project
from verbatim.projects.service import add_recording, get_project
from verbatim.recordings.events import RecordingCreated
from verbatim.recordings.models import Recording, RecordingStatus
from verbatim.recordings.naming import title_given, title_of
from verbatim.recordings.service import check_metadata
from verbatim.recordings.sound import known_sound
from verbatim.tags.service import tag_by_names
from verbatim.transcription.engines import EngineInspector
from verbatim.transcription.options import TranscriptionOptions, languages_in, read_options
from verbatim.transcription.service import only_language, start_transcription
from verbatim.uploads.receive import ReceivedFile

METADATA_FIELDS = ("description", "participants", "location", "recorded_date", "quality")


async def create_recording(session: AsyncSession, received: ReceivedFile) -> Recording:
    """Give a received file its recording, with the project, tags and metadata of its form; it lies where its project
    does.
    """
    project_id = received.form.get("project_id") or None
    project = None if project_id is None else await get_project(session, project_id)
    with inside(None if project is None else project.workspace_id):
        return await _create(session, received, project)


async def _create(session: AsyncSession, received: ReceivedFile, project: Project | None) -> Recording:
    form = received.form
    recording = Recording(
        id=received.recording_id,
        title=title_given(form) or title_of(received.file_name),
        file_name=received.file_name,
        file_size=received.size,
        mime_type=received.media.mime_type,
        sha256=received.sha256,
        storage_location=received.storage_location,
        storage_key=received.storage_key,
        duration_seconds=received.media.duration_seconds,
        media={**received.media_properties(), "sound": known_sound(form.get("sound"), received.media_properties())},
        details=metadata_of(form),
        status=RecordingStatus.UNTRANSCRIBED,
    )
    session.add(recording)
    await received.settled(session)
    await session.flush()
    await emit(session, RecordingCreated(recording_id=recording.id, project_id=project.id if project else None))
    if project is not None:
        await add_recording(session, project, recording)
    await tag_by_names(session, recording.id, form.get("tags", "").split(","))
    await enqueue(
        session,
        "waveform",
        {"recording_id": recording.id},
        priority=10,
        dedupe_key=f"waveform:{recording.id}",
    )
    if not received.media.plays_in_browser:
        await enqueue(
            session, "playable", {"recording_id": recording.id}, priority=5, dedupe_key=f"playable:{recording.id}"
        )
    return recording


def metadata_of(form: dict[str, str]) -> dict[str, Any]:
    """Return what a form says about a recording beside its title.

    Raises:
        InvalidInputError: ``extra_metadata`` is no JSON object, or there is too much of it.
    """
    found: dict[str, Any] = {name: form[name] for name in METADATA_FIELDS if form.get(name)}
    extra = form.get("extra_metadata")
    if extra:
        try:
            parsed = json.loads(extra)
        except (ValueError, RecursionError) as error:
            raise InvalidInputError("extra_metadata is not valid JSON.", code="bad_metadata") from error
        if not isinstance(parsed, dict):
            raise InvalidInputError("extra_metadata must be a JSON object.", code="bad_metadata")
        found |= parsed
    check_metadata(found)
    return found


async def earlier_recording_of(session: AsyncSession, sha256: str) -> Recording | None:
    """Return the oldest recording with the same bytes, if there is one."""
    found: Recording | None = await session.scalar(
        select(Recording).where(Recording.sha256 == sha256).order_by(Recording.created_at, Recording.id).limit(1)
    )
    return found


def is_transcription_wanted(form: dict[str, str]) -> bool:
    return form.get("transcribe", "true").strip().lower() not in {"false", "0", "no", "off"}


def options_of(form: dict[str, str]) -> TranscriptionOptions:
    """Return the choices of an upload; its ``language`` goes before that of its ``options``.

    Raises:
        InvalidInputError: they cannot be understood, or a language is unknown.
    """
    options = read_options(form.get("options"))
    if form.get("language"):
        options = options.model_copy(update={"language": form["language"]})
    languages_in(options.language)
    return options


async def check_options(engines: EngineInspector, form: dict[str, str]) -> None:
    """Refuse a language that is unknown, or that nothing here could transcribe, and other choices that cannot be.

    Raises:
        InvalidInputError: nothing was made of the upload yet.
    """
    options = options_of(form)
    if is_transcription_wanted(form):
        await engines.check(options)


async def transcribe_if_wanted(session: AsyncSession, recording: Recording, form: dict[str, str]) -> Job | None:
    """Start the transcription unless the form says otherwise; its language is checked and remembered either way."""
    options = options_of(form)
    recording.language = only_language(options.language)
    if not is_transcription_wanted(form):
        return None
    return await start_transcription(session, recording, options=options)
