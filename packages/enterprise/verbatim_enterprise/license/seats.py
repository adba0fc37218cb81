"""Seats: an account that may sign in takes one. Counted in the transaction that takes it, under a lock."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.license.errors import LicenseReadOnlyError, SeatsExceededError, SeatsTakenError
from verbatim_enterprise.license.outlook import look
from verbatim_enterprise.license.repository import lock_seats, seats_used, senior_admin
from verbatim_enterprise.license.states import Changes
from verbatim_enterprise.license.words import too_many

Claim = Callable[[AsyncSession], Awaitable[None]]
"""How a new account comes by its seat."""


async def claim_seat(session: AsyncSession) -> None:
    """Make sure that one more account may become active, and that no other one takes its seat meanwhile.

    A server without an administrator who can sign in always has a seat for one: somebody must be able to upload a
    licence.

    Raises:
        SeatsTakenError: all seats are taken.
        LicenseReadOnlyError: nothing may be created.
    """
    await lock_seats(session)
    if await senior_admin(session) is None:
        return
    outlook = await look(session, enterprise_settings().license)
    if outlook.standing.row.changes is Changes.NOBODY:
        raise LicenseReadOnlyError
    used = await seats_used(session)
    if used >= outlook.seats:
        raise SeatsTakenError(used, outlook.seats, licensed=outlook.license is not None)


async def claim_seat_from_outside(session: AsyncSession) -> None:
    """Do the same for somebody who is not signed in: they read no figures, and that there is nothing to do but ask.

    Raises:
        SeatsExceededError, LicenseReadOnlyError: as `claim_seat`.
    """
    try:
        await claim_seat(session)
    except SeatsTakenError as error:
        raise SeatsExceededError from error


async def take_seat(session: AsyncSession) -> None:
    """Give one more account a seat whatever the licence says, beyond all seats too: for whoever has the server itself,
    so that a licence never keeps the last people out who could mend it.
    """
    await lock_seats(session)


async def seats_beyond(session: AsyncSession) -> str | None:
    """Return a sentence about more active accounts than seats, or None."""
    outlook, used = await look(session, enterprise_settings().license), await seats_used(session)
    return too_many(used, outlook.seats) if used > outlook.seats else None
