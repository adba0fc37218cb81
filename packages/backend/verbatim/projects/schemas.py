"""Projects on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field, StringConstraints

from verbatim.core.inbound import RequestBody, ShownJson, example
from verbatim.core.text import OneLine, Storable
from verbatim.recordings.schemas import BulkIdsRequest

Name = Annotated[str, OneLine, StringConstraints(min_length=1, max_length=200)]
Description = Annotated[str, Storable, StringConstraints(max_length=5000)]


class ProjectCreate(
    RequestBody, json_schema_extra=example({"name": "Garden", "description": "Everything about the new garden"})
):
    """A new project."""

    name: Name
    description: Description | None = None
    metadata: dict[str, Any] | None = None


class ProjectUpdate(RequestBody, json_schema_extra=example({"name": "Garden and fence"})):
    """Fields that are left out stay as they are."""

    name: Name | None = None
    description: Description | None = None
    metadata: dict[str, Any] | None = None


class InheritedTag(BaseModel):
    """A tag on recordings of a project, and on how many."""

    id: str
    name: str
    color: str | None
    recording_count: int


class ProjectResponse(BaseModel):
    """A project."""

    id: str
    name: str
    description: str | None
    project_type: dict[str, Any] | None
    metadata: ShownJson
    workspace_id: str | None
    recording_count: int
    inherited_tags: list[InheritedTag]
    created_at: datetime
    updated_at: datetime


class ProjectRecordingResponse(BaseModel):
    """A recording as a project lists it."""

    id: str
    title: str
    file_name: str
    duration_seconds: float
    status: str
    created_at: datetime
    updated_at: datetime


class ProjectRecordingsResponse(BaseModel):
    """The newest recordings of a project; the whole list pages through ``GET /api/recordings?project_id=``."""

    items: list[ProjectRecordingResponse]
    total: int


class BulkAssignRequest(
    BulkIdsRequest,
    json_schema_extra=example(
        {"ids": ["0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"], "project_id": "7c41f0d3-2a9b-4e6d-8b15-c3e9a7d6f512"}
    ),
):
    """Put recordings into a project; null takes them out of every project."""

    project_id: Annotated[str, Field(max_length=36)] | None = None


class ProjectMove(RequestBody, json_schema_extra=example({"workspace_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"})):
    """Move a project to another of the caller's workspaces."""

    workspace_id: Annotated[str, Field(max_length=36)]
