"""Letters as mail programs save them (RFC 5322)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import TYPE_CHECKING, Any

from verbatim.adapters.documents.errors import ComplexDocument
from verbatim.adapters.documents.pieces import Piece, numbered
from verbatim.adapters.documents.plain import decoded, whole
from verbatim.adapters.documents.web import paragraphs_of
from verbatim.core.cage import ForeignFile
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import email.headerregistry as registry
    import email.parser as parsing
    import email.policy as policies
else:
    registry, parsing, policies = lazy("email.headerregistry"), lazy("email.parser"), lazy("email.policy")

MOST_PARTS = 1_000
_SHOWN = ("Subject", "From", "To", "Cc", "Date")


def eml(file: ForeignFile) -> Iterator[Piece]:
    """Yield who wrote to whom and of what, then what is written, then the names of what is attached."""
    message = parsing.BytesParser(policy=policies.default.clone(header_factory=_Headers())).parsebytes(whole(file))
    return numbered(_paragraphs(message))


def _paragraphs(message: EmailMessage) -> Iterator[str]:
    yield "\n".join(f"{name}: {value}" for name in _SHOWN if (value := _header(message, name)))
    attached = []
    for number, part in enumerate(message.walk()):
        if number > MOST_PARTS:
            raise ComplexDocument
        if part.get_content_maintype() == "message" and number:
            inner = part.get_payload(0) if part.is_multipart() else None
            if isinstance(inner, EmailMessage):
                yield "\n".join(f"{name}: {value}" for name in _SHOWN if (value := _header(inner, name)))
        elif (name := part.get_filename()) or part.get_content_disposition() == "attachment":
            attached.append(name or part.get_content_type())
        elif part.get_content_type() == "text/plain" or _only_html(message, part):
            yield from _text(part)
    yield "\n".join(attached)


def _header(message: EmailMessage, name: str) -> str:
    return str(message.get(name, "")).strip()


class _Headers:
    """Reads headers; those that the library trips over, such as the date of an impossible year, stand as they came."""

    def __init__(self) -> None:
        self._usual, self._as_they_came = registry.HeaderRegistry(), registry.HeaderRegistry(use_default_map=False)

    def __call__(self, name: str, value: str) -> Any:
        try:
            return self._usual(name, value)
        except Exception:  # noqa: BLE001 - the library raises whatever its parsers meet
            return self._as_they_came(name, value)


def _only_html(message: EmailMessage, part: EmailMessage) -> bool:
    if part.get_content_type() != "text/html":
        return False
    return not any(other.get_content_type() == "text/plain" for other in message.walk() if not other.get_filename())


def _text(part: EmailMessage) -> Iterator[str]:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return
    text = decoded(payload, str(part.get_content_charset() or "") or None).replace("\r\n", "\n")
    if part.get_content_type() == "text/html":
        yield from paragraphs_of(text)
    else:
        yield from re.split(r"\n[ \t]*(?:\n[ \t]*)+", text)
