"""Backups of an SQLite database: the file as it was at one moment, copied by SQLite itself while others write."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncEngine

from verbatim.adapters.storage.api import CHUNK
from verbatim.backups.databases.snapshot import SCHEMA_PREFIX, Kept
from verbatim.backups.errors import BackupError, DamagedError
from verbatim.backups.manifest import Manifest, Table
from verbatim.backups.vault import Vault, set_key

_AT_ONCE: Final = 500
_TABLES: Final = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
    "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
)


class SqliteSnapshot:
    """A copy of the file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def rows(self, table: str, columns: Sequence[str]) -> AsyncIterator[Sequence[Any]]:
        connection = await asyncio.to_thread(_open, self._path)
        try:
            listed = ", ".join(f'"{column}"' for column in columns)
            cursor = connection.execute(f'SELECT {listed} FROM "{table}"')  # noqa: S608 - names of our own tables
            while found := await asyncio.to_thread(cursor.fetchmany, _AT_ONCE):
                for row in found:
                    yield row
        finally:
            connection.close()

    async def keep(self, vault: Vault, name: str) -> Kept:
        tables = [Table(name=table, rows=rows) for table, rows in (await asyncio.to_thread(counts, self._path)).items()]
        schemas = await asyncio.to_thread(_schemas, self._path)
        async with vault.writing(set_key(name, "verbatim.db.gz")) as part:
            with self._path.open("rb") as file:
                while piece := await asyncio.to_thread(file.read, CHUNK):
                    await part.write(piece)
        return Kept(schemas, tables, file=part.part)


@asynccontextmanager
async def sqlite_snapshot(engine: AsyncEngine, scratch: Path) -> AsyncIterator[SqliteSnapshot]:
    """Copy the database file.

    Raises:
        BackupError: there is no such file, or no room for a copy.
    """
    source, copy = Path(str(engine.url.database)), scratch / "snapshot.db"
    if not await asyncio.to_thread(source.is_file):
        raise BackupError(f"There is no database {source}. Set VERBATIM_DATA_DIR as for the server.")
    try:
        await asyncio.to_thread(_copy, source, copy)
        yield SqliteSnapshot(copy)
    except sqlite3.Error as error:
        raise BackupError(
            f"The database cannot be copied: {error}. As much room as it takes is needed in {scratch.parent}."
        ) from error
    finally:
        copy.unlink(missing_ok=True)


def _copy(source: Path, copy: Path) -> None:
    # One step: the copy is of one moment. In WAL mode writers go on meanwhile.
    original = f"{source.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(original, uri=True, timeout=60)) as theirs, closing(sqlite3.connect(copy)) as ours:
        theirs.backup(ours)
        ours.execute("PRAGMA journal_mode = DELETE")  # one file, whole by itself


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, check_same_thread=False)


def counts(path: Path) -> dict[str, int]:
    """Return the number of rows of each table."""
    with closing(_open(path)) as connection:
        tables = [row[0] for row in connection.execute(_TABLES)]
        return {one: connection.execute(f'SELECT count(*) FROM "{one}"').fetchone()[0] for one in tables}  # noqa: S608 - as above


def _schemas(path: Path) -> dict[str, str]:
    with closing(_open(path)) as connection:
        tables = [row[0] for row in connection.execute(_TABLES) if row[0].startswith(SCHEMA_PREFIX)]
        return {
            one.removeprefix(SCHEMA_PREFIX): connection.execute(f"SELECT version_num FROM {one}").fetchone()[0]  # noqa: S608 - as above
            for one in tables
        }


async def restore_sqlite(vault: Vault, manifest: Manifest, target: Path) -> list[str]:
    """Put the database file of a backup in place. Returns what is wrong with what is in it.

    Raises:
        DamagedError: the file is missing, cut off, changed, or no database.
    """
    if manifest.file is None:
        raise DamagedError(f"The backup {manifest.name} has no database.")
    draft = target.with_name(f"{target.name}.restored")
    try:
        with draft.open("wb") as file:
            async for piece in vault.reading(manifest.file):
                await asyncio.to_thread(file.write, piece)
        problems = await asyncio.to_thread(_problems, draft, manifest)
        for also in ("-wal", "-shm"):
            target.with_name(target.name + also).unlink(missing_ok=True)
        draft.chmod(0o600)
        draft.replace(target)
    except sqlite3.Error as error:
        raise DamagedError(f"The database of the backup {manifest.name} is damaged: {error}") from error
    finally:
        draft.unlink(missing_ok=True)
    return problems


def _problems(path: Path, manifest: Manifest) -> list[str]:
    with closing(_open(path)) as connection:
        whole = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
        broken = connection.execute("PRAGMA foreign_key_check").fetchmany(5)
    found = [] if whole == ["ok"] else [f"The database file is damaged: {one}." for one in whole]
    found += [f"A row of {row[0]} refers to one that is not in {row[2]}." for row in broken]
    there = counts(path)
    return found + wrong_counts(manifest, there)


def wrong_counts(manifest: Manifest, there: dict[str, int]) -> list[str]:
    """Return in which tables there are not as many rows as the backup says."""
    return [
        f"{one.name} has {there.get(one.name, 0)} rows instead of {one.rows}."
        for one in manifest.tables
        if there.get(one.name) != one.rows
    ]
