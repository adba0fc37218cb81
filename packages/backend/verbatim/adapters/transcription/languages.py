"""The languages speech engines know, in one place: codes as Whisper uses them, with their English names."""

from __future__ import annotations

import difflib
import re
import unicodedata

from verbatim.adapters.transcription.errors import UnknownLanguage
from verbatim.adapters.transcription.language_names import OTHER_NAMES

_TABLE = """
af Afrikaans|am Amharic|ar Arabic|as Assamese|az Azerbaijani|ba Bashkir|be Belarusian|bg Bulgarian
bn Bengali|bo Tibetan|br Breton|bs Bosnian|ca Catalan|cs Czech|cy Welsh|da Danish|de German|el Greek
en English|es Spanish|et Estonian|eu Basque|fa Persian|fi Finnish|fo Faroese|fr French|gl Galician
gu Gujarati|ha Hausa|haw Hawaiian|he Hebrew|hi Hindi|hr Croatian|ht Haitian Creole|hu Hungarian
hy Armenian|id Indonesian|is Icelandic|it Italian|ja Japanese|jw Javanese|ka Georgian|kk Kazakh|km Khmer
kn Kannada|ko Korean|la Latin|lb Luxembourgish|ln Lingala|lo Lao|lt Lithuanian|lv Latvian|mg Malagasy
mi Maori|mk Macedonian|ml Malayalam|mn Mongolian|mr Marathi|ms Malay|mt Maltese|my Myanmar|ne Nepali
nl Dutch|nn Nynorsk|no Norwegian|oc Occitan|pa Punjabi|pl Polish|ps Pashto|pt Portuguese|ro Romanian
ru Russian|sa Sanskrit|sd Sindhi|si Sinhala|sk Slovak|sl Slovenian|sn Shona|so Somali|sq Albanian
sr Serbian|su Sundanese|sv Swedish|sw Swahili|ta Tamil|te Telugu|tg Tajik|th Thai|tk Turkmen|tl Tagalog
tr Turkish|tt Tatar|uk Ukrainian|ur Urdu|uz Uzbek|vi Vietnamese|yi Yiddish|yo Yoruba|yue Cantonese
zh Chinese
"""

LANGUAGES: dict[str, str] = {
    code: name for entry in re.split(r"[|\n]", _TABLE.strip()) for code, name in [entry.split(" ", 1)]
}
"""Code to English name."""

_LOCALE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*(?:[.@][\w-]+)?")
"""A code with a country, a script or what else tags and locales add: `de-AT`, `zh_Hans_CN`, `pt_BR.UTF-8`."""
_WITH_A_REMARK = re.compile(r"([^()（）]+?)\s*[(（][^()（）]*[)）]")  # noqa: RUF001  full-width brackets are meant
_MAX_NAME = 60
_CODE = 3


def _folded(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in letters if unicodedata.category(letter)[0] != "M")
    return " ".join(re.sub(r"[\W_]+", " ", bare).split())


def _by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in OTHER_NAMES.strip().splitlines():
        code, *names = line.split("|")
        found |= {_folded(name): code for name in names}
    return found | {_folded(name): code for code, name in LANGUAGES.items()} | {code: code for code in LANGUAGES}


_BY_NAME = _by_name()
"""Everything that a language is called, folded, and its code."""


def language_code(value: str) -> str | None:
    """Find the code for a code (`de`, `deu`, `de-AT`) or a name (`German`, `Deutsch`); None when there is none."""
    written = value.strip()
    if not written or len(written) > _MAX_NAME:
        return None
    known = _BY_NAME.get(_folded(written))
    if known is not None:
        return known
    for pattern in (_LOCALE, _WITH_A_REMARK):
        match = pattern.fullmatch(written)
        if match:
            return _BY_NAME.get(_folded(match[1]))
    return None


def validate_language(value: str | None) -> str | None:
    """Normalise what a user asked for; None, "" and "auto" mean detection and give None.

    Raises:
        UnknownLanguage: with a hint at what was probably meant.
    """
    if value is None or value.strip().casefold() in {"", "auto"}:
        return None
    code = language_code(value)
    if code is not None:
        return code
    shown = " ".join(value.split())[:40]
    close = difflib.get_close_matches(
        _folded(shown), [name for name in _BY_NAME if len(name) > _CODE], n=1, cutoff=0.75
    )
    hint = (
        f"did you mean {_BY_NAME[close[0]]} ({LANGUAGES[_BY_NAME[close[0]]]})?"
        if close
        else "use a name or a code such as German, Deutsch, de or deu, or leave it out to detect the language."
    )
    raise UnknownLanguage(f'"{shown}" is not a language that can be transcribed; {hint}')


def language_name(code: str) -> str:
    return LANGUAGES.get(code, code)
