"""Whose trash it is, and what is done with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.auth import Principal
from verbatim.core.guards import standing_on
from verbatim.core.ownership import including_trash
from verbatim.core.pagination import Page
from verbatim.core.resources import resources_of
from verbatim.core.trash import moving
from verbatim.core.trash.models import TrashedItem
from verbatim.core.trash.moving import NotInTrashError
from verbatim.core.words import every_word
from verbatim.permissions import Permission
from verbatim.trash.schemas import TrashedItemResponse, TrashOutcome

AT_ONCE: Final = 500
"""Most things that one request deletes for ever: each has a transcript with thousands of rows."""

_RUNS: Final = frozenset({Permission.TEAM_MANAGE, Permission.WEBHOOK_MANAGE})
"""Who has one of these runs the installation or the team; a single user has them all."""


def _theirs(caller: Principal) -> ColumnElement[bool]:
    """Return the condition of what somebody may bring back: what they threw away, and for those who run the team all.

    Where it lay is seen to by the scope.
    """
    kinds = [str(one).partition(":")[0] for one in Permission if one.endswith(":delete") and one in caller.permissions]
    mine = true() if _RUNS & caller.permissions else TrashedItem.trashed_by == caller.id
    return TrashedItem.kind.in_(kinds) & mine


async def list_trash(
    session: AsyncSession, caller: Principal, page: Page, search: str | None = None
) -> tuple[list[TrashedItemResponse], int]:
    """Return one page of what somebody may bring back, the last thrown away first, and how many there are."""
    wanted = [_theirs(caller)]
    if search:
        wanted.append(every_word(search, TrashedItem.title))
    total = await session.scalar(select(func.count(TrashedItem.id)).where(*wanted)) or 0
    order = select(TrashedItem).where(*wanted).order_by(TrashedItem.trashed_at.desc(), TrashedItem.id.desc())
    items = list(await session.scalars(order.offset(page.offset).limit(page.page_size)))
    held = await _held(session, items)
    return [
        TrashedItemResponse.model_validate({**_columns(item), "held": item.id in held}, from_attributes=True)
        for item in items
    ], total


def _columns(item: TrashedItem) -> dict[str, Any]:
    return {name: getattr(item, name) for name in TrashedItemResponse.model_fields if name != "held"}


async def _held(session: AsyncSession, items: Sequence[TrashedItem]) -> set[str]:
    found: set[str] = set()
    for name in {item.kind for item in items}:
        kind = resources_of(session).named(name)
        if kind is None or not (holders := standing_on(session.info, kind.table)):
            continue
        model: Any = kind.model
        of_kind = [item.id for item in items if item.kind == name]
        with including_trash():
            held = or_(*(holder(model) for holder in holders))
            found.update(await session.scalars(select(model.id).where(model.id.in_(of_kind), held)))
    return found


async def locked(session: AsyncSession, caller: Principal, ids: Sequence[str] | None) -> list[TrashedItem]:
    """Return the rows of things in the trash that somebody may bring back, locked in the order of their ids: those of
    ``ids``, or with None up to `AT_ONCE` of all.

    Raises:
        NotInTrashError: none of those that were named is there.
    """
    wanted = select(TrashedItem).where(_theirs(caller)).order_by(TrashedItem.id).limit(AT_ONCE)
    if ids is not None:
        wanted = wanted.where(TrashedItem.id.in_(ids))
    found = list(await session.scalars(wanted.with_for_update()))
    if ids is not None and not found:
        raise NotInTrashError
    return found


async def restore(session: AsyncSession, caller: Principal, ids: Sequence[str]) -> TrashOutcome:
    """Bring things back to where they were; those that are not in the trash any more are passed over."""
    items = await locked(session, caller, ids)
    await moving.restore(session, items)
    return TrashOutcome(message=_said(len(items), "restored"), count=len(items))


async def purge(session: AsyncSession, caller: Principal, ids: Sequence[str] | None) -> TrashOutcome:
    """Delete things for ever. One that is named and under hold is refused; among several it stays where it is.

    Raises:
        VerbatimError: somebody insists that it stays.
    """
    items = await locked(session, caller, ids)
    held = await _held(session, items) if ids is None or len(ids) > 1 else set()
    going = [item for item in items if item.id not in held]
    await moving.purge(session, going)
    left = len(items) - len(going)
    kept = f" {left} under legal hold stay." if left else ""
    return TrashOutcome(message=_said(len(going), "deleted for ever") + kept, count=len(going), left=left)


def _said(number: int, what: str) -> str:
    return f"1 thing {what}." if number == 1 else f"{number} things {what}."
