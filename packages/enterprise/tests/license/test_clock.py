"""The mark of time: both sides of every border, as literals."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from verbatim_enterprise.license.clock import is_set_back, mark_with_new_license, never_back, next_mark

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("passed", "moved"),
    [
        (-DAY, None),
        (timedelta(0), None),
        (HOUR - SECOND, None),
        (HOUR, HOUR),
        (DAY - SECOND, DAY - SECOND),
        (DAY, DAY),
    ],
)
def test_a_mark_follows_each_hour_and_at_most_a_day_at_once(passed: timedelta, moved: timedelta | None) -> None:
    for may_leap in (False, True):
        assert next_mark(NOW, NOW + passed, may_leap=may_leap) == (None if moved is None else NOW + moved)


@pytest.mark.parametrize("passed", [DAY + SECOND, timedelta(days=2), timedelta(days=3_650)])
def test_after_a_leap_it_follows_a_day_for_each_hour_that_ran(passed: timedelta) -> None:
    assert next_mark(NOW, NOW + passed, may_leap=False) is None
    assert next_mark(NOW, NOW + passed, may_leap=True) == NOW + DAY


@pytest.mark.parametrize(("behind", "told"), [(DAY - SECOND, False), (DAY, False), (DAY + SECOND, True)])
def test_a_clock_more_than_a_day_behind_was_set_back(behind: timedelta, *, told: bool) -> None:
    assert is_set_back(NOW - behind, None, NOW) is told
    assert is_set_back(NOW - behind, NOW, NOW - timedelta(days=9)) is told


def test_time_does_not_go_back() -> None:
    assert never_back(NOW, None, NOW - DAY) == NOW
    assert never_back(NOW, NOW + DAY, None) == NOW + DAY
    assert never_back(NOW) == NOW


def test_a_new_licence_takes_a_mistaken_mark_back() -> None:
    issued = NOW - timedelta(days=5)
    assert mark_with_new_license(NOW + timedelta(days=999), NOW, issued) == NOW
    assert mark_with_new_license(NOW - DAY, NOW, issued) == NOW - DAY
    assert mark_with_new_license(NOW - timedelta(days=99), NOW, issued) == issued
