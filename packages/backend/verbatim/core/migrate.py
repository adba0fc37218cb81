"""Migrations: the core's, then each plugin's, once, under one lock, whichever server comes first."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import structlog
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from verbatim.adapters.database.api import DatabaseAdapter, DatabaseBusyError
from verbatim.core.lazy import lazy
from verbatim.core.ownership import as_system
from verbatim.core.steps import go_forth, gone_back, note_step

if TYPE_CHECKING:
    from alembic import command, script
    from alembic import config as alembic
else:
    command, script, alembic = lazy("alembic.command"), lazy("alembic.script"), lazy("alembic.config")

log = structlog.get_logger(__name__)

CORE = ("verbatim", "verbatim.migrations")
"""The core's own migrations, as a (name, package) pair."""


class SchemaError(Exception):
    """The database's schema does not fit this program; the message says what to do."""


MOVING = "database_move"
"""A table that is there as long as `verbatim database move` has not filled a database wholly."""

BUSY_SECONDS = 120.0
"""How long servers that serve are asked again and again to let the migrations in."""
_BREATH_SECONDS = 0.3
"""Between two tries, in which what had to wait goes on."""

_PREFIX = "schema_version_"
_SAID = re.compile(r"""^(revision|down_revision)(?:\s*:[^=\n]+)?\s*=\s*("[^"]*"|'[^']*'|None)\s*$""", re.MULTILINE)
"""What a migration says of itself and of the one before it."""


def version_table(name: str) -> str:
    """Return where the schema version of a plugin is kept."""
    return f"{_PREFIX}{re.sub(r'[^a-z0-9]+', '_', name.lower())}"


async def migrate(
    engine: AsyncEngine,
    adapter: DatabaseAdapter,
    plugins: Sequence[tuple[str, str]],
    protect: Sequence[Callable[[AsyncConnection], Awaitable[None]]] = (),
) -> list[str]:
    """Bring the database to this program's schema. Returns the names of what was changed.

    ``protect`` are called afterwards, also when nothing was, in the same transaction.

    Raises:
        SchemaError: the database belongs to another program or to a newer version.
    """
    give_up = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            return await _migrate(engine, adapter, [CORE, *plugins], protect)
        except DatabaseBusyError as error:
            if time.monotonic() > give_up:
                raise SchemaError(
                    "The tables have been in use for two minutes, by a backup or an export perhaps. Let it end and "
                    "start again."
                ) from error
            await asyncio.sleep(_BREATH_SECONDS)


async def _migrate(
    engine: AsyncEngine,
    adapter: DatabaseAdapter,
    wanted: Sequence[tuple[str, str]],
    protect: Sequence[Callable[[AsyncConnection], Awaitable[None]]],
) -> list[str]:
    async with engine.begin() as connection, adapter.exclusive(connection):
        behind, back = await connection.run_sync(_look, wanted)
        if behind:
            with as_system("migrations"):
                await adapter.hold_still(connection)
        changed = await connection.run_sync(_migrate_all, wanted) if behind or back else []
        await adapter.after_migrations(connection)
        for watch in protect:
            await watch(connection)
        return changed


async def migrate_to(
    engine: AsyncEngine, adapter: DatabaseAdapter, plugins: Sequence[tuple[str, str]], revisions: Mapping[str, str]
) -> None:
    """Make the tables of an empty database as they were at these revisions, by the names of the schemas' tables.

    Raises:
        SchemaError: this program or its plugins do not know one of them.
    """
    packages = {_short(name): (name, package) for name, package in (CORE, *plugins)}
    if missing := sorted(revisions.keys() - packages.keys()):
        raise SchemaError(f"The backup belongs to a server with {', '.join(missing)}, which is not loaded here.")

    def upgrade(connection: Connection) -> None:
        for short, (name, package) in packages.items():
            if short not in revisions:
                continue
            known, _ = _revisions(_folder(package)) or _revisions_by_alembic(_config(name, package))
            if revisions[short] not in known:
                raise SchemaError(
                    f"The backup was written by a newer version (schema {revisions[short]} of {name}). Install that "
                    "version to restore it."
                )
            _upgrade(connection, name, package, revisions[short])

    async with engine.begin() as connection, adapter.exclusive(connection):
        await connection.run_sync(upgrade)


def _short(name: str) -> str:
    return version_table(name).removeprefix(_PREFIX)


async def pending_migrations(engine: AsyncEngine, plugins: Sequence[tuple[str, str]]) -> list[str]:
    """Return the names of the schemas that are behind this program.

    Raises:
        SchemaError: the database belongs to another program or to a newer version.
    """
    async with engine.connect() as connection:
        return (await connection.run_sync(_look, [CORE, *plugins]))[0]


async def unloaded_schemas(engine: AsyncEngine, plugins: Sequence[tuple[str, str]]) -> list[str]:
    """Return the names of plugins that have a schema in the database and are not among those that are loaded."""
    async with engine.connect() as connection:
        tables = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    loaded = {version_table(name) for name, _ in (CORE, *plugins)}
    return sorted(name.removeprefix(_PREFIX) for name in tables if name.startswith(_PREFIX) and name not in loaded)


def _look(connection: Connection, wanted: Sequence[tuple[str, str]]) -> tuple[list[str], Mapping[str, str]]:
    """Return the names of the schemas that are behind, and which carry the number of the release before."""
    tables = _tables(connection)
    back = gone_back(connection, tables)
    return [name for name, package in wanted if _is_behind(connection, name, package, tables, back)], back


def _migrate_all(connection: Connection, wanted: Sequence[tuple[str, str]]) -> list[str]:
    tables = _tables(connection)
    go_forth(connection, gone_back(connection, tables))
    changed = []
    for name, package in wanted:
        if _is_behind(connection, name, package, tables):
            before = _stamped(connection, name, tables)
            _upgrade(connection, name, package, "head")
            if before is not None:
                after = _stamped(connection, name, {version_table(name)}) or before
                note_step(connection, version_table(name), package, before, after)
            changed.append(name)
            log.info("schema_migrated", schema=name)
    return changed


def _upgrade(connection: Connection, name: str, package: str, revision: str) -> None:
    config = _config(name, package)
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _tables(connection: Connection) -> set[str]:
    """Return the names of the tables there are; a database of another program is refused, and a half of one."""
    tables = set(inspect(connection).get_table_names())
    if MOVING in tables:
        raise SchemaError(
            "A move into this database is not complete: run the same `verbatim database move` again, which goes on."
        )
    if tables and version_table(CORE[0]) not in tables and tables & {"recordings", "users", "jobs", "alembic_version"}:
        raise SchemaError(
            "This database belongs to another program: it has tables, but no Verbatim schema version. "
            "Point VERBATIM_DATABASE_URL at an empty database."
        )
    return tables


def _stamped(connection: Connection, name: str, tables: set[str]) -> str | None:
    """Return the revision that a schema carries."""
    stamp = version_table(name)
    if stamp not in tables:
        return None
    found: str | None = connection.scalar(text(f"SELECT version_num FROM {stamp}"))  # noqa: S608 - letters and digits
    return found


def _is_behind(
    connection: Connection, name: str, package: str, tables: set[str], back: Mapping[str, str] = MappingProxyType({})
) -> bool:
    current = back.get(version_table(name)) or _stamped(connection, name, tables)
    known, head = _revisions(_folder(package)) or _revisions_by_alembic(_config(name, package))
    if current is not None and current not in known:
        raise SchemaError(
            f"The database was written by a newer version (schema {current} of {name}). "
            "Install that version, or restore the backup made before the upgrade."
        )
    return current != head


def _revisions(folder: Path) -> tuple[frozenset[str], str] | None:
    return _read_revisions(tuple(sorted((folder / "versions").glob("*.py"))))


@cache  # which files there are may change while a process runs, what is in them does not
def _read_revisions(files: tuple[Path, ...]) -> tuple[frozenset[str], str] | None:
    """Return the revisions in files and the newest, without loading Alembic. None where they are no plain chain."""
    found: dict[str, str | None] = {}
    for path in files:
        said = dict(_SAID.findall(path.read_text(encoding="utf-8")))
        if not {"revision", "down_revision"} <= said.keys() or said["revision"] == "None":
            return None
        before = said["down_revision"]
        found[said["revision"].strip("\"'")] = None if before == "None" else before.strip("\"'")
    heads = found.keys() - set(found.values())
    return (frozenset(found), heads.pop()) if len(heads) == 1 else None


def _revisions_by_alembic(config: alembic.Config) -> tuple[frozenset[str], str | None]:
    scripts = script.ScriptDirectory.from_config(config)
    return frozenset(one.revision for one in scripts.walk_revisions()), scripts.get_current_head()


def _folder(package: str) -> Path:
    return Path(str(import_module(package).__file__)).parent


def _config(name: str, package: str) -> alembic.Config:
    config = alembic.Config()
    config.set_main_option("script_location", str(_folder(package)).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["version_table"] = version_table(name)
    return config
