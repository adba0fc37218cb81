"""`/api/recordings`."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Request
from starlette.responses import Response

from verbatim.adapters.media import PLAYABLE_TYPE
from verbatim.adapters.storage.api import StorageAdapter
from verbatim.adapters.storage.chosen import LocationUnknownError, Storages
from verbatim.core.db import Database, SessionDep, WideSessionDep
from verbatim.core.effects import AuditedRead, Effect, declares
from verbatim.core.pagination import ListResponse, MessageResponse, PageDep
from verbatim.core.routing import Router, sends
from verbatim.core.trash.moving import discard
from verbatim.permissions import Permission, requires
from verbatim.recordings import service
from verbatim.recordings.errors import FileMissingError, WaveformNotReadyError
from verbatim.recordings.files import playable_key
from verbatim.recordings.filters import RecordingFilter, wanted_by_query
from verbatim.recordings.models import Recording, Waveform
from verbatim.recordings.moving import move_recordings
from verbatim.recordings.naming import format_bytes, format_duration
from verbatim.recordings.playback import serve_file
from verbatim.recordings.repository import (
    get_recording,
    get_response,
    list_recordings,
    lock_recordings,
)
from verbatim.recordings.resource import RECORDING
from verbatim.recordings.schemas import (
    BulkIdsRequest,
    MoveRequest,
    RecordingPropertiesResponse,
    RecordingResponse,
    RecordingUpdateRequest,
    SoundTrack,
    WaveformResponse,
)
from verbatim.trash.sessions import TrashSession

router = Router()

READ = [requires(Permission.RECORDING_READ)]
UPDATE = [requires(Permission.RECORDING_UPDATE)]
DELETE = [requires(Permission.RECORDING_DELETE)]


async def storage_of(request: Request, recording: Recording) -> StorageAdapter:
    """Return the storage that holds a recording's file."""
    storages: Storages = request.app.state.storages
    try:
        return await storages.of(recording.storage_location)
    except LocationUnknownError as error:
        raise FileMissingError(
            f"The storage {recording.storage_location} of this recording is not configured."
        ) from error


@router.get("", dependencies=READ)
async def list_(
    session: SessionDep,
    page: PageDep,
    wanted: Annotated[RecordingFilter, Depends(wanted_by_query)],
    sort_by: Literal["created_at", "title", "duration_seconds", "file_size"] = "created_at",
    sort_order: Literal["asc", "desc"] = "desc",
) -> ListResponse[RecordingResponse]:
    """List recordings, newest first unless asked otherwise."""
    items, total = await list_recordings(session, wanted, page, sort_by=sort_by, descending=sort_order == "desc")
    return ListResponse.of(items, total, page)


@router.post("/bulk-delete", dependencies=[*DELETE, declares(Effect.DELETE)])
async def bulk_delete(request: Request, session: TrashSession, body: BulkIdsRequest) -> MessageResponse:
    """Delete several recordings. They lie in the trash for as long as the server is set to, and can be restored."""
    found = await lock_recordings(session, body.ids, with_jobs=True)
    await discard(session, RECORDING, found, days=request.app.state.settings.trash_days)
    return MessageResponse(message=f"{len(found)} recordings deleted.")


@router.post("/move", dependencies=UPDATE)
async def move(session: WideSessionDep, body: MoveRequest) -> MessageResponse:
    """Move recordings to another workspace; they leave their projects, which stay behind."""
    found = await lock_recordings(session, body.ids)
    await move_recordings(session, found, body.workspace_id)
    return MessageResponse(message=f"{len(found)} recordings moved.")


@router.get("/{recording_id}", dependencies=[*READ, declares(audited=AuditedRead("recording.opened", "recording"))])
async def get(session: SessionDep, recording_id: str) -> RecordingResponse:
    """Get one recording."""
    return await get_response(session, recording_id)


@router.patch("/{recording_id}", dependencies=UPDATE)
async def update(session: SessionDep, recording_id: str, body: RecordingUpdateRequest) -> RecordingResponse:
    """Change a recording's title or metadata."""
    recording = await get_recording(session, recording_id, lock=True)
    await service.update_recording(session, recording, title=body.title, metadata=body.metadata)
    await session.flush()
    return await get_response(session, recording_id)


@router.delete("/{recording_id}", dependencies=DELETE)
async def delete(request: Request, session: TrashSession, recording_id: str) -> MessageResponse:
    """Delete a recording. It lies in the trash for as long as the server is set to, and can be restored from there."""
    recording = await get_recording(session, recording_id, lock=True, with_job=True)
    await discard(session, RECORDING, [recording], days=request.app.state.settings.trash_days)
    return MessageResponse(message="The recording was deleted.", id=recording_id)


@router.get("/{recording_id}/properties", dependencies=READ)
async def properties(request: Request, session: SessionDep, recording_id: str) -> RecordingPropertiesResponse:
    """Get what is known about a recording's file."""
    recording = await get_recording(session, recording_id)
    media = recording.media
    return RecordingPropertiesResponse(
        id=recording.id,
        title=recording.title,
        file_path=recording.storage_key,
        file_name=recording.file_name,
        file_size=recording.file_size,
        file_size_formatted=format_bytes(recording.file_size),
        file_exists=await (await storage_of(request, recording)).exists(recording.storage_key),
        mime_type=recording.mime_type,
        duration_seconds=recording.duration_seconds,
        duration_formatted=format_duration(recording.duration_seconds),
        status=recording.status,
        storage_location=recording.storage_location,
        sha256=recording.sha256,
        container=media.get("container"),
        codec=media.get("codec"),
        channels=media.get("channels"),
        sample_rate=media.get("sample_rate"),
        bit_rate=media.get("bit_rate"),
        has_video=bool(media.get("has_video")),
        tracks=[SoundTrack.model_validate(track) for track in media.get("tracks") or ()],
        sound=media.get("sound") or "mix",
        plays_in_browser=bool(media.get("plays_in_browser", True) or media.get("playable")),
        created_at=recording.created_at,
        updated_at=recording.updated_at,
    )


@router.head("/{recording_id}/audio", dependencies=READ, response_class=Response, include_in_schema=False)
@router.get(
    "/{recording_id}/audio",
    dependencies=[
        *READ,
        declares(audited=AuditedRead("recording.played", "recording", download="recording.downloaded")),
    ],
    response_class=Response,
    responses=sends("audio/*", "video/*", "application/octet-stream", ranges=True),
)
async def audio(
    request: Request, recording_id: str, *, download: bool = False, original: bool = False, link: bool = True
) -> Response:
    """Play or download a recording; byte ranges are supported. Where its storage allows it, the answer leads to a link
    that is good for a minute; with ``link=false`` the file itself is sent.

    A kind that not every browser plays, or that holds several tracks, is played from a copy of its sound as soon as
    there is one. ``original`` plays the file as it was uploaded, with its picture if it has one; ``download`` saves it.
    """
    database: Database = request.app.state.database
    # Not the request's session: its connection would stay taken for as long as somebody listens.
    async with database.transaction(read_only=True) as session:
        recording = await get_recording(session, recording_id)
    storage = await storage_of(request, recording)
    mime_type = recording.mime_type
    try:
        if recording.media.get("playable") and not (download or original):
            info = await storage.get_file_info(playable_key(recording))
            mime_type = PLAYABLE_TYPE
        else:
            info = await storage.get_file_info(recording.storage_key)
    except FileNotFoundError as error:
        raise FileMissingError from error
    return await serve_file(
        request, storage, info, mime_type=mime_type, file_name=recording.file_name, download=download, by_link=link
    )


@router.get("/{recording_id}/waveform", dependencies=READ)
async def waveform(session: SessionDep, recording_id: str) -> WaveformResponse:
    """Get the loudness of a recording over time."""
    recording = await get_recording(session, recording_id)
    found = await session.get(Waveform, recording_id)
    if found is None:
        raise WaveformNotReadyError
    return WaveformResponse(duration_seconds=recording.duration_seconds, peaks=found.peaks)
