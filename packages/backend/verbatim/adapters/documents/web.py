"""HTML as text: what a reader would see, without scripts. Nothing in it is run, and nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from verbatim.adapters.documents.pieces import Piece, numbered
from verbatim.adapters.documents.plain import decoded, whole
from verbatim.core.cage import ForeignFile

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "dialog", "div", "dl"),
        *("dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head"),
        *("header", "hr", "html", "li", "main", "nav", "ol", "option", "p", "pre", "section", "select", "summary"),
        *("table", "tbody", "tfoot", "thead", "title", "tr", "ul"),
    )
)
_HIDDEN = frozenset({"script", "style", "template", "noscript", "rt", "rp", "iframe", "object", "svg", "math"})
_CELLS = frozenset({"td", "th"})
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")


class _Text(HTMLParser):
    """Collects paragraphs; the cells of a row are apart by tabs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.done: list[str] = []
        self._open: list[str] = []
        self._hidden: list[str] = []
        self._cells = self._kept = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's name
        if tag in _HIDDEN:
            self._end_reading(tag)
            self._hidden.append(tag)
        elif tag in _CELLS:
            self._cells += 1
            self._write("\t")
        elif tag in _BLOCKS:
            self._kept += tag == "pre"
            self._break()

    def _end_reading(self, tag: str) -> None:
        """Readings above words need no end of their own."""
        if tag in {"rt", "rp", "ruby"} and self._hidden and self._hidden[-1] in {"rt", "rp"}:
            self._hidden.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag == "ruby":
            self._end_reading(tag)
        elif tag in self._hidden:
            while self._hidden.pop() != tag:
                pass
        elif tag in _CELLS:
            self._cells = max(0, self._cells - 1)
        elif tag in _BLOCKS:
            self._break()
            self._kept = max(0, self._kept - (tag == "pre"))

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._write(data if self._kept else _BLANKS.sub(" ", data))

    def _write(self, text: str) -> None:
        self._open.append(text)

    def _break(self) -> None:
        if self._cells:  # paragraphs within a cell
            self._write(" ")
            return
        text = "".join(self._open).strip("\t ")
        self._open.clear()
        if text.strip():
            self.done.append(text if self._kept else re.sub(r" {2,}", " ", text))

    def close(self) -> None:
        super().close()
        self._cells = 0
        self._break()


def paragraphs_of(text: str) -> list[str]:
    """Return the paragraphs of a page."""
    page = _Text()
    page.feed(text)
    page.close()
    return page.done


def html(file: ForeignFile) -> Iterator[Piece]:
    """Yield the paragraphs of a page."""
    data = whole(file)
    said = _CHARSET.search(data[:4096])
    return numbered(iter(paragraphs_of(decoded(data, said.group(1).decode("ascii") if said else None))))
