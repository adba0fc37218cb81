"""What ``verbatim doctor`` says about the licence."""

from __future__ import annotations

from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Check, Database, Settings
from verbatim_enterprise.license.outlook import look
from verbatim_enterprise.license.repository import seats_used
from verbatim_enterprise.license.states import LicenseState
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
    detail = message(outlook.standing, outlook.license) + seats + problem
    return Check("licence", ok=not (ended or problem or used > outlook.seats), detail=detail)
