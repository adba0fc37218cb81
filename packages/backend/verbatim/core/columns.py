"""Columns for lists and whole transcripts, where what is done in Python with each value of each row counts."""

from __future__ import annotations

from typing import Any, cast

from pydantic_core import from_json
from sqlalchemy import JSON, ColumnElement, Select, Text, collate, func, literal_column, select, type_coerce
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import aggregate_order_by

from verbatim.core.db import UTCDateTime
from verbatim.core.stored_json import read_json


def plain(dialect: str, column: Any) -> ColumnElement[Any]:
    """Select a column as the driver reads it, where that is enough: JSON as text, times with the zone that PostgreSQL
    gives them.
    """
    if isinstance(column.type, JSON):
        return sql_cast(column, Text) if dialect == "postgresql" else type_coerce(column, Text)
    if isinstance(column.type, UTCDateTime) and dialect == "postgresql":
        return type_coerce(column, column.type.impl)
    return cast("ColumnElement[Any]", column)


def gathered(dialect: str, *, by: str, **columns: Any) -> Select[Any]:
    """Select what belongs to a row as one JSON list of objects, so that it comes with the row, in the order of a column
    of text whatever its capitals. `objects` reads it.
    """
    pairs: list[Any] = []
    for name, value in columns.items():
        pairs += [literal_column(f"'{name}'"), value]
    if dialect != "postgresql":
        return select(sql_cast(func.json_group_array(func.json_object(*pairs)), Text))
    order = collate(func.lower(columns[by]), "C")
    return select(sql_cast(func.json_agg(aggregate_order_by(func.json_build_object(*pairs), order)), Text))


def stored(text: Any) -> Any:
    """Return what a column of JSON that was selected as `plain` holds; what cannot be read hides no neighbours."""
    try:
        return from_json(text)
    except (TypeError, ValueError):
        return read_json(text)


def objects(dialect: str, found: str | None, *, by: str) -> list[dict[str, Any]]:
    """Return what `gathered` has selected."""
    if found is None or found == "[]":
        return []
    items: list[dict[str, Any]] = from_json(found)
    # SQLite's aggregates know no order before version 3.44.
    return items if dialect == "postgresql" else sorted(items, key=lambda item: str(item[by]).casefold())
