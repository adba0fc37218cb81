"""Documents for tests, made here in every format: paragraphs in any script, and files that were made to do harm."""

from __future__ import annotations

import csv
import io
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from html import escape

SCRIPTS = {
    "latin": (
        "The fence along the northern field was mended in April.",
        "Straße, naïve, Łódź, Ærø: größere Wörter, „mit Zeichen“.",
        "Nobody signed the lease before the committee had met again.",
    ),
    "arabic": (
        "اجتمع المجلس يوم الثلاثاء لمناقشة الميزانية الجديدة",
        "وقع المدير العقد بعد مراجعة جميع الشروط",
        "سوف ترسل النسخة الأخيرة غدا صباحا",
    ),
    "hebrew": (
        "הוועדה נפגשה ביום שלישי כדי לדון בתקציב החדש",
        "המנהל חתם על החוזה לאחר בדיקת כל התנאים",
        "העותק האחרון יישלח מחר בבוקר",
    ),
    "chinese": ("委员会星期二开会讨论新的预算。", "经理在检查所有条件后签署了合同。", "最后的副本将于明天早上寄出。"),
    "japanese": (
        "委員会は火曜日に集まり、新しい予算について話し合いました。",
        "部長はすべての条件を確認したあとで契約書に署名しました。",
        "最後のコピーは明日の朝に送られます。",
    ),
}

_CONTENT = '<?xml version="1.0" encoding="UTF-8"?>'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = f'{_CONTENT}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Return an archive of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def _rels(*links: tuple[str, str, str]) -> str:
    inside = "".join(f'<Relationship Id="{key}" Type="{_R}/{kind}" Target="{to}"/>' for key, kind, to in links)
    return f'{_CONTENT}<Relationships xmlns="{_RELS}">{inside}</Relationships>'


def docx(paragraphs: Sequence[str], *, body: str = "") -> bytes:
    """Return a Word document, each paragraph in two runs; ``body`` is put before them as it is."""
    inside = "".join(
        f'<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">'
        f"{escape(text[: len(text) // 2])}</w:t></w:r><w:r><w:t>{escape(text[len(text) // 2 :])}</w:t></w:r></w:p>"
        for text in paragraphs
    )
    document = f'{_CONTENT}<w:document xmlns:w="{_W}"><w:body>{body}{inside}</w:body></w:document>'
    return zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _rels(("r1", "officeDocument", "word/document.xml")),
            "word/document.xml": document,
        }
    )


def pptx(slides: Sequence[str]) -> bytes:
    """Return a presentation with a paragraph on each slide. The parts lie in another order than they are shown."""
    count = len(slides)
    ids = "".join(f'<p:sldId r:id="s{number}" id="{256 + number}"/>' for number in range(count))
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _rels(("r1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f'{_CONTENT}<p:presentation xmlns:p="{_P}" xmlns:r="{_R}">'
        f"<p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": _rels(
            *((f"s{number}", "slide", f"slides/slide{count - number}.xml") for number in range(count))
        ),
    }
    for number, text in enumerate(slides):
        parts[f"ppt/slides/slide{count - number}.xml"] = (
            f'{_CONTENT}<p:sld xmlns:p="{_P}" xmlns:a="{_A}"><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r>'
            f"<a:t>{escape(text)}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"
        )
    return zipped(parts)


def xlsx(rows: Sequence[Sequence[str]], *, sheet: str = "Budget") -> bytes:
    """Return a workbook of one sheet; every other cell has its text inside, the others among the shared ones."""
    shared: list[str] = []
    lines = []
    for number, cells in enumerate(rows, 1):
        inside = ""
        for column, text in enumerate(cells):
            if (number + column) % 2:
                inside += f'<c r="{chr(65 + column)}{number}" t="s"><v>{len(shared)}</v></c>'
                shared.append(text)
            else:
                inside += f'<c r="{chr(65 + column)}{number}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
        lines.append(f'<row r="{number}">{inside}</row>')
    strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in shared)
    return zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _rels(("r1", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'{_CONTENT}<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets>'
            f'<sheet name="{escape(sheet)}" sheetId="1" r:id="w1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _rels(
                ("w1", "worksheet", "worksheets/sheet1.xml"), ("w2", "sharedStrings", "sharedStrings.xml")
            ),
            "xl/worksheets/sheet1.xml": f'{_CONTENT}<worksheet xmlns="{_S}"><sheetData>{"".join(lines)}</sheetData>'
            "</worksheet>",
            "xl/sharedStrings.xml": f'{_CONTENT}<sst xmlns="{_S}">{strings}</sst>',
        }
    )


def odt(paragraphs: Sequence[str], *, manifest: str = "") -> bytes:
    """Return an OpenDocument text."""
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    names = f'xmlns:office="{urn}:office:1.0" xmlns:text="{urn}:text:1.0"'
    inside = "".join(
        f"<text:p><text:span>{escape(text[: len(text) // 2])}</text:span>{escape(text[len(text) // 2 :])}</text:p>"
        for text in paragraphs
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{_CONTENT}<office:document-content {names}><office:body><office:text>{inside}"
            "</office:text></office:body></office:document-content>",
            "META-INF/manifest.xml": f"{_CONTENT}<manifest>{manifest}</manifest>",
        }
    )


def rtf(paragraphs: Sequence[str]) -> bytes:
    """Return a rich text, every letter that is not ASCII written with its number."""

    def letters(text: str) -> str:
        found = []
        for unit in (text.encode("utf-16-le")[at : at + 2] for at in range(0, 2 * len(text), 2)):
            code = int.from_bytes(unit, "little")
            plain = chr(code)
            if plain.isascii():
                found.append(f"\\{plain}" if plain in "{}\\" else plain)
            else:
                found.append(f"\\u{int.from_bytes(unit, 'little', signed=True)}?")
        return "".join(found)

    inside = "\\par\n".join(map(letters, paragraphs))
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0 Arial;}}}}{{\\*\\generator Tests;}}\\f0 {inside}}}".encode(
        "ascii"
    )


def html(paragraphs: Sequence[str]) -> bytes:
    """Return a page with a script that nobody runs."""
    inside = "\n".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    return f"<!doctype html><html><body><script>var hidden = 'scripted';</script>{inside}</body></html>".encode()


def eml(paragraphs: Sequence[str]) -> bytes:
    """Return a letter."""
    letter = EmailMessage()
    letter["Subject"], letter["From"], letter["To"] = "Lease", "ada@example.org", "bea@example.org"
    letter["Date"] = "Tue, 02 Jun 2026 10:00:00 +0000"
    letter.set_content("\n\n".join(paragraphs), cte="base64")
    return letter.as_bytes()


def table(paragraphs: Sequence[str]) -> bytes:
    """Return a table of values apart by commas, a paragraph in each row."""
    made = io.StringIO()
    csv.writer(made).writerows([[str(number), text] for number, text in enumerate(paragraphs, 1)])
    return made.getvalue().encode()


def text(paragraphs: Sequence[str]) -> bytes:
    """Return plain text in UTF-8."""
    return "\n\n".join(paragraphs).encode()


def pdf(pages: Sequence[str], *, kids: str = "", count: int | None = None) -> bytes:
    """Return a PDF with a line of each page's text, in a font without outlines that names its letters (ToUnicode).

    What is written from the right is drawn as programs draw it: from the left, the last letter first.
    """
    letters = sorted({letter for page in pages for letter in page})
    number = {letter: index for index, letter in enumerate(letters, 1)}
    mapped = "".join(f"<{index:04x}> <{letter.encode('utf-16-be').hex()}>\n" for letter, index in number.items())
    chunks = list(_hundreds(mapped))
    cmap = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
    cmap += "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
    cmap += "".join(f"{chunk.count(chr(10))} beginbfchar\n{chunk}endbfchar\n" for chunk in chunks)
    cmap += "endcmap CMapName currentdict /CMap defineresource pop end end"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "",
        "<</Type/Font/Subtype/Type0/BaseFont/Made/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        (
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Made/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            "/Supplement 0>>/DW 600/FontDescriptor 6 0 R>>"
        ),
        f"<</Length {len(cmap)}>>\nstream\n{cmap}\nendstream",
        (
            "<</Type/FontDescriptor/FontName/Made/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800"
            "/Descent -200/CapHeight 700/StemV 80>>"
        ),
    ]
    shown = []
    for page in pages:
        drawn = "".join(f"{number[letter]:04x}" for letter in _visual(page))
        content = f"BT /F 12 Tf 20 700 Td <{drawn}> Tj ET"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1200 800]/Contents {len(objects) + 2} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        shown.append(f"{len(objects)} 0 R")
        objects.append(f"<</Length {len(content)}>>\nstream\n{content}\nendstream")
    objects[1] = f"<</Type/Pages/Count {len(pages) if count is None else count}/Kids[{kids or ' '.join(shown)}]>>"
    return _written(objects)


def _hundreds(lines: str) -> list[str]:
    all_lines = lines.splitlines(keepends=True)
    return ["".join(all_lines[start : start + 100]) for start in range(0, len(all_lines), 100)]


def _visual(line: str) -> str:
    """Return letters in the order in which they stand from the left."""
    from_right = any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in line)
    return line[::-1] if from_right else line


def _written(objects: Sequence[str]) -> bytes:
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += "".join(f"{place:010} 00000 n \n" for place in places).encode()
    made += f"trailer\n<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(made)


FORMATS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "pdf": pdf,
    "docx": docx,
    "pptx": pptx,
    "xlsx": lambda paragraphs: xlsx([[text] for text in paragraphs]),
    "odt": odt,
    "rtf": rtf,
    "html": html,
    "txt": text,
    "md": text,
    "csv": table,
    "eml": eml,
}
