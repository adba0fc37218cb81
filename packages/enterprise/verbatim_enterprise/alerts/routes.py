"""`/api/admin/alerts`."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from verbatim_enterprise.alerts import repository
from verbatim_enterprise.alerts.schemas import AlertCount, AlertId, AlertPage, MyAlerts
from verbatim_enterprise.caller import Caller, CallerDep
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Effect, Permission, Router, declares, requires
from verbatim_enterprise.mail.service import can_send
from verbatim_enterprise.system_session import SystemSession

router = Router(dependencies=[requires(Permission.SYSTEM_OPERATE)])


@router.get("")
async def list_alerts(
    session: SystemSession,
    caller: CallerDep,
    cursor: Annotated[AlertId | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> AlertPage:
    """List what administrators were told, the newest first."""
    return await _page(session, caller, cursor, limit)


async def _page(session: SystemSession, caller: Caller, cursor: str | None, limit: int) -> AlertPage:
    reader = await repository.reader(session, caller.id)
    items, following = await repository.page(session, reader.read_up_to, cursor, limit)
    settings = enterprise_settings().alerts
    return AlertPage(
        items=items,
        next_cursor=following,
        mail=reader.mail,
        mail_enabled=settings.alerts_mail,
        mail_set_up=can_send(session),
        muted=sorted(settings.alerts_muted),
        reminder_hours=settings.alerts_reminder_hours,
    )


@router.get("/unread")
async def count_unread_alerts(session: SystemSession, caller: CallerDep) -> AlertCount:
    """Tell how many alerts the caller has not read yet. It is cheap enough to be asked every minute."""
    return await repository.count(session, (await repository.reader(session, caller.id)).read_up_to)


@router.patch("/mine", dependencies=[declares(Effect.ACCESS, note="what the caller has read and wants by mail")])
async def change_my_alerts(session: SystemSession, caller: CallerDep, body: MyAlerts) -> AlertCount:
    """Say up to which alert the caller has read, and whether they want mail."""
    await repository.keep(session, caller.id, body)
    return await repository.count(session, (await repository.reader(session, caller.id)).read_up_to)
