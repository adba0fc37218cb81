"""Into the trash, out of it again, and out of the world.

A thing in the trash lies, with all that hangs under it, in a workspace that no scope shows (`ownership.TRASH`). Lists,
searches, counters, exports and programs follow the scope, so none of them has to know that there is a trash.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.auth import Principal
from verbatim.core.clock import utcnow
from verbatim.core.content import delete_rows
from verbatim.core.db import CALLER
from verbatim.core.errors import NotFoundError
from verbatim.core.events import all_events, emit
from verbatim.core.guards import refuse_kept
from verbatim.core.ownership import TRASH, including_trash
from verbatim.core.placement import move_rows, rows_under
from verbatim.core.resources import Resource, resources_of
from verbatim.core.trash.models import TrashedItem


class NotInTrashError(NotFoundError):
    """There is no such thing in the trash. It was restored, or is gone for ever."""

    code = "not_in_trash"


async def discard(session: AsyncSession, kind: Resource, rows: Sequence[Any], *, days: float) -> None:
    """Delete things as people do: hide them, with what hangs under them, for so many days, or with 0 delete them for
    ever. The caller has locked them; what works on them is stopped by those who hear the event.

    The session is one of `verbatim.trash.sessions`: others may not write to where things lie that nobody sees.

    Raises:
        VerbatimError: somebody insists that one of them stays.
    """
    # Each changes a counter of its workspace and state: in one order, so that two who delete many do not wait for each
    # other.
    ordered = sorted(rows, key=lambda one: (one.workspace_id or "", getattr(one, "status", ""), one.id))
    if days <= 0:
        await delete_rows(session, kind.table, ordered)
    elif ordered:
        await _put(session, kind, ordered, days)


async def _put(session: AsyncSession, kind: Resource, rows: Sequence[Any], days: float) -> None:
    model: Any = kind.model
    ids = [row.id for row in rows]
    await session.flush()
    await session.run_sync(lambda sync: refuse_kept(sync, model, model.id.in_(ids)))
    caller: Principal | None = session.info.get(CALLER)
    now = utcnow()
    session.add_all(
        TrashedItem(
            id=row.id,
            kind=kind.name,
            title=getattr(row, str(kind.title)),
            file_size=row.file_size,
            duration_seconds=getattr(row, "duration_seconds", None),
            workspace_id=row.workspace_id,
            trashed_by=None if caller is None else caller.id,
            trashed_by_name=None if caller is None else caller.name,
            trashed_at=now,
            ends_at=now + timedelta(days=days),
        )
        for row in rows
    )
    await session.flush()
    for key in ids:
        await _tell(session, kind, "trashed", key)
    with including_trash():
        await move_rows(session, TRASH, _whole(session, model, ids))


async def restore(session: AsyncSession, items: Sequence[TrashedItem]) -> None:
    """Bring things back to where their rows in the table of the trash lie. The caller has locked those."""
    # Read before the first move: what is in the session expires with it.
    known = [(item.id, item.workspace_id, _kind_of(session, item)) for item in sorted(items, key=lambda one: one.id)]
    for key, place, kind in known:
        with including_trash():
            await move_rows(session, place, _whole(session, kind.model, [key]))
        await _leave_what_moved(session, kind, key, place)
        await session.execute(delete(TrashedItem).where(TrashedItem.id == key))
        await session.flush()
        await _tell(session, kind, "restored", key)


async def _leave_what_moved(session: AsyncSession, kind: Resource, key: str, place: str | None) -> None:
    """Take a thing out of what lies in another workspace by now."""
    for link in resources_of(session).links_to(kind):
        if link.above is None or link.above.model is None or link.model is None:
            continue
        model, above = link.model, link.above.model
        here = select(above.id).where(above.workspace_id.is_not_distinct_from(place))
        mine = (getattr(model, kind.id_name) == key, getattr(model, link.key_of_parent).not_in(here))
        await session.execute(delete(model).where(*mine).execution_options(synchronize_session=False))


async def purge(session: AsyncSession, items: Sequence[TrashedItem]) -> None:
    """Delete things for ever, the way their feature does. The caller has locked their rows in the table of the trash.

    Raises:
        VerbatimError: somebody insists that one of them stays.
    """
    for item in sorted(items, key=lambda one: one.id):
        kind = _kind_of(session, item)
        model: Any = kind.model
        with including_trash():
            found = await session.scalars(select(model).where(model.id == item.id).with_for_update())
            await delete_rows(session, kind.table, list(found))
        await forget(session, item.id)


async def forget(session: AsyncSession, thing_id: str) -> None:
    """Note that a thing is gone, whoever deleted it."""
    gone = delete(TrashedItem).where(TrashedItem.id == thing_id)
    await session.execute(gone.execution_options(synchronize_session=False))


def _kind_of(session: AsyncSession, item: TrashedItem) -> Resource:
    kind = resources_of(session).named(item.kind)
    if kind is None or kind.model is None:
        raise NotInTrashError  # its plugin is not there any more
    return kind


def _whole(session: AsyncSession, model: Any, ids: Sequence[str]) -> list[tuple[Any, Any]]:
    return [*rows_under(session, model, ids), (model, model.id.in_(ids))]


async def _tell(session: AsyncSession, kind: Resource, what: str, thing_id: str) -> None:
    event: Any = all_events()[f"{kind.name}.{what}"]
    await emit(session, event(**{kind.id_name: thing_id}))
