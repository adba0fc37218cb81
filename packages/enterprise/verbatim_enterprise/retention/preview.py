"""What a rule would delete, counted before it does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import CTE, case, false, func, literal, not_, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.holds.coverage import held_things
from verbatim_enterprise.retention.schemas import AgeGroup, PreviewResponse
from verbatim_enterprise.retention.selection import DOCUMENTS, KINDS, Terms, in_reach, moment, settled

GROUPS: Final = 24
"""Most bars of the histogram: as many as can be told apart on a telephone."""
WIDTHS: Final = (1, 2, 7, 14, 30, 60, 91, 182, 365, 730, 1825, 3650, 36_500)
"""Days that one bar may stand for."""


async def preview(session: AsyncSession, terms: Terms, others: Sequence[Terms], now: datetime) -> PreviewResponse:
    """Count in the scope in force what a rule would delete at ``now``; ``others`` are the team's other rules."""
    rows = _reached(session, terms, others, now)
    going = rows.c.settled & (rows.c.moment < terms.cutoff(now)) if terms.keep_days is not None else false()
    gone = going & not_(rows.c.held)
    figures: Any = (
        await session.execute(
            select(
                func.count(),
                func.min(rows.c.moment),
                func.count().filter(gone & ~rows.c.is_document),
                func.count().filter(gone & rows.c.is_document),
                func.coalesce(func.sum(rows.c.size).filter(gone), 0),
                func.min(rows.c.moment).filter(gone),
                func.max(rows.c.moment).filter(gone),
                func.count().filter(going & rows.c.held),
            ).select_from(rows)
        )
    ).one()
    in_all, first, count, documents, size, oldest, newest, kept = figures
    return PreviewResponse(
        recordings=count,
        documents=documents,
        bytes=int(size),
        oldest=oldest,
        newest=newest,
        held=kept,
        in_reach=in_all,
        ages=[] if first is None else await _ages(session, rows, first, now),
    )


def _reached(session: AsyncSession, terms: Terms, others: Sequence[Terms], now: datetime) -> CTE:
    """Return what a rule is about, a row for each recording and document. Materialized, because the moment of the last
    change is looked up for each: in the conditions that use it, it would be once more for each of them.
    """
    rows = [
        select(
            kind.model.file_size.label("size"),
            moment(kind, terms.basis).label("moment"),
            settled(kind, terms, others, now).label("settled"),
            held_things(session, kind.name).label("held"),
            literal(value=kind is DOCUMENTS).label("is_document"),
        ).where(in_reach(kind, terms, others))
        for kind in KINDS
    ]
    return union_all(*rows).cte("reached").prefix_with("MATERIALIZED")


async def _ages(session: AsyncSession, rows: CTE, oldest: datetime, now: datetime) -> list[AgeGroup]:
    days = max(0, (now - oldest) // timedelta(days=1)) + 1
    width = next((one for one in WIDTHS if one * GROUPS >= days), WIDTHS[-1])
    number = min(GROUPS, -(-days // width))
    edges = [(rows.c.moment > now - timedelta(days=width * (group + 1)), group) for group in range(number - 1)]
    age = (case(*edges, else_=number - 1) if edges else literal(0)).label("age")
    aged = select(age, rows.c.size, rows.c.is_document).subquery()
    counts = select(
        aged.c.age,
        func.count().filter(~aged.c.is_document),
        func.count().filter(aged.c.is_document),
        func.coalesce(func.sum(aged.c.size), 0),
    ).group_by(aged.c.age)
    found: dict[int, tuple[int, int, int]] = {
        int(row[0]): (int(row[1]), int(row[2]), int(row[3])) for row in await session.execute(counts)
    }
    return [
        AgeGroup(
            from_days=group * width,
            to_days=(group + 1) * width,
            recordings=found.get(group, (0, 0, 0))[0],
            documents=found.get(group, (0, 0, 0))[1],
            bytes=found.get(group, (0, 0, 0))[2],
        )
        for group in range(number)
    ]
