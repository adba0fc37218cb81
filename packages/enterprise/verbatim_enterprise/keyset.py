"""Turning the pages of a long list from where the last one ended: the thousandth page costs what the first does."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final, Generic, Literal, TypeVar

from fastapi import Query
from sqlalchemy import ColumnElement, DateTime, Select, func, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import InvalidInputError, ListResponse, Page

T = TypeVar("T")

MOST_COUNTED: Final = 10_000
"""Rows of a list that are counted for its page; of longer ones it says "more than"."""
LONGEST_CURSOR: Final = 2_000

Counting = Literal["exact", "capped"]
CursorQuery = Annotated[
    str | None,
    Query(max_length=LONGEST_CURSOR, description="From where on, as the page beside it says; goes before ``page``."),
]
CountQuery = Annotated[
    Counting, Query(description="Whether all rows are counted, or no more than are told: much quicker of very many.")
]
_Value = str | datetime | None


class InvalidCursorError(InvalidInputError):
    """The cursor is none that this list has given in this order; begin at the start."""

    code = "invalid_cursor"


@dataclass(frozen=True)
class Place:
    """Between which rows of a list one is: behind the row with these values or, ``backwards``, before it."""

    value: _Value
    row_id: str
    backwards: bool = False


@dataclass(frozen=True)
class Order:
    """One order of a list: by a column and, among equals, by the id; what has no value comes last either way."""

    name: str
    column: Any
    row_id: Any
    descending: bool = False

    def columns(self, *, backwards: bool = False) -> tuple[ColumnElement[Any], ...]:
        """Return what to sort by. A column that always has a value is named alone: so an index serves both ways."""
        down = self.descending is not backwards
        first = self.column.desc() if down else self.column.asc()
        if self.column.nullable:
            first = first.nulls_first() if backwards else first.nulls_last()
        return first, self.row_id.desc() if down else self.row_id.asc()

    def beyond(self, place: Place) -> ColumnElement[bool]:
        """Return which rows come next, seen from a place."""
        down = self.descending is not place.backwards
        if place.value is None:
            among = self.row_id < place.row_id if down else self.row_id > place.row_id
            alike: ColumnElement[bool] = self.column.is_(None) & among
            return or_(alike, self.column.is_not(None)) if place.backwards else alike
        here, there = tuple_(self.column, self.row_id), (place.value, place.row_id)
        found: ColumnElement[bool] = here < there if down else here > there
        return or_(found, self.column.is_(None)) if self.column.nullable and not place.backwards else found

    def cursor(self, row: Any, *, backwards: bool = False) -> str:
        """Return what leads on from a row of the page, or back from it."""
        value = getattr(row, self.column.key)
        told = value.isoformat() if isinstance(value, datetime) else value
        parts = [self.name, self.descending, backwards, told, getattr(row, self.row_id.key)]
        return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")

    def place(self, cursor: str) -> Place:
        """Read a cursor.

        Raises:
            InvalidCursorError: it is none, or belongs to another order.
        """
        try:
            text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
            name, descending, backwards, value, row_id = json.loads(text)
        except (ValueError, TypeError, RecursionError, binascii.Error) as error:
            raise InvalidCursorError from error
        known = (name, descending) == (self.name, self.descending) and isinstance(backwards, bool)
        if not known or not _is_text(row_id) or not (value is None or _is_text(value)):
            raise InvalidCursorError
        return Place(self._value(value), row_id, backwards)

    def _value(self, told: str | None) -> _Value:
        if told is None:
            if not self.column.nullable:
                raise InvalidCursorError
            return None
        if not isinstance(getattr(self.column.type, "impl_instance", self.column.type), DateTime):
            return told
        try:
            moment = datetime.fromisoformat(told)
        except ValueError as error:
            raise InvalidCursorError from error
        if moment.tzinfo is None:
            raise InvalidCursorError
        return moment


def _is_text(value: object) -> bool:
    """Say whether a database takes this for a text: no half of a character, and no zero byte."""
    if not isinstance(value, str) or "\0" in value:
        return False
    return not any("\ud800" <= letter <= "\udfff" for letter in value)


@dataclass(frozen=True)
class Turned(Generic[T]):
    """Rows of one page in the order of the list, and what leads to the pages beside it."""

    rows: list[T]
    next_cursor: str | None
    previous_cursor: str | None


class CursorPage(ListResponse[T], Generic[T]):
    """One page of a list. ``next_cursor`` and ``previous_cursor`` lead to the pages beside it, whatever was added or
    removed meanwhile; null where there is none. ``total_is_capped``: there are more than ``total``.
    """

    next_cursor: str | None
    previous_cursor: str | None
    total_is_capped: bool

    @classmethod
    def turned(cls, found: Turned[Any], items: list[T], total: int, page: Page, counting: Counting) -> CursorPage[T]:
        """Return the page with what its rows are shown as."""
        capped = counting == "capped" and total > MOST_COUNTED
        plain = ListResponse.of(items, min(total, MOST_COUNTED) if capped else total, page)
        return cls(
            **dict(plain),
            next_cursor=found.next_cursor,
            previous_cursor=found.previous_cursor,
            total_is_capped=capped,
        )


async def turn(
    session: AsyncSession, statement: Select[Any], order: Order, *, cursor: str | None, offset: int, size: int
) -> Turned[Any]:
    """Return a page of the rows that ``statement`` selects: from a cursor on or, without one, after ``offset`` rows.

    Raises:
        InvalidCursorError: the cursor is none of this order.
    """
    place = order.place(cursor) if cursor is not None else None
    backwards = place is not None and place.backwards
    wanted = statement.order_by(*order.columns(backwards=backwards)).limit(size + 1)
    wanted = wanted.where(order.beyond(place)) if place is not None else wanted.offset(offset)
    rows = list(await session.scalars(wanted))
    more, shown = len(rows) > size, rows[:size]
    if backwards:
        shown.reverse()
    return Turned(
        rows=shown,
        next_cursor=order.cursor(shown[-1]) if shown and (more or backwards) else None,
        previous_cursor=_back(order, shown, beginning=not more if backwards else place is None and not offset),
    )


def _back(order: Order, shown: Sequence[Any], *, beginning: bool) -> str | None:
    return order.cursor(shown[0], backwards=True) if shown and not beginning else None


async def count(session: AsyncSession, key: Any, conditions: Sequence[ColumnElement[bool]], how: Counting) -> int:
    """Return how many rows there are; ``capped``, one more than are counted when there are so many."""
    some = select(key).where(*conditions)
    if how == "capped":
        some = some.limit(MOST_COUNTED + 1)
    return await session.scalar(select(func.count()).select_from(some.subquery())) or 0
