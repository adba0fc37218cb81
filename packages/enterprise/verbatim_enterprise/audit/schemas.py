"""The audit log on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from verbatim_enterprise.audit.query import MOST_HOURS
from verbatim_enterprise.audit.settings import SHORTEST_DAYS
from verbatim_enterprise.audit.tags import Outcome
from verbatim_enterprise.host import OneLine, RequestBody, ShownJson, example

Short = Annotated[str, StringConstraints(max_length=64)]


class AuditRowResponse(BaseModel):
    """A row: who did what, to what, when and from where.

    ``actor`` is a name as it was at the time. ``before`` and ``after`` hold the fields that were changed. Where
    ``names_hidden`` is true, the row also has names of content that the caller does not see.
    """

    id: str
    at: datetime
    action: str
    outcome: Outcome
    actor: str | None
    actor_type: str
    actor_id: str | None
    team_id: str | None
    resource_type: str | None
    resource_id: str | None
    resource_name: str | None
    before: ShownJson | None
    after: ShownJson | None
    details: ShownJson
    address: str | None
    user_agent: str | None
    request_id: str | None
    session_id: str | None
    key_id: str | None
    names_hidden: bool


class AuditPageResponse(BaseModel):
    """Rows, the newest first. ``next_cursor`` asks for those before them; null where there are none."""

    items: list[AuditRowResponse]
    next_cursor: str | None


class AuditDetailResponse(AuditRowResponse):
    """A row with its place in the chain: ``number`` and ``seal`` are null for the moment until it is sealed."""

    number: int | None
    seal: str | None


class ActionsResponse(BaseModel):
    """What can be filtered by."""

    actions: list[str]
    outcomes: list[str]


class HourOfAuditResponse(BaseModel):
    """How many rows the hour from ``start`` on has; ``failed`` of them were refused or failed."""

    start: datetime
    total: int
    failed: int


class ActivityResponse(BaseModel):
    """The last hours, the oldest first."""

    hours: list[HourOfAuditResponse]


class ProblemResponse(BaseModel):
    """A row that is not as it was sealed. ``number`` is its place in the chain, if it has one."""

    kind: str
    number: int | None
    row_id: str | None
    message: str


class VerifyResponse(BaseModel):
    """How checking the log goes, or went. ``ok`` is null while ``state`` is running, or before the first time."""

    state: str
    started_at: datetime | None = None
    finished_at: datetime | None = None
    ok: bool | None = None
    message: str | None = None
    rows: int = 0
    waiting: int = 0
    first: ProblemResponse | None = None
    problems: list[ProblemResponse] = []
    public_key: str = ""


class StreamResponse(BaseModel):
    """A system that is told of every row: up to which number it has been, and how many rows wait to be sent."""

    name: str
    target: str
    told: int
    waiting: int
    failing_since: datetime | None = None
    error: str | None = None


class StreamsResponse(BaseModel):
    """Where rows are: here for ``kept_days`` (0: for ever), and at the systems that are told; the settings say so."""

    kept_days: int
    items: list[StreamResponse]


class FilterQuery(RequestBody, json_schema_extra=example({"outcome": "refused", "last_hours": 168})):
    """A search as the list takes it."""

    actor: Short | None = None
    action: Short | None = None
    resource_type: Short | None = None
    resource_id: Short | None = None
    team_id: Short | None = None
    address: Short | None = None
    outcome: Outcome | None = None
    search: Annotated[str, StringConstraints(max_length=200)] | None = None
    about: Short | None = None
    last_hours: Annotated[int, Field(ge=1, le=MOST_HOURS)] | None = None


class FilterCreate(
    RequestBody,
    json_schema_extra=example({"name": "Refused last week", "query": {"outcome": "refused", "last_hours": 168}}),
):
    """A search to be kept under a name."""

    name: Annotated[str, OneLine, StringConstraints(min_length=1, max_length=100)]
    query: FilterQuery


class FilterResponse(BaseModel):
    """A saved search of one's own."""

    id: str
    name: str
    query: FilterQuery
    created_at: datetime


class FiltersResponse(BaseModel):
    """Saved searches by name."""

    items: list[FilterResponse]


class AuditRetentionResponse(BaseModel):
    """What removing everything older than ``days`` would remove, or has removed."""

    days: int
    before: datetime
    rows: int
    automatic_days: int


class RetentionRequest(RequestBody, json_schema_extra=example({"days": 400})):
    """Rows older than this are removed; what is left can still be proved."""

    days: Annotated[int, Field(ge=SHORTEST_DAYS, le=36_500)]
