"""Where words end, by the letters themselves: scripts that put spaces between words, and those that do not.

Whether a space belongs between two words is a matter of those two words, not of the language of the recording: English
names stand with their spaces inside a Chinese sentence.
"""

from __future__ import annotations

import re
import unicodedata

_HAN_AND_KANA = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_THAI_AND_LAO = "\u0e00-\u0eff"
_TIBETAN = "\u0f00-\u0fff"
_MYANMAR = "\u1000-\u109f\uaa60-\uaa7f"
_KHMER = "\u1780-\u17ff"
UNSPACED = f"{_HAN_AND_KANA}{_THAI_AND_LAO}{_TIBETAN}{_MYANMAR}{_KHMER}"
"""Ranges, for a character class, of scripts written without spaces between words."""

OPENING = "(\\[{<«“‘„‚「『（【《〈〔［｛¿¡"  # noqa: RUF001  full-width brackets are meant
_CLOSING = rf"[^\w\s{OPENING}{UNSPACED}]*"
_WANTS_MORE = "\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4\u1039\u17d2\u200d"
"""Vowels that are written before their letter, and signs that join the next letter to the one before."""
_STICKY = "\u00a0\u202f"
"""Spaces inside what is read as one: a French question mark, a number in groups of three."""

# What stands alone in such a script: an ideograph, or a letter with the vowels, tones and letters that hang on it.
_THAI_LETTER = (
    "[\u0e40-\u0e44\u0ec0-\u0ec4]*[\u0e01-\u0e2e\u0e81-\u0eae\u0edc-\u0edf]"
    "[\u0e2f-\u0e3a\u0e45-\u0e4e\u0eaf-\u0ebd\u0ec6\u0ec8-\u0ece]*"
)
_MYANMAR_SYLLABLE = (
    "[\u1000-\u102a\u103f\u104a-\u1055\u105a-\u109f\uaa60-\uaa7a]"
    "(?:\u1039[\u1000-\u102a]|[\u102b-\u103e\u1056-\u1059])*(?:[\u1000-\u102a]\u1037?\u103a[\u102b-\u103e]*)*"
)
_KHMER_LETTER = "[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd])*"
_TIBETAN_SYLLABLE = "[\u0f00-\u0f0a\u0f0e-\u0fff]+[\u0f0b-\u0f0d]*|[\u0f0b-\u0f0d]+"
_DIGITS = "[\u0e50-\u0e59\u0ed0-\u0ed9]+|[\u1040-\u1049]+|[\u17e0-\u17e9]+"
_ALONE = "|".join(
    (
        f"[{_HAN_AND_KANA}]",
        _DIGITS,
        _THAI_LETTER,
        _TIBETAN_SYLLABLE,
        _MYANMAR_SYLLABLE,
        _KHMER_LETTER,
        f"[{UNSPACED}]",
    )
)
_SPACED = rf"(?:(?![{OPENING}]+[{UNSPACED}])[^\s{UNSPACED}])+"
_TOKEN = re.compile(rf"[{OPENING}]*(?:{_ALONE}){_CLOSING}|{_SPACED}(?:[{_STICKY}]+{_SPACED})*|[{OPENING}]+")
_UNSPACED_LETTER = re.compile(f"[{UNSPACED}]")
_BREAKS = re.compile(rf"[^\S{_STICKY}]+")


def tokenize(text: str) -> list[str]:
    """Split into the words of a transcript, punctuation attached."""
    return _TOKEN.findall(text)


def spaced_tokens(text: str) -> list[tuple[str, str]]:
    """Return each word with the space that stands before it in the text."""
    found: list[tuple[str, str]] = []
    reached = 0
    for match in _TOKEN.finditer(text):
        found.append((text[reached : match.start()], match.group()))
        reached = match.end()
    return found


def tidy(text: str) -> str:
    """Make one line of a text: no spaces at its ends, one between words. A wide or sticky space stays what it is.

    Half a character, as programs leave it that cut a text in the middle of an emoji, becomes the sign for one that
    cannot be read.
    """
    if not text.isascii():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _BREAKS.sub(lambda run: run.group() if run.group() == "\u3000" else " ", text).strip()


def count_words(text: str) -> int:
    """Return how many words a text has; in scripts without spaces each syllable or sign counts."""
    return len(tokenize(text))


def is_unspaced(character: str) -> bool:
    """Say whether a letter is of a script without spaces between words."""
    return _UNSPACED_LETTER.match(character) is not None


def glue(before: str, after: str) -> str:
    """Return what to put between two words that came without spaces of their own."""
    return "" if not before or is_unspaced(before[-1]) or is_unspaced(after[0]) or _hangs(after[0]) else " "


def continues(before: str, after: str) -> bool:
    """Say whether a piece without a space before it belongs to the same word as the one before."""
    first, last = after[0], before[-1]
    if _hangs(first) or last in _WANTS_MORE or last in OPENING:
        return True
    return not is_unspaced(first) and (not is_unspaced(last) or not first.isalnum())


def continues_word(before: str, after: str) -> bool:
    """Say whether two texts that stand next to each other share a word."""
    if not before or not after or not (before[-1].isalnum() and after[0].isalnum()):
        return False
    return not is_unspaced(before[-1]) and not is_unspaced(after[0])


def _hangs(character: str) -> bool:
    """A vowel sign, a tone or an accent without its letter."""
    return unicodedata.category(character)[0] == "M"
