"""Notes on the wire; names as in the published API, ours added beside them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, StringConstraints, model_validator

from verbatim.core.inbound import RequestBody, ShownJson, example
from verbatim.core.text import Storable

MOST_CHARACTERS = 50_000
Content = Annotated[str, StringConstraints(min_length=1, max_length=MOST_CHARACTERS), Storable]
Anchor = Literal["none", "timestamp", "page", "selection"]
Id = Annotated[str, Field(max_length=36)]


class NoteCreate(
    RequestBody,
    json_schema_extra=example(
        {"content": "Ask Ada about the **fence**.", "recording_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"}
    ),
):
    """A note on a recording, a document or a project, on one of them only. Its content is Markdown.

    The anchor says where in the thing it stands: ``{"time": 12.5}``, ``{"page": 3}``.
    """

    content: Content
    recording_id: Id | None = None
    document_id: Id | None = None
    project_id: Id | None = None
    anchor_type: Anchor = "none"
    anchor_data: dict[str, Any] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _on_one_thing(self) -> NoteCreate:
        if [self.recording_id, self.document_id, self.project_id].count(None) != 2:  # noqa: PLR2004 - two of three
            raise ValueError("name one of recording_id, document_id and project_id")
        return self


class NoteUpdate(RequestBody, json_schema_extra=example({"content": "Ada has ordered the fence.", "revision": 1})):
    """Fields that are left out stay as they are. With ``revision`` it is refused when somebody was faster."""

    content: Content | None = None
    anchor_type: Anchor | None = None
    anchor_data: dict[str, Any] | None = None
    revision: Annotated[int, Field(ge=1)] | None = None


class NoteResponse(BaseModel):
    """A note. ``content`` is Markdown as it was written: whoever shows it leaves out what could run."""

    id: str
    content: str
    recording_id: str | None
    document_id: str | None
    project_id: str | None
    anchor_type: str
    anchor_data: ShownJson
    author: str
    revision: int
    workspace_id: str | None
    created_at: datetime
    updated_at: datetime


class NoteListResponse(BaseModel):
    """The notes on one thing, the newest first."""

    items: list[NoteResponse]
    total: int
