"""The overview on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel

Health = Literal["ok", "warning", "failed", "skipped"]


class SeatFigures(BaseModel):
    """Accounts that may sign in, and how many the licence has."""

    used: int
    licensed: int


class PeopleFigures(BaseModel):
    """People who did anything today (UTC), and within the last 7 and 30 days."""

    today: int
    week: int
    month: int


class TeamFigures(BaseModel):
    """What a team keeps. ``team_id`` is null for what belongs to no team any more."""

    team_id: str | None
    name: str
    recordings: int
    hours: float
    bytes: int


class ContentFigures(BaseModel):
    """What the installation keeps; ``teams`` are those with most bytes, at most fifty."""

    recordings: int
    hours: float
    bytes: int
    by_status: dict[str, int]
    team_count: int
    teams: list[TeamFigures]


class QueueFigures(BaseModel):
    """Jobs whose time has come and that wait, those that run, and how long the oldest waits, in seconds."""

    waiting: int
    running: int
    oldest_seconds: float
    paused_types: list[str]


class SpeedFigures(BaseModel):
    """Hours of sound that were transcribed within the last day, and hours for an hour of work; null without any."""

    hours_transcribed: float
    times_realtime: float | None


class FailureFigures(BaseModel):
    """Jobs that failed within the last seven days for one cause; ``job_id`` is the newest of them."""

    job_type: str
    code: str | None
    error: str | None
    count: int
    last_at: datetime
    job_id: str


class LicenseFigures(BaseModel):
    """Where the installation stands with its licence."""

    state: str
    message: str
    days_left: int | None


class Finding(BaseModel):
    """How one part is, see ``GET /api/admin/health``."""

    name: str
    host: str
    status: Health
    detail: str
    todo: str
    since: datetime
    link: str
    setting: str


class Series(BaseModel):
    """Figures by hour, the oldest first; one value for each of ``hours``. ``queue_length`` and ``queue_minutes`` are
    the highest of the hour; ``times_realtime`` is null where nothing was transcribed.
    """

    hours: list[datetime]
    queue_length: list[float]
    queue_minutes: list[float]
    hours_transcribed: list[float]
    times_realtime: list[float | None]
    recordings: list[float]
    failures: list[float]
    days: list[datetime]
    people: list[float]


class Overview(BaseModel):
    """The administrator's first page. ``status`` is that of the worst finding; ``more`` is what other features add."""

    version: str
    generated_at: datetime
    status: Literal["ok", "warning", "failed"]
    seats: SeatFigures
    people: PeopleFigures
    content: ContentFigures
    queue: QueueFigures
    speed: SpeedFigures
    failures: list[FailureFigures]
    license: LicenseFigures
    pending_migrations: list[str]
    findings: list[Finding]
    series: Series
    more: dict[str, Any]
