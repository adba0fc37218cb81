"""Excel workbooks: the rows of each sheet, as they are shown as far as the file tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from verbatim.adapters.documents.errors import ComplexDocument, DamagedDocument
from verbatim.adapters.documents.package import Package
from verbatim.adapters.documents.pieces import Piece, tidy
from verbatim.core.cage import ForeignFile

MOST_STRINGS_CHARACTERS = 64 * 1024 * 1024
MOST_SHEET_NAME = 200
_DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_DATE_LETTERS = re.compile(r"[ymdhs]", re.IGNORECASE)
_NOT_LETTERS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_MOST_DAYS = 2_958_466


def xlsx(file: ForeignFile) -> Iterator[Piece]:
    """Yield the rows of a workbook that are not empty; ``page`` is the number of the sheet."""
    package = Package(file)
    main = package.main_part("xl/workbook.xml")
    book = _Book()
    for _ in package.tell(main, book):
        pass
    links = package.links_of(main)
    strings, styles = _Strings(), _Styles()
    for _, kind, target in links:
        if kind.endswith("/sharedStrings"):
            package.tell_all(target, strings)
        elif kind.endswith("/styles"):
            package.tell_all(target, styles)
    targets = {key: target for key, _, target in links}
    if book.sheets and not any(key in targets for _, key in book.sheets):
        raise DamagedDocument
    for number, (name, key) in enumerate(book.sheets, 1):
        if key in targets:
            rows = _Rows(strings.found, styles.dates(), from_1904=book.from_1904)
            for _ in package.tell(targets[key], rows):
                for row, text in rows.taken():
                    yield Piece(text, page=number, sheet=name, row=row)


class _Book:
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            self.sheets.append((attributes.get("name", "")[:MOST_SHEET_NAME], attributes.get("id", "")))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in {"1", "true"}

    def data(self, text: str) -> None:
        """There is none."""

    def end(self, name: str) -> None:
        """Nothing follows."""


class _Strings:
    """Texts that cells name by their number. Readings above Japanese words are left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._parts: list[str] = []
        self._inside = self._reading = False
        self._size = 0

    def start(self, name: str, _: dict[str, str]) -> None:
        if name == "si":
            self._parts = []
        elif name == "rPh":
            self._reading = True
        elif name == "t":
            self._inside = not self._reading

    def data(self, text: str) -> None:
        if self._inside:
            self._size += len(text)
            if self._size > MOST_STRINGS_CHARACTERS:
                raise ComplexDocument
            self._parts.append(text)

    def end(self, name: str) -> None:
        if name == "si":
            self.found.append("".join(self._parts))
        elif name == "rPh":
            self._reading = False
        elif name == "t":
            self._inside = False


class _Styles:
    """Which styles of cells show a number as a date."""

    def __init__(self) -> None:
        self._formats: dict[str, str] = {}
        self._used: list[str] = []
        self._cells = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            self._formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._cells = True
        elif name == "xf" and self._cells:
            self._used.append(attributes.get("numFmtId", ""))

    def data(self, text: str) -> None:
        """There is none."""

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._cells = False

    def dates(self) -> frozenset[str]:
        """Return the numbers of these styles."""
        return frozenset(str(number) for number, key in enumerate(self._used) if self._is_date(key))

    def _is_date(self, key: str) -> bool:
        if key in self._formats:
            return _DATE_LETTERS.search(_NOT_LETTERS.sub("", self._formats[key])) is not None
        return key.isascii() and key.isdigit() and len(key) < 6 and int(key) in _DATE_FORMATS  # noqa: PLR2004 - no key


class _Rows:
    """The rows of one sheet: cells that are not empty, apart by tabs."""

    def __init__(self, strings: list[str], dates: frozenset[str], *, from_1904: bool) -> None:
        self._strings = strings
        self._dates = dates
        self._epoch = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - sheets have no zone
        self._done: list[tuple[int, str]] = []
        self._cells: list[str] = []
        self._row = 0
        self._kind = self._style = ""
        self._value: list[str] = []
        self._inside = self._reading = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            told = attributes.get("r", "")
            self._row = int(told) if told.isascii() and told.isdigit() and len(told) < 9 else self._row + 1  # noqa: PLR2004 - digits of a row
            self._cells = []
        elif name == "c":
            self._kind, self._style, self._value = attributes.get("t", "n"), attributes.get("s", "0"), []
        elif name == "rPh":
            self._reading = True
        elif name == "v" or (name == "t" and not self._reading):
            self._inside = True

    def data(self, text: str) -> None:
        if self._inside:
            self._value.append(text)

    def end(self, name: str) -> None:
        if name in {"v", "t"}:
            self._inside = False
        elif name == "rPh":
            self._reading = False
        elif name == "c":
            if text := self._shown("".join(self._value)):
                self._cells.append(text)
        elif name == "row" and self._cells:
            self._done.append((self._row, "\t".join(map(tidy, self._cells))))

    def _shown(self, value: str) -> str:
        if self._kind == "s":
            number = int(value) if value.isascii() and value.isdigit() and len(value) < 10 else -1  # noqa: PLR2004 - digits
            return self._strings[number] if 0 <= number < len(self._strings) else ""
        if self._kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(value, value)
        if self._kind == "n" and self._style in self._dates:
            return self._as_date(value)
        return value

    def _as_date(self, value: str) -> str:
        try:
            days = float(value)
            if not 0 <= days < _MOST_DAYS:
                return value
            moment = self._epoch + timedelta(seconds=round(days * 86_400))
        except (ValueError, OverflowError):
            return value
        if days < 1:
            return moment.strftime("%H:%M:%S")
        return moment.strftime("%Y-%m-%d" if moment.time() == moment.min.time() else "%Y-%m-%d %H:%M:%S")

    def taken(self) -> Iterator[tuple[int, str]]:
        """Yield the rows that have been completed since the last time."""
        done, self._done = self._done, []
        yield from done
