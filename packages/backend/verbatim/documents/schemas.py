"""Documents on the wire; names as in the published API, ours added beside them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from verbatim.core.inbound import RequestBody, ShownJson, example
from verbatim.recordings.schemas import BulkIdsRequest, NamedRef, TagRef, Title
from verbatim.uploads.schemas import DuplicateRef

Status = Literal["queued", "processing", "completed", "failed"]


class DocumentResponse(BaseModel):
    """A document. ``error`` and its ``error_code`` say why a text could not be read, ``note`` what of it could not.

    One that is ``held`` can be neither deleted nor changed. ``project_id`` is the first of ``project_ids``,
    ``error_message`` the same as ``error``. ``extracted_text`` is there when it was asked for.
    """

    id: str
    title: str
    filename: str
    file_path: str
    mime_type: str
    kind: str
    file_size_bytes: int
    sha256: str
    status: Status
    error: str | None
    error_message: str | None
    error_code: str | None
    note: str | None
    page_count: int | None
    metadata: ShownJson
    workspace_id: str | None
    project_id: str | None
    project_ids: list[str]
    projects: list[NamedRef]
    tag_ids: list[str]
    tags: list[TagRef]
    job_id: str | None
    held: bool
    extracted_text: str | None = None
    created_at: datetime
    updated_at: datetime


class DocumentCreateResponse(DocumentResponse):
    """What an upload made. ``duplicate_of`` tells that the same file was here already; both are kept."""

    duplicate_of: DuplicateRef | None


class DocumentUpdateRequest(RequestBody, json_schema_extra=example({"title": "Garden plan, second draft"})):
    """Fields that are left out stay as they are; ``metadata`` replaces the whole object."""

    title: Title | None = None
    metadata: dict[str, Any] | None = None
    project_id: Annotated[str, Field(max_length=36)] | None = None


class DocumentPropertiesResponse(BaseModel):
    """What is known about the file."""

    id: str
    title: str
    file_path: str
    filename: str
    file_size: int
    file_size_formatted: str
    file_exists: bool
    mime_type: str
    page_count: int | None
    status: Status
    storage_location: str
    sha256: str
    created_at: datetime
    updated_at: datetime


class PassageResponse(BaseModel):
    """A piece of a document's text and where it stands; ``confidence`` (0 to 1) where it was read by OCR."""

    id: str
    position: int
    page: int | None
    sheet: str | None
    row: int | None
    paragraph: int | None
    confidence: float | None
    text: str


class TextResponse(BaseModel):
    """A part of a document's text, in reading order. ``total`` are the pieces of all of it."""

    items: list[PassageResponse]
    total: int


class ProcessRequest(RequestBody, json_schema_extra=example({"password": "the document's own"})):
    """Read the text again. A ``password`` opens a protected document for this once; it is never stored."""

    password: Annotated[str, Field(min_length=1, max_length=500)] | None = None


class DocumentAssignRequest(
    BulkIdsRequest,
    json_schema_extra=example(
        {"ids": ["0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"], "project_id": "7c41f0d3-2a9b-4e6d-8b15-c3e9a7d6f512"}
    ),
):
    """Put documents into a project; null takes them out of every project."""

    project_id: Annotated[str, Field(max_length=36)] | None = None


class DocumentKindsResponse(BaseModel):
    """The extensions of files that can be read; ``accept`` is what a file field in a page takes."""

    extensions: list[str]
    accept: str
