"""Tags on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, StringConstraints

from verbatim.core.inbound import RequestBody, example
from verbatim.core.text import OneLine

TagName = Annotated[str, OneLine, StringConstraints(min_length=1, max_length=100, pattern=r"^[^,]+$")]
Color = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


class TagCreateRequest(RequestBody, json_schema_extra=example({"name": "minutes", "color": "#2f855a"})):
    """A new tag. Names have no commas, because lists of tags are separated by them."""

    name: TagName
    color: Color | None = None


class TagUpdateRequest(RequestBody, json_schema_extra=example({"name": "minutes", "color": "#2f855a"})):
    """Fields that are left out stay as they are; a null colour takes the colour away."""

    name: TagName | None = None
    color: Color | None = None


class TagResponse(BaseModel):
    """A tag."""

    id: str
    name: str
    color: str | None
    created_at: datetime


class TagListResponse(BaseModel):
    """All tags, by name."""

    items: list[TagResponse]


class TagAssignRequest(RequestBody, json_schema_extra=example({"tag_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"})):
    """The tag to put on."""

    tag_id: str
