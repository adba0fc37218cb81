"""What somebody meant who found nothing: words that stand in the texts they may read, one mistake of typing away.

There is no list of all words. Whatever one mistake can make of a word is looked up at once, and the texts that are
found say which of it is there; so nobody is told a word of texts that are not theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.letters import fold
from verbatim.documents.models import Document, DocumentPassage
from verbatim.notes.models import Note
from verbatim.recordings.models import Recording
from verbatim.search.index import text_index
from verbatim.search.query import Run, Term
from verbatim.search.words import index_words
from verbatim.transcripts.models import Segment

LENGTHS: Final = range(4, 17)
"""Letters of the words that are mended: shorter ones are near to everything, longer ones have too many neighbours."""

MOST_WORDS: Final = 3
MOST_TEXTS: Final = 50
"""Texts that are read for each word."""

_ALPHABETS: Final = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзийклмнопрстуфхцчшщъыьэюя", "αβγδεζηθικλμνξοπρστυφχψω")


def neighbours(word: str) -> Iterator[str]:
    """Yield what one letter too many, too few, another or two in the wrong order make of a folded word."""
    alphabet = next((letters for letters in _ALPHABETS if word[0] in letters), None)
    if alphabet is None:
        return
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    for first, rest in halves:
        if rest:
            yield first + rest[1:]
        if len(rest) > 1:
            yield first + rest[1] + rest[0] + rest[2:]
        for letter in alphabet:
            yield first + letter + rest
            if rest:
                yield first + letter + rest[1:]


async def better_terms(session: AsyncSession, terms: tuple[Term, ...]) -> tuple[Term, ...] | None:
    """Return the terms with words mended of which nothing is found; None where nothing can be mended."""
    mended, tried = list(terms), 0
    for number, term in enumerate(terms):
        word = fold(term.single or "").strip()
        if len(word) not in LENGTHS or not word.isalpha() or await _texts(session, term, 1):
            continue
        tried += 1
        if tried > MOST_WORDS or (meant := await _meant(session, word)) is None:
            return None
        mended[number] = replace(term, words=(meant,), runs=(Run(meant, unspaced=False),), typed=(meant,), forms=())
    return tuple(mended) if mended != list(terms) else None


async def _meant(session: AsyncSession, word: str) -> str | None:
    near = tuple(dict.fromkeys(other for other in neighbours(word) if other != word))
    if not near:
        return None
    asked = Term((near[0],), typed=(near[0],), forms=near[1:])
    known = frozenset(near)
    seen = Counter(
        one for text in await _texts(session, asked, MOST_TEXTS) for one in index_words(text) if one in known
    )
    return max(seen, key=lambda one: (seen[one], one), default=None)


async def _texts(session: AsyncSession, term: Term, most: int) -> list[str]:
    """Return texts and titles that a term is found in, whatever of them the caller's search is narrowed to."""
    index = text_index(session)
    sources: tuple[tuple[Any, Any, Any], ...] = (
        (Segment.text, Segment.id, index.segments((term,), None, None, most)),
        (Recording.title, Recording.id, index.titles((term,))),
        (DocumentPassage.text, DocumentPassage.id, index.texts(DocumentPassage, (term,), most)),
        (Document.title, Document.id, index.texts(Document, (term,), most)),
        (Note.content, Note.id, index.texts(Note, (term,), most)),
    )
    texts: list[str] = []
    for text, key, hits in sources:
        found = hits.limit(most).subquery()
        texts += await session.scalars(select(text).join(found, found.c.id == key))
        if len(texts) >= most:
            break
    return texts


def as_typed(terms: tuple[Term, ...]) -> str:
    """Write terms as somebody would type them."""
    return " ".join(f'"{" ".join(term.typed)}"' if term.quoted else " ".join(term.typed) for term in terms)
