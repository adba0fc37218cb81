"""The job ``retention``: deletes a team's recordings and documents that have had their time.

It deletes some in each transaction, the way people do, so that files, events and audit follow. A run that was
interrupted goes on where it is: what is left is what is still there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from sqlalchemy import ColumnElement, func, not_, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.adapters.kept import SIGN
from verbatim_enterprise.holds.coverage import held_things
from verbatim_enterprise.holds.errors import HeldError
from verbatim_enterprise.host import JobContext, JobError, delete_rows, emit, including_trash, utcnow
from verbatim_enterprise.retention.events import RetentionDeleted
from verbatim_enterprise.retention.models import RetentionRule
from verbatim_enterprise.retention.selection import DOCUMENTS, KINDS, RECORDINGS, Kind, Terms, due
from verbatim_enterprise.retention.service import rules_of_team

log = structlog.get_logger(__name__)

JOB: Final = "retention"
AT_ONCE: Final = 25
"""Things in one transaction: their transcripts may have thousands of segments each."""
EVERY: Final = timedelta(days=1)
REFUSALS: Final = 10
"""Batches in a row that a hold placed meanwhile may undo before the run gives up for today."""


async def apply_rules(job: JobContext) -> dict[str, Any]:
    """Delete what the team's running rules let go, until nothing is left. What is in the trash has its time as well:
    it is gone for ever then, however long it could still have been restored.
    """
    with including_trash():
        return await _apply(job)


async def _apply(job: JobContext) -> dict[str, Any]:
    now, refused = utcnow(), 0
    deleted: Counter[str] = Counter()
    async with job.database.transaction(read_only=True) as session:
        due_now = await count_due(session, now)
    while True:
        try:
            async with job.transaction() as session:
                kind, count = await delete_some(session, now)
        except (HeldError, DBAPIError) as error:
            # A hold was placed on something of the batch in this very moment: the next look leaves it out.
            if not (isinstance(error, HeldError) or SIGN in str(error.orig)):
                raise
            refused += 1
            if refused >= REFUSALS:
                raise JobError("Holds are being placed on what is to be deleted.", retry=True) from error
            continue
        if not count:
            break
        deleted[kind] += count
        gone, refused = deleted.total(), 0
        await job.progress(min(99.0, 100.0 * gone / max(gone, due_now)), f"{gone} of {due_now} deleted")
    async with job.transaction() as session:
        for rule in await _running(session, now):
            rule.last_run_at = now
        await session.flush()
        told = {"recordings": deleted[RECORDINGS.name], "documents": deleted[DOCUMENTS.name]}
        await job.finish(session, told)
    if deleted:
        log.info("retention_deleted", team_id=job.owner_id, **told)
    return told


async def _running(session: AsyncSession, now: datetime) -> list[RetentionRule]:
    """Return the rules that may delete; they cannot be paused before the transaction ends."""
    return [rule for rule in await rules_of_team(session, lock=True) if Terms.of(rule, now).running]


def _going(
    kind: Kind, rules: Sequence[RetentionRule], now: datetime, held: ColumnElement[bool]
) -> Iterator[tuple[RetentionRule, ColumnElement[bool]]]:
    """Give each rule that may delete, and the condition of what it deletes of a kind."""
    terms = {rule.id: Terms.of(rule, now) for rule in rules}
    for rule in rules:
        mine = terms[rule.id]
        if mine.running and mine.keep_days is not None:
            others = [other for rule_id, other in terms.items() if rule_id != rule.id]
            yield rule, due(kind, mine, others, now) & not_(held)


async def count_due(session: AsyncSession, now: datetime) -> int:
    """Return how many recordings and documents the team's running rules let go."""
    total, rules = 0, await rules_of_team(session)
    for kind in KINDS:
        for _, going in _going(kind, rules, now, held_things(session, kind.name)):
            total += await session.scalar(select(func.count()).select_from(kind.model).where(going)) or 0
    return total


async def delete_some(session: AsyncSession, now: datetime) -> tuple[str, int]:
    """Delete up to `AT_ONCE` things of one kind that a running rule lets go. Returns of which kind and how many, 0 when
    nothing is left.
    """
    rules = await rules_of_team(session, lock=True)
    for kind in KINDS:
        for rule, going in _going(kind, rules, now, held_things(session, kind.name)):
            wanted = select(kind.model).where(going).order_by(kind.model.id).limit(AT_ONCE)
            rows = list(await session.scalars(wanted.with_for_update(of=kind.model, skip_locked=True)))
            if rows:
                await _delete(session, kind, rule, rows)
                return kind.name, len(rows)
    return "", 0


async def _delete(session: AsyncSession, kind: Kind, rule: RetentionRule, rows: Sequence[Any]) -> None:
    size = sum(row.file_size for row in rows)
    await delete_rows(session, kind.table, rows)
    counts = {one: len(rows) if one is kind else 0 for one in KINDS}
    rule.deleted_recordings += counts[RECORDINGS]
    rule.deleted_documents += counts[DOCUMENTS]
    rule.deleted_bytes += size
    await session.flush()
    event = RetentionDeleted(
        rule_id=rule.id,
        project_id=rule.project_id,
        recordings=counts[RECORDINGS],
        documents=counts[DOCUMENTS],
        bytes=size,
    )
    await emit(session, event)
