"""Putting the overview together from what is kept already: counters, findings, the rows of jobs that wait."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import column, func, select, table
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.admin.activity import active_people
from verbatim_enterprise.admin.figures import Counted, hours_since
from verbatim_enterprise.admin.schemas import (
    ContentFigures,
    FailureFigures,
    LicenseFigures,
    PeopleFigures,
    QueueFigures,
    SeatFigures,
    Series,
    SpeedFigures,
    TeamFigures,
)
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import IS_ACTIVE, IS_FAILED, IS_QUEUED, TRASH, Database, Job, JobStatus, Service, utcnow
from verbatim_enterprise.license.outlook import look
from verbatim_enterprise.license.repository import seats_used
from verbatim_enterprise.license.words import message
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.models import Team

OverviewPart = Callable[[AsyncSession], Awaitable[Any]]
"""Gives what a feature adds to the overview, as JSON, from counters of its own."""

MOST_TEAMS: Final = 50
HOURS: Final = 48
DAYS: Final = 30
_CAUSES: Final = 10

# By name only: counts of recordings are kept by triggers of the core.
_COUNTS = table(
    "recording_counts",
    *(column(name) for name in ("owner_key", "workspace_key", "status", "recordings", "bytes", "seconds")),
)

_SHOWN = _COUNTS.c.workspace_key != TRASH


_PARTS: Final = Service[dict[str, OverviewPart]]("overview_parts")


def add_to_overview(database: Database, name: str, part: OverviewPart) -> None:
    """Let the overview tell ``more`` under a name. Called when a server starts."""
    parts = _PARTS.found(database)
    (_PARTS.put(database, {}) if parts is None else parts)[name] = part


def parts_of(database: Database) -> Mapping[str, OverviewPart]:
    return _PARTS.found(database) or {}


async def gathered(database: Database, paused: list[str]) -> dict[str, Any]:
    """Return the figures, all of one moment. Each is read within milliseconds: to ask for them at the same time, over
    connections of their own, takes longer.
    """

    async def queue(session: AsyncSession) -> QueueFigures:
        return await queue_figures(session, paused)

    asked: dict[str, OverviewPart] = {
        "license": _license,
        "people": _people,
        "content": content_figures,
        "queue": queue,
        "failures": failure_figures,
        "figures": _figures,
    }
    async with system_transaction(database, read_only=True) as session:
        found = {name: await part(session) for name, part in asked.items()}
        found |= found.pop("license") | found.pop("figures")
        found["more"] = {name: await part(session) for name, part in parts_of(database).items()}
    return found


async def _license(session: AsyncSession) -> dict[str, Any]:
    outlook = await look(session, enterprise_settings().license)
    standing = outlook.standing
    return {
        "seats": SeatFigures(used=await seats_used(session), licensed=outlook.seats),
        "license": LicenseFigures(
            state=standing.state, message=message(standing, outlook.license), days_left=standing.days_left
        ),
    }


async def _people(session: AsyncSession) -> PeopleFigures:
    return PeopleFigures(**await active_people(session))


async def content_figures(session: AsyncSession) -> ContentFigures:
    """Return what is kept, from the counts that triggers keep: a row for each team, workspace and status."""
    sums = [func.coalesce(func.sum(_COUNTS.c[name]), 0) for name in ("recordings", "seconds", "bytes")]
    rows = (await session.execute(select(_COUNTS.c.owner_key, *sums).where(_SHOWN).group_by(_COUNTS.c.owner_key))).all()
    states = await session.execute(select(_COUNTS.c.status, sums[0]).where(_SHOWN).group_by(_COUNTS.c.status))
    largest = sorted(rows, key=lambda row: (-int(row[3]), row[0]))[:MOST_TEAMS]
    named = select(Team.id, Team.name).where(Team.id.in_([row[0] for row in largest]))
    names = {team_id: name for team_id, name in await session.execute(named)}  # noqa: C416 - rows have no types
    return ContentFigures(
        recordings=sum(int(row[1]) for row in rows),
        hours=round(sum(float(row[2]) for row in rows) / 3600, 2),
        bytes=sum(int(row[3]) for row in rows),
        by_status={status: int(count) for status, count in states if count},
        team_count=sum(1 for row in rows if row[1]),
        teams=[
            TeamFigures(
                team_id=owner if owner in names else None,
                name=names.get(owner, "No team"),
                recordings=int(count),
                hours=round(float(seconds) / 3600, 2),
                bytes=int(size),
            )
            for owner, count, seconds, size in largest
            if count
        ],
    )


async def queue_figures(session: AsyncSession, paused: list[str]) -> QueueFigures:
    """Return how long the queue is now."""
    now = utcnow()
    ready = (IS_QUEUED, Job.run_at <= now)
    waiting, oldest = (await session.execute(select(func.count(), func.min(Job.run_at)).where(*ready))).one()
    runs = (IS_ACTIVE, Job.status == JobStatus.RUNNING)
    running = await session.scalar(select(func.count()).select_from(Job).where(*runs)) or 0
    age = (now - oldest).total_seconds() if oldest is not None else 0.0
    return QueueFigures(waiting=waiting, running=running, oldest_seconds=max(0.0, age), paused_types=paused)


async def failure_figures(session: AsyncSession) -> list[FailureFigures]:
    """Return why jobs failed within the last week, the most frequent cause first."""
    recent = (IS_FAILED, Job.completed_at > utcnow() - timedelta(days=7))
    causes = (
        select(Job.job_type, Job.error_code, func.count(), func.max(Job.completed_at), func.max(Job.error))
        .where(*recent)
        .group_by(Job.job_type, Job.error_code)
        .order_by(func.count().desc(), Job.job_type)
        .limit(_CAUSES)
    )
    rows = [row for row in await session.execute(causes) if row[3] is not None]
    newest = select(Job.job_type, Job.error_code, Job.completed_at, Job.id).where(
        IS_FAILED, Job.completed_at.in_([row[3] for row in rows])
    )
    ids = {(kind, code, at): job_id for kind, code, at, job_id in await session.execute(newest)}
    return [
        FailureFigures(job_type=kind, code=code, error=error, count=count, last_at=last, job_id=ids[kind, code, last])
        for kind, code, count, last, error in rows
        if (kind, code, last) in ids
    ]


async def _figures(session: AsyncSession) -> dict[str, Any]:
    now = utcnow().replace(minute=0, second=0, microsecond=0)
    known = await hours_since(session, now - timedelta(hours=HOURS), {Counted.PEOPLE: now - timedelta(days=DAYS)})
    hours = [now - timedelta(hours=back) for back in reversed(range(HOURS))]
    today = now.replace(hour=0)
    days = [today - timedelta(days=back) for back in reversed(range(DAYS))]

    def by_hour(name: Counted, share: float = 1.0) -> list[float]:
        return [round(known.get((hour, name), 0.0) * share, 3) for hour in hours]

    sound, work = by_hour(Counted.TRANSCRIBED_SECONDS), by_hour(Counted.TRANSCRIBING_SECONDS)
    series = Series(
        hours=hours,
        queue_length=by_hour(Counted.QUEUE_LENGTH),
        queue_minutes=by_hour(Counted.QUEUE_AGE_SECONDS, 1 / 60),
        hours_transcribed=by_hour(Counted.TRANSCRIBED_SECONDS, 1 / 3600),
        times_realtime=[_speed(heard, took) for heard, took in zip(sound, work, strict=True)],
        recordings=by_hour(Counted.RECORDINGS),
        failures=by_hour(Counted.FAILURES),
        days=days,
        people=_by_day(known, Counted.PEOPLE, days),
    )
    day_of_sound, day_of_work = sum(sound[-24:]), sum(work[-24:])
    speed = SpeedFigures(
        hours_transcribed=round(day_of_sound / 3600, 3), times_realtime=_speed(day_of_sound, day_of_work)
    )
    return {"series": series, "speed": speed}


def _speed(heard: float, took: float) -> float | None:
    return round(heard / took, 2) if took else None


def _by_day(known: Mapping[tuple[datetime, str], float], name: Counted, days: list[datetime]) -> list[float]:
    sums = dict.fromkeys(days, 0.0)
    for (hour, of), amount in known.items():
        day = hour.replace(hour=0)
        if of == name and day in sums:
            sums[day] += amount
    return list(sums.values())
