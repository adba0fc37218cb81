"""The table of states, at its borders."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from verbatim_enterprise.license import clock
from verbatim_enterprise.license.states import STATES, Changes, LicenseState, Standing, standing_at

END = datetime(2027, 6, 30, 23, 59, 59, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def at(**before: float) -> Standing:
    return standing_at(END, END - timedelta(**before))


@pytest.mark.parametrize(
    ("before", "state", "days_left", "warning"),
    [
        ({"days": 400}, LicenseState.VALID, 400, None),
        ({"days": 60, "seconds": 1}, LicenseState.VALID, 61, None),
        ({"days": 60}, LicenseState.WARNING, 60, 60),
        ({"days": 30, "seconds": 1}, LicenseState.WARNING, 31, 60),
        ({"days": 30}, LicenseState.WARNING, 30, 30),
        ({"days": 7}, LicenseState.WARNING, 7, 7),
        ({"seconds": 1}, LicenseState.WARNING, 1, 7),
        ({"seconds": 0}, LicenseState.WARNING, 0, 7),
        ({"seconds": -1}, LicenseState.GRACE, 14, None),
        ({"days": -14}, LicenseState.GRACE, 0, None),
        ({"days": -14, "seconds": -1}, LicenseState.READ_ONLY, 0, None),
        ({"days": -4000}, LicenseState.READ_ONLY, 0, None),
    ],
)
def test_days_decide(before: dict[str, float], state: LicenseState, days_left: int, warning: int | None) -> None:
    found = at(**before)

    assert (found.state, found.days_left, found.warning) == (state, days_left, warning)


def test_without_a_licence() -> None:
    assert standing_at(None, END).state is LicenseState.UNLICENSED


def test_the_table_says_the_same_as_its_promise() -> None:
    assert set(STATES) == set(LicenseState)
    closed = {state: row.changes for state, row in STATES.items() if row.changes is not Changes.EVERYBODY}
    assert closed == {LicenseState.READ_ONLY: Changes.NOBODY, LicenseState.UNLICENSED: Changes.ONE_ADMINISTRATOR}
    assert [state for state, row in STATES.items() if not row.entitlements] == [LicenseState.UNLICENSED]


def test_time_does_not_go_back() -> None:
    assert clock.never_back(END, END + SECOND, None) == END + SECOND
    assert clock.never_back(END, END - SECOND) == END
    assert not clock.is_set_back(END, END + timedelta(hours=24))
    assert clock.is_set_back(END, END + timedelta(hours=24, seconds=1))


def test_the_mark_follows_the_clock_and_believes_no_great_leap_at_once() -> None:
    follow = clock.next_mark
    assert follow(END, END + timedelta(minutes=59), may_leap=True) is None
    assert follow(END, END + timedelta(days=1), may_leap=False) == END + timedelta(days=1)
    assert follow(END, END + timedelta(days=900), may_leap=False) is None
    assert follow(END, END + timedelta(days=900), may_leap=True) == END + timedelta(days=1)
    assert follow(END, END - timedelta(days=900), may_leap=True) is None


def test_a_new_licence_takes_back_what_a_mistaken_clock_did() -> None:
    now, issued = END, END - timedelta(days=3)
    assert clock.mark_with_new_license(END + timedelta(days=900), now, issued) == now
    assert clock.mark_with_new_license(END - timedelta(days=900), now, issued) == issued
    assert clock.mark_with_new_license(END + timedelta(days=9), END - timedelta(days=9), issued) == issued
