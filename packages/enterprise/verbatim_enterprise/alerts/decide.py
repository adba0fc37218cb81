"""When administrators are told: once for each change, again after long, and never of what comes and goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from verbatim_enterprise.host import CheckStatus

BROKEN_AFTER: Final = timedelta(seconds=30)
"""So long a fault is watched before anybody is told: what a restart breaks for a moment is none."""
WARNED_AFTER: Final = timedelta(minutes=10)
"""What works still is no hurry: whoever sets a server up is not told of each thing that is left to do."""
BETTER_AFTER: Final = timedelta(minutes=5)
"""So long a part must be well before it counts as mended: one that comes and goes is told once, as broken."""

_RANK: Final = {CheckStatus.OK: 0, CheckStatus.WARNING: 1, CheckStatus.FAILED: 2}


class Kind(StrEnum):
    """What is told: something got worse, still is bad, or is well. ``EASED`` is only noted: less bad is no news."""

    RAISED = "raised"
    REMINDER = "reminder"
    RESOLVED = "resolved"
    EASED = "eased"


@dataclass(frozen=True)
class Told:
    """What administrators know of a part."""

    status: CheckStatus = CheckStatus.OK
    at: datetime | None = None


class Troubles:
    """Since when parts are worse than administrators know. A part that is well for a moment is not well yet."""

    def __init__(self) -> None:
        self._since: dict[tuple[str, str], datetime] = {}

    def kind_of(
        self,
        key: tuple[str, str],
        status: CheckStatus,
        since: datetime,
        told: Told,
        *,
        now: datetime,
        reminder: timedelta | None,
    ) -> Kind | None:
        """Return what is to be told of a part that is in ``status`` since ``since``, if anything."""
        if status not in _RANK:  # it could not be looked at: that tells nothing
            return None
        rank, known = _RANK[status], _RANK[told.status]
        lasted = now - since
        if rank > known:
            begun = min(self._since.setdefault(key, since), since)
            if now - begun < (BROKEN_AFTER if status is CheckStatus.FAILED else WARNED_AFTER):
                return None
            del self._since[key]
            return Kind.RAISED
        if key in self._since and lasted >= BETTER_AFTER:
            del self._since[key]
        if rank < known:
            if lasted < BETTER_AFTER:
                return None
            return Kind.RESOLVED if rank == 0 else Kind.EASED
        due = rank > 0 and reminder is not None and told.at is not None and now - told.at >= reminder
        return Kind.REMINDER if due else None
