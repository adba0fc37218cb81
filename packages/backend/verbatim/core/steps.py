"""Steps from one release to the next on PostgreSQL: what lets servers of both work side by side, and the way back.

Migrations only add. What a server of the release before goes on writing, without the columns and words of this one,
*bridges* bring into the form of this one, inside the database: statements in `bridges.py` beside a schema's migrations.
A step is noted where there was a schema before; a new installation has neither steps nor bridges. Going back gives the
schema the number that the release before knows, and deletes nothing; the next start of this release takes its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

from verbatim.core.clock import utcnow

STEPS: Final = "schema_steps"
OVERLAP: Final = timedelta(hours=1)
"""For so long after a step servers of both releases may read what is sealed."""

_MAKE = f"""
CREATE TABLE IF NOT EXISTS {STEPS} (
    stamp varchar(100) PRIMARY KEY, before varchar(32) NOT NULL, after varchar(32) NOT NULL,
    is_back boolean NOT NULL DEFAULT false, at timestamptz NOT NULL)
"""
_NOTE = f"""
INSERT INTO {STEPS} (stamp, before, after, at) VALUES (:stamp, :before, :after, now())
ON CONFLICT (stamp) DO UPDATE SET before = excluded.before, after = excluded.after, is_back = false, at = now()
"""  # noqa: S608 - a constant

_until: dict[str, datetime] = {}


class NoWayBackError(Exception):
    """There is no step that could be taken back; the text says what to do."""


def note_step(connection: Connection, stamp: str, package: str, before: str, after: str) -> None:
    """Note that a schema went from one revision to another, and build its bridges."""
    if connection.dialect.name != "postgresql":
        return
    connection.exec_driver_sql(_MAKE)
    connection.execute(text(_NOTE), {"stamp": stamp, "before": before, "after": after})
    for statement in _bridges(package):
        connection.exec_driver_sql(statement)


def _bridges(package: str) -> Iterable[str]:
    name = f"{package}.bridges"
    found: Iterable[str] = import_module(name).BRIDGES if find_spec(name) else ()
    return found


def gone_back(connection: Connection, tables: set[str]) -> dict[str, str]:
    """Return the revisions that schemas really have which carry the number of the release before, by their stamps."""
    if STEPS not in tables:
        return {}
    rows = connection.exec_driver_sql(f"SELECT stamp, after FROM {STEPS} WHERE is_back")  # noqa: S608 - a constant
    return {_stamp(row[0]): row[1] for row in rows}


def _stamp(name: str) -> str:
    """Return the name of a table of versions, which goes into statements.

    Raises:
        ValueError: it is none.
    """
    if not re.fullmatch(r"schema_version_[a-z0-9_]+", name):
        raise ValueError(f"{name!r} does not keep a schema's version.")
    return name


def go_forth(connection: Connection, stamps: dict[str, str]) -> None:
    """Give schemas that carry the number of the release before their own again."""
    for stamp, after in stamps.items():
        connection.execute(text(f"UPDATE {stamp} SET version_num = :after"), {"after": after})  # noqa: S608 - our names
        connection.execute(
            text(f"UPDATE {STEPS} SET is_back = false, at = now() WHERE stamp = :stamp"),  # noqa: S608 - a constant
            {"stamp": stamp},
        )


async def go_back(engine: AsyncEngine) -> list[str]:
    """Let the release before start on this database again. Returns the revisions that it will find.

    Raises:
        NoWayBackError: it is SQLite, or no step was taken.
    """
    if engine.dialect.name != "postgresql":
        raise NoWayBackError(
            "On SQLite there is no way back but the backup: install the version before and restore what was taken "
            "before the upgrade."
        )
    found: dict[str, str] = {}
    async with engine.begin() as connection:
        there = await connection.scalar(text(f"SELECT to_regclass('{STEPS}')"))
        if there:
            rows = await connection.execute(text(f"SELECT stamp, before FROM {STEPS} FOR UPDATE"))  # noqa: S608 - a constant
            found = {_stamp(row[0]): row[1] for row in rows}
        if not found:
            raise NoWayBackError("This database was made by this version: there is none before it to go back to.")
        for stamp, before in found.items():
            await connection.execute(text(f"UPDATE {stamp} SET version_num = :before"), {"before": before})  # noqa: S608 - our names
        await connection.execute(text(f"UPDATE {STEPS} SET is_back = true, at = now()"))  # noqa: S608 - a constant
        return [f"{stamp} {before}" for stamp, before in sorted(found.items())]


async def note_overlap(engine: AsyncEngine) -> float:
    """Read until when servers of both releases may work side by side. Returns how many seconds are left."""
    _until.clear()
    if engine.dialect.name != "postgresql":
        return 0.0
    async with engine.connect() as connection:
        if await connection.scalar(text(f"SELECT to_regclass('{STEPS}')")) is None:
            return 0.0
        last: datetime | None = await connection.scalar(text(f"SELECT max(at) FROM {STEPS}"))  # noqa: S608 - a constant
    if last is None:
        return 0.0
    _until["step"] = last + OVERLAP
    left = (last + OVERLAP - utcnow()).total_seconds()
    return max(0.0, left)


def overlapping() -> bool:
    """Say whether servers of the release before may still be at work beside this one."""
    return "step" in _until and utcnow() < _until["step"]
