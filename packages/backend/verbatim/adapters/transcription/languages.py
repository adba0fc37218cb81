"""The languages speech engines know, in one place: codes as Whisper uses them, with their English names."""

from __future__ import annotations

import difflib
import re

from verbatim.adapters.transcription.errors import UnknownLanguage

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

# Codes of the same languages in other lists, and the other names Whisper's format uses.
_ALIASES = {
    "jv": "jw",
    "iw": "he",
    "nb": "no",
    "fil": "tl",
    "cmn": "zh",
    "burmese": "my",
    "mandarin": "zh",
    "castilian": "es",
    "valencian": "ca",
    "flemish": "nl",
    "haitian": "ht",
    "letzeburgesch": "lb",
    "pushto": "ps",
    "panjabi": "pa",
    "moldavian": "ro",
    "moldovan": "ro",
    "sinhalese": "si",
}
_BY_NAME = {name.casefold(): code for code, name in LANGUAGES.items()}
_WITHOUT_SPACES = frozenset({"zh", "yue", "ja", "th", "lo", "my", "km", "bo"})


def language_code(value: str) -> str | None:
    """Find the code for a code (`de`, `de-AT`, `DE`) or an English name; None when there is none."""
    wanted = value.strip().casefold().replace("_", "-")
    base = wanted.split("-", 1)[0]
    for key in (wanted, base):
        if key in LANGUAGES:
            return key
        found = _ALIASES.get(key) or _BY_NAME.get(key)
        if found:
            return found
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
    close = difflib.get_close_matches(shown.casefold(), _BY_NAME, n=1, cutoff=0.75)
    hint = (
        f"did you mean {_BY_NAME[close[0]]} ({LANGUAGES[_BY_NAME[close[0]]]})?"
        if close
        else "use a code such as en, de or fr, or leave it out to detect the language."
    )
    raise UnknownLanguage(f'"{shown}" is not a language that can be transcribed; {hint}')


def language_name(code: str) -> str:
    return LANGUAGES.get(code, code)


def written_without_spaces(code: str) -> bool:
    return code in _WITHOUT_SPACES
