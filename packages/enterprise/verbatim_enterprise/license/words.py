"""Where an installation stands with its licence, in one sentence."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from verbatim_enterprise.license.states import STATES, LicenseState, Standing, grace_end
from verbatim_enterprise.license.token import License

_DATE: Final = "{:%-d %B %Y}"


def date(moment: datetime) -> str:
    """Return a day as people read it, such as 5 January 2027."""
    return _DATE.format(moment)


def days_left(standing: Standing) -> str:
    """Return how many days are left, such as 1 day."""
    return f"{standing.days_left} {'day' if standing.days_left == 1 else 'days'}"


def too_many(used: int, seats: int) -> str:
    """Return one sentence about more active accounts than there are seats."""
    there = "there is 1 seat" if seats == 1 else f"there are {seats} seats"
    return f"{used} accounts are active and {there}: nobody else can be added or reactivated until fewer are."


def message(standing: Standing, license_: License | None) -> str:
    """Return one sentence about where an installation stands."""
    if license_ is None:
        return STATES[LicenseState.UNLICENSED].meaning
    end, last = date(license_.expires_at), date(grace_end(license_.expires_at))
    days = days_left(standing)
    sentences = {
        LicenseState.VALID: f"The licence is valid until {end}.",
        LicenseState.WARNING: f"The licence ends in {days}, on {end}. Upload the next one in time.",
        LicenseState.GRACE: f"The licence ended on {end}. Everything works until {last}, {days} from now.",
        LicenseState.READ_ONLY: f"The licence ended on {end}. {STATES[LicenseState.READ_ONLY].meaning} "
        "Upload the next one to end this.",
    }
    return sentences[standing.state]
