"""Filtering lists by what people type: words, in the order in which they come to mind."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, or_, true
from sqlalchemy.orm import InstrumentedAttribute


def words_of(search: str) -> list[str]:
    """Return the words of what somebody typed, each once."""
    return list(dict.fromkeys(search.split()))


def every_word(search: str, *columns: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """Return the condition that one of some columns has all the words, in any order and whatever their case."""
    words = words_of(search)
    return or_(*(and_(true(), *(column.icontains(word, autoescape=True) for word in words)) for column in columns))
