"""`POST /api/recordings/upload`."""

from __future__ import annotations

from typing import Any

from fastapi import Request

from verbatim.adapters.media import EXTENSIONS
from verbatim.adapters.storage.chosen import Storages
from verbatim.config import Settings
from verbatim.core.db import Database
from verbatim.core.lasting import confirm_rights
from verbatim.core.queries import refuse_unknown_form
from verbatim.core.routing import Router
from verbatim.permissions import Permission, requires
from verbatim.uploads.receive import receive_upload
from verbatim.uploads.schemas import DuplicateRef, RecordingCreateResponse, UploadKindsResponse
from verbatim.uploads.service import check_options, create_recording, earlier_recording_of, transcribe_if_wanted

router = Router()

UPLOAD_PATH = "/api/recordings/upload"

_TEXT = {"type": "string"}
# The form is read while it arrives, so its shape is described here rather than by a parameter.
_FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {"type": "string", "format": "binary"},
                        "title": _TEXT,
                        "project_id": _TEXT,
                        "tags": {**_TEXT, "description": "Names, comma-separated; new ones are made."},
                        "language": {
                            **_TEXT,
                            "description": "ISO 639-1 code; left out: found by the engine.",
                        },
                        "sound": {
                            **_TEXT,
                            "default": "mix",
                            "description": "What is listened to: mix (all tracks and channels), track:2, channel:3, "
                            "track:2,channel:1, or tracks or channels (a speaker each).",
                        },
                        "options": {
                            **_TEXT,
                            "description": "TranscriptionOptions as JSON: further choices for the transcription.",
                        },
                        "transcribe": {"type": "string", "enum": ["true", "false"], "default": "true"},
                        "description": _TEXT,
                        "participants": _TEXT,
                        "location": _TEXT,
                        "recorded_date": _TEXT,
                        "quality": _TEXT,
                        "template_id": _TEXT,
                        "extra_metadata": {**_TEXT, "description": "A JSON object."},
                    },
                }
            }
        },
    }
}


@router.get("/upload/kinds", dependencies=[requires(Permission.RECORDING_CREATE)])
async def upload_kinds() -> UploadKindsResponse:
    """Tell which kinds of file can be uploaded, for the dialog in which people choose them."""
    extensions = [f".{extension}" for extension in EXTENSIONS]
    return UploadKindsResponse(extensions=extensions, accept=",".join(("audio/*", "video/*", *extensions)))


FORM_FIELDS: dict[str, Any] = _FORM["requestBody"]["content"]["multipart/form-data"]["schema"]["properties"]


@router.post(
    "/upload",
    status_code=201,
    dependencies=[requires(Permission.RECORDING_CREATE)],
    openapi_extra=_FORM,
)
async def upload_recording(request: Request) -> RecordingCreateResponse:
    """Upload an audio or video file. It is transcribed unless ``transcribe`` is false."""
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
        await check_options(request.app.state.engines, received.form)
        # No transaction is open while bytes arrive: a slow upload holds no connection and no lock.
        refuse_unknown_form(received.form, frozenset(FORM_FIELDS))
        await confirm_rights(request)
        async with database.transaction() as session:
            twin = await earlier_recording_of(session, received.sha256)
            recording = await create_recording(session, received)
            job = await transcribe_if_wanted(session, recording, received.form)
    return RecordingCreateResponse(
        id=recording.id,
        title=recording.title,
        file_name=recording.file_name,
        file_size=recording.file_size,
        mime_type=recording.mime_type,
        status=recording.status,
        sha256=recording.sha256,
        duration_seconds=recording.duration_seconds,
        job_id=job.id if job else None,
        duplicate_of=DuplicateRef(id=twin.id, title=twin.title) if twin else None,
        created_at=recording.created_at,
    )
