"""Retention on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from verbatim_enterprise.host import RequestBody, example
from verbatim_enterprise.retention.models import Basis, RuleStatus

Days = Annotated[int, Field(ge=1, le=36_500, description="Age in days; left out, kept for ever.")]


class RuleCreate(RequestBody, json_schema_extra=example({"keep_days": 365})):
    """A rule for the whole team, or for one project; a project's rule stands before the team's.

    It begins as a draft that deletes nothing. Without ``keep_days`` a project is kept for ever.
    """

    project_id: str | None = Field(default=None, max_length=36)
    keep_days: Days | None = None
    basis: Basis = Basis.CREATED


class RuleUpdate(RequestBody, json_schema_extra=example({"keep_days": 730})):
    """Fields that are left out stay as they are. A changed rule is a draft again."""

    keep_days: Days | None = None
    basis: Basis | None = None


class RuleActivate(RequestBody, json_schema_extra=example({"confirm": "Research"})):
    """``confirm`` repeats the team's name."""

    confirm: Annotated[str, StringConstraints(max_length=200)]


class RuleResponse(BaseModel):
    """A rule. Its project is named only to those who see it; ``for_project`` says whether there is one.

    ``deleted_recordings``, ``deleted_documents`` and ``deleted_bytes`` are what it has deleted so far.
    """

    id: str
    for_project: bool
    project_id: str | None
    project_name: str | None
    keep_days: int | None
    basis: Basis
    status: RuleStatus
    starts_at: datetime | None
    confirmed_by_name: str | None
    confirmed_at: datetime | None
    last_run_at: datetime | None
    deleted_recordings: int
    deleted_documents: int
    deleted_bytes: int
    created_at: datetime
    updated_at: datetime


class RetentionResponse(BaseModel):
    """The rules of a team. An activated one waits ``grace_days`` before it deletes."""

    items: list[RuleResponse]
    total: int
    grace_days: float
    may_change: bool


class AgeGroup(BaseModel):
    """Recordings and documents from ``from_days`` up to, not including, ``to_days`` old."""

    from_days: int
    to_days: int
    recordings: int
    documents: int
    bytes: int


class PreviewResponse(BaseModel):
    """What a rule would delete if it ran now.

    ``oldest`` and ``newest`` are of what it would delete; ``held`` would go too if they were not under legal hold.
    ``ages`` counts all that the rule is about, without gaps, the youngest first.
    """

    recordings: int
    documents: int
    bytes: int
    oldest: datetime | None
    newest: datetime | None
    held: int
    in_reach: int
    ages: list[AgeGroup]
