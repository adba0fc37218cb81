"""Transcripts as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbatim.transcripts.documents.content import Document, stamp

_MARKS = re.compile(r"([\\`*_{}\[\]<>|~])")
_AT_START = re.compile(r"^(\s*)([#+\-=]|\d+[.)])", re.MULTILINE)


def as_markdown(document: Document) -> str:
    """Return a document as Markdown; what was said is text there, whatever signs are in it."""
    return "".join(_lines(document))


def _lines(document: Document) -> Iterator[str]:
    yield f"# {escaped(' '.join(document.title.split()))}\n"
    for turn in document.turns:
        if turn.speaker is not None:
            yield f"\n## {escaped(' '.join(turn.speaker.split()))}\n"
        for paragraph in turn.paragraphs:
            time = "" if paragraph.start is None else f"`{stamp(paragraph.start)}` "
            yield f"\n{time}{escaped(paragraph.text) if time else _first(escaped(paragraph.text))}\n"


def escaped(text: str) -> str:
    """Return a text with no sign in it that means something to Markdown."""
    return _MARKS.sub(r"\\\1", text)


def _first(text: str) -> str:
    """Return the text of a paragraph that begins its line, where a number or a sign would begin a list or a heading."""
    return _AT_START.sub(lambda found: found[1] + found[2][:-1] + "\\" + found[2][-1], text)
