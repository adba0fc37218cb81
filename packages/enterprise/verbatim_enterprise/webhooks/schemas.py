"""Webhooks on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, StringConstraints

from verbatim_enterprise.host import Moment, OneLine, RequestBody, example
from verbatim_enterprise.webhooks.addresses import MAX_URL

Url = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_URL)]
Description = Annotated[str, OneLine, StringConstraints(max_length=200)]
EventNames = Annotated[list[Annotated[str, StringConstraints(max_length=100)]], Field(min_length=1, max_length=100)]
Overlap = Annotated[float, Field(ge=0, le=168)]


class WebhookCreate(
    RequestBody,
    json_schema_extra=example(
        {
            "url": "https://example.org/verbatim",
            "events": ["transcription.completed"],
            "description": "Tells the archive",
        }
    ),
):
    """A new webhook. ``events`` are names of the catalogue, ``recording.*`` and the like, or ``*`` for everything."""

    url: Url
    events: EventNames
    description: Description = ""


class WebhookUpdate(
    RequestBody, json_schema_extra=example({"events": ["transcription.completed", "transcription.failed"]})
):
    """Fields that are left out stay as they are."""

    url: Url | None = None
    events: EventNames | None = None
    description: Description | None = None


class WebhookResponse(BaseModel):
    """A webhook. ``health`` is what its last attempts were like: ok, failing, or unknown before the first one.

    ``previous_secret_until`` is set while requests are signed with two secrets.
    """

    id: str
    url: str
    description: str
    events: list[str]
    status: str
    status_reason: str | None
    status_changed_at: datetime
    health: Literal["ok", "failing", "unknown"]
    failing_since: datetime | None
    last_success_at: datetime | None
    last_failure_at: datetime | None
    last_error: str | None
    previous_secret_until: datetime | None
    created_by: str | None
    created_at: datetime
    updated_at: datetime


class WebhookWithSecretResponse(WebhookResponse):
    """A webhook with the secret that signs its requests, shown this once."""

    secret: str


class RotateRequest(RequestBody, json_schema_extra=example({"overlap_hours": 24})):
    """For ``overlap_hours`` requests carry a second signature, made with the secret before."""

    overlap_hours: Overlap = 24


class EventResponse(BaseModel):
    """An event of the catalogue, with a sample of the body that tells of it."""

    name: str
    description: str
    sample: dict[str, Any]


class CatalogueResponse(BaseModel):
    """Every event there is."""

    items: list[EventResponse]
    total: int


class TestRequest(RequestBody, json_schema_extra=example({"event": "recording.created"})):
    """Which event to try: its sample is sent. By default an event that says it is a test."""

    event: Annotated[str, StringConstraints(max_length=100)] | None = None


class DeliveryResponse(BaseModel):
    """A message on its way to one webhook. ``message_id`` is the request's ``webhook-id``; ``due_at`` says when it is
    tried next, and is null once that is over.
    """

    id: str
    webhook_id: str
    message_id: str
    event: str
    status: str
    attempts: int
    due_at: datetime | None
    last_status_code: int | None
    last_error: str | None
    finished_at: datetime | None
    created_at: datetime


class AttemptResponse(BaseModel):
    """One request and its answer; of a long answer only the beginning is kept."""

    started_at: datetime
    duration_ms: int
    url: str
    request_headers: dict[str, str]
    status_code: int | None
    response_headers: dict[str, str] | None
    response_body: str | None
    error: str | None


class DeliveryDetailResponse(DeliveryResponse):
    """A delivery with the body that is sent and every attempt, the latest first."""

    url: str
    request_body: str
    attempts_log: list[AttemptResponse]


class ReplayRequest(
    RequestBody,
    json_schema_extra=example({"start": "2027-03-01T00:00:00Z", "end": "2027-03-02T00:00:00Z", "status": "failed"}),
):
    """Which deliveries to send again: those of events between ``start`` and ``end``, by default only the failed."""

    start: Moment
    end: Moment
    status: Literal["failed", "delivered", "all"] = "failed"


class ReplayResponse(BaseModel):
    """How many deliveries are sent again, and the job that does it."""

    count: int
    job_id: str | None


class HourResponse(BaseModel):
    """What became of the deliveries that were made in the hour from ``start`` on."""

    start: datetime
    pending: int
    delivered: int
    failed: int


class StatsResponse(BaseModel):
    """Hours without deliveries are left out."""

    hours: list[HourResponse]
