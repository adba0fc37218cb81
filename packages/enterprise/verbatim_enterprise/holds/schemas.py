"""Legal holds on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from verbatim_enterprise.host import RequestBody, Storable, example

Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=1000), Storable]


class HoldCreate(
    RequestBody,
    json_schema_extra=example({"recording_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40", "reason": "Case 12/2027"}),
):
    """A hold on a recording, a document or a project, on one of them only; ``reason`` is for those who run the team."""

    recording_id: str | None = Field(default=None, max_length=36)
    project_id: str | None = Field(default=None, max_length=36)
    document_id: str | None = Field(default=None, max_length=36)
    reason: Reason


class HoldLift(RequestBody, json_schema_extra=example({"reason": "Case 12/2027 has ended"})):
    """Why a hold ends."""

    reason: Reason


class HoldResponse(BaseModel):
    """A hold. Its target is named only to those who see that; ``reason`` and ``lift_reason`` only to those who may
    lift it (``may_lift``).
    """

    id: str
    kind: Literal["recording", "project", "document"]
    recording_id: str | None
    project_id: str | None
    document_id: str | None
    title: str | None
    active: bool
    reason: str | None
    placed_by_name: str
    placed_at: datetime
    lifted_by_name: str | None
    lifted_at: datetime | None
    lift_reason: str | None
    may_lift: bool
