"""User names and e-mail addresses: what they look like, and when two of them are the same."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

import idna
from pydantic import AfterValidator, StringConstraints

USERNAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?")
"""Plain letters, so that two names never only look alike, and no ``@``, so that a name is never somebody's address."""

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL_PART = rf"{_ATOM}(?:\.{_ATOM})*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
EMAIL = re.compile(rf"{_LOCAL_PART}@{_LABEL}(?:\.{_LABEL})*")
"""The plain form of RFC 5321, section 4.1.2: what mail servers really have, and nothing that can break a header."""
_MAX_EMAIL = 254  # RFC 5321, section 4.5.3.1


def valid_username(text: str) -> str:
    """Return `text` if it can be a user name.

    Raises:
        ValueError: it cannot.
    """
    if not USERNAME.fullmatch(text):
        raise ValueError("a user name has 1 to 64 letters, digits, dots, hyphens or underscores")
    return text


def normal_email(text: str) -> str:
    """Return `text`, in one spelling of its letters, if it can be an e-mail address.

    Domains and names before the @ may have letters of all scripts (RFC 6531).

    Raises:
        ValueError: it cannot.
    """
    disguised = any(_is_disguised(sign) for sign in text)
    text = unicodedata.normalize("NFC", text)
    if disguised or len(text) > _MAX_EMAIL or not EMAIL.fullmatch(_plain(mail_address(text))):
        raise ValueError("this is not an e-mail address")
    return text


def mail_address(email: str) -> str:
    """Return an address as mail servers take it: with its domain in plain letters.

    Raises:
        ValueError: it is none.
    """
    name, _, domain = email.rpartition("@")
    if not domain.isascii():
        try:
            domain = idna.encode(domain, uts46=True).decode("ascii")
        except UnicodeError as error:  # also `idna.IDNAError`
            raise ValueError("this is not an e-mail address") from error
    email = f"{name}@{domain}"
    if len(email.encode()) > _MAX_EMAIL:
        raise ValueError("this is not an e-mail address")
    return email


def _plain(email: str) -> str:
    """Return an address with a plain letter for each letter or digit of another script."""
    return "".join("x" if _is_letter(sign) else sign for sign in email)


def _is_letter(sign: str) -> bool:
    return not sign.isascii() and (unicodedata.category(sign)[0] in "LM" or unicodedata.category(sign) == "Nd")


def _is_disguised(sign: str) -> bool:
    """Say whether a sign is another form of a plain one, as full-width letters are: two addresses would look alike."""
    return not sign.isascii() and unicodedata.normalize("NFKC", sign).isascii()


def name_key(text: str) -> str:
    """Return the form of a user name or an e-mail address under which it is unique."""
    if "@" not in text or text.isascii():
        return text.casefold()
    try:
        key = mail_address(unicodedata.normalize("NFC", text))
    except ValueError:
        return text.casefold()
    # Not `casefold` for other scripts: it makes "ss" of "ß", which are two different names before an @.
    return key.casefold() if key.isascii() else key.lower()


Username = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(valid_username)]
EmailAddress = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(normal_email)]
