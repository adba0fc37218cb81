"""Which licence counts, and where the installation stands with it: read from the database and the settings."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import utcnow
from verbatim_enterprise.license import clock
from verbatim_enterprise.license.errors import LicenseFutureError, LicenseRefusedError, LicenseReplacedError
from verbatim_enterprise.license.models import LicenseWatch, StoredLicense
from verbatim_enterprise.license.repository import current_license, get_watch, replaced_licenses
from verbatim_enterprise.license.settings import LicenseSettings
from verbatim_enterprise.license.states import Standing, standing_at
from verbatim_enterprise.license.token import License, read_license

UNLICENSED_SEATS = 1
LicenseProblem = LicenseRefusedError | LicenseReplacedError
"""Why a licence that was given does not count."""


@dataclass(frozen=True)
class Outlook:
    """Where an installation stands. ``moment`` is the time that days are counted to; ``problem`` says why a licence
    that was given does not count.
    """

    license: License | None
    stored: StoredLicense | None
    watch: LicenseWatch | None
    now: datetime
    moment: datetime
    standing: Standing
    problem: LicenseProblem | None

    @property
    def seats(self) -> int:
        return self.license.seat_count if self.license is not None else UNLICENSED_SEATS

    @property
    def clock_set_back(self) -> bool:
        return clock.is_set_back(self.now, self.moment)

    @property
    def is_stored(self) -> bool:
        return self.stored is not None and self.license is not None and self.license.token == self.stored.token


async def look(session: AsyncSession, settings: LicenseSettings) -> Outlook:
    """Find out where the installation stands now."""
    stored, watch, now = await current_license(session), await get_watch(session), utcnow()
    seen = clock.never_back(now, watch.seen_at if watch else None)
    license_, problem = choose(stored.token if stored else None, settings, seen, await replaced_licenses(session))
    moment = clock.never_back(seen, license_.issued_at if license_ else None)
    standing = standing_at(license_.expires_at if license_ else None, moment)
    return Outlook(license_, stored, watch, now, moment, standing, problem)


def choose(
    stored: str | None, settings: LicenseSettings, seen: datetime, replaced: Collection[str]
) -> tuple[License | None, LicenseProblem | None]:
    """Return the licence that counts: the uploaded one or the settings' one, whichever was issued later. Beside it why
    one of them does not count at all; ``replaced`` are the ids of those that did once.
    """
    chosen: License | None = None
    problem: LicenseProblem | None = None
    for text in (stored, settings.key_text):
        if text is None:
            continue
        try:
            license_ = read_license(text, takes_test=settings.takes_test_licenses)
            if chosen is not None and license_.issued_at <= chosen.issued_at:
                continue
            if text is not stored:
                refuse_future(license_, seen)
                refuse_replaced(license_, replaced)
            chosen = license_
        except (LicenseRefusedError, LicenseReplacedError) as error:
            problem = error
    return chosen, problem


def refuse_replaced(license_: License, replaced: Collection[str]) -> None:
    """Raise LicenseReplacedError for a licence of the settings that an uploaded one has replaced."""
    if license_.license_id in replaced:
        raise LicenseReplacedError(
            "VERBATIM_LICENSE_KEY holds a licence that was replaced by an uploaded one and cannot be used again; "
            "take it out of the settings."
        )


def refuse_future(license_: License, seen: datetime) -> None:
    """Raise LicenseFutureError for a licence that is issued for a later day than any that was seen."""
    if license_.issued_at - seen > clock.TOLERANCE:
        raise LicenseFutureError
