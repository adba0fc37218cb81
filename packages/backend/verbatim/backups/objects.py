"""The stored files of a backup: every file that a row of the snapshot names, each kept once for all backups."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlalchemy import inspect

from verbatim.adapters.storage.api import StorageAdapter, StorageError, StorageFinder
from verbatim.adapters.storage.chosen import LOCAL
from verbatim.backups.databases.snapshot import Snapshot
from verbatim.backups.errors import DamagedError
from verbatim.backups.manifest import Manifest, Part
from verbatim.backups.vault import Vault, object_key, set_key
from verbatim.core.resources import Resource, Resources
from verbatim.core.stored.copying import sha256_of
from verbatim.recordings.files import playable_beside

_LONGEST_LINE: Final = 64 * 1024
_MOST_PROBLEMS: Final = 200


@dataclass(frozen=True)
class Wanted:
    """A file that a row names, with what the row knows of it. ``what`` says to people whose it is."""

    location: str
    key: str
    size: int | None
    sha256: str | None
    what: str


@dataclass(frozen=True)
class Stored:
    """A file of a backup. ``etag`` is what its storage called this content."""

    location: str
    key: str
    size: int
    sha256: str
    etag: str


@dataclass
class Copied:
    """What became of the files."""

    part: Part | None = None
    count: int = 0
    size: int = 0
    new: int = 0
    problems: list[str] = field(default_factory=list)

    def note(self, problem: str) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(problem)
        elif len(self.problems) == _MOST_PROBLEMS:
            self.problems.append("There are more problems than these.")


async def write_wanted(snapshot: Snapshot, resources: Resources, path: Path) -> None:
    """List in a file on this machine what the rows of a snapshot name."""
    with path.open("w", encoding="utf-8") as file:
        for resource in resources:
            if resource.file is None or resource.model is None:
                continue
            async for wanted in _of_resource(snapshot, resource):
                file.write(json.dumps(asdict(wanted)) + "\n")


async def _of_resource(snapshot: Snapshot, resource: Resource) -> AsyncIterator[Wanted]:
    assert resource.file is not None  # noqa: S101 - asked by the caller
    columns = {name: column.name for name, column in inspect(resource.model).columns.items()}
    file = resource.file
    there = [name for name in ("id", file.key, file.place, file.size, file.sha256, "media") if name in columns]
    async for row in snapshot.rows(resource.table, [columns[name] for name in there]):
        found = dict(zip(there, row, strict=True))
        location, key = found.get(file.place) or LOCAL, found[file.key]
        if not key:
            continue
        what = f"{resource.name} {found.get('id')}"
        yield Wanted(location, key, found.get(file.size), found.get(file.sha256), what)
        media = found.get("media")
        if (json.loads(media) if isinstance(media, str) else media or {}).get("playable"):
            yield Wanted(location, playable_beside(key), None, None, what)


def read_wanted(path: Path) -> Iterator[Wanted]:
    """Yield what `write_wanted` listed."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield Wanted(**json.loads(line))


class Copier:
    """Copies files into a vault that are not there yet."""

    def __init__(
        self,
        vault: Vault,
        storages: StorageFinder,
        before: Mapping[tuple[str, str], Stored],
        *,
        recheck: bool,
    ) -> None:
        """``before`` are the files of the backup before; with ``recheck`` what is kept already is read as well."""
        self._vault, self._storages, self._before, self._recheck = vault, storages, before, recheck

    async def copy(self, wanted: Iterator[Wanted], name: str) -> Copied:
        """Copy all of them, and write the list of what there is into the backup of that name."""
        copied = Copied()
        async with self._vault.writing(set_key(name, "objects.gz")) as part:
            for one in wanted:
                try:
                    stored = await self._copy(one, copied)
                except FileNotFoundError:
                    copied.note(f"{one.key} in {one.location}, of {one.what}, is missing.")
                    continue
                except StorageError as error:
                    copied.note(f"{one.key} in {one.location}, of {one.what}, cannot be read: {error}")
                    continue
                if stored is not None:
                    copied.count, copied.size = copied.count + 1, copied.size + stored.size
                    await part.write(json.dumps(asdict(stored)).encode() + b"\n")
        copied.part = part.part
        return copied

    async def _copy(self, one: Wanted, copied: Copied) -> Stored | None:
        storage = await self._storages.of(one.location)
        info = await storage.get_file_info(one.key)
        known = self._before.get((one.location, one.key))
        sha256 = one.sha256 or (known.sha256 if known and (known.size, known.etag) == (info.size, info.etag) else None)
        if sha256 and not self._recheck and await self._vault.has(sha256, info.size) is not None:
            return Stored(one.location, one.key, info.size, sha256, info.etag)
        found, size = await self._store(storage, one.key, sha256)
        if one.sha256 is not None and found != one.sha256:
            copied.note(
                f"{one.key} in {one.location}, of {one.what}, is not what was uploaded: its SHA-256 is another."
            )
            return None
        copied.new += 1
        return Stored(one.location, one.key, size, found, info.etag)

    async def _store(self, storage: StorageAdapter, key: str, expected: str | None) -> tuple[str, int]:
        """Copy a file to where its SHA-256 says, which is known beforehand or found out first."""
        if expected is None:
            expected = await sha256_of(storage, key)
        digest, size = hashlib.sha256(), 0
        try:
            async with self._vault.storage.open_writer(object_key(expected)) as writer:
                async for piece in storage.stream_file(key):
                    await asyncio.to_thread(digest.update, piece)
                    size += len(piece)
                    await writer.write(piece)
                _insist(digest.hexdigest() == expected)
        except _AnotherError:
            pass
        return digest.hexdigest(), size


class _AnotherError(Exception):
    """The content is not what was expected; what has been written is not kept."""


def _insist(same: bool) -> None:  # noqa: FBT001 - says so itself
    if not same:
        raise _AnotherError


async def copy_out(vault: Vault, one: Stored, write: Callable[[bytes], Awaitable[None]]) -> None:
    """Write a file of a backup somewhere.

    Raises:
        DamagedError: it is missing or was changed; what was written must not be kept.
    """
    digest = hashlib.sha256()
    try:
        async for piece in vault.storage.stream_file(object_key(one.sha256)):
            await asyncio.to_thread(digest.update, piece)
            await write(piece)
    except FileNotFoundError as error:
        raise DamagedError(f"The file {one.key} is missing from the backup.") from error
    if digest.hexdigest() != one.sha256:
        raise DamagedError(f"The file {one.key} of the backup was changed.")


async def stored_files(vault: Vault, manifest: Manifest) -> AsyncIterator[Stored]:
    """Yield the files of a backup.

    Raises:
        DamagedError: the list is missing, cut off or changed.
    """
    rest = b""
    async for piece in vault.reading(manifest.objects):
        *lines, rest = (rest + piece).split(b"\n")
        if len(rest) > _LONGEST_LINE:
            break
        for line in lines:
            yield _stored(line)
    if rest:
        raise DamagedError("The list of files of the backup is damaged.")


def _stored(line: bytes) -> Stored:
    try:
        said: Any = json.loads(line)
        return Stored(**said)
    except (ValueError, TypeError) as error:
        raise DamagedError("The list of files of the backup is damaged.") from error
