"""Installing a licence, and trying one without installing it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import KeyRing, after_commit, utcnow
from verbatim_enterprise.license import clock
from verbatim_enterprise.license.errors import LicenseReplacedError
from verbatim_enterprise.license.events import LicenseInstalled, tell
from verbatim_enterprise.license.models import SEALED, StoredLicense
from verbatim_enterprise.license.outlook import Outlook, look, refuse_future
from verbatim_enterprise.license.repository import find_license, lock_seats
from verbatim_enterprise.license.settings import LicenseSettings
from verbatim_enterprise.license.states import Standing, standing_at
from verbatim_enterprise.license.token import License, read_license
from verbatim_enterprise.license.verdict import LicenseServices


@dataclass(frozen=True)
class Trial:
    """A licence that could be installed, beside what counts now and where it would stand."""

    license: License
    before: Outlook
    after: Standing


async def try_license(session: AsyncSession, text: str, settings: LicenseSettings) -> Trial:
    """Check whether a licence could be installed now.

    Raises:
        LicenseRefusedError: it is not genuine, for tests only, or issued for a later day.
        LicenseReplacedError: it, or the one that counts now, came after it.
    """
    license_ = read_license(text, takes_test=settings.takes_test_licenses)
    before = await look(session, settings)
    seen = clock.never_back(before.now, before.watch.seen_at if before.watch else None)
    refuse_future(license_, seen)
    known = await find_license(session, license_.license_id)
    if known is not None and known.replaced_at is not None:
        raise LicenseReplacedError(
            f"This licence was replaced on {known.replaced_at:%Y-%m-%d} by another one and cannot be used again."
        )
    if before.license is not None and not before.is_stored and before.license.issued_at > license_.issued_at:
        raise LicenseReplacedError(
            "VERBATIM_LICENSE_KEY holds a licence that was issued later; this one would not count."
        )
    mark = _mark(seen, before, license_)
    return Trial(license_, before, standing_at(license_.expires_at, clock.never_back(before.now, mark)))


def _mark(seen: datetime, before: Outlook, license_: License) -> datetime:
    """Return the latest time that has been seen once this licence counts. One that was issued before the present one is
    no witness of what happened since.
    """
    if before.license is not None and license_.issued_at < before.license.issued_at:
        return seen
    return clock.mark_with_new_license(seen, before.now, license_.issued_at)


async def install_license(session: AsyncSession, services: LicenseServices, text: str, *, user_id: str) -> Trial:
    """Let a licence count from now on; of the one before, an encrypted copy is kept.

    Raises:
        VerbatimError: as `try_license`.
    """
    await lock_seats(session)
    trial = await try_license(session, text, services.settings)
    license_, stored, watch = trial.license, trial.before.stored, trial.before.watch
    previous = trial.before.license
    if stored is not None and stored.license_id == license_.license_id:
        return trial  # it counts already
    if stored is not None:
        await _replace(session, stored, services.keys)
    if previous is not None and not trial.before.is_stored and previous.license_id != license_.license_id:
        await _replace(session, await _kept(session, previous), services.keys)
    session.add(_row(license_, user_id))
    if watch is not None:
        watch.seen_at = _mark(watch.seen_at, trial.before, license_)
    await session.flush()
    event = LicenseInstalled(
        license_id=license_.license_id,
        org_name=license_.org_name,
        seat_count=license_.seat_count,
        expires_at=license_.expires_at.isoformat(),
        installed_by=user_id,
        replaced_license_id=stored.license_id if stored is not None else None,
    )
    await tell(session, event)
    after_commit(session, services.forget)
    return trial


def _row(license_: License, user_id: str | None) -> StoredLicense:
    return StoredLicense(
        license_id=license_.license_id,
        token=license_.token,
        org_name=license_.org_name,
        seat_count=license_.seat_count,
        expires_at=license_.expires_at,
        installed_by=user_id,
    )


async def _kept(session: AsyncSession, license_: License) -> StoredLicense:
    """Return the row of a licence that was in the settings and counted, so that it stays replaced."""
    known = await find_license(session, license_.license_id)
    if known is None:
        known = _row(license_, None)
        session.add(known)
        await session.flush()
    return known


async def _replace(session: AsyncSession, stored: StoredLicense, keys: KeyRing) -> None:
    if stored.token is not None:
        stored.sealed, stored.token = SEALED.seal(keys, stored.id, stored.token), None
    stored.replaced_at = utcnow()
    await session.flush()
