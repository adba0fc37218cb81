"""What the parts of a licence may be. Servers and the script of vendors ask here, so that none is issued in vain."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from typing import Final

_TEXT: Final = 200
_UNSTORABLE: Final = frozenset({"Cc", "Cs"})
"""Categories of characters that no name has: control characters, of which databases refuse some, and lone halves of
surrogate pairs, which are no text at all.
"""
MOST_SEATS: Final = 2**31 - 1
_EARLIEST: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Before any licence, and far enough from the beginning of time to count days back. The latest is 9999-12-31."""


def text(value: object) -> str:
    """Return a text as licences hold it: 1 to 200 characters that every database can store.

    Raises:
        ValueError: it is not that.
    """
    if not isinstance(value, str) or not 0 < len(value) <= _TEXT:
        raise ValueError("text")
    if any(unicodedata.category(letter) in _UNSTORABLE for letter in value):
        raise ValueError("control characters or halves of characters")
    return value


def texts(value: object) -> tuple[str, ...]:
    """Return a list of texts.

    Raises:
        TypeError, ValueError: it is not that.
    """
    if not isinstance(value, list):
        raise TypeError("list")
    return tuple(text(one) for one in value)


def count(value: object) -> int:
    """Return a number of seats.

    Raises:
        ValueError: it is none, or too large to be stored.
    """
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= MOST_SEATS:
        raise ValueError("number")
    return value


def moment(value: object) -> datetime:
    """Return a time as licences write it: ISO 8601 with a time zone, from the year 2000 to the end of 9999 in UTC.

    Raises:
        ValueError: it is not that.
    """
    found = datetime.fromisoformat(text(value))
    if found.tzinfo is None:
        raise ValueError("no time zone")
    try:
        found = found.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("beyond all time") from error
    if found < _EARLIEST:
        raise ValueError("too early")
    return found
