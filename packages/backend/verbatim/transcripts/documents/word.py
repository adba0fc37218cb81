"""Transcripts as Word documents."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from verbatim.core.lazy import lazy
from verbatim.transcripts.documents.content import Document, Paragraph, is_right_to_left, stamp

if TYPE_CHECKING:
    import docx
    from docx import shared
    from docx.oxml import ns, parser
else:
    docx = lazy("docx")
    shared = lazy("docx.shared")
    ns = lazy("docx.oxml.ns")
    parser = lazy("docx.oxml.parser")

_SIZE = 11


def as_word(document: Document) -> bytes:
    """Return a document as a file that word processors read: its title and speakers are headings."""
    made = docx.Document()
    made.core_properties.title = document.title[:255]
    made.core_properties.author = ""
    made.core_properties.comments = ""
    if document.language:
        made.core_properties.language = document.language
    made.styles["Normal"].font.size = shared.Pt(_SIZE)
    _directed(made.add_heading(document.title, level=0), document.title)
    for turn in document.turns:
        if turn.speaker is not None:
            _directed(made.add_heading(turn.speaker, level=2), turn.speaker)
        for paragraph in turn.paragraphs:
            _write(made, paragraph)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def _write(made: Any, paragraph: Paragraph) -> None:
    line = made.add_paragraph()
    if paragraph.start is not None:
        time = line.add_run(f"{stamp(paragraph.start)}\t")
        time.font.size = shared.Pt(_SIZE - 2)
        time.font.color.rgb = shared.RGBColor(0x66, 0x66, 0x66)
    line.add_run(paragraph.text)
    _directed(line, paragraph.text)


def _directed(line: Any, text: str) -> None:
    """Let a paragraph run from right to left where its text does: as a whole, and each run with its own signs."""
    if not is_right_to_left(text):
        return
    line._p.get_or_add_pPr().append(_element("w:bidi"))  # noqa: SLF001 - there is no other way to say so
    for run in line.runs:
        properties = run._r.get_or_add_rPr()  # noqa: SLF001
        size = _element("w:szCs")
        size.set(ns.qn("w:val"), str(2 * _SIZE))
        properties.append(size)
        properties.append(_element("w:rtl"))


def _element(name: str) -> Any:
    return parser.OxmlElement(name)
