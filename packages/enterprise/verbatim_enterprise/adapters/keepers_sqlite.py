"""Triggers of SQLite that keep what is held; `adapters.keepers` are those of PostgreSQL.

The first ones were made by migrations 0011, 0017 and 0018. Those of the same tables that differ are replaced.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from verbatim_enterprise.adapters.kept import OF_HOLDS, SIGN, Held, KeptByHolds, KeptFile, KeptTable

_REFUSE: Final = f"BEGIN SELECT RAISE(ABORT, '{SIGN}: this is under legal hold'); END"
_OURS: Final = re.compile(r"\w+_held_(delete|update|insert)|holds_lifted_update")


def sqlite_triggers(kept: KeptByHolds) -> dict[str, str]:
    """Return what makes each trigger, by its name."""
    found: dict[str, str] = {}
    for table in kept.tables:
        found |= _of_table(table)
    for file in kept.files:
        found |= _of_file(file)
    return found | _of_holds()


def _of_table(kept: KeptTable) -> dict[str, str]:
    name, condition = kept.table, _standing(kept.held, kept.key("OLD"))
    columns = list(dict.fromkeys((*kept.keys, *kept.columns, *kept.as_text)))
    found = {
        f"{name}_held_delete": f"BEFORE DELETE ON {name} WHEN {condition}",
        f"{name}_held_update": _update(name, columns, f"({_changed(columns)}) AND ({condition})"),
    }
    if kept.once:
        since = f"OLD.{kept.since} IS NOT NULL AND ({_changed(kept.once)}) AND ({condition})"
        found[f"{name}_once_held_update"] = _update(name, kept.once, since)
    return {trigger: f"CREATE TRIGGER {trigger} {body} {_REFUSE}" for trigger, body in found.items()}


def _of_file(kept: KeptFile) -> dict[str, str]:
    key = kept.id_in("NEW")
    same = f"r.{kept.column} = NEW.{kept.column} AND r.{kept.place} = NEW.{kept.place}"
    original = f"SELECT 1 FROM {kept.table} r WHERE r.id = {key} AND {same}"  # noqa: S608 - names only
    name = f"{kept.table}_{kept.given_up}_held_insert"
    condition = f"EXISTS ({original}) AND ({_standing(kept.held, key)})"
    return {name: f"CREATE TRIGGER {name} BEFORE INSERT ON {kept.given_up} WHEN {condition} {_REFUSE}"}


def _of_holds() -> dict[str, str]:
    columns = ("id", *OF_HOLDS)
    ended = "OLD.lifted_at IS NOT NULL AND OLD.lifted_at IS NOT NEW.lifted_at"
    bodies = {
        "holds_held_delete": "BEFORE DELETE ON holds WHEN OLD.lifted_at IS NULL",
        "holds_held_update": _update("holds", columns, f"({_changed(columns)}) AND (OLD.lifted_at IS NULL)"),
        "holds_lifted_update": _update("holds", ("lifted_at", "lift_reason"), ended),
    }
    return {name: f"CREATE TRIGGER {name} {body} {_REFUSE}" for name, body in bodies.items()}


def _update(table: str, columns: Sequence[str], condition: str) -> str:
    return f"BEFORE UPDATE OF {', '.join(columns)} ON {table} WHEN {condition}"


def _changed(columns: Sequence[str]) -> str:
    return " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in columns)


def _standing(held: Held, key: str) -> str:
    found = [f"EXISTS (SELECT 1 FROM holds WHERE lifted_at IS NULL AND {held.target} = {key})"]  # noqa: S608 - names only
    found += [
        f"EXISTS (SELECT 1 FROM holds JOIN {link.table} p ON p.{link.into} = holds.{link.target} "  # noqa: S608 - names only
        f"WHERE holds.lifted_at IS NULL AND p.{link.of} = {key})"
        for link in held.links
    ]
    return " OR ".join(found)


async def build_sqlite_triggers(connection: AsyncConnection, kept: KeptByHolds) -> list[str]:
    """Make the triggers that are missing or differ, in the caller's transaction; return their names.

    Those of tables that nobody here knows stay: their plugin is not loaded, but what is held of it stays held.
    """
    wanted = sqlite_triggers(kept)
    rows = await connection.execute(text("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"))
    there = {name: (table, sql) for name, table, sql in rows if _OURS.fullmatch(name)}
    known = {"holds", *(one.table for one in kept.tables), *(one.given_up for one in kept.files)}
    for name, (table, sql) in there.items():
        if table in known and wanted.get(name) != sql:
            await connection.exec_driver_sql(f"DROP TRIGGER {name}")
    missing = [name for name, made in wanted.items() if name not in there or there[name][1] != made]
    for name in missing:
        await connection.exec_driver_sql(wanted[name])
    return missing
