"""What people make, for those who must not know the features that keep it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.db import Base

Deleter = Callable[[AsyncSession, Sequence[Any]], Awaitable[None]]
"""Deletes rows as people do: with their files, jobs and events, in the caller's transaction."""


def content_class(table: str) -> Any:
    """Return the mapped class of a table. Only its columns are meant to be used.

    Raises:
        LookupError: there is none.
    """
    for mapper in Base.registry.mappers:
        if getattr(mapper.class_, "__tablename__", None) == table:
            return mapper.class_
    raise LookupError(f"There is no table {table}.")


async def delete_rows(session: AsyncSession, table: str, rows: Sequence[Any]) -> None:
    """Delete rows of a table the way its feature does, with all that goes with them.

    Raises:
        LookupError: no feature says how.
    """
    deleter: Deleter = session.info["deleters"][table]
    await deleter(session, rows)
