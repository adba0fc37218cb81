"""User names and e-mail addresses: what they look like, and when two of them are the same."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

USERNAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?")
"""Plain letters, so that two names never only look alike, and no ``@``, so that a name is never somebody's address."""

_LOCAL_PART = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
EMAIL = re.compile(rf"{_LOCAL_PART}@{_LABEL}(?:\.{_LABEL})*")
"""The plain form of RFC 5321, section 4.1.2: what mail servers really have, and nothing that can break a header."""


def valid_username(text: str) -> str:
    """Return `text` if it can be a user name.

    Raises:
        ValueError: it cannot.
    """
    if not USERNAME.fullmatch(text):
        raise ValueError("a user name has 1 to 64 letters, digits, dots, hyphens or underscores")
    return text


def valid_email(text: str) -> str:
    """Return `text` if it can be an e-mail address.

    Raises:
        ValueError: it cannot.
    """
    if len(text) > 254 or not EMAIL.fullmatch(text):  # noqa: PLR2004 - RFC 5321, section 4.5.3.1
        raise ValueError("this is not an e-mail address")
    return text


def name_key(text: str) -> str:
    """Return the form of a user name or an e-mail address under which it is unique."""
    return text.casefold()


Username = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(valid_username)]
EmailAddress = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(valid_email)]
