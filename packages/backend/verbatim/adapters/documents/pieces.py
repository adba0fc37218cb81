"""The text of a document in pieces, each of which knows where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

MOST_CHARACTERS = 16_000
"""Of one piece: a page of small print has some 6,000."""


@dataclass(frozen=True)
class Piece:
    """A page, a slide, a row or a paragraph. What a kind of document does not have is None; all count from 1.

    Attributes:
        page: of a PDF, or the number of a slide.
        sheet: the name of a sheet; ``row`` the number of the row in it, or in a table of text.
        paragraph: the place of a paragraph in a text without pages.
    """

    text: str
    page: int | None = None
    sheet: str | None = None
    row: int | None = None
    paragraph: int | None = None


def in_parts(piece: Piece) -> Iterator[Piece]:
    """Cut what is longer than a piece may be, between words where there are any."""
    text = piece.text
    while len(text) > MOST_CHARACTERS:
        cut = max(text.rfind(blank, MOST_CHARACTERS // 2, MOST_CHARACTERS) for blank in "\n ")
        cut = cut + 1 if cut > 0 else MOST_CHARACTERS
        yield replace(piece, text=text[:cut])
        text = text[cut:]
    yield replace(piece, text=text)


def tidy(text: str) -> str:
    """Return a text without blank lines and without white space around its lines."""
    lines = (" ".join(line.split(" ")).strip(" \r\f\v") for line in text.replace("\r\n", "\n").split("\n"))
    return "\n".join(line for line in lines if line.strip())


def numbered(paragraphs: Iterator[str]) -> Iterator[Piece]:
    """Number the paragraphs of a text without pages; empty ones are left out and not counted."""
    number = 0
    for text in paragraphs:
        if found := tidy(text):
            number += 1
            yield Piece(found, paragraph=number)
