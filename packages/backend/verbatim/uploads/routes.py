"""`POST /api/recordings/upload`."""

from __future__ import annotations

from typing import Any

from fastapi import Request

from verbatim.adapters.media import EXTENSIONS
from verbatim.adapters.storage.chosen import Storages
from verbatim.config import Settings
from verbatim.core.routing import Router
from verbatim.permissions import Permission, requires
from verbatim.recordings.files import original_key
from verbatim.uploads.making import FORM_FIELDS, make_recording
from verbatim.uploads.receive import receive_file
from verbatim.uploads.schemas import RecordingCreateResponse, UploadKindsResponse

router = Router()

UPLOAD_PATH = "/api/recordings/upload"

# The form is read while it arrives, so its shape is described here rather than by a parameter.
_FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {"schema": {"type": "object", "required": ["file"], "properties": FORM_FIELDS}}
        },
    }
}


@router.get("/upload/kinds", dependencies=[requires(Permission.RECORDING_CREATE)])
async def upload_kinds() -> UploadKindsResponse:
    """Tell which kinds of file can be uploaded, for the dialog in which people choose them."""
    extensions = [f".{extension}" for extension in EXTENSIONS]
    return UploadKindsResponse(extensions=extensions, accept=",".join(("audio/*", "video/*", *extensions)))


@router.post(
    "/upload",
    status_code=201,
    dependencies=[requires(Permission.RECORDING_CREATE)],
    openapi_extra=_FORM,
)
async def upload_recording(request: Request) -> RecordingCreateResponse:
    """Upload an audio or video file. It is transcribed unless ``transcribe`` is false."""
    settings: Settings = request.app.state.settings
    storages: Storages = request.app.state.storages
    location, storage = await storages.for_new_files()
    async with receive_file(
        request,
        request.app.state.database,
        storage,
        location=location,
        max_bytes=settings.upload_max_bytes,
        key_of=original_key,
    ) as stored:
        return await make_recording(request, stored)
