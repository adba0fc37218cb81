"""Reading a file with people: what spreadsheets of all countries save, and what the export writes, as it is."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from verbatim_enterprise.people.errors import SheetUnreadableError
from verbatim_enterprise.spreadsheet import BYTE_ORDER_MARK, harmless

MOST_BYTES: Final = 300_000
MOST_PEOPLE: Final = 300
_MOST_CELL: Final = 2_000
COLUMNS: Final = ("email", "username", "display_name", "role", "status", "teams")
PASSED_OVER: Final = frozenset({"id", "created_at", "last_sign_in_at"})
"""Columns of the export that nobody can set."""
_NAMES: Final[Mapping[str, str]] = {"e-mail": "email", "mail": "email", "user name": "username", "name": "display_name",
                                    "display name": "display_name", "team": "teams", "active": "status"}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One person of the file; ``number`` is the line in which they begin. ``cells`` has the columns that are filled."""

    number: int
    cells: Mapping[str, str]


def lines_of(text: str) -> list[Line]:
    """Return the people of a file.

    Raises:
        SheetUnreadableError: it is no such file, or too long.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    if "\x00" in text or "\ufffd" in text:
        raise SheetUnreadableError("This is no text. Save the table as CSV in UTF-8, and choose that file.")
    reader = csv.reader(text.splitlines(keepends=True), delimiter=_delimiter(text), strict=True)
    try:
        return list(_people(reader))
    except csv.Error as error:
        raise SheetUnreadableError(
            f"Line {reader.line_num} cannot be read: its quotation marks do not match."
        ) from error


def _delimiter(text: str) -> str:
    """Return what stands between cells: where a comma stands in numbers, spreadsheets write semicolons."""
    first = text.lstrip().partition("\n")[0]
    return max(",;\t", key=first.count)


def _people(reader: Iterator[list[str]]) -> Iterator[Line]:
    header: list[str] | None = None
    number = found = 0
    for row in reader:
        begins, number = number + 1, reader.line_num  # type: ignore[attr-defined] # a csv.reader has it
        cells = [_plain(cell) for cell in row]
        if not any(cells):
            continue
        if header is None:
            header = _header(cells)
            continue
        if len(cells) > len(header):
            raise SheetUnreadableError(f"Line {begins} has more cells than there are columns.")
        found += 1
        if found > MOST_PEOPLE:
            raise SheetUnreadableError(f"A file has at most {MOST_PEOPLE} people. Divide it.")
        if any(len(cell) > _MOST_CELL for cell in cells):
            raise SheetUnreadableError(f"A cell in line {begins} is too long.")
        named = dict(zip(header, cells, strict=False))
        yield Line(begins, {name: cell for name, cell in named.items() if cell and name not in PASSED_OVER})
    if not found:
        raise SheetUnreadableError("There is nobody in this file. Its first line names the columns.")


def _header(cells: list[str]) -> list[str]:
    names = [_NAMES.get(cell.casefold(), cell.casefold()) for cell in cells]
    known = ", ".join(COLUMNS)
    if "email" not in names:
        raise SheetUnreadableError(f"The first line names the columns, and one must be email. There are {known}.")
    if unknown := [name for name in names if name not in COLUMNS and name not in PASSED_OVER]:
        raise SheetUnreadableError(f"There is no column {unknown[0][:50]!r}. There are {known}.")
    if twice := [name for name in names if names.count(name) > 1]:
        raise SheetUnreadableError(f"The column {twice[0]} is there twice.")
    return names


def _plain(cell: str) -> str:
    """Return what a cell says; the apostrophe goes that an export put before what looks like a formula."""
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and harmless(cell[1:]) == cell else cell
