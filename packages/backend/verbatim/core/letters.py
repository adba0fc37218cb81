"""Letters as a search sees them: without case, accents and other differences that people do not type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_OPTIONAL_MARKS = (
    (0x0300, 0x036F),  # Latin, Greek, Cyrillic
    (0x0483, 0x0487),
    (0x0591, 0x05C7),  # Hebrew vowels and accents; the signs among them part words
    (0x0610, 0x061A),  # Arabic vowels, and hamza above or below its letter
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06ED),
    (0x0711, 0x0711),  # Syriac
    (0x0730, 0x074A),
    (0x093C, 0x093C),  # the dot with which Hindi writes foreign sounds, often left out
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F),  # variants of one character
    (0xFE20, 0xFE2F),
    (0xE0100, 0xE01EF),
)
"""Marks that people leave out when they type. Those of other scripts are vowels: without them words are others."""

_AS_TYPED = "ı:i ł:l ø:o æ:ae œ:oe đ:d ð:d þ:th ħ:h ŧ:t ŋ:n ĸ:k ə:e ɓ:b ɗ:d ƙ:k ƴ:y ƀ:b ɨ:i ʉ:u ɛ:e ɔ:o"  # noqa: RUF001 - meant
_AS_TYPED += " ґ:г ѣ:е ѳ:ф ѵ:и ة:ه ى:ي ی:ي ے:ي ک:ك ہ:ه ھ:ه ۀ:ه ٱ:ا"  # noqa: RUF001 - meant
_AS_TYPED += " ә:а ғ:г ҙ:з җ:ж қ:к ҡ:к ң:н ө:о ҫ:с ұ:у ү:у һ:х ҳ:х ҷ:ч װ:וו ױ:וי ײ:יי"  # noqa: RUF001 - meant
_AS_TYPED += " ँ:ं ৎ:ত্ ൺ:ണ് ൻ:ന് ർ:ര് ൽ:ല് ൾ:ള് ൿ:ക്"
_PLAIN = str.maketrans(
    {
        **dict(pair.split(":") for pair in _AS_TYPED.split()),
        **dict.fromkeys("\u0640\u00b7\u0387", ""),  # the line that widens Arabic words; Catalan l·l
        **dict.fromkeys("\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02ca\u02cb", " "),  # letters that look like apostrophes
    }
)
"""Letters that no decomposition takes apart, as people write them whose keyboards lack them, or who write them in two
signs: Kazakh and its neighbours on Russian keys, Yiddish on Hebrew ones, Indian letters without a vowel."""

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʹʻʼʽʾʿ`´", "'"),  # noqa: RUF001 - meant
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),  # noqa: RUF001 - meant
    }
)
"""Signs of print, as keyboards have them."""

_RESPELT = re.compile(
    "([\u0e4d\u0ecd])([\u0e48-\u0e4b\u0ec8-\u0ecb])|ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])"
)
"""What people write in two ways that no single letter tells: the Thai and Lao vowel am taken apart, with its tone
behind its ring; and the nasal before a Hindi consonant of its own row, for which a dot may stand (हिन्दी, हिंदी)."""


def _respelt(found: re.Match[str]) -> str:
    return f"{found[2]}{found[1]}" if found[1] else "\u0902"


_OWN = {"й": "й", "Й": "й"}
"""Letters of their own that only look like others with an accent: everybody who writes them has the key."""

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u3005-\u3007\u3021-\u3029"
    "\u3031-\u3035\u303b\u303c\u3041-\u30fa\u30fc-\u318f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\u1b00-\u1b4f\ua000-\ua48f\ua960-\ua9df\ua9e0-\ua9ff\uaa60-\uaadf\uac00-\ud7ff\uf900-\ufaff"
    "\U0001aff0-\U0001b16f\U00020000-\U0003ffff"
)
"""Scripts in which blanks do not stand between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese,
Javanese and their neighbours), and Korean, whose words are compounds: as the inside of a class of characters."""

_COMPOSED_BEHIND = frozenset(
    map(chr, (*range(0x1160, 0x1200), *range(0xD7B0, 0xD7FC), 0xFF9E, 0xFF9F, *range(0xFFA1, 0xFFDD)))
)
"""What joins the letter before it though it is no mark: parts of Korean syllables, half-width sounds of Japanese."""

ASCII = "".join(chr(code).lower() if chr(code).isalnum() else " " for code in range(128))
"""What each of these characters becomes."""


def _is_optional(letter: str) -> bool:
    code = ord(letter)
    return any(first <= code <= last for first, last in _OPTIONAL_MARKS)


def _folded(character: str, *, signs: bool = False) -> str:
    """Return what one character in composed form becomes: nothing, a blank, or letters and digits; or a sign, if these
    are kept.
    """
    if character in _OWN:
        return _OWN[character]
    if unicodedata.category(character) == "Cf" or character == "\u00b7":
        return ""  # invisible: where lines may break, in which direction to write
    found = []
    taken_apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    for letter in (taken_apart.translate(_SIGNS) if signs else taken_apart).translate(_PLAIN):
        kind = unicodedata.category(letter)
        if kind == "Cf" or (_is_optional(letter) and kind[0] in "ML"):
            continue
        if kind == "Nd":
            found.append(str(unicodedata.digit(letter)))
        else:
            is_kept = kind[0] == "M" or letter.isalnum() or (signs and kind[0] != "Z" and kind != "Cc")
            found.append(letter if is_kept else " ")
    return unicodedata.normalize("NFC", "".join(found))


class _Letters(dict[int, str]):
    """Each character's letters, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = ASCII[code] if code < len(ASCII) else _folded(chr(code))
        return found


class _LettersAndSigns(dict[int, str]):
    """The same, where signs are kept."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _folded(chr(code), signs=True)
        return found


_LETTERS = _Letters()
_LETTERS_AND_SIGNS = _LettersAndSigns()
_PARTS = re.compile(r"([\x00-\x7f]+(?![^\x00-\x7f]))|[\x00-\x7f]?[^\x00-\x7f]+")


def fold(text: str) -> str:
    """Return words as a search sees them, with blanks for all that is none."""
    return text.translate(_LETTERS) if text.isascii() else _composed(text).translate(_LETTERS)


def fold_with_signs(text: str) -> str:
    """Return words as lists are narrowed by them, with one blank between two: letters are those of `fold`, and signs
    are kept, so that "50%" does not find "500".
    """
    return " ".join(_composed(text).translate(_LETTERS_AND_SIGNS).split())


def _composed(text: str) -> str:
    return _RESPELT.sub(_respelt, unicodedata.normalize("NFKC", text))


def _joins(character: str) -> bool:
    """Whether a character is written on the one before it."""
    return unicodedata.category(character)[0] == "M" or character in _COMPOSED_BEHIND


def _unit(text: str, following: str) -> str:
    """Return a letter with its marks as `_composed` writes it in front of the letter that follows."""
    if not text.endswith("\u094d"):
        return _composed(text) if len(text) > 1 else unicodedata.normalize("NFKC", text)
    return _composed(text + following)[: -len(_composed(following)) or None]


def fold_in_place(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Return `fold` of a text, and for each character of that where in the text it begins and ends."""
    if text.isascii():
        return text.translate(_LETTERS), range(len(text)), range(1, len(text) + 1)
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for part in _PARTS.finditer(text):
        at, end = part.span()
        while at < end:  # more than once only for what is not ASCII, where marks belong to the letter before them
            stop = end
            if part.group(1) is None:
                stop = at + 1
                while stop < end and _joins(text[stop]):
                    stop += 1
            letters = _unit(text[at:stop], text[stop : stop + 1]).translate(_LETTERS)
            folded.append(letters)
            plain = part.group(1) is not None
            starts += range(at, stop) if plain else [at] * len(letters)
            ends += range(at + 1, stop + 1) if plain else [stop] * len(letters)
            at = stop
    return "".join(folded), starts, ends
