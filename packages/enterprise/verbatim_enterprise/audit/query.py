"""Which rows are meant, as conditions that each have an index ending in the order of the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, func, text

from verbatim_enterprise.audit.canonical import first_id
from verbatim_enterprise.audit.rows import LOG
from verbatim_enterprise.audit.service import split_words

EQUAL: Final = ("action", "actor_id", "resource_type", "resource_id", "team_id", "address", "outcome")


@dataclass(frozen=True)
class AuditQuery:
    """Everything that is set must hold. ``search`` are words, or beginnings of words, that all occur in a row."""

    action: str | None = None
    actor_id: str | None = None
    resource_type: str | None = None
    resource_id: str | None = None
    team_id: str | None = None
    address: str | None = None
    outcome: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    search: str | None = None

    def conditions(self, before: str | None = None, columns: Any = LOG.c) -> list[ColumnElement[bool]]:
        """Return all conditions but that of the search; ``before`` is the id of the last row of the page before."""
        given = [name for name in EQUAL if getattr(self, name) is not None]
        found: list[ColumnElement[bool]] = [columns[name] == getattr(self, name) for name in given]
        if self.outcome not in {None, "success"}:
            found.append(columns.outcome != "success")  # says so to the index of what did not succeed
        if self.start is not None:
            found.append(columns.id >= first_id(self.start))
        if self.end is not None:
            found.append(columns.id < first_id(self.end))
        if before is not None:
            found.append(columns.id < before)
        return found

    @property
    def words(self) -> list[str]:
        return split_words(self.search or "")[:10]

    def contains(self, words: Any) -> list[ColumnElement[bool]]:
        """Return that a column of words has those that are searched for."""
        return [words.contains(f" {word}", autoescape=True) for word in self.words]


def matches(word: str) -> ColumnElement[bool]:
    """Return that a row has a word, or one that begins so, for the text index; it is letters and digits only."""
    simple = text("'simple'::regconfig")
    return func.to_tsvector(simple, LOG.c.words).op("@@")(func.to_tsquery(simple, f"'{word}':*"))
