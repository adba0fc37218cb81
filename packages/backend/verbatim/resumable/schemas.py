"""Uploads in pieces on the wire, for those who ask how far they are."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel

from verbatim.uploads.schemas import DuplicateRef


class UploadResponse(BaseModel):
    """An upload: ``offset`` of its ``length`` bytes have arrived. ``result_id`` is what was made of it, if anything."""

    id: str
    kind: str
    file_name: str
    length: int
    offset: int
    is_sending: bool
    result_id: str | None
    duplicate_of: DuplicateRef | None = None
    created_at: datetime
    expires_at: datetime


class UploadListResponse(BaseModel):
    """Uploads of the caller's that were broken off or are on their way."""

    items: list[UploadResponse]


class TwinResponse(BaseModel):
    """The thing of that kind with the same bytes, if there is one."""

    duplicate_of: DuplicateRef | None
