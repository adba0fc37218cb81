"""Tasks that ended a day ago are forgotten, with what was wished for and by whom."""

from __future__ import annotations

from typing import Final

from sqlalchemy import delete

from verbatim.bulk.models import BulkRun
from verbatim.bulk.service import KEPT
from verbatim.core.clock import utcnow
from verbatim.core.db import Database, rows_affected
from verbatim.core.ownership import as_system
from verbatim.core.upkeep import Upkeep

LOOK_SECONDS: Final = 3600.0


async def forget_over(database: Database) -> int:
    """Delete the rows of tasks that nobody sees any more, also of people who are gone. Returns how many."""
    over = delete(BulkRun).where(BulkRun.ended_at < utcnow() - KEPT)
    with as_system("bulk"):
        async with database.transaction() as session:
            return rows_affected(await session.execute(over.execution_options(synchronize_session=False)))


UPKEEP: Final = Upkeep(forget_over, name="bulk-upkeep", seconds=LOOK_SECONDS, failed="bulk_not_forgotten")
