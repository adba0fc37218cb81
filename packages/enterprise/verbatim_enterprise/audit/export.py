"""The log as a file: CSV for a spreadsheet, JSON Lines for a program, both in constant memory."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

from verbatim_enterprise.audit.canonical import FIELDS
from verbatim_enterprise.audit.chain.proof import plain
from verbatim_enterprise.audit.query import AuditQuery
from verbatim_enterprise.audit.repository import all_rows
from verbatim_enterprise.audit.sight import Reader
from verbatim_enterprise.host import Database
from verbatim_enterprise.spreadsheet import Separator, csv_head, csv_lines, harmless

COLUMNS = tuple(name for name in FIELDS if name != "words")


async def csv_pieces(database: Database, query: AuditQuery, reader: Reader, separator: Separator) -> AsyncIterator[str]:
    """Return a CSV file in pieces; what changed and details are JSON in their cells."""
    yield csv_head(COLUMNS, separator)
    async for rows in all_rows(database, query):
        cells = [[_cell(value) for value in as_json(row).values()] for row in reader.views(rows)]
        yield csv_lines(cells, separator)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return harmless(value if isinstance(value, str) else _json(value))


async def json_lines(database: Database, query: AuditQuery, reader: Reader) -> AsyncIterator[str]:
    """Return one JSON object a line."""
    async for rows in all_rows(database, query):
        yield "".join(_json(as_json(row)) + "\n" for row in reader.views(rows))


def as_json(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as programs are told it."""
    return plain(row, COLUMNS)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
