"""Saying where an installation stands with its licence, in words and figures."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.license.entitlements import MEANINGS, Entitlement
from verbatim_enterprise.license.models import StoredLicense
from verbatim_enterprise.license.outlook import UNLICENSED_SEATS, Outlook, look
from verbatim_enterprise.license.repository import previous_license, seats_used
from verbatim_enterprise.license.schemas import (
    EntitlementRow,
    LicenseChange,
    LicensePreview,
    LicenseStatus,
    PreviousLicense,
    Problem,
    StateInfo,
)
from verbatim_enterprise.license.service import Trial
from verbatim_enterprise.license.settings import LicenseSettings
from verbatim_enterprise.license.states import STATES, WARN_FROM, LicenseState, Standing, grace_end
from verbatim_enterprise.license.token import License
from verbatim_enterprise.license.words import date, message


async def status_of(session: AsyncSession, settings: LicenseSettings) -> LicenseStatus:
    """Return everything an administrator wants to know."""
    outlook = await look(session, settings)
    license_, standing, used = outlook.license, outlook.standing, await seats_used(session)
    names = license_.entitlements if license_ is not None else frozenset()
    problem, previous = outlook.problem, await previous_license(session)
    return LicenseStatus(
        state=standing.state,
        label=standing.row.label,
        message=message(standing, license_),
        org_name=license_.org_name if license_ else None,
        license_id=license_.license_id if license_ else None,
        key_id=license_.key_id if license_ else None,
        source=None if license_ is None else "uploaded" if outlook.is_stored else "environment",
        is_test=license_ is not None and license_.is_test,
        issued_at=license_.issued_at if license_ else None,
        expires_at=license_.expires_at if license_ else None,
        grace_ends_at=grace_end(license_.expires_at) if license_ else None,
        days_left=standing.days_left,
        warning_days=standing.warning,
        seat_count=outlook.seats,
        seats_used=used,
        seats_exceeded=used > outlook.seats,
        features=sorted(names),
        entitlements=[EntitlementRow(name=one, meaning=MEANINGS[one], granted=one in names) for one in Entitlement],
        clock_set_back=outlook.clock_set_back,
        counted_from=outlook.moment,
        problem=Problem(code=problem.code, detail=problem.detail) if problem else None,
        previous=_previous(previous) if previous else None,
        states=_states(license_),
    )


def _previous(row: StoredLicense) -> PreviousLicense:
    return PreviousLicense.model_validate(row, from_attributes=True)


def _states(license_: License | None) -> list[StateInfo]:
    begins: dict[LicenseState, datetime] = {}
    if license_ is not None:
        begins = {
            LicenseState.VALID: license_.issued_at,
            LicenseState.WARNING: license_.expires_at - WARN_FROM,
            LicenseState.GRACE: license_.expires_at,
            LicenseState.READ_ONLY: grace_end(license_.expires_at),
        }
    return [
        StateInfo(state=state, label=row.label, when=row.when, meaning=row.meaning, begins_at=begins.get(state))
        for state, row in STATES.items()
    ]


async def preview_of(session: AsyncSession, trial: Trial) -> LicensePreview:
    """Return what a licence would change."""
    license_, before, used = trial.license, trial.before, await seats_used(session)
    return LicensePreview(
        license_id=license_.license_id,
        org_name=license_.org_name,
        seat_count=license_.seat_count,
        expires_at=license_.expires_at,
        features=sorted(license_.entitlements),
        is_test=license_.is_test,
        state=trial.after.state,
        changes=_changes(license_, trial.after, before),
        warnings=_warnings(license_, trial.after, before, used),
    )


def _changes(license_: License, after: Standing, before: Outlook) -> list[LicenseChange]:
    now = before.license
    rows = (
        ("State", before.standing.row.label, after.row.label),
        ("Organisation", now.org_name if now else "none", license_.org_name),
        ("Seats", str(now.seat_count if now else UNLICENSED_SEATS), str(license_.seat_count)),
        ("Ends", date(now.expires_at) if now else "never", date(license_.expires_at)),
        ("Includes", _names(now), _names(license_)),
    )
    return [LicenseChange(what=what, before=old, after=new) for what, old, new in rows if old != new]


def _names(license_: License | None) -> str:
    return ", ".join(sorted(license_.entitlements)) or "nothing" if license_ is not None else "nothing"


def _warnings(license_: License, after: Standing, before: Outlook, used: int) -> list[str]:
    found: list[str] = []
    if used > license_.seat_count:
        found.append(
            f"{used} accounts are active and the licence has {license_.seat_count} seats: nobody can be added or "
            "reactivated until fewer are. Those who are there keep working."
        )
    if after.state in {LicenseState.GRACE, LicenseState.READ_ONLY}:
        found.append(message(after, license_))
    if before.license is not None and before.license.expires_at > license_.expires_at:
        found.append(
            f"It ends earlier than the present licence, which is valid until {date(before.license.expires_at)}."
        )
    lost = before.license.entitlements - license_.entitlements if before.license is not None else frozenset()
    found += [f"It does not include {MEANINGS[one]} any more." for one in sorted(lost)]
    if license_.is_test:
        found.append("It is a test licence: every page will say so.")
    return found
