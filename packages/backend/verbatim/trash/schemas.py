"""The trash on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field

from verbatim.core.inbound import RequestBody, example


class TrashedItemResponse(BaseModel):
    """Something in the trash, by its own id. ``kind`` is what it is; at ``ends_at`` it is gone, unless ``held``."""

    id: str
    kind: str
    title: str
    file_size: int
    duration_seconds: float | None
    workspace_id: str | None
    trashed_by_name: str | None
    trashed_at: datetime
    ends_at: datetime
    held: bool


class TrashedIdsRequest(
    RequestBody,
    json_schema_extra=example(
        {"ids": ["0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40", "7c41f0d3-2a9b-4e6d-8b15-c3e9a7d6f512"]}
    ),
):
    """Things in the trash, by their own ids."""

    ids: Annotated[list[Annotated[str, Field(max_length=36)]], Field(min_length=1, max_length=500)]


class TrashOutcome(BaseModel):
    """What was done, as a sentence and as a number; ``left`` things could not be, because they are under legal hold."""

    message: str
    count: int
    left: int = 0
