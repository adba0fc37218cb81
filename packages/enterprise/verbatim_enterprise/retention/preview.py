"""What a rule would delete, counted before it does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, case, func, literal, not_, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import content_class
from verbatim_enterprise.retention.schemas import AgeGroup, PreviewResponse
from verbatim_enterprise.retention.selection import Terms, due, held, in_reach, moment

GROUPS: Final = 24
"""Most bars of the histogram: as many as can be told apart on a telephone."""
WIDTHS: Final = (1, 2, 7, 14, 30, 60, 91, 182, 365, 730, 1825, 3650, 36_500)
"""Days that one bar may stand for."""


async def preview(session: AsyncSession, terms: Terms, others: Sequence[Terms], now: datetime) -> PreviewResponse:
    """Count in the scope in force what a rule would delete at ``now``; ``others`` are the team's other rules."""
    reach, when = in_reach(terms, others), moment(terms.basis)
    in_all = (await _figures(session, reach, when))[0]
    ages = await _ages(session, reach, when, now)
    if terms.keep_days is None:
        return PreviewResponse(recordings=0, bytes=0, oldest=None, newest=None, held=0, in_reach=in_all, ages=ages)
    going = due(terms, others, now)
    count, size, oldest, newest = await _figures(session, going & not_(held()), when)
    kept = (await _figures(session, going & held(), when))[0]
    return PreviewResponse(
        recordings=count,
        bytes=size,
        oldest=oldest,
        newest=newest,
        held=kept,
        in_reach=in_all,
        ages=ages,
    )


async def _figures(
    session: AsyncSession, wanted: ColumnElement[bool], when: ColumnElement[datetime]
) -> tuple[int, int, datetime | None, datetime | None]:
    recording = content_class("recordings")
    row: Any = (
        await session.execute(
            select(func.count(), func.coalesce(func.sum(recording.file_size), 0), func.min(when), func.max(when))
            .select_from(recording)
            .where(wanted)
        )
    ).one()
    return int(row[0]), int(row[1]), row[2], row[3]


async def _ages(
    session: AsyncSession, reach: ColumnElement[bool], when: ColumnElement[datetime], now: datetime
) -> list[AgeGroup]:
    recording = content_class("recordings")
    oldest = (await _figures(session, reach, when))[2]
    if oldest is None:
        return []
    days = max(0, (now - oldest) // timedelta(days=1)) + 1
    width = next((one for one in WIDTHS if one * GROUPS >= days), WIDTHS[-1])
    number = min(GROUPS, -(-days // width))
    edges = [(when > now - timedelta(days=width * (group + 1)), group) for group in range(number - 1)]
    group_of = case(*edges, else_=number - 1) if edges else literal(0)
    aged = select(group_of.label("age"), recording.file_size.label("size")).where(reach).subquery()
    rows = await session.execute(
        select(aged.c.age, func.count(), func.coalesce(func.sum(aged.c.size), 0)).group_by(aged.c.age)
    )
    found: dict[int, tuple[int, int]] = {int(row[0]): (int(row[1]), int(row[2])) for row in rows}
    return [
        AgeGroup(
            from_days=group * width,
            to_days=(group + 1) * width,
            recordings=found.get(group, (0, 0))[0],
            bytes=found.get(group, (0, 0))[1],
        )
        for group in range(number)
    ]
