"""Placing and lifting legal holds, and looking at them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.caller import Caller
from verbatim_enterprise.holds.coverage import standing_on_things
from verbatim_enterprise.holds.errors import (
    AlreadyLiftedError,
    HoldNotFoundError,
    OneTargetError,
    TargetNotFoundError,
    kind_of,
)
from verbatim_enterprise.holds.events import HoldLifted, HoldPlaced
from verbatim_enterprise.holds.locking import lock_document, lock_project, lock_recording
from verbatim_enterprise.holds.models import Hold
from verbatim_enterprise.holds.schemas import HoldCreate, HoldResponse
from verbatim_enterprise.host import Page, content_class, emit, resources_of, tell_changed, utcnow


async def place_hold(session: AsyncSession, caller: Caller, body: HoldCreate) -> Hold:
    """Put a recording, a document or a project of the active team under legal hold. The caller has locked the team.

    Whoever is deleting or correcting it is waited for; from the commit on nobody does.

    Raises:
        OneTargetError: it names none, or two.
        TargetNotFoundError: it names something that the caller does not see.
    """
    locks = {"recording_id": lock_recording, "project_id": lock_project, "document_id": lock_document}
    named = [(name, key) for name in locks if (key := getattr(body, name)) is not None]
    if len(named) != 1:
        raise OneTargetError
    await locks[named[0][0]](session, named[0][1])
    hold = Hold(
        recording_id=body.recording_id,
        project_id=body.project_id,
        document_id=body.document_id,
        reason=body.reason,
        placed_by=caller.id,
        placed_by_name=caller.name,
    )
    session.add(hold)
    await session.flush()
    await emit(session, HoldPlaced(**_named(hold), reason=hold.reason))
    _tell(session, hold)
    return hold


async def lift_hold(session: AsyncSession, caller: Caller, hold_id: str, reason: str) -> Hold:
    """End a hold.

    Raises:
        HoldNotFoundError: the team has no such hold.
        AlreadyLiftedError: somebody was faster.
    """
    statement = select(Hold).where(Hold.id == hold_id).with_for_update().execution_options(populate_existing=True)
    hold: Hold | None = await session.scalar(statement)
    if hold is None:
        raise HoldNotFoundError
    if hold.lifted_at is not None:
        raise AlreadyLiftedError
    hold.lifted_by, hold.lifted_by_name, hold.lifted_at = caller.id, caller.name, utcnow()
    hold.lift_reason = reason
    await session.flush()
    await emit(session, HoldLifted(**_named(hold), reason=reason))
    _tell(session, hold)
    return hold


def _named(hold: Hold) -> dict[str, Any]:
    named = {name: getattr(hold, name) for name in ("recording_id", "project_id", "document_id")}
    return {"hold_id": hold.id, **named}


def _tell(session: AsyncSession, hold: Hold) -> None:
    for kind in resources_of(session):
        if kind.changed and (key := getattr(hold, kind.id_name, None)) is not None:
            tell_changed(session, kind, key)


async def get_hold(session: AsyncSession, hold_id: str, *, runs_team: bool) -> HoldResponse:
    """Return a hold of the active team; to those who do not run it, only one on something that they see.

    Raises:
        HoldNotFoundError: there is none.
    """
    found: Hold | None = await session.scalar(select(Hold).where(Hold.id == hold_id, _seen(runs_team=runs_team)))
    if found is None:
        raise HoldNotFoundError
    return (await responses(session, [found], runs_team=runs_team))[0]


async def list_holds(
    session: AsyncSession,
    page: Page,
    *,
    active: bool | None,
    recording_id: str | None,
    runs_team: bool,
    document_id: str | None = None,
) -> tuple[list[HoldResponse], int]:
    """Return one page of holds, the newest first, and how many match: those on one thing, or the team's.

    Raises:
        TargetNotFoundError: the caller sees no such thing.
    """
    conditions = [_seen(runs_team=runs_team)]
    if active is not None:
        conditions.append(Hold.lifted_at.is_(None) if active else Hold.lifted_at.is_not(None))
    for kind, key in (("recording", recording_id), ("document", document_id)):
        if key is None:
            continue
        model = content_class(f"{kind}s")
        one = select(model.id).where(model.id == key)
        if await session.scalar(one) is None:
            raise TargetNotFoundError
        conditions.append(standing_on_things(session, kind, one))
    total = await session.scalar(select(func.count(Hold.id)).where(*conditions)) or 0
    order = select(Hold).where(*conditions).order_by(Hold.placed_at.desc(), Hold.id.desc())
    rows = await session.scalars(order.offset(page.offset).limit(page.page_size))
    return await responses(session, list(rows), runs_team=runs_team), total


def _seen(*, runs_team: bool) -> ColumnElement[bool]:
    if runs_team:
        return true()
    recording, project, document = map(content_class, ("recordings", "projects", "documents"))
    return or_(
        Hold.recording_id.in_(select(recording.id)),
        Hold.project_id.in_(select(project.id)),
        Hold.document_id.in_(select(document.id)),
    )


async def responses(session: AsyncSession, holds: list[Hold], *, runs_team: bool) -> list[HoldResponse]:
    """Return holds as their caller may see them: what lies where they see nothing, or is gone, is not named."""
    recording, project, document = map(content_class, ("recordings", "projects", "documents"))
    titles = await _titles(session, recording.id, recording.title, [hold.recording_id for hold in holds])
    titles |= await _titles(session, project.id, project.name, [hold.project_id for hold in holds])
    titles |= await _titles(session, document.id, document.title, [hold.document_id for hold in holds])
    return [
        HoldResponse(
            id=hold.id,
            kind=kind_of(hold),
            recording_id=hold.recording_id if hold.recording_id in titles else None,
            project_id=hold.project_id if hold.project_id in titles else None,
            document_id=hold.document_id if hold.document_id in titles else None,
            title=titles.get(hold.recording_id or hold.project_id or hold.document_id or ""),
            active=hold.lifted_at is None,
            reason=hold.reason if runs_team else None,
            placed_by_name=hold.placed_by_name,
            placed_at=hold.placed_at,
            lifted_by_name=hold.lifted_by_name,
            lifted_at=hold.lifted_at,
            lift_reason=hold.lift_reason if runs_team else None,
            may_lift=runs_team and hold.lifted_at is None,
        )
        for hold in holds
    ]


async def _titles(session: AsyncSession, key: Any, title: Any, ids: list[str | None]) -> dict[str, str]:
    rows = await session.execute(select(key, title).where(key.in_([one for one in ids if one is not None])))
    return {row[0]: row[1] for row in rows}
