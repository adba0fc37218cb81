"""Other forms of a word, where the language is known: who looks for "fence" means "fences" too, and who writes
"Mueller" or "Aarhus" means "Müller" and "Århus".

The index holds words as they were said, alike for every language. A search therefore asks for the other forms by name:
those of the common endings of a language that Snowball's rules (https://snowballstem.org) trace back to the same stem.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

from verbatim.core.lazy import lazy
from verbatim.core.letters import fold

snowballstemmer: Any = lazy("snowballstemmer")

SHORTEST: Final = 3
"""Letters of the shortest word that is changed."""

MOST_FORMS: Final = 12
"""Each costs an index look-up."""

_LONGEST: Final = 40

_LANGUAGES: Final[dict[str, tuple[str, str]]] = {
    "en": ("english", "s es ed d ing er ers y ies ied"),
    "de": ("german", "e en er ern es s n em t te ten end"),
    "fr": ("french", "s e es er ent ez ait ant é ée és ées x aux"),
    "es": ("spanish", "s es o a os as ar er ir an en ando ado ada"),
    "it": ("italian", "o a i e are ere ire ato ata ano ono"),
    "pt": ("portuguese", "s es o a os as ar er ir am em ado ada"),
    "nl": ("dutch", "e en s er t de den te ten je jes"),
    "sv": ("swedish", "a ar arna or er en et n na s ade at"),
    "da": ("danish", "e en er erne et s ede"),
    "no": ("norwegian", "e en er ene et s ede a"),
    "ru": ("russian", "а у ы и е о ом ов ой ам ами ах ю я ь ей ям ями ях ый ая ое ые ого ому"),  # noqa: RUF001 - Russian
}
"""By the code of a language (ISO 639-1): its name in Snowball, and the endings of declension and conjugation."""

_WITHOUT_KEYS: Final = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj"}
"""How letters are written that a keyboard lacks, besides without their dots, which the index does."""

_MEANT: Final[dict[str, dict[str, str]]] = {
    code: meant
    for codes, meant in (
        (("de", "lb"), {"ae": "ä", "oe": "ö", "ue": "ü"}),
        (("da", "no", "nn"), {"oe": "ø", "aa": "å"}),
        (("sv", "fi"), {"ae": "ä", "oe": "ö", "aa": "å"}),
        (("hr", "bs", "sr"), {"dj": "đ"}),
    )
    for code in codes
}
"""By language: what two letters stand for. Only there: an English "poet" is not a "pöt"."""

_PAIRS: Final = re.compile("ae|oe|(?<![aeq])ue|aa|dj")
"""Not the "ue" of "Frauen", "neue" or "Quelle"."""


def forms_of(word: str, languages: Iterable[str]) -> tuple[str, ...]:
    """Return the other forms of a word as they are indexed, without itself.

    Args:
        word: as it was typed, before folding: German "Zäune" has a stem, "zaune" has not.
        languages: codes of the languages that the texts are in; those without rules add nothing.
    """
    typed = word.lower()
    if not SHORTEST <= len(typed) <= _LONGEST or not typed.isalpha():
        return ()
    codes = sorted({code[:2].lower() for code in languages})
    spelled = dict.fromkeys(_spellings(typed, codes))
    found = dict.fromkeys(fold(spelling).strip() for spelling in spelled)
    found |= dict.fromkeys(form for code in codes for word in (typed, *spelled) for form in _forms(word, code))
    found.pop(fold(word).strip(), None)
    return tuple(found)[:MOST_FORMS]


def _spellings(word: str, codes: Iterable[str]) -> Iterator[str]:
    """Yield a word as people write it whose keyboards have other letters, and as whoever wrote it so means it."""
    yield "".join(_WITHOUT_KEYS.get(letter, letter) for letter in unicodedata.normalize("NFC", word))
    for code in codes:
        yield _meant(word, _MEANT.get(code, {}))


def _meant(word: str, letters: dict[str, str]) -> str:
    return _PAIRS.sub(lambda pair: letters.get(pair.group(), pair.group()), word)


@lru_cache(maxsize=2_048)
def _forms(word: str, code: str) -> tuple[str, ...]:
    if code not in _LANGUAGES:
        return ()
    name, endings = _LANGUAGES[code]
    stem_of = snowballstemmer.stemmer(name).stemWord
    stem = stem_of(word)
    if len(stem) < SHORTEST - 1:
        return ()
    candidates = dict.fromkeys((stem, *_candidates(stem, word, endings.split())))
    same = (fold(form).strip() for form in candidates if stem_of(form) == stem)
    return tuple(dict.fromkeys(form for form in same if form and " " not in form))


def _candidates(stem: str, word: str, endings: list[str]) -> Iterator[str]:
    """Yield what may be forms: with each ending, also behind a doubled letter (plan, planned) and for a final i."""
    yield stem + "e"
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    for ending in endings:
        yield stem + ending
    for ending in endings:
        yield word + ending
        yield stem + stem[-1] + ending
