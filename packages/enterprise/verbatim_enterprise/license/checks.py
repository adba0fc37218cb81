"""What ``verbatim doctor`` says about the licence."""

from __future__ import annotations

from typing import Final

from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Check, Database, HealthCheck, Settings
from verbatim_enterprise.license.outlook import look
from verbatim_enterprise.license.repository import seats_used
from verbatim_enterprise.license.states import WARN_FROM, WARNING_DAYS, LicenseState
from verbatim_enterprise.license.words import message
from verbatim_enterprise.system_session import system_transaction


async def check_license(_: Settings, database: Database) -> Check:
    """Say where the installation stands."""
    async with system_transaction(database, read_only=True) as session:
        outlook = await look(session, enterprise_settings().license)
        used = await seats_used(session)
    problem = f" {outlook.problem.detail}" if outlook.problem is not None else ""
    seats = f" {used} of {outlook.seats} seats are taken."
    ended = outlook.standing.state in {LicenseState.GRACE, LicenseState.READ_ONLY}
    soon = (outlook.standing.warning or WARN_FROM.days) <= WARNING_DAYS[-2]
    unlicensed = outlook.standing.state is LicenseState.UNLICENSED
    detail = message(outlook.standing, outlook.license) + seats + problem
    wrong = bool(ended or problem or used > outlook.seats)
    todo = "Put a new licence in." if wrong or soon or unlicensed else ""
    return Check("licence", ok=not wrong, warning=soon or unlicensed, detail=detail, todo=todo)


LICENCE: Final = HealthCheck("licence", check_license, link="/admin/license")
