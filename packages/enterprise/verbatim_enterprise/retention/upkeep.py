"""Once a day each team whose rules are running gets its job; any server may be the one that puts it in."""

from __future__ import annotations

from typing import Final

from sqlalchemy import or_, select

from verbatim_enterprise.host import Database, Upkeep, as_system, enqueue, use_scope, utcnow
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


UPKEEP: Final = Upkeep(enqueue_due, name="retention-upkeep", seconds=LOOK_SECONDS, failed="retention_not_enqueued")
