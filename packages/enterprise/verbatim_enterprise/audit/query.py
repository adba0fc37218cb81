"""Which rows are meant, as conditions that each have an index ending in the order of the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Text, cast, false, literal, literal_column, or_
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from verbatim_enterprise.audit.canonical import first_id
from verbatim_enterprise.audit.rows import LOG
from verbatim_enterprise.audit.service import bare, split_words
from verbatim_enterprise.host import utcnow

LEXEMES: Final = "array_to_tsvector(string_to_array(btrim(words), ' '))"
"""What the text index holds, as its migration has it. PostgreSQL's own parser would split `9e3a` once more."""
EQUAL: Final = ("action", "actor_id", "resource_type", "resource_id", "team_id", "address", "outcome")

MOST_TERMS: Final = 10
MOST_HOURS: Final = 24 * 366 * 10
"""Ten years."""


def latest_of(start: datetime | None, last_hours: int | None) -> datetime | None:
    """Return from when on rows are meant: both a moment and a number of hours until now may be given."""
    if last_hours is None:
        return start
    begin = utcnow() - timedelta(hours=last_hours)
    return begin if start is None else max(start, begin)


@dataclass(frozen=True)
class Term:
    """A word that a row has, in small letters, or a beginning of one."""

    word: str
    is_whole: bool = False

    def within(self, words: Any) -> ColumnElement[bool]:
        """Return that a column of words has it."""
        end = " " if self.is_whole else ""
        return or_(*(words.contains(f" {word}{end}", autoescape=True) for word in self._spellings()))

    def _spellings(self) -> list[str]:
        return list(dict.fromkeys([self.word, bare(self.word) or self.word]))

    def indexed(self) -> ColumnElement[bool]:
        """Return that a row has it, for the text index; the word is letters and digits only."""
        end = "" if self.is_whole else ":*"
        wanted = " | ".join(f"'{word}'{end}" for word in self._spellings())
        return literal_column(LEXEMES, type_=TSVECTOR).op("@@")(cast(literal(wanted, Text()), TSQUERY))


@dataclass(frozen=True)
class AuditQuery:
    """Everything that is set must hold. ``search`` are words, or beginnings of words, that all occur in a row;
    ``about`` is the id of what was done something to, or of what it belongs to. Rows come the newest first or, as
    asked, ``oldest_first``: ids have the order of time, and an index is read from either end.
    """

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
    about: str | None = None
    oldest_first: bool = False

    def order(self, columns: Any = LOG.c) -> ColumnElement[Any]:
        """Return in which order rows come."""
        found: ColumnElement[Any] = columns.id.asc() if self.oldest_first else columns.id.desc()
        return found

    def conditions(self, last: str | None = None, columns: Any = LOG.c) -> list[ColumnElement[bool]]:
        """Return all conditions but that of the search; ``last`` is the id of the last row of the page before."""
        given = [name for name in EQUAL if getattr(self, name) is not None]
        found: list[ColumnElement[bool]] = [columns[name] == getattr(self, name) for name in given]
        if self.outcome not in {None, "success"}:
            found.append(columns.outcome != "success")  # says so to the index of what did not succeed
        if self.start is not None:
            found.append(columns.id >= first_id(self.start))
        if self.end is not None:
            found.append(columns.id < first_id(self.end))
        if last is not None:
            found.append(columns.id > last if self.oldest_first else columns.id < last)
        if any((given or "").strip() and not split_words(given or "") for given in (self.search, self.about)):
            found.append(false())  # nothing has a word of signs only
        return found

    @property
    def terms(self) -> list[Term]:
        """Return the words that a row must have."""
        ids = [Term(word, is_whole=True) for word in split_words(self.about or "")]
        return [*ids, *map(Term, split_words(self.search or ""))][:MOST_TERMS]

    def contains(self, words: Any) -> list[ColumnElement[bool]]:
        """Return that a column of words has those that are searched for."""
        return [term.within(words) for term in self.terms]
