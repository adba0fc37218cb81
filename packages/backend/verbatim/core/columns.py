"""Columns for lists and whole transcripts, where what is done in Python with each value of each row counts."""

from __future__ import annotations

from typing import Any, cast

from pydantic_core import from_json
from sqlalchemy import JSON, ColumnElement, Select, Text, func, literal_column, select, type_coerce
from sqlalchemy import cast as sql_cast

from verbatim.core.db import UTCDateTime


def plain(dialect: str, column: Any) -> ColumnElement[Any]:
    """Select a column as the driver reads it, where that is enough: JSON as text, times with the zone that PostgreSQL
    gives them.
    """
    if isinstance(column.type, JSON):
        return sql_cast(column, Text) if dialect == "postgresql" else type_coerce(column, Text)
    if isinstance(column.type, UTCDateTime) and dialect == "postgresql":
        return type_coerce(column, column.type.impl)
    return cast("ColumnElement[Any]", column)


def gathered(dialect: str, **columns: Any) -> Select[Any]:
    """Select what belongs to a row as one JSON list of objects, so that it comes with the row; `objects` reads it."""
    postgresql = dialect == "postgresql"
    pairs: list[Any] = []
    for name, value in columns.items():
        pairs += [literal_column(f"'{name}'"), value]
    made = (func.json_build_object if postgresql else func.json_object)(*pairs)
    return select(sql_cast((func.json_agg if postgresql else func.json_group_array)(made), Text))


def objects(found: str | None) -> list[dict[str, Any]]:
    """Return what `gathered` has selected."""
    return [] if found is None or found == "[]" else from_json(found)
