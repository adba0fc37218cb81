"""Migrations: the core's, then each plugin's, once, under one lock, whichever server comes first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import structlog
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect
from sqlalchemy.ext.asyncio import AsyncEngine

from verbatim.adapters.database.api import DatabaseAdapter

log = structlog.get_logger(__name__)

CORE = ("verbatim", "verbatim.migrations")
"""The core's own migrations, as a (name, package) pair."""


class SchemaError(Exception):
    """The database's schema does not fit this program; the message says what to do."""


_PREFIX = "schema_version_"


def version_table(name: str) -> str:
    """Return where the schema version of a plugin is kept."""
    return f"{_PREFIX}{re.sub(r'[^a-z0-9]+', '_', name.lower())}"


async def migrate(engine: AsyncEngine, adapter: DatabaseAdapter, plugins: Sequence[tuple[str, str]]) -> list[str]:
    """Bring the database to this program's schema. Returns the names of what was changed.

    Raises:
        SchemaError: the database belongs to another program or to a newer version.
    """
    async with engine.begin() as connection, adapter.exclusive(connection):
        changed = await connection.run_sync(_migrate_all, [CORE, *plugins])
        await adapter.after_migrations(connection)
        return changed


async def pending_migrations(engine: AsyncEngine, plugins: Sequence[tuple[str, str]]) -> list[str]:
    """Return the names of the schemas that are behind this program.

    Raises:
        SchemaError: the database belongs to another program or to a newer version.
    """
    async with engine.connect() as connection:
        return await connection.run_sync(_pending, [CORE, *plugins])


async def unloaded_schemas(engine: AsyncEngine, plugins: Sequence[tuple[str, str]]) -> list[str]:
    """Return the names of plugins that have a schema in the database and are not among those that are loaded."""
    async with engine.connect() as connection:
        tables = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    loaded = {version_table(name) for name, _ in (CORE, *plugins)}
    return sorted(name.removeprefix(_PREFIX) for name in tables if name.startswith(_PREFIX) and name not in loaded)


def _pending(connection: Connection, wanted: Sequence[tuple[str, str]]) -> list[str]:
    _refuse_foreign(connection)
    return [name for name, package in wanted if _is_behind(connection, name, _config(name, package))]


def _migrate_all(connection: Connection, wanted: Sequence[tuple[str, str]]) -> list[str]:
    _refuse_foreign(connection)
    changed = []
    for name, package in wanted:
        config = _config(name, package)
        if _is_behind(connection, name, config):
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            changed.append(name)
            log.info("schema_migrated", schema=name)
    return changed


def _refuse_foreign(connection: Connection) -> None:
    tables = set(inspect(connection).get_table_names())
    if tables and version_table(CORE[0]) not in tables and tables & {"recordings", "users", "jobs", "alembic_version"}:
        raise SchemaError(
            "This database belongs to another program: it has tables, but no Verbatim schema version. "
            "Point VERBATIM_DATABASE_URL at an empty database."
        )


def _is_behind(connection: Connection, name: str, config: Config) -> bool:
    script = ScriptDirectory.from_config(config)
    context = MigrationContext.configure(connection, opts={"version_table": version_table(name)})
    current = context.get_current_revision()
    known = {revision.revision for revision in script.walk_revisions()}
    if current is not None and current not in known:
        raise SchemaError(
            f"The database was written by a newer version (schema {current} of {name}). "
            "Install that version, or restore the backup made before the upgrade."
        )
    return current != script.get_current_head()


def _config(name: str, package: str) -> Config:
    module = import_module(package)
    config = Config()
    config.set_main_option("script_location", str(Path(str(module.__file__)).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["version_table"] = version_table(name)
    return config
