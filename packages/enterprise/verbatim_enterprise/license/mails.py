"""Telling administrators by mail before the licence ends, and when it has: once at each stage."""

from __future__ import annotations

from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.addresses import link_to
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.license.notices import PAGE
from verbatim_enterprise.license.outlook import Outlook
from verbatim_enterprise.license.repository import admin_addresses
from verbatim_enterprise.license.states import GRACE, STATES, LicenseState, Standing
from verbatim_enterprise.license.words import days_left, message
from verbatim_enterprise.mail.message import Mail
from verbatim_enterprise.mail.service import send_mail

_CHECK: Final = "licence"
"""What administrators call it who want no alerts of it."""
_SUBJECTS = {
    LicenseState.GRACE: "The licence of Verbatim has ended",
    LicenseState.READ_ONLY: "Verbatim is read-only: its licence has ended",
}


async def mail_administrators(session: AsyncSession, outlook: Outlook) -> None:
    """Say where the installation stands, if an administrator has something to do about it.

    Nobody gets mail about having none: they see that as soon as they begin.
    """
    license_, standing = outlook.license, outlook.standing
    if license_ is None or standing.state is LicenseState.VALID or not enterprise_settings().alerts.are_mailed(_CHECK):
        return
    for address in await admin_addresses(session):
        mail = Mail(
            to=address,
            subject=_subject(standing),
            paragraphs=(
                message(standing, license_),
                f"It is the licence for {license_.org_name}, with {license_.seat_count} seats. {_next(standing)}",
            ),
            link=link_to(PAGE),
            link_label="Look at the licence",
        )
        await send_mail(session, mail)


def _subject(standing: Standing) -> str:
    return _SUBJECTS.get(standing.state, f"The licence of Verbatim ends in {days_left(standing)}")


def _next(standing: Standing) -> str:
    if standing.state is LicenseState.READ_ONLY:
        return "Nothing is lost. Signing in, exporting and deleting go on."
    when = "those days" if standing.state is LicenseState.GRACE else f"its end and {GRACE.days} days more"
    return f"After {when} the server is read-only. {STATES[LicenseState.READ_ONLY].meaning}"
