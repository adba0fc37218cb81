"""Filtering lists by what people type: words in the order in which they come to mind, in the letters at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, func, or_, true
from sqlalchemy.orm import InstrumentedAttribute, MappedColumn, mapped_column

from verbatim.core.letters import fold_with_signs

_SUFFIX = "_folded"


def words_of(search: str) -> list[str]:
    """Return the words of what somebody typed, each once, as `folded_of` keeps them."""
    return list(dict.fromkeys(fold_with_signs(search).split()))


def every_word(search: str, *columns: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Return the condition that one of some columns has all the words, in any order and however their letters are
    written. A column without a `folded_of` beside it is compared without regard to capitals only.
    """
    words = words_of(search)
    plain = list(dict.fromkeys(search.split()))
    return or_(*(and_(true(), *_has(column, words, plain)) for column in columns))


def _has(column: InstrumentedAttribute[Any], words: list[str], plain: list[str]) -> list[ColumnElement[bool]]:
    if not hasattr(column.class_, f"{column.key}{_SUFFIX}"):
        return [column.icontains(word, autoescape=True) for word in plain]
    return [folded(column).contains(word, autoescape=True) for word in words]


def folded(column: InstrumentedAttribute[Any]) -> ColumnElement[str]:
    """Return a column as lists are narrowed by it; rows that something else than this program wrote know capitals
    only.
    """
    kept: InstrumentedAttribute[str | None] = getattr(column.class_, f"{column.key}{_SUFFIX}")
    return func.coalesce(kept, func.lower(column), type_=Text())


def folded_of(column: str) -> MappedColumn[str | None]:
    """Make the column, of the name ``<column>_folded``, for another one as lists are narrowed by it. Rows that the
    program adds have it; a validator, `keep_folded`, writes it where the other one is changed.
    """
    return mapped_column(Text, default=_of(column), nullable=True, deferred=True, deferred_raiseload=True)


def keep_folded(row: Any, name: str, text: Any) -> Any:
    """Validate nothing, but write what belongs beside a column: ``_fold = validates("name")(keep_folded)``."""
    setattr(row, f"{name}{_SUFFIX}", folded_text(text))
    return text


def folded_text(text: str | None) -> str | None:
    """Return what a `folded_of` keeps of a text."""
    return None if text is None else fold_with_signs(text)


def _of(column: str) -> Callable[[Any], str | None]:
    def made(context: Any) -> str | None:
        return folded_text(context.get_current_parameters().get(column))

    return made
