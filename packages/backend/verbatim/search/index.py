"""The two full-text indexes behind one interface. Both are kept by the database itself, in the writer's transaction:
a generated index on PostgreSQL, triggers on SQLite. There is nothing to rebuild and nothing that can lag behind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import ColumnElement, FromClause, Select, column, func, literal_column, table

from verbatim.recordings.models import Recording
from verbatim.search.query import Term
from verbatim.transcripts.models import Segment


@dataclass(frozen=True)
class Match:
    """How to select rows that match: a condition, a score of which more is better, and the table of the index when it
    is one of its own, with how to join it.
    """

    condition: ColumnElement[bool]
    score: ColumnElement[Any]
    index: FromClause | None = None
    joined_on: ColumnElement[bool] | None = None

    def apply(self, statement: Select[Any]) -> Select[Any]:
        if self.index is not None:
            statement = statement.join(self.index, self.joined_on)
        return statement.where(self.condition)


class TextIndex(Protocol):
    """Full text in one kind of database."""

    def segments(self, terms: tuple[Term, ...]) -> Match: ...

    def titles(self, terms: tuple[Term, ...]) -> Match: ...


JOINING = "-./<&+~"
"""PostgreSQL would take "example.com", "3.14" and "and/or" for one word each and leave out "<b>" altogether; people
look for their parts. Other punctuation it leaves out by itself. The index in the migration has the same expression.
"""


def without_joining(text: Any) -> Any:
    """Return the expression of a text in which the characters in `JOINING` are blanks."""
    for character in JOINING:
        text = func.replace(text, literal_column(f"'{character}'"), literal_column("' '"))
    return text


class PostgresqlIndex:
    """GIN indexes over ``to_tsvector('simple', …)``: no stemming, so that every language is treated alike."""

    def segments(self, terms: tuple[Term, ...]) -> Match:
        return self._match(Segment.text, terms)

    def titles(self, terms: tuple[Term, ...]) -> Match:
        return self._match(Recording.title, terms)

    @staticmethod
    def _match(text: Any, terms: tuple[Term, ...]) -> Match:
        simple: ColumnElement[Any] = literal_column("'simple'::regconfig")
        query = func.to_tsquery(simple, " & ".join(_tsquery(term) for term in terms))
        vector = func.to_tsvector(simple, without_joining(text))
        # 1: divide by 1 + log(length), so that a long segment does not win by its length
        return Match(vector.bool_op("@@")(query), func.ts_rank(vector, query, 1))


def _tsquery(term: Term) -> str:
    # Words are letters, digits and accents only (query.py), so quoting cannot be broken out of.
    words = [f"'{word}'" for word in term.words]
    if term.prefix:
        words[-1] += ":*"
    return "(" + " <-> ".join(words) + ")"


class SqliteIndex:
    """FTS5 tables with the unicode61 tokenizer, which ignores case and accents."""

    def segments(self, terms: tuple[Term, ...]) -> Match:
        index = table("segments_fts", column("rowid"), column("segments_fts"), column("rank"))
        condition = index.c.segments_fts.op("MATCH")(_fts5(terms))
        return Match(condition, -index.c.rank, index, index.c.rowid == Segment.id)

    def titles(self, terms: tuple[Term, ...]) -> Match:
        index = table("recordings_fts", column("recording_id"), column("recordings_fts"), column("rank"))
        condition = index.c.recordings_fts.op("MATCH")(f"{{title}} : ({_fts5(terms)})")
        return Match(condition, -index.c.rank, index, index.c.recording_id == Recording.id)


def _fts5(terms: tuple[Term, ...]) -> str:
    return " AND ".join('"' + " ".join(term.words) + '"' + ("*" if term.prefix else "") for term in terms)


def text_index(dialect: str) -> TextIndex:
    """Return the index of a database."""
    return PostgresqlIndex() if dialect == "postgresql" else SqliteIndex()
