"""Jobs as those see them who look after the installation: what is done and how it goes, not what it is about."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field

from verbatim_enterprise.host import RequestBody, example


class AdminJob(BaseModel):
    """A piece of background work. ``team`` is the name of its owner; ``host`` the machine that has or had it.
    ``recording_id`` leads to the recording, which only its team may see.
    """

    id: str
    job_type: str
    status: str
    team_id: str | None
    team: str | None
    recording_id: str | None
    stage: str | None
    progress: float
    error: str | None
    error_code: str | None
    attempts: int
    max_attempts: int
    priority: int
    host: str | None
    cancel_requested: bool
    run_at: datetime
    created_at: datetime
    started_at: datetime | None
    completed_at: datetime | None


class AdminJobPage(BaseModel):
    """Some jobs, the newest first. ``next_cursor`` asks for those after them; null at the end."""

    items: list[AdminJob]
    next_cursor: str | None


class JobPlace(RequestBody, json_schema_extra=example({"place": "first"})):
    """Where a job that waits is put among those of its team: nobody's work passes another team's by it."""

    place: Literal["first", "last"]


class JobTypeFigures(BaseModel):
    """How many jobs of a type wait and run, and how many failed within the last seven days."""

    job_type: str
    queued: int
    running: int
    failed: int
    paused: bool


class MachineFigures(BaseModel):
    """A machine with servers or workers, what it runs now, and whether it begins no further jobs."""

    host: str
    servers: int
    workers: int
    running: int
    drained: bool
    seen_at: datetime


class JobsReport(BaseModel):
    """Jobs by type, and the machines that run them."""

    types: list[JobTypeFigures]
    machines: list[MachineFigures]


class JobStep(BaseModel):
    """Something that happened to a job, in the order in which it did."""

    at: datetime
    what: str


class AdminJobDetail(AdminJob):
    """One job with what happened to it."""

    steps: list[JobStep]
    can_cancel: bool
    can_move: bool = Field(description="Whether it waits, so that it can be put first or last.")
    can_retry: bool
