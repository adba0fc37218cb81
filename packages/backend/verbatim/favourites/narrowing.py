"""Lists that show only what somebody has starred."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, select

from verbatim.favourites.models import Favourite

ONLY_STARRED: Final = "Only what you have starred."


def starred_by(person_id: str, column: Any, key: Any) -> ColumnElement[bool]:
    """Return the condition that somebody has starred the thing whose id is `key`; `column` is the star's."""
    found: ColumnElement[bool] = key.in_(select(column).where(Favourite.person_id == person_id, column.is_not(None)))
    return found
