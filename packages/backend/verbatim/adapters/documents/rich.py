"""RTF as text: groups, letters of old code pages and of Unicode, paragraphs and rows."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from verbatim.adapters.documents.errors import ComplexDocument, DamagedDocument
from verbatim.adapters.documents.pieces import Piece, numbered
from verbatim.adapters.documents.plain import whole
from verbatim.core.cage import ForeignFile

MOST_DEPTH = 2_000
_LAST_OF_UNIT = 0xFFFF
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\", re.DOTALL
)
_SKIPPED = frozenset(
    b"""fonttbl colortbl stylesheet info pict object themedata colorschememapping datastore latentstyles listtable
    listoverridetable rsidtbl generator xmlnstbl fldinst filetbl revtbl bkmkstart bkmkend objdata nonshppict
    mmathPr wgrffmtfilter pgptbl""".split()
)
_INSTEAD = {
    b"par": "\n\n", b"sect": "\n\n", b"page": "\n\n", b"row": "\n\n", b"line": "\n", b"cell": "\t", b"nestcell": "\t",
    b"nestrow": "\n", b"tab": "\t", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",  # noqa: RUF001 - meant
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": " ", b"enspace": " ", b"~": "\xa0", b"_": "-",
}  # fmt: skip
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip
_PAGES = {10000: "mac_roman", 65001: "utf-8", 936: "gbk", 54936: "gb18030"}


@dataclass(frozen=True)
class _State:
    """What holds within a group."""

    skipped: bool = False
    in_fonts: bool = False
    font: int | None = None
    replacing: int = 1


@dataclass
class _Reader:
    out: list[str] = field(default_factory=list)
    fonts: dict[int, str] = field(default_factory=dict)
    page: str = "cp1252"
    state: _State = field(default_factory=_State)
    groups: list[_State] = field(default_factory=list)
    starred: bool = False
    left_out: int = 0
    bytes_: bytearray = field(default_factory=bytearray)
    high: str = ""

    def flush(self) -> None:
        """Give the bytes that have come so far the letters of the font they are in."""
        if self.bytes_:
            page = self.fonts.get(self.state.font, self.page) if self.state.font is not None else self.page
            self.out.append(bytes(self.bytes_).decode(page, "replace"))
            self.bytes_.clear()

    def write(self, text: str) -> None:
        if not self.state.skipped:
            self.flush()
            self.out.append(text)

    def word(self, name: bytes, number: int | None) -> None:
        starred, self.starred = self.starred, False
        if (starred and name not in {b"shptxt", b"shpinst"}) or name in _SKIPPED:
            self.flush()
            self.state = replace(self.state, skipped=True, in_fonts=name == b"fonttbl")
        elif name == b"u" and number is not None:
            self.letter(number)
        elif name == b"bin":
            raise DamagedDocument("The document holds pictures in a form that is not read; save it anew without them.")
        elif name in _INSTEAD:
            self.write(_INSTEAD[name])
        else:
            self.setting(name, number)

    def setting(self, name: bytes, number: int | None) -> None:
        """Take a word that changes how letters are read."""
        if name == b"f" and number is not None:
            self.flush()
            self.state = replace(self.state, font=number)
        elif name == b"uc":
            self.state = replace(self.state, replacing=min(max(number or 0, 0), 16))
        elif name == b"ansicpg" and number:
            self.page = _codec(_PAGES.get(number, f"cp{number}"))
        elif name == b"fcharset" and self.state.in_fonts and self.state.font is not None:
            self.fonts[self.state.font] = _codec(_CHARSETS.get(number or 1, self.page))

    def letter(self, number: int) -> None:
        """Take a letter of Unicode; what stands behind it for older programs is left out."""
        self.left_out = self.state.replacing
        if self.state.skipped:
            return
        code = number & 0xFFFF if number <= _LAST_OF_UNIT else min(number, 0x10FFFF)
        if 0xD800 <= code < 0xDC00:  # noqa: PLR2004 - the first half of a letter
            self.high = chr(code)
        elif 0xDC00 <= code < 0xE000:  # noqa: PLR2004 - the second half
            pair = (self.high + chr(code)).encode("utf-16-le", "surrogatepass")
            self.high = ""
            self.write(pair.decode("utf-16-le", "replace"))
        else:
            self.write(chr(code))

    def byte(self, value: int) -> None:
        if self.left_out:
            self.left_out -= 1
        elif not self.state.skipped:
            self.bytes_.append(value)

    def plain(self, text: bytes) -> None:
        left, self.left_out = min(self.left_out, len(text)), max(0, self.left_out - len(text))
        if not self.state.skipped:
            self.bytes_ += text[left:]

    def group(self, sign: bytes) -> None:
        self.flush()
        self.left_out = 0
        self.starred = False
        if sign == b"{":
            if len(self.groups) >= MOST_DEPTH:
                raise ComplexDocument
            self.groups.append(self.state)
        elif self.groups:
            self.state = self.groups.pop()


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def _text(data: bytes) -> str:
    reader = _Reader()
    for token in _TOKEN.finditer(data):
        name, number, byte, sign, brace, plain = token.groups()
        if name is not None:
            reader.word(name, int(number) if number else None)
        elif byte is not None:
            reader.byte(int(byte, 16))
        elif brace is not None:
            reader.group(brace)
        elif plain is not None:
            reader.starred = False
            reader.plain(plain)
        elif sign == b"*":
            reader.starred = True
        elif sign in {b"\r", b"\n"}:
            reader.write("\n\n")
        elif sign is not None and sign in _INSTEAD:
            reader.write(_INSTEAD[sign])
        elif sign is not None and sign in b"\\{}":
            reader.plain(sign)
    reader.flush()
    return "".join(reader.out)


def rtf(file: ForeignFile) -> Iterator[Piece]:
    """Yield the paragraphs; a row of a table is one."""
    return numbered(iter(re.split(r"\n{2,}", _text(whole(file)))))
