"""Word, PowerPoint and OpenDocument text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from verbatim.adapters.documents.errors import DamagedDocument, EncryptedDocument
from verbatim.adapters.documents.flow import Flow, Names
from verbatim.adapters.documents.package import Package
from verbatim.adapters.documents.pieces import Piece, numbered, tidy
from verbatim.core.cage import ForeignFile

_WORD = Names(
    paragraph=frozenset({"p"}),
    row="tr",
    cell="tc",
    text=frozenset({"t"}),
    instead={"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"},
    # What is drawn twice for older programs, how things look, and the small readings above Japanese words.
    skipped=frozenset({"Fallback", "pPr", "rPr", "sectPr", "tblPr", "tcPr", "trPr", "rt", "del", "moveFrom"}),
)
_SLIDE = Names(
    paragraph=frozenset({"p"}),
    row="tr",
    cell="tc",
    text=frozenset({"t"}),
    instead={"br": "\n", "tab": "\t"},
    skipped=frozenset({"Fallback", "pPr", "rPr", "endParaRPr", "extLst"}),
)
_OPEN = Names(
    paragraph=frozenset({"p", "h"}),
    row="table-row",
    cell="table-cell",
    text=frozenset(),
    instead={"tab": "\t", "line-break": "\n"},
    skipped=frozenset({"tracked-changes", "ruby-text", "note-citation", "creator", "date", "automatic-styles"}),
)
_BESIDE = re.compile(r"(?:footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
_MOST_BLANKS = 1_000


def docx(file: ForeignFile) -> Iterator[Piece]:
    """Yield the paragraphs of a Word document, then those of its notes, comments, headers and footers."""
    package = Package(file)
    main = package.main_part("word/document.xml")
    folder = posixpath.dirname(main)
    beside = [name for name in package.names if posixpath.dirname(name) == folder]
    parts = [main, *sorted(name for name in beside if _BESIDE.fullmatch(posixpath.basename(name)))]

    def paragraphs() -> Iterator[str]:
        for part in parts:
            yield from _paragraphs(package, part, Flow(_WORD))

    return numbered(paragraphs())


def pptx(file: ForeignFile) -> Iterator[Piece]:
    """Yield the slides of a presentation in their order, each with its notes."""
    package = Package(file)
    main = package.main_part("ppt/presentation.xml")
    order = _Order()
    for _ in package.tell(main, order):
        pass
    links = {key: target for key, _, target in package.links_of(main)}
    slides = [links[key] for key in order.found if key in links]
    if order.found and not slides:
        raise DamagedDocument
    for number, slide in enumerate(slides, 1):
        notes = [target for _, kind, target in package.links_of(slide) if kind.endswith("/notesSlide")]
        text = [tidy(one) for part in (slide, *notes) for one in _paragraphs(package, part, Flow(_SLIDE))]
        if any(text):
            yield Piece("\n".join(filter(None, text)), page=number)


def odt(file: ForeignFile) -> Iterator[Piece]:
    """Yield the paragraphs of an OpenDocument text."""
    package = Package(file)
    manifest = _Encrypted()
    package.tell_all("META-INF/manifest.xml", manifest)
    if manifest.found:
        raise EncryptedDocument(
            "The document is protected by a password; save it without one, or as a PDF with one, and upload that."
        )
    return numbered(
        re.sub(r" {2,}", " ", one).replace("\0", " ") for one in _paragraphs(package, "content.xml", _open_flow())
    )


def _open_flow() -> Flow:
    def before(name: str, attributes: dict[str, str], flow: Flow) -> None:
        if name == "s":  # several blanks, which plain ones beside each other are not
            count = attributes.get("c", "1")
            flow.write("\0" * min(int(count) if count.isascii() and count.isdigit() else 1, _MOST_BLANKS))

    return _OpenFlow(_OPEN, before=before)


class _OpenFlow(Flow):
    """Line breaks in the file mean blanks."""

    def data(self, text: str) -> None:
        super().data(re.sub(r"[\t\r\n ]+", " ", text))


def _paragraphs(package: Package, part: str, flow: Flow) -> Iterator[str]:
    for _ in package.tell(part, flow):
        yield from flow.taken()


class _Order:
    """Slides in the order in which they are shown."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._listed = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        # `id` stands there twice, in two namespaces: a number, and the relation that comes behind it.
        if name == "sldId":
            self.found.append(attributes.get("id", ""))

    def data(self, text: str) -> None:
        """There is none."""

    def end(self, name: str) -> None:
        """Nothing follows."""


class _Encrypted:
    def __init__(self) -> None:
        self.found = False

    def start(self, name: str, _: dict[str, str]) -> None:
        self.found = self.found or name == "encryption-data"

    def data(self, text: str) -> None:
        """There is none."""

    def end(self, name: str) -> None:
        """Nothing follows."""
