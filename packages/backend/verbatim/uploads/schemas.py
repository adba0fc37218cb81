"""Uploads on the wire."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel


class DuplicateRef(BaseModel):
    """An earlier recording with the same bytes."""

    id: str
    title: str


class RecordingCreateResponse(BaseModel):
    """What an upload made. ``duplicate_of`` tells that the same file was here already; both are kept."""

    id: str
    title: str
    file_name: str
    file_size: int
    mime_type: str
    status: str
    sha256: str
    duration_seconds: float
    job_id: str | None
    duplicate_of: DuplicateRef | None
    created_at: datetime


class UploadKindsResponse(BaseModel):
    """The extensions of files that can be uploaded; ``accept`` is what a file field in a page takes."""

    extensions: list[str]
    accept: str
