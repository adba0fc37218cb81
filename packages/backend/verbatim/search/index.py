"""The two full-text indexes behind one interface. Both hold the words that the program writes beside each text, in the
same transaction (`column`), so that both find the same: PostgreSQL in a column, SQLite in a table kept by triggers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Float,
    Select,
    String,
    cast,
    column,
    false,
    func,
    literal,
    literal_column,
    select,
    table,
    union_all,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import TypeEngine

from verbatim.adapters.database.api import TextLookups
from verbatim.core.lookups import LOOKUPS
from verbatim.recordings.models import Recording
from verbatim.search.query import Term
from verbatim.transcripts.models import Segment

CANDIDATES = 500
"""Matches that are ranked and can be paged through. A word said more often than this is no search any more, and
ranking every place where somebody said "the" would take seconds; a phrase of common words is looked for in many places
for each one it is found in."""


class TextIndex(Protocol):
    """Full text in one kind of database. Each selects ``id`` and ``score``, of which more is better."""

    def segments(
        self, terms: tuple[Term, ...], transcript_id: str | None, recording_id: str | None, most: int
    ) -> Select[Any]:
        """Select up to so many segments of current transcripts, or of the one given."""
        ...

    def titles(self, terms: tuple[Term, ...]) -> Select[Any]:
        """Select recordings by their titles."""
        ...

    def texts(self, model: type[Any], terms: tuple[Term, ...], most: int) -> Select[Any]:
        """Select up to so many rows of another table whose rows all have words of their own."""
        ...


def _wanted(transcript_id: str | None, recording_id: str | None) -> list[ColumnElement[bool]]:
    conditions = []
    if transcript_id is not None:
        conditions.append(Segment.transcript_id == transcript_id)
    if recording_id is not None:
        conditions.append(Segment.recording_id == recording_id)
    return conditions


def _is_current(segment: Any) -> ColumnElement[bool]:
    """Whether a segment is of the transcript that people read; superseded ones would show every sentence twice.

    Written so that PostgreSQL looks each match up by its key. As a join it would hash every recording there is, because
    it cannot know how few places a rare word has; and inside COALESCE it does not take the comparison for one that
    hardly any row passes, which would make it read the whole index for a common word.
    """
    current = select(Recording.transcript_id).where(Recording.id == segment.recording_id).correlate_except(Recording)
    return func.coalesce(segment.transcript_id == current.scalar_subquery(), false())


JOINING = "-./<&+~"
"""PostgreSQL would take "example.com", "3.14" and "and/or" for one word each and leave out "<b>" altogether; people
look for their parts. Other punctuation it leaves out by itself. Only rows without words of their own are found so:
those written before there was a column for them. The index in the migration has the same expression.
"""


def without_joining(text: Any) -> Any:
    """Return the expression of a text in which the characters in `JOINING` are blanks."""
    for character in JOINING:
        text = func.replace(text, literal_column(f"'{character}'"), literal_column("' '"))
    return text


class PostgresqlIndex:
    """GIN indexes over words without stemming, so that every language is treated alike."""

    def segments(
        self, terms: tuple[Term, ...], transcript_id: str | None, recording_id: str | None, most: int
    ) -> Select[Any]:
        query, wanted = _tsquery(terms), _wanted(transcript_id, recording_id)
        words: Any = Segment.search_words
        unindexed = func.to_tsvector(_SIMPLE, without_joining(Segment.text))
        parts = (
            (words, [words.bool_op("@@")(query)]),
            (unindexed, [words.is_(None), unindexed.bool_op("@@")(query)]),
        )
        found = [self._matching(vector, [*which, *wanted], current=transcript_id is None) for vector, which in parts]
        # 1: divide by 1 + log(length), so that a long segment does not win by its length
        scored = [select(one.c.id, func.ts_rank(one.c.words, query, 1).label("score")).limit(most) for one in found]
        both = union_all(*[one.subquery().select() for one in scored]).limit(most).subquery()
        return select(both.c.id, both.c.score)

    @staticmethod
    def _matching(vector: Any, conditions: list[ColumnElement[bool]], *, current: bool) -> Any:
        """Return matches one by one, which is what the OFFSET is for.

        A common word is found soonest by reading rows until there are enough: an index tells all of its million places
        first. PostgreSQL sees that only where the look at the recording, dear as it is, does not seem to be taken for
        every row that is read.
        """
        columns = (Segment.id, Segment.transcript_id, Segment.recording_id, vector.label("words"))
        found = select(*columns).where(*conditions).offset(literal_column("0")).subquery()
        return select(found).where(_is_current(found.c)).subquery() if current else found

    def titles(self, terms: tuple[Term, ...]) -> Select[Any]:
        query = _tsquery(terms)
        words: Any = Recording.search_words
        unindexed = func.to_tsvector(_SIMPLE, without_joining(Recording.title))
        found = words.bool_op("@@")(query) | (words.is_(None) & unindexed.bool_op("@@")(query))
        score = func.ts_rank(func.coalesce(words, unindexed), query, 1)
        return select(Recording.id, score.label("score")).select_from(Recording).where(found)

    def texts(self, model: type[Any], terms: tuple[Term, ...], most: int) -> Select[Any]:
        query = _tsquery(terms)
        score = func.ts_rank(model.search_words, query, 1)
        found = select(model.id, score.label("score")).where(model.search_words.bool_op("@@")(query))
        return found.limit(most)


@dataclass(frozen=True)
class LookupIndex:
    """The same indexes, where row-level security lets only functions of the database use them."""

    lookups: TextLookups

    def segments(
        self, terms: tuple[Term, ...], transcript_id: str | None, recording_id: str | None, most: int
    ) -> Select[Any]:
        asked = (_tsquery(terms), transcript_id, recording_id)
        return self._hits(self.lookups.segments, BigInteger, *asked, most=most)

    def titles(self, terms: tuple[Term, ...]) -> Select[Any]:
        return self._hits(self.lookups.titles, String, _tsquery(terms))

    def texts(self, model: type[Any], terms: tuple[Term, ...], most: int) -> Select[Any]:
        key = BigInteger if isinstance(model.id.type, BigInteger) else String
        return self._hits(self.lookups.texts[model.__tablename__], key, _tsquery(terms), most=most)

    @staticmethod
    def _hits(function: str, key: type[TypeEngine[Any]], *arguments: Any, most: int = CANDIDATES + 1) -> Select[Any]:
        found = getattr(func, function)(*arguments, most)
        return select(found.table_valued(column("id", key), column("score", Float)))


_SIMPLE: ColumnElement[Any] = literal_column("'simple'::regconfig")


def _tsquery(terms: tuple[Term, ...]) -> ColumnElement[Any]:
    """Return the query as the words are indexed, or as rows are that have no words of their own yet."""
    # A cast takes words as they are, where to_tsquery would look for words in them.
    query: ColumnElement[Any] = cast(literal(" & ".join(map(_written, terms)), String()), TSQUERY)
    if all(word.isascii() for term in terms for word in term.typed):
        return query
    typed = " & ".join(_quoted(term.typed, prefix=term.prefix) for term in terms if term.typed)
    return query.op("||", return_type=TSQUERY())(func.to_tsquery(_SIMPLE, typed)) if typed else query


def _written(term: Term) -> str:
    others = [_quoted((form,), prefix=False) for form in term.forms]
    return "(" + " | ".join([_quoted(term.words, prefix=term.prefix), *others]) + ")"


def _quoted(words: tuple[str, ...], *, prefix: bool) -> str:
    # Words are letters, digits and accents only (query.py), so quoting cannot be broken out of.
    return "(" + " <-> ".join(f"'{word}'" for word in words) + (":*" if prefix else "") + ")"


_FTS5_COLUMNS = {
    "documents": "title",
    "notes": "content",
    "conversations": "title",
    "conversation_messages": "content",
}


class SqliteIndex:
    """FTS5 tables, whose tokenizer has nothing to do but to part words at blanks."""

    def segments(
        self, terms: tuple[Term, ...], transcript_id: str | None, recording_id: str | None, most: int
    ) -> Select[Any]:
        index = table("segments_fts", column("rowid"), column("segments_fts"), column("rank"))
        hits = select(Segment.id, (-index.c.rank).label("score")).select_from(Segment)
        hits = hits.join(index, index.c.rowid == Segment.id).where(index.c.segments_fts.op("MATCH")(_fts5(terms)))
        hits = hits.where(*_wanted(transcript_id, recording_id)).limit(most)
        return hits if transcript_id is not None else hits.where(_is_current(Segment))

    def titles(self, terms: tuple[Term, ...]) -> Select[Any]:
        index = table("recordings_fts", column("recording_id"), column("recordings_fts"), column("rank"))
        condition = index.c.recordings_fts.op("MATCH")(f"{{title}} : ({_fts5(terms)})")
        hits = select(Recording.id, (-index.c.rank).label("score")).select_from(Recording)
        return hits.join(index, index.c.recording_id == Recording.id).where(condition)

    def texts(self, model: type[Any], terms: tuple[Term, ...], most: int) -> Select[Any]:
        name = f"{model.__tablename__}_fts"
        if isinstance(model.id.type, String):  # an index with the key in a column of its own, and one of text
            key, text = (
                f"{model.__tablename__[:-1]}_id",
                _FTS5_COLUMNS[model.__tablename__],
            )
            match = f"{{{text}}} : ({_fts5(terms)})"
        else:
            key, match = "rowid", _fts5(terms)
        index = table(name, column(key), column(name), column("rank"))
        hits = select(model.id, (-index.c.rank).label("score")).select_from(model)
        return hits.join(index, index.c[key] == model.id).where(index.c[name].op("MATCH")(match)).limit(most)


def _fts5(terms: tuple[Term, ...]) -> str:
    return " AND ".join(map(_fts5_term, terms))


def _fts5_term(term: Term) -> str:
    others = [f'"{form}"' for form in term.forms]
    return "(" + " OR ".join(['"' + " ".join(term.words) + '"' + ("*" if term.prefix else ""), *others]) + ")"


def text_index(session: AsyncSession) -> TextIndex:
    """Return the index of a session's database."""
    if (lookups := LOOKUPS.found(session)) is not None:
        return LookupIndex(lookups)
    return PostgresqlIndex() if session.get_bind().dialect.name == "postgresql" else SqliteIndex()


def among(session: AsyncSession, model: type[Any], terms: tuple[Term, ...], rows: ColumnElement[bool]) -> Select[Any]:
    """Select those of a few rows that match, such as one person's: PostgreSQL reads them one by one, behind the walls,
    without an index that others share.
    """
    index = PostgresqlIndex() if session.get_bind().dialect.name == "postgresql" else SqliteIndex()
    return index.texts(model, terms, CANDIDATES).where(rows)
