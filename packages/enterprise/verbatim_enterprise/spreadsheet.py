"""CSV files that a spreadsheet opens right by a double click, and without running or guessing anything in them: the one
way in which this package writes them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Annotated, Final

from fastapi import Query

BYTE_ORDER_MARK: Final = "\ufeff"
"""Stands in front of a file: without it Excel takes UTF-8 for the code page of its country, and ``Jürgen`` for
``JÃ¼rgen``.
"""

CSV_TYPE: Final = "text/csv; charset=utf-8"


class Separator(StrEnum):
    """What stands between two cells. Excel expects a semicolon in countries that write numbers with a comma, and puts
    a whole line into one cell otherwise. A first line ``sep=;`` is no way out: with it Excel no longer sees the byte
    order mark, and other programs take it for data.
    """

    COMMA = "comma"
    SEMICOLON = "semicolon"
    TAB = "tab"


_SIGNS: Final = {Separator.COMMA: ",", Separator.SEMICOLON: ";", Separator.TAB: "\t"}

SeparatorQuery = Annotated[
    Separator,
    Query(description="What stands between cells: Excel expects semicolons where numbers are written with a comma."),
]

_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet take a cell for a formula; the last four are the full-width forms of the first."""

_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_GUESSED: Final = re.compile(
    r"0\d+|\d{16,}"  # without its zeros; rounded to fifteen digits
    r"|\d+(?:[.,]\d+)?e[+-]?\d+"  # a power of ten
    r"|\d+(?:[-/.,: ]\d+){1,2}\.?(?:\s*[ap]\.?m\.?)?|\d+\.|\d+\s*[ap]\.?m\.?"  # dates, times, fractions
    rf"|\d{{1,4}}[-/ .]*{_MONTH}(?:[-/ .]*\d+)?|{_MONTH}[-/ .]*\d{{1,4}}"
    r"|true|false",
    re.IGNORECASE | re.ASCII,
)
"""Text of which spreadsheets make numbers, dates or truths that no longer say what was written."""

_LONGEST: Final = 32_767
"""Characters of a cell in Excel, which puts what is beyond them into a row of its own."""
_CUT: Final = " … (cut)"


def harmless(cell: str) -> str:
    """Return `cell` so that no spreadsheet runs it or makes something else of it: an apostrophe says that it is text.

    Reading a file with people takes it away again.
    """
    bare = cell.strip()
    return f"'{cell}" if cell.lstrip(" ").startswith(_DANGEROUS) or _GUESSED.fullmatch(bare) else cell


def csv_head(columns: Sequence[str], separator: Separator = Separator.COMMA) -> str:
    """Return how a file begins."""
    return BYTE_ORDER_MARK + csv_lines([columns], separator)


def csv_lines(rows: Iterable[Sequence[str]], separator: Separator = Separator.COMMA) -> str:
    """Return rows of a file; what people wrote in them has been made `harmless`.

    A line break within a cell is a line feed, which every spreadsheet keeps there; a carriage return would end the row
    in some.
    """
    text = io.StringIO(newline="")
    written = csv.writer(text, quoting=csv.QUOTE_ALL, delimiter=_SIGNS[separator])
    written.writerows([[_fitting(cell) for cell in row] for row in rows])
    return text.getvalue()


def _fitting(cell: str) -> str:
    cell = cell.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return cell if len(cell) <= _LONGEST else cell[: _LONGEST - len(_CUT)] + _CUT
