"""Making a recording of a file that is stored, whichever way its bytes came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from starlette.requests import Request

from verbatim.core.arrivals import Taker
from verbatim.core.db import Database
from verbatim.core.lasting import confirm_rights
from verbatim.core.queries import refuse_unknown_form
from verbatim.permissions import Permission
from verbatim.projects.service import get_project
from verbatim.recordings.files import original_key
from verbatim.uploads.receive import StoredFile, examined
from verbatim.uploads.schemas import DuplicateRef, RecordingCreateResponse
from verbatim.uploads.service import (
    check_options,
    create_recording,
    earlier_recording_of,
    metadata_of,
    transcribe_if_wanted,
)

_TEXT: Final = {"type": "string"}
FORM_FIELDS: Final[dict[str, Any]] = {
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
}
"""What can be said with a recording, as the API's description shows it."""


async def check_recording(request: Request, form: Mapping[str, str]) -> None:
    """Refuse what was said with a recording as far as that can be known without its file.

    Raises:
        RequestValidationError: a field is unknown.
        InvalidInputError: a choice cannot be, or the metadata are none.
        NotFoundError: the project is not there.
    """
    said = dict(form)
    await check_options(request.app.state.engines, said)
    refuse_unknown_form(said, frozenset(FORM_FIELDS))
    metadata_of(said)
    if project_id := said.get("project_id"):
        database: Database = request.app.state.database
        async with database.transaction(read_only=True) as session:
            await get_project(session, project_id)


async def make_recording(request: Request, stored: StoredFile) -> RecordingCreateResponse:
    """Make a recording of a stored file, and have it transcribed unless its form says otherwise.

    Raises:
        InvalidInputError: it is not a recording, or what was said with it cannot be.
        RightsLostError: the caller may not do this any more.
    """
    state = request.app.state
    database: Database = state.database
    received = await examined(stored, await state.storages.of(stored.storage_location), state.cage)
    await check_options(state.engines, received.form)
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


TAKER: Final[Taker] = Taker(
    permission=Permission.RECORDING_CREATE,
    fields=frozenset(FORM_FIELDS) - {"file"},
    key_of=original_key,
    check=check_recording,
    twin=earlier_recording_of,
    make=make_recording,
)
"""How recordings take a file."""
