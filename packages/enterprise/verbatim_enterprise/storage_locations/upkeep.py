"""What is done from time to time: the nightly comparison, and forgetting what nobody needs any more."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from sqlalchemy import delete, select

from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Database, Job, Upkeep, enqueue, utcnow
from verbatim_enterprise.storage_locations.checking import CHECK_JOB
from verbatim_enterprise.storage_locations.counting import files_in
from verbatim_enterprise.storage_locations.models import StorageCheck, StorageLocation
from verbatim_enterprise.storage_locations.settings import NightlyCheck
from verbatim_enterprise.system_session import system_transaction

LOOK_SECONDS: Final = 900.0
EVERY: Final = timedelta(days=1)
NIGHT: Final = range(1, 5)
"""Hours, by UTC, in which the comparison begins; the first one, and one that was missed, begin at any time."""
KEPT: Final = timedelta(days=90)
FORGOTTEN_AFTER: Final = timedelta(hours=25)
"""No upload takes longer, so that nobody writes to a location that was given up so long ago."""


async def look_after(database: Database) -> None:
    """Put in the comparison when it is time, and forget old results and locations that were given up."""
    now, wanted = utcnow(), enterprise_settings().locations.storage_check
    async with system_transaction(database) as session:
        last = await session.scalar(
            select(Job.created_at).where(Job.job_type == CHECK_JOB).order_by(Job.created_at.desc()).limit(1)
        ) or await session.scalar(select(StorageCheck.finished_at).order_by(StorageCheck.finished_at.desc()).limit(1))
        late = last is None or last < now - EVERY - timedelta(hours=2)
        due = last is None or last < now - EVERY + timedelta(hours=4)
        if wanted is not NightlyCheck.OFF and (late or (due and now.hour in NIGHT)):
            payload = {"quick": wanted is NightlyCheck.SIZES, "location_id": None}
            await enqueue(session, CHECK_JOB, payload, dedupe_key=CHECK_JOB)
        await session.execute(delete(StorageCheck).where(StorageCheck.finished_at < now - KEPT))
        given_up = select(StorageLocation).where(StorageLocation.removed_at < now - FORGOTTEN_AFTER)
        rows = list(await session.scalars(given_up))
        held = await files_in(session, [row.id for row in rows])
        for row in rows:
            if held[row.id].is_empty:
                await session.delete(row)


UPKEEP: Final = Upkeep(look_after, name="storage-upkeep", seconds=LOOK_SECONDS, failed="storage_upkeep_failed")
