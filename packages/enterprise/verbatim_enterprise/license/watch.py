"""Remembering what time was seen, and telling each change once, however many servers notice it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.license import clock
from verbatim_enterprise.license.events import LicenseClockSetBack, LicenseStateChanged, tell
from verbatim_enterprise.license.mails import mail_administrators
from verbatim_enterprise.license.models import LicenseWatch
from verbatim_enterprise.license.outlook import Outlook, look
from verbatim_enterprise.license.repository import WATCH, lock_seats
from verbatim_enterprise.license.settings import LicenseSettings
from verbatim_enterprise.license.states import Standing, standing_at


def has_news(outlook: Outlook, *, may_leap: bool) -> bool:
    """Say whether something is to be written down."""
    watch = outlook.watch
    return (
        watch is None
        or watch.stage != _standing(outlook, watch).stage
        or watch.clock_set_back != _is_set_back(outlook, watch)
        or _mark(outlook, watch, may_leap=may_leap) is not None
    )


async def keep_watch(session: AsyncSession, settings: LicenseSettings, *, may_leap: bool) -> None:
    """Write down what is new, and tell it."""
    await lock_seats(session)
    outlook = await look(session, settings)
    watch = outlook.watch
    if watch is None:
        begun = {"state": outlook.standing.state, "stage": outlook.standing.stage}
        session.add(LicenseWatch(id=WATCH, seen_at=clock.BEGINNING, clock_set_back=False, **begun))
        await session.flush()
        return
    standing = _standing(outlook, watch)
    state, stage = standing.state, standing.stage
    watch.seen_at = _mark(outlook, watch, may_leap=may_leap) or watch.seen_at
    was_set_back, watch.clock_set_back = watch.clock_set_back, _is_set_back(outlook, watch)
    previous, watch.state = watch.state, state.value
    known, watch.stage = watch.stage, stage
    await session.flush()
    if previous != state:
        await tell(session, LicenseStateChanged(state=state, previous_state=previous))
    if known != stage:
        await mail_administrators(session, outlook)
    if watch.clock_set_back and not was_set_back:
        await tell(session, LicenseClockSetBack(counted_from=outlook.moment.isoformat()))


def _standing(outlook: Outlook, watch: LicenseWatch) -> Standing:
    """Return where the licence stands. A server whose clock lies a little behind another's takes nothing back that was
    told: the two would tell it again and again.
    """
    ahead = standing_at(outlook.license.expires_at if outlook.license else None, outlook.moment + clock.STEP)
    return ahead if ahead.stage == watch.stage else outlook.standing


def _is_set_back(outlook: Outlook, watch: LicenseWatch) -> bool:
    tolerance = clock.TOLERANCE - clock.STEP if watch.clock_set_back else clock.TOLERANCE
    return clock.is_set_back(outlook.now, outlook.moment, tolerance=tolerance)


def _mark(outlook: Outlook, watch: LicenseWatch, *, may_leap: bool) -> datetime | None:
    # The day of issue is the vendor's word that this time has come; only the clock has to be believed.
    issued = outlook.license.issued_at if outlook.license else None
    return clock.next_mark(clock.never_back(watch.seen_at, issued), outlook.now, may_leap=may_leap)
