"""Whether a team has any legal hold, any webhook: known from the BEGIN of a transaction that writes.

Most teams have neither, and each of their changes would ask for both. The question goes along with the BEGIN, which has
no other answer than a number of rows: so that is what it is asked for. It concerns what the scope shows, as every
statement after it does. A hold that is placed in this very moment is kept by the database itself (`adapters.keepers`);
a webhook that is made in this very moment hears of what begins after it.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import event, inspect

HOLDS: Final = "holds"
WEBHOOKS: Final = "webhooks"
_ANY: Final[Mapping[str, str]] = {
    HOLDS: "SELECT FROM holds WHERE lifted_at IS NULL",
    WEBHOOKS: "SELECT FROM webhook_endpoints WHERE status <> 'disabled'",
}
_COUNTED: Final = " + ".join(f"{2**place} * (EXISTS ({asked}))::int" for place, asked in enumerate(_ANY.values()))
QUESTION: Final = f"SELECT FROM generate_series(1, {_COUNTED})"

SECONDS: Final = 0.5
"""For how long a BEGIN is believed: whoever has waited for somebody since then asks again."""
_BEGUN: Final = "begun"


@dataclass(frozen=True)
class Standing:
    """What there was when a transaction began."""

    names: frozenset[str]
    at: float

    @classmethod
    def told(cls, rows: int | None) -> Standing | None:
        """Return what the number of rows says that `QUESTION` has given; None where it was not asked."""
        if rows is None:
            return None
        return cls(frozenset(name for place, name in enumerate(_ANY) if rows & 2**place), time.monotonic())


def may_have(info: Mapping[Any, Any], name: str) -> bool:
    """Say whether the team may have any such thing, by what a session's ``info`` knows."""
    begun = info.get(_BEGUN)
    return not isinstance(begun, Standing) or name in begun.names or time.monotonic() - begun.at > SECONDS


def _forget(_mapper: Any, _connection: Any, row: Any) -> None:
    session = inspect(row).session
    if session is not None:
        session.info.pop(_BEGUN, None)


def changes_standing(model: type) -> None:
    """Let transactions that add or change rows of a class ask again."""
    event.listen(model, "after_insert", _forget)
    event.listen(model, "after_update", _forget)
