"""What a recording is to those who treat all kinds of things alike."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from verbatim.core.lazy import lazy
from verbatim.core.resources import Resource, StoredFile
from verbatim.recordings.files import ORIGINAL
from verbatim.recordings.models import Recording, StrayFile
from verbatim.recordings.repository import get_response
from verbatim.recordings.schemas import RecordingResponse

if TYPE_CHECKING:
    from verbatim.uploads import making
else:
    making = lazy("verbatim.uploads.making")

RECORDING = Resource(
    name="recording",
    model=Recording,
    title="title",
    changed="recording.updated",
    audited=("title", "language", "details"),
    shown_as=MappingProxyType({"details": "metadata"}),
    frozen=("title", "file_name", "file_size", "mime_type", "sha256", "duration_seconds", "created_at", "details"),
    # A first transcript may still come to what is held; another would take the place of the one that people read.
    frozen_once=("language", "job_id", "transcript_id"),
    once="transcript_id",
    file=StoredFile("storage_key", ORIGINAL, StrayFile, place="storage_location", size="file_size", sha256="sha256"),
    takes=lambda: making.TAKER,
    schema=RecordingResponse,
    load=get_response,
    # Where the file lies is the server's own affair, and the job of this very event has not ended yet.
    exclude=frozenset({"file_path", "job", "template_id", "template"}),
)
"""The recording of an event that has a ``recording_id``."""
