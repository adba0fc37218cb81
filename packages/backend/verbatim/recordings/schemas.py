"""Recordings on the wire; names as in the published API, ours added beside them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field, StringConstraints

from verbatim.core.inbound import RequestBody, ShownJson, example
from verbatim.core.text import OneLine
from verbatim.recordings.naming import MAX_TITLE

Title = Annotated[str, OneLine, StringConstraints(min_length=1, max_length=MAX_TITLE)]


class NamedRef(BaseModel):
    """A link to something with a name."""

    id: str
    name: str


class TagRef(NamedRef):
    """A tag as lists show it."""

    color: str | None


class JobRef(BaseModel):
    """The latest transcription of a recording. ``progress`` runs from 0 to 100."""

    id: str
    status: str
    progress: float
    stage: str | None
    error: str | None


class RecordingResponse(BaseModel):
    """A recording, without any transcript text. One that is ``held`` can be neither deleted nor corrected."""

    id: str
    title: str
    file_name: str
    file_path: str
    file_size: int
    mime_type: str
    duration_seconds: float
    sha256: str
    status: str
    metadata: ShownJson
    workspace_id: str | None
    template_id: str | None
    template: dict[str, Any] | None
    project_ids: list[str]
    projects: list[NamedRef]
    tag_ids: list[str]
    tags: list[TagRef]
    transcript_id: str | None
    language: str | None
    engine: str | None
    word_count: int | None
    job: JobRef | None
    held: bool
    created_at: datetime
    updated_at: datetime


class RecordingUpdateRequest(RequestBody, json_schema_extra=example({"title": "Garden meeting, 3 March"})):
    """Fields that are left out stay as they are; ``metadata`` replaces the whole object."""

    title: Title | None = None
    metadata: dict[str, Any] | None = None


class SoundTrack(BaseModel):
    """A sound track of the file; ``number`` counts from 1. ``layout`` is None where the file names no positions."""

    number: int
    codec: str
    channels: int
    layout: str | None
    sample_rate: int
    language: str | None
    title: str | None


class RecordingPropertiesResponse(BaseModel):
    """What is known about the file. ``sound`` is the choice of tracks and channels that was made at the upload;
    ``plays_in_browser`` is false while a copy that browsers can play is still to be made.
    """

    id: str
    title: str
    file_path: str
    file_name: str
    file_size: int
    file_size_formatted: str
    file_exists: bool
    mime_type: str
    duration_seconds: float
    duration_formatted: str
    status: str
    storage_location: str
    sha256: str
    container: str | None
    codec: str | None
    channels: int | None
    sample_rate: int | None
    bit_rate: int | None
    has_video: bool
    tracks: list[SoundTrack]
    sound: str
    plays_in_browser: bool
    created_at: datetime
    updated_at: datetime


class WaveformResponse(BaseModel):
    """Loudness over time: evenly spaced peaks between 0 and 1."""

    duration_seconds: float
    peaks: list[float]


class BulkIdsRequest(
    RequestBody,
    json_schema_extra=example(
        {"ids": ["0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40", "7c41f0d3-2a9b-4e6d-8b15-c3e9a7d6f512"]}
    ),
):
    """Several recordings at once."""

    ids: Annotated[list[str], Field(min_length=1, max_length=500)]


class MoveRequest(
    BulkIdsRequest,
    json_schema_extra=example(
        {"ids": ["0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"], "workspace_id": "7c41f0d3-2a9b-4e6d-8b15-c3e9a7d6f512"}
    ),
):
    """Move recordings to another of the caller's workspaces."""

    workspace_id: Annotated[str, Field(max_length=36)]
