"""Filtering lists by what people type: words in the order in which they come to mind, in the letters at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, func, or_, true
from sqlalchemy.orm import InstrumentedAttribute, MappedColumn, mapped_column

from verbatim.core.letters import fold_with_signs

SUFFIX = "_folded"
"""Of the names of columns that `folded_of` makes."""


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
    if not hasattr(column.class_, f"{column.key}{SUFFIX}"):
        return [column.icontains(word, autoescape=True) for word in plain]
    return [folded(column).contains(word, autoescape=True) for word in words]


def folded(column: InstrumentedAttribute[Any]) -> ColumnElement[str]:
    """Return a column as lists are narrowed by it; rows that something else than this program wrote know capitals
    only.
    """
    kept: InstrumentedAttribute[str | None] = getattr(column.class_, f"{column.key}{SUFFIX}")
    return func.coalesce(kept, func.lower(column), type_=Text())


def folded_of(column: str) -> MappedColumn[str | None]:
    """Make the column, of the name ``<column>_folded``, for another one as lists are narrowed by it. Rows that the
    program adds have it; a validator, `keep_folded`, writes it where the other one is changed.
    """
    return mapped_column(Text, default=_of(column), nullable=True, deferred=True, deferred_raiseload=True)


def keep_folded(row: Any, name: str, text: Any) -> Any:
    """Validate nothing, but write what belongs beside a column: ``_fold = validates("name")(keep_folded)``."""
    setattr(row, f"{name}{SUFFIX}", folded_text(text))
    return text


def folded_text(text: str | None) -> str | None:
    """Return what a `folded_of` keeps of a text."""
    return None if text is None else fold_with_signs(text)


def _of(column: str) -> Callable[[Any], str | None]:
    def made(context: Any) -> str | None:
        return folded_text(context.get_current_parameters().get(column))

    return made


_LEFT_BEHIND = """
CREATE OR REPLACE FUNCTION verbatim_name_is_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RETURN jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], NULL)); END $$
"""


def stale_names(table: str, *columns: str) -> tuple[str, ...]:
    """Return the bridges (see `core.steps`) of columns with a `folded_of`: when a server of the release before changes
    one and not what is kept beside it, that is forgotten, and `core.unfolded` writes it anew. What is the same in small
    letters was written by this release.
    """
    found = [_LEFT_BEHIND]
    for column in columns:
        name, kept = f"verbatim_stale_{table}_{column}", f"{column}{SUFFIX}"
        found += [
            f"DROP TRIGGER IF EXISTS {name} ON {table}",
            (
                f"CREATE TRIGGER {name} BEFORE UPDATE OF {column} ON {table} FOR EACH ROW "
                f"WHEN (NEW.{column} IS DISTINCT FROM OLD.{column} AND NEW.{kept} IS NOT DISTINCT FROM OLD.{kept} "
                f"AND NEW.{kept} IS DISTINCT FROM lower(NEW.{column})) "
                f"EXECUTE FUNCTION verbatim_name_is_stale('{kept}')"
            ),
        ]
    return tuple(found)
