"""Rows of the log as they are read: by the names of their columns, for those who list, seal and check them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from sqlalchemy import Result, Table

from verbatim_enterprise.audit.models import AuditLog

LOG: Final = cast("Table", AuditLog.__table__)

Row = Mapping[str, Any]
"""Columns by name."""


def rows_of(result: Result[Any]) -> list[Row]:
    """Return what a statement found, by the names of its columns."""
    return [dict(one) for one in result.mappings()]
