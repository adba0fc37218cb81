"""Transcripts as PDF, set by Typst with fonts that come along: nothing is fetched, and no font of the machine used."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from unicodedata import bidirectional

from verbatim.core.lazy import lazy
from verbatim.transcripts.documents.content import Document, is_right_to_left, stamp

if TYPE_CHECKING:
    import typst
else:
    typst = lazy("typst")

_FONT_PACKAGES: Final = (
    "fontpkg_noto_sans",
    "fontpkg_ibm_plex_sans_arabic",
    "justmytype_intl_rtl",
    "justmytype_intl_cjk",
)
_ARABIC: Final = "IBM Plex Sans Arabic"
"""Its letters are whole: of fonts that put dots on them by themselves, readers get some letters twice."""
_HEBREW: Final = "Noto Sans Hebrew"
_FONTS: Final = ("Noto Sans", _ARABIC, _HEBREW)
_EASTERN: Final = ("Noto Sans SC", "Noto Sans JP", "Noto Sans TC", "Noto Sans KR")
_FIRST: Final = {"ja": "Noto Sans JP", "ko": "Noto Sans KR", "yue": "Noto Sans TC"}
"""Signs that China, Japan and Korea share look different in each."""

# What was said comes as data and is never read as mark-up.
_TEMPLATE: Final = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, date: none)
#set page(paper: "a4", margin: (x: 2.4cm, y: 2.2cm), numbering: "1 / 1")
#set text(font: data.fonts, size: 10.5pt, lang: data.language)
#set par(leading: 0.75em, spacing: 0.9em)
#let side(is-rtl) = if is-rtl { right } else { left }
#let way(is-rtl) = if is-rtl { rtl } else { ltr }
#block(width: 100%, below: 1.6em, align(side(data.rtl), text(dir: way(data.rtl), size: 18pt, weight: 600, data.title)))
#for turn in data.turns {
  if turn.speaker != none {
    block(width: 100%, above: 1.5em, below: 0.8em, sticky: true,
      align(side(turn.rtl), text(dir: way(turn.rtl), weight: 600, turn.speaker)))
  }
  for line in turn.lines {
    let time = if line.time != none { text(size: 8pt, fill: luma(95), line.time) }
    let said = text(dir: way(line.rtl), font: line.fonts, line.text)
    if time == none {
      block(width: 100%, align(side(line.rtl), said))
    } else if line.rtl {
      grid(columns: (1fr, 1.6cm), column-gutter: 0.3cm, align(right, said), align(right, time))
    } else {
      grid(columns: (1.6cm, 1fr), column-gutter: 0.3cm, time, said)
    }
  }
}
"""


def as_pdf(document: Document) -> bytes:
    """Return a document as PDF, with the fonts of its text inside."""
    language = (document.language or "en").partition("-")[0].lower()
    data = {
        "title": document.title,
        "rtl": is_right_to_left(document.title),
        "language": language if language.isascii() and 2 <= len(language) <= 3 else "en",  # noqa: PLR2004 - a code
        "fonts": fonts_for(language),
        "turns": [
            {
                "speaker": turn.speaker,
                "rtl": is_right_to_left(turn.speaker or ""),
                "lines": [
                    {
                        "text": line.text,
                        "rtl": line.is_right_to_left,
                        "fonts": fonts_for(language, line.text),
                        "time": None if line.start is None else stamp(line.start),
                    }
                    for line in turn.paragraphs
                ],
            }
            for turn in document.turns
        ],
    }
    compile_: Any = typst.compile  # its own types say less than it takes
    made: bytes = compile_(
        _TEMPLATE.encode(),
        font_paths=_font_folders(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    return made


def fonts_for(language: str, text: str = "") -> list[str]:
    """Return the fonts for a text, in the order in which a sign is looked for.

    Where a text begins in a script of its own, so does the list: spaces are then of the same font, and a reader of the
    file takes its words for one line.
    """
    east = _FIRST.get(language, _EASTERN[0])
    fonts = [*_FONTS, east, *(one for one in _EASTERN if one != east)]
    first = next((kind for letter in text if (kind := bidirectional(letter)) in {"L", "R", "AL"}), "L")
    own = {"AL": _ARABIC, "R": _HEBREW}.get(first)
    return fonts if own is None else [own, *(one for one in fonts if one != own)]


def _font_folders() -> list[str]:
    specs = (find_spec(name) for name in _FONT_PACKAGES)
    return [str(Path(spec.origin).parent) for spec in specs if spec is not None and spec.origin]
