"""What somebody typed, as words to look for. Any text is a query; nothing in it is an operator but quotes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby

from verbatim.core.letters import fold
from verbatim.search.words import MAX_WORD_LENGTH, first_characters, pairs_of, runs_of

MAX_TERMS = 32
"""Words beyond this many are ignored: nobody means them, and each costs an index look-up."""

MAX_TERM_LENGTH = MAX_WORD_LENGTH

_PARTS = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True)
class Run:
    """Letters in one piece, folded; ``unspaced``: of a script without blanks between words."""

    letters: str
    unspaced: bool


@dataclass(frozen=True)
class Term:
    """Words that must follow each other, as they are indexed. The last one may be unfinished when ``prefix`` is set.

    Attributes:
        words: as they stand in the index (`words.index_words`).
        prefix: whether the last word may go on.
        runs: the same as it was written, to be found again in a text.
        typed: the words before folding, for rows that are not indexed yet.
        forms: what is found as well in the place of a single word: its other forms (`forms`), as they are indexed.
        quoted: whether it stood in quotes, and is meant letter by letter.
    """

    words: tuple[str, ...]
    prefix: bool = False
    runs: tuple[Run, ...] = ()
    typed: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    quoted: bool = False

    @property
    def single(self) -> str | None:
        """The word as it was typed, where the term is one word of a script with blanks, without quotes."""
        is_one = len(self.words) == len(self.typed) == 1 and not self.quoted and not self.runs[0].unspaced
        return self.typed[0] if is_one else None


def _in_word(character: str) -> bool:
    # Marks are the vowels of Hindi or Thai and, in decomposed text, the accents of the letter before them.
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def _typed_words(text: str) -> list[str]:
    """Return the words in a text in composed form (NFC); an accent without a letter is none."""
    parts = groupby(unicodedata.normalize("NFC", text), _in_word)
    words = ("".join(part) for is_word, part in parts if is_word)
    return [word for word in words if any(map(str.isalnum, word))]


def parse_query(text: str) -> tuple[Term, ...]:
    """Return the terms that must all occur, each once. The last word typed also matches longer words, unless it is
    quoted.
    """
    terms: list[Term] = []
    left = MAX_TERMS
    for match in _PARTS.finditer(text):
        quoted, plain = match.groups()
        ends_here = plain is not None and match.end() == len(text.rstrip()) and _in_word(plain[-1])
        is_quoted = quoted is not None
        term = _term(quoted if is_quoted else plain, left, unfinished=ends_here, quoted=is_quoted)
        if term is None or term in terms:
            continue
        left -= len(term.words)
        terms.append(term)
        if left <= 0:
            break
    return tuple(terms)


def _term(text: str, most: int, *, unfinished: bool, quoted: bool) -> Term | None:
    """Return the term for one part of a query, cut to so many words of the index."""
    words: list[str] = []
    runs: list[Run] = []
    prefix = False
    found = runs_of(fold(text[: MAX_TERMS * MAX_TERM_LENGTH]))
    for number, (letters, unspaced) in enumerate(found, 1):
        is_last = number == len(found)
        room = most - len(words)
        if unspaced:
            pairs = pairs_of(letters)
            # The last character goes with the one before it; alone, with whatever may come behind it.
            prefix = is_last and (unfinished or len(pairs) == 1)
            pairs = (pairs[:-1] or pairs) if is_last else pairs
            if len(pairs) > room:
                prefix, pairs, letters = False, pairs[:room], first_characters(letters, room + 1)  # noqa: PLW2901 - cut
            words += pairs
            runs.append(Run(letters, unspaced=True))
        else:
            prefix = is_last and unfinished
            words.append(letters[:MAX_TERM_LENGTH])
            runs.append(Run(words[-1], unspaced=False))
        if len(words) >= most:
            break
    typed = tuple(_typed_words(text))[:most]
    return Term(tuple(words), prefix, tuple(runs), typed, quoted=quoted) if words else None
