"""Time that does not go back: the latest time that this installation has seen.

A licence's days are counted to the later of the clock and this mark, so that a clock that was set back (an empty
battery, a restored machine) neither makes a licence look as if it lay in the future nor gives days away. Nobody is
locked out by it: it is told, and that is all.

A clock that ran ahead by mistake must do no lasting harm either. The mark therefore follows the clock only as fast as
time can be believed: up to a day at once, and after a longer leap a day for each hour that a server has run since.
Until it has caught up, nothing depends on it, because the clock is the later of the two. A new licence takes back what
a mistaken clock has done to it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

TOLERANCE: Final = timedelta(hours=24)
"""How far a clock may lie behind without a word: time zones set wrongly, and servers that disagree."""
STEP: Final = timedelta(hours=1)
"""How much time passes before the mark is written again."""
LEAP: Final = timedelta(days=1)
BEGINNING: Final = datetime(2025, 1, 1, tzinfo=UTC)
"""Where the mark starts: no server with a licence ran before."""


def never_back(now: datetime, *seen: datetime | None) -> datetime:
    """Return the time to count with."""
    return max(now, *(one for one in seen if one is not None), now)


def is_set_back(now: datetime, *seen: datetime | None, tolerance: timedelta = TOLERANCE) -> bool:
    """Say whether the clock lies further behind what was seen than it may."""
    return never_back(now, *seen) - now > tolerance


def next_mark(mark: datetime, now: datetime, *, may_leap: bool) -> datetime | None:
    """Return where the mark moves, or None while it stays. ``may_leap``: a server has run for `STEP` since the last."""
    ahead = now - mark
    if ahead < STEP:
        return None
    if ahead <= LEAP:
        return now
    return mark + LEAP if may_leap else None


def mark_with_new_license(mark: datetime, now: datetime, issued_at: datetime) -> datetime:
    """Return the mark once a new licence is there. Its issue is the vendor's word that this day has come; a mark that
    lies ahead of the clock has no other witness.
    """
    return max(issued_at, min(mark, now))
