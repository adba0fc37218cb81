"""What has had its time in the trash is deleted for ever."""

from __future__ import annotations

from typing import Final

import structlog
from sqlalchemy import select

from verbatim.core.clock import utcnow
from verbatim.core.db import Database
from verbatim.core.errors import VerbatimError
from verbatim.core.ownership import Scope, System, as_system, use_scope
from verbatim.core.trash.models import TrashedItem
from verbatim.core.trash.moving import purge
from verbatim.core.upkeep import Upkeep

log = structlog.get_logger(__name__)

LOOK_SECONDS: Final = 900.0
AT_ONCE: Final = 500
"""Things that are looked at together."""


async def purge_due(database: Database) -> int:
    """Delete for ever what has had its time, each thing in a transaction of its own. Returns how many.

    What somebody insists on, such as under a legal hold, stays, and is looked at again the next time.
    """
    now, last, done = utcnow(), "", 0
    while True:
        due = select(TrashedItem.id, TrashedItem.owner_id).where(TrashedItem.ends_at <= now, TrashedItem.id > last)
        with as_system("trash"):
            async with database.transaction(read_only=True) as session:
                rows = list(await session.execute(due.order_by(TrashedItem.id).limit(AT_ONCE)))
        for thing_id, owner_id in rows:
            done += await _purge(database, thing_id, owner_id)
        if len(rows) < AT_ONCE:
            return done
        last = rows[-1][0]


async def _purge(database: Database, thing_id: str, owner_id: str | None) -> bool:
    """Delete one thing for ever, unless it was restored meanwhile or is kept."""
    scope = System("trash") if owner_id is None else Scope(frozenset({owner_id}), owner_id, trash=True)
    wanted = select(TrashedItem).where(TrashedItem.id == thing_id, TrashedItem.ends_at <= utcnow())
    try:
        with use_scope(scope):
            async with database.transaction() as session:
                found = list(await session.scalars(wanted.with_for_update(skip_locked=True)))
                await purge(session, found)
    except VerbatimError as error:
        log.info("kept_in_trash", thing_id=thing_id, code=error.code)
        return False
    except Exception:
        log.exception("trash_not_purged", thing_id=thing_id)
        return False
    return bool(found)


UPKEEP: Final = Upkeep(purge_due, name="trash-upkeep", seconds=LOOK_SECONDS, failed="trash_not_purged")
