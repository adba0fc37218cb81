"""Once a day each team whose rules are running gets its job; any server may be the one that puts it in."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from fastapi import FastAPI
from sqlalchemy import or_, select

from verbatim_enterprise.host import Database, RepeatedTask, as_system, enqueue, use_scope, utcnow
from verbatim_enterprise.retention.jobs import EVERY, JOB
from verbatim_enterprise.retention.models import RetentionRule, RuleStatus
from verbatim_enterprise.retention.team_session import whole_team

LOOK_SECONDS: Final = 900.0


async def enqueue_due(database: Database) -> int:
    """Put in the job of each team that has a running rule which has not run for a day. Returns how many teams."""
    now = utcnow()
    waiting = (
        select(RetentionRule.owner_id)
        .where(
            RetentionRule.status == RuleStatus.ACTIVE,
            RetentionRule.keep_days.is_not(None),
            RetentionRule.starts_at <= now,
            or_(RetentionRule.last_run_at.is_(None), RetentionRule.last_run_at <= now - EVERY),
        )
        .distinct()
    )
    with as_system("retention"):
        async with database.transaction(read_only=True) as session:
            teams = [team_id for team_id in await session.scalars(waiting) if team_id is not None]
    for team_id in teams:
        with use_scope(whole_team(team_id)):
            async with database.transaction() as session:
                await enqueue(session, JOB, {}, dedupe_key=JOB)
    return len(teams)


class RetentionUpkeep(RepeatedTask):
    """Looks from time to time for as long as the server runs."""

    def __init__(self, database: Database) -> None:
        super().__init__(
            partial(enqueue_due, database),
            name="retention-upkeep",
            seconds=LOOK_SECONDS,
            failed="retention_not_enqueued",
        )


async def start_upkeep(app: FastAPI) -> None:
    """Begin to look."""
    app.state.retention_upkeep = RetentionUpkeep(app.state.database)
    if app.state.runtime.member.leads:
        app.state.retention_upkeep.start()


async def stop_upkeep(app: FastAPI) -> None:
    """Stop it."""
    upkeep: Any = getattr(app.state, "retention_upkeep", None)
    if upkeep is not None:
        await upkeep.stop()
