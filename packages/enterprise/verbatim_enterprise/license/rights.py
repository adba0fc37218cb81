"""What services ask of the licence in the middle of a transaction, where no request is at hand."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.errors import LicenseReadOnlyError
from verbatim_enterprise.license.outlook import look
from verbatim_enterprise.license.repository import senior_admin
from verbatim_enterprise.license.states import Changes
from verbatim_enterprise.license.verdict import Verdict, known_verdict, verdict_on


async def refuse_if_read_only(session: AsyncSession) -> None:
    """Refuse to create or change something in a place that the middleware lets through for another reason.

    Raises:
        LicenseReadOnlyError: nothing may be created or changed, and there is an administrator who could end that.
    """
    outlook = await look(session, enterprise_settings().license)
    if outlook.standing.row.changes is Changes.NOBODY and await senior_admin(session) is not None:
        raise LicenseReadOnlyError


async def refuse_change(session: AsyncSession, user_id: str) -> None:
    """Refuse a change by somebody, in such a place.

    Raises:
        LicenseReadOnlyError, LicenseNeededError: they may not change anything.
    """
    outlook = await look(session, enterprise_settings().license)
    refusal = verdict_on(outlook, await senior_admin(session)).refusal(user_id)
    if refusal is not None:
        raise refusal


async def refuse_change_now(session: AsyncSession, user_id: str) -> None:
    """The same in a job that asks again and again: by what the server last found.

    Raises:
        LicenseReadOnlyError, LicenseNeededError: they may not change anything.
    """
    if (known := known_verdict(session)) is None:
        await refuse_change(session, user_id)
    elif (refusal := known.refusal(user_id)) is not None:
        raise refusal


async def includes(session: AsyncSession, entitlement: Entitlement) -> bool:
    """Say whether the licence includes something: as the server last found it, and in commands and workers as it is."""
    verdict = known_verdict(session)
    return entitlement in verdict.entitlements if verdict is not None else await _includes_now(session, entitlement)


async def _includes_now(session: AsyncSession, entitlement: Entitlement) -> bool:
    return entitlement in (await _verdict_now(session)).entitlements


async def _verdict_now(session: AsyncSession) -> Verdict:
    return verdict_on(await look(session, enterprise_settings().license), None)


async def refuse_without(session: AsyncSession, entitlement: Entitlement) -> None:
    """Raise EntitlementMissingError when the licence does not include something."""
    (await _verdict_now(session)).demand(entitlement)
