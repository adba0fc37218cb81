"""Days and months, in UTC, in which budgets are counted."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

_OVER_A_MONTH: Final = timedelta(days=32)


def start_of(period: str, at: datetime) -> datetime:
    """Return when the day or month began that a moment lies in."""
    day = at.replace(hour=0, minute=0, second=0, microsecond=0)
    return day if period == "day" else day.replace(day=1)


def end_of(period: str, at: datetime) -> datetime:
    """Return when the next one begins."""
    start = start_of(period, at)
    return start + timedelta(days=1) if period == "day" else (start + _OVER_A_MONTH).replace(day=1)
