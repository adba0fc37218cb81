"""The states of a licence: one table, for the code, the documentation and the pages.

Only two things are read from it at run time: who may change something (`StateRow.changes`) and whether what the licence
includes works (`StateRow.entitlements`). Seats and the clock are beside it: too few seats stop new and reactivated
users in every state, and a clock that was set back is told but changes no row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

WARN_FROM: Final = timedelta(days=60)
"""How long before its end a licence is said to end."""
WARNING_DAYS: Final = (60, 30, 7)
"""Days before the end at which the words become more urgent."""
GRACE: Final = timedelta(days=14)
"""How long everything still works after the end."""
DAY: Final = timedelta(days=1)


class LicenseState(StrEnum):
    """Where an installation stands."""

    UNLICENSED = "unlicensed"
    VALID = "valid"
    WARNING = "warning"
    GRACE = "grace"
    READ_ONLY = "read_only"


class Changes(StrEnum):
    """Who may create and change things, as far as the licence is concerned."""

    EVERYBODY = "everybody"
    ONE_ADMINISTRATOR = "one administrator"
    NOBODY = "nobody"


class Audience(StrEnum):
    """Who sees a lasting notice on every page."""

    NOBODY = "nobody"
    ADMINISTRATORS = "administrators"
    EVERYBODY = "everybody"


@dataclass(frozen=True)
class StateRow:
    """One state. ``when`` and ``meaning`` are for people."""

    label: str
    when: str
    changes: Changes
    entitlements: bool
    notice: Audience
    meaning: str


STATES: Final[Mapping[LicenseState, StateRow]] = {
    LicenseState.VALID: StateRow(
        "Valid",
        f"until {WARN_FROM.days} days before the licence ends",
        Changes.EVERYBODY,
        True,
        Audience.NOBODY,
        "Everything that the licence includes works.",
    ),
    LicenseState.WARNING: StateRow(
        "Ends soon",
        f"the last {WARN_FROM.days} days, more urgent at {WARNING_DAYS[1]} and {WARNING_DAYS[2]}",
        Changes.EVERYBODY,
        True,
        Audience.ADMINISTRATORS,
        "Everything still works. Ask for the next licence in time.",
    ),
    LicenseState.GRACE: StateRow(
        "Expired",
        f"{GRACE.days} days from the end",
        Changes.EVERYBODY,
        True,
        Audience.ADMINISTRATORS,
        f"Everything still works, for {GRACE.days} days after the end.",
    ),
    LicenseState.READ_ONLY: StateRow(
        "Read-only",
        f"after those {GRACE.days} days",
        Changes.NOBODY,
        True,
        Audience.EVERYBODY,
        "Everything can be seen, exported, downloaded and deleted. Nothing can be created or changed.",
    ),
    LicenseState.UNLICENSED: StateRow(
        "No licence",
        "without a licence that this server takes",
        Changes.ONE_ADMINISTRATOR,
        False,
        Audience.EVERYBODY,
        "The longest-standing administrator works with the core behind sign-in. Others can see, export and delete. "
        "What a licence includes is off.",
    ),
}


@dataclass(frozen=True)
class Standing:
    """A state, and how many days are left: to the end of the licence, and after it to the end of the grace period."""

    state: LicenseState
    days_left: int | None = None

    @property
    def row(self) -> StateRow:
        return STATES[self.state]

    @property
    def warning(self) -> int | None:
        """Return which of `WARNING_DAYS` has been reached; None outside the state `WARNING`."""
        if self.state is not LicenseState.WARNING or self.days_left is None:
            return None
        return min(days for days in WARNING_DAYS if self.days_left <= days)

    @property
    def stage(self) -> str:
        """Return the state, with the days of the warning that was reached: whatever changes this is worth a word."""
        return f"{self.state}-{self.warning}" if self.warning else self.state.value


def standing_at(expires_at: datetime | None, moment: datetime) -> Standing:
    """Return where a licence that ends at ``expires_at`` stands; None means that there is no licence."""
    if expires_at is None:
        return Standing(LicenseState.UNLICENSED)
    left = expires_at - moment
    if left > WARN_FROM:
        return Standing(LicenseState.VALID, _days(left))
    if left >= timedelta(0):
        return Standing(LicenseState.WARNING, _days(left))
    if left + GRACE >= timedelta(0):
        return Standing(LicenseState.GRACE, _days(left + GRACE))
    return Standing(LicenseState.READ_ONLY, 0)


def grace_end(expires_at: datetime) -> datetime:
    """Return when a licence that ends at ``expires_at`` leaves the server read-only; never later than time goes."""
    return min(expires_at, datetime.max.replace(tzinfo=UTC) - GRACE) + GRACE


def _days(left: timedelta) -> int:
    return -(-left // DAY)
