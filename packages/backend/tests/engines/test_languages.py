"""Language codes, as people write them."""

from __future__ import annotations

import re

import pytest
from verbatim.adapters.transcription.api import UnknownLanguage
from verbatim.adapters.transcription.languages import LANGUAGES, language_name, validate_language


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *[("de", "de"), ("DE", "de"), (" de ", "de"), ("de-AT", "de"), ("de_AT", "de"), ("German", "de")],
        *[("nb", "no"), ("iw", "he"), ("jv", "jw"), ("zh-Hans-CN", "zh"), ("Haitian Creole", "ht")],
        *[(None, None), ("", None), ("auto", None)],
        *[("deutsch", "de"), ("Deutsch", "de"), ("ger", "de"), ("deu", "de"), ("de-DE", "de"), ("DEU", "de")],
        *[("中文", "zh"), ("français", "fr"), ("francais", "fr"), ("FRANÇAIS", "fr"), ("fran\u0063\u0327ais", "fr")],
        *[("pt-BR", "pt"), ("pt_BR.UTF-8", "pt"), ("zho", "zh"), ("chi", "zh"), ("Mandarin", "zh"), ("日本語", "ja")],
        *[("español", "es"), ("Castellano", "es"), ("English (US)", "en"), ("中文(简体)", "zh"), ("русский", "ru")],
        *[("ภาษาไทย", "th"), ("한국어", "ko"), ("हिन्दी", "hi"), ("Ελληνικά", "el"), ("Türkçe", "tr"), ("turkce", "tr")],
        *[
            ("Burmese", "my"),
            ("Farsi", "fa"),
            ("Filipino", "tl"),
            ("Nederlands", "nl"),
            ("dansk", "da"),
            ("Bangla", "bn"),
        ],
        *[
            ("zh-yue", "yue"),
            ("粵語", "yue"),
            ("norsk bokmål", "no"),
            ("nynorsk", "nn"),
            ("in", "id"),
            ("العربية", "ar"),
        ],
    ],
)
def test_known(written: str | None, code: str | None) -> None:
    assert validate_language(written) == code


@pytest.mark.parametrize("written", ["xx", "klingon", "e", "🙂", "de; drop table", "x" * 500])
def test_unknown(written: str) -> None:
    with pytest.raises(UnknownLanguage, match=r"is not a language that .*; .*\.$") as caught:
        validate_language(written)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("portugese", "pt (Portuguese)"),
        ("deutch", "de (German)"),
        ("espanhol", "es (Spanish)"),
        ("svenka", "sv (Swedish)"),
    ],
)
def test_what_was_probably_meant(written: str, meant: str) -> None:
    with pytest.raises(UnknownLanguage, match=re.escape(f"did you mean {meant}?") + "$"):
        validate_language(written)


def test_table() -> None:
    assert len(LANGUAGES) == 100
    assert language_name("haw") == "Hawaiian"
    assert all(validate_language(name) == code for code, name in LANGUAGES.items())
