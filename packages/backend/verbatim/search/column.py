"""The column that holds what a row can be found by, written with the row in the same transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Dialect, Text, TypeDecorator
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import MappedColumn, mapped_column
from sqlalchemy.types import TypeEngine

from verbatim.search.words import as_tsvector, index_words


class StoredWords(str):
    """Words in the form in which the column keeps them, made beforehand by `stored_words`."""

    __slots__ = ()


class SearchWords(TypeDecorator[str]):
    """The words of a text: a ``tsvector`` on PostgreSQL, words with blanks between them on SQLite. It is only written:
    what comes back is the database's own form.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(TSVECTOR() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or isinstance(value, StoredWords):
            return None if value is None else str(value)
        return stored_words(value, dialect.name)


def stored_words(text: str, dialect: str) -> str:
    """Return what is stored in the column for a text."""
    words = index_words(text)
    return as_tsvector(words) if dialect == "postgresql" else " ".join(words)


def search_words_of(column: str) -> MappedColumn[str | None]:
    """Make the column for the words of another column. Rows that the program adds have it; who changes the text of one
    gives the column the same text.
    """
    return mapped_column(
        SearchWords,
        default=_copied(column),
        nullable=True,
        deferred=True,
        deferred_raiseload=True,
        info={"words_of": column},
    )


def _copied(column: str) -> Callable[[Any], str | None]:
    def copied(context: Any) -> str | None:
        text: str | None = context.get_current_parameters().get(column)
        return text

    return copied
