"""Text that comes from outside, made fit to store, show and compare. Used wherever somebody can type."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from pydantic import BeforeValidator

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, line separators, halves of characters, and the marks that make a line read in another order
than it is written.
"""

_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
"""What PostgreSQL cannot store: the character NUL, and halves of characters (surrogates)."""


def without_controls(text: str) -> str:
    """Return `text` in composed form (NFC) without control characters."""
    return _CONTROL.sub("", unicodedata.normalize("NFC", text))


def one_line(text: str) -> str:
    """Return `text` as a single line: white space of any kind and length becomes one space."""
    # Split twice: white space may be a control character, and one between two spaces leaves two of them.
    return " ".join(without_controls(" ".join(text.split())).split())


def storable(text: str) -> str:
    """Return `text` in composed form (NFC), with its lines, without what no database can store."""
    return _UNSTORABLE.sub("", unicodedata.normalize("NFC", text))


def _if_text(change: Any) -> BeforeValidator:
    return BeforeValidator(lambda value: change(value) if isinstance(value, str) else value)


OneLine = _if_text(one_line)
"""Put into ``Annotated[str, OneLine, ...]``: names and titles."""

Storable = _if_text(storable)
"""Put into ``Annotated[str, Storable, ...]``: longer text."""
