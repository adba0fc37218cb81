"""How wide a text is on a screen, in columns of a Latin letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_REGIONAL = range(0x1F1E6, 0x1F200)
_SKIN = range(0x1F3FB, 0x1F400)
_JAMO_INSIDE = range(0x1160, 0x1200)
_ZERO = ("Mn", "Me", "Cf", "Cc")


def columns(text: str) -> int:
    """Return the width: ideographs and emoji take two columns, accents and vowel signs above and below none."""
    return sum(width for _, width in clusters(text))


def clusters(text: str) -> Iterator[tuple[str, int]]:
    """Return what must not be cut, a letter with its accents or an emoji of several parts, with its width."""
    cluster, width = "", 0
    joined = flag = False
    for letter in text:
        own = _own_width(letter)
        is_flag = ord(letter) in _REGIONAL
        hangs = own == 0 or ord(letter) in _SKIN or joined or (is_flag and flag)
        if cluster and not hangs:
            yield cluster, width
            cluster, width = "", 0
        cluster += letter
        width = max(width, own, 2 if letter == _EMOJI_STYLE and width else 0)
        flag = is_flag and not flag
        joined = letter == _JOINER
    if cluster:
        yield cluster, width


def _own_width(letter: str) -> int:
    if unicodedata.category(letter) in _ZERO or ord(letter) in _JAMO_INSIDE:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" or ord(letter) in _REGIONAL else 1
