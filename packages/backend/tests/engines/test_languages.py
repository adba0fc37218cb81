"""Language codes, as people write them."""

from __future__ import annotations

import pytest
from verbatim.adapters.transcription.api import UnknownLanguage
from verbatim.adapters.transcription.languages import LANGUAGES, language_name, validate_language


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *[("de", "de"), ("DE", "de"), (" de ", "de"), ("de-AT", "de"), ("de_AT", "de"), ("German", "de")],
        *[("nb", "no"), ("iw", "he"), ("jv", "jw"), ("zh-Hans-CN", "zh"), ("Haitian Creole", "ht")],
        *[(None, None), ("", None), ("auto", None)],
    ],
)
def test_known(written: str | None, code: str | None) -> None:
    assert validate_language(written) == code


@pytest.mark.parametrize("written", ["xx", "klingon", "e", "🙂", "de; drop table", "x" * 500])
def test_unknown(written: str) -> None:
    with pytest.raises(UnknownLanguage, match=r"is not a language that .*; .*\.$") as caught:
        validate_language(written)
    assert len(str(caught.value)) < 200


def test_what_was_probably_meant() -> None:
    with pytest.raises(UnknownLanguage, match=r"did you mean pt \(Portuguese\)\?$"):
        validate_language("portugese")


def test_table() -> None:
    assert len(LANGUAGES) == 100
    assert language_name("haw") == "Hawaiian"
    assert all(validate_language(name) == code for code, name in LANGUAGES.items())
