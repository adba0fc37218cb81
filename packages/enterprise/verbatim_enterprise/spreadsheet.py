"""CSV files that a spreadsheet opens right by a double click, and without running anything in them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

BYTE_ORDER_MARK: Final = "\ufeff"
"""Stands in front of a file: without it Excel takes UTF-8 for the code page of its country, and ``Jürgen`` for
``JÃ¼rgen``.
"""

CSV_TYPE: Final = "text/csv; charset=utf-8"

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet take a cell for a formula; the last four are the full-width forms of the first."""


def harmless(cell: str) -> str:
    """Return `cell` so that no spreadsheet runs it: an apostrophe says that it is text."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_DANGEROUS) else cell


def csv_head(columns: Sequence[str]) -> str:
    """Return how a file begins."""
    return BYTE_ORDER_MARK + csv_lines([columns])


def csv_lines(rows: Iterable[Sequence[str]]) -> str:
    """Return rows of a file; what people wrote in them has been made `harmless`."""
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)
    return text.getvalue()
