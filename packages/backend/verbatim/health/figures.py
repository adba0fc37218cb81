"""What monitors are told of the same findings."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from verbatim.config import Settings
from verbatim.core.checks import CheckStatus
from verbatim.core.clock import utcnow
from verbatim.core.db import Database
from verbatim.core.figures.text import Figure
from verbatim.core.ownership import as_system
from verbatim.health.keeper import SHOWN_FOR
from verbatim.health.models import HealthFinding

_VALUES = {CheckStatus.OK: 1.0, CheckStatus.WARNING: 1.0, CheckStatus.FAILED: 0.0}


async def count_findings(_: Settings, database: Database) -> Iterable[Figure]:
    """Which parts are well, which are not and since when?"""
    with as_system("figures"):
        async with database.transaction(read_only=True) as session:
            fresh = HealthFinding.checked_at > utcnow() - SHOWN_FOR
            rows = (await session.scalars(select(HealthFinding).where(fresh))).all()
    now = utcnow()
    told = [(((("check", row.name), ("host", row.host))), row) for row in rows if row.status in _VALUES]
    return [
        Figure(
            "verbatim_check_ok",
            "1 while a check of verbatim doctor finds its part usable, 0 while it does not.",
            {labels: _VALUES[CheckStatus(row.status)] for labels, row in told},
        ),
        Figure(
            "verbatim_check_warning",
            "1 while a part works but needs somebody to do something.",
            {labels: float(row.status == CheckStatus.WARNING) for labels, row in told},
        ),
        Figure(
            "verbatim_check_since_seconds",
            "For how long it has been so.",
            {labels: max(0.0, (now - row.since).total_seconds()) for labels, row in told},
        ),
    ]
