"""Where backups lie: sets, each with a manifest, and the files of all sets under their SHA-256, each kept once.

Written through the storage interface: a file appears when all of it is there.
"""

from __future__ import annotations

import asyncio
import hashlib
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from verbatim.adapters.storage.api import CHUNK, StorageAdapter, StorageError, StorageFullError, StorageWriter
from verbatim.backups.errors import BackupError, DamagedError
from verbatim.backups.manifest import Manifest, Part, read_manifest

MANIFEST: Final = "manifest.json"
_SETS: Final = "sets"
_OBJECTS: Final = "objects"
_GZIP: Final = 31
_LEVEL: Final = 1
_MOST_MANIFEST: Final = 64 * 1024**2


class Packing:
    """Packs what is written, and says at the end what that was."""

    def __init__(self, writer: StorageWriter) -> None:
        self._writer = writer
        self._packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
        self._digest, self._size = hashlib.sha256(), 0
        self._waiting: list[bytes] = []
        self._waits = 0

    async def write(self, data: bytes) -> None:
        """Add bytes; small ones are gathered."""
        self._waiting.append(bytes(data))
        self._waits += len(data)
        if self._waits >= CHUNK:
            await self._pack()

    async def _pack(self, *, last: bool = False) -> None:
        data = b"".join(self._waiting)
        self._waiting, self._waits = [], 0
        packed = await asyncio.to_thread(self._packed, data, last)
        if packed:
            await self._writer.write(packed)

    def _packed(self, data: bytes, last: bool) -> bytes:  # noqa: FBT001 - of a thread
        self._digest.update(data)
        self._size += len(data)
        packed = self._packer.compress(data)
        return packed + self._packer.flush() if last else packed

    async def finish(self, key: str) -> Part:
        await self._pack(last=True)
        return Part(key=key, sha256=self._digest.hexdigest(), size=self._size)


class PartWriter:
    """A part that is being written; ``part`` says what it became."""

    part: Part

    def __init__(self, packing: Packing) -> None:
        self.write = packing.write


class Vault:
    """The backups in one place."""

    def __init__(self, storage: StorageAdapter, place: str) -> None:
        self.storage, self.place = storage, place

    @asynccontextmanager
    async def writing(self, key: str) -> AsyncIterator[PartWriter]:
        """Write a packed part.

        Raises:
            BackupError: there is no space left, or the place cannot be written.
        """
        with_trouble = _Trouble(self.place)
        async with with_trouble, self.storage.open_writer(key) as writer:
            packing = Packing(writer)
            made = PartWriter(packing)
            yield made
            made.part = await packing.finish(key)

    async def reading(self, part: Part) -> AsyncIterator[bytes]:
        """Yield what was packed; that it is all of it, and unchanged, is known at the end.

        Raises:
            DamagedError: it is missing, cut off or changed.
        """
        digest, size, unpacker = hashlib.sha256(), 0, zlib.decompressobj(_GZIP)
        try:
            async for piece in self.storage.stream_file(part.key):
                left = piece
                while left and not unpacker.eof:
                    data = await asyncio.to_thread(unpacker.decompress, left, CHUNK * 4)
                    left = unpacker.unconsumed_tail
                    digest.update(data)
                    size += len(data)
                    if data:
                        yield data
            while data := unpacker.decompress(unpacker.unconsumed_tail, CHUNK * 4):
                digest.update(data)
                size += len(data)
                yield data
        except FileNotFoundError as error:
            raise DamagedError(f"{part.key} is missing from the backup.") from error
        except zlib.error as error:
            raise DamagedError(f"{part.key} of the backup was changed.") from error
        except StorageError as error:
            raise BackupError(f"{part.key} of the backup cannot be read: {error}") from error
        if not unpacker.eof:
            raise DamagedError(f"{part.key} of the backup is cut off.")
        if (digest.hexdigest(), size) != (part.sha256, part.size):
            raise DamagedError(f"{part.key} of the backup was changed.")

    async def write_small(self, key: str, data: bytes) -> None:
        """Write a small file whole.

        Raises:
            BackupError: it cannot be written.
        """
        async with _Trouble(self.place):
            await self.storage.write_file(key, data)

    async def names(self) -> list[str]:
        """Return the names of the complete backups, the oldest first."""
        found = await self._set_files()
        return sorted(name for name, files in found.items() if f"{_SETS}/{name}/{MANIFEST}" in files)

    async def _set_files(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        async with _Trouble(self.place):
            async for info in self.storage.list_files(_SETS):
                name, _, rest = info.key.removeprefix(f"{_SETS}/").partition("/")
                if rest:
                    found.setdefault(name, []).append(info.key)
        return found

    async def manifest(self, name: str) -> Manifest:
        """Read the manifest of a backup.

        Raises:
            DamagedError: there is no such backup, or it cannot be read.
        """
        key = f"{_SETS}/{name}/{MANIFEST}"
        try:
            if (await self.storage.get_file_info(key)).size > _MOST_MANIFEST:
                raise DamagedError(f"The manifest of the backup {name} cannot be read: it was changed.")
            return read_manifest(await self.storage.read_file(key), name)
        except (FileNotFoundError, ValueError) as error:
            raise DamagedError(f"There is no backup {name} in {self.place}.") from error

    async def newest(self, name: str = "") -> Manifest:
        """Return the backup of that name, by default the newest.

        Raises:
            DamagedError: there is none.
        """
        if name:
            return await self.manifest(name)
        names = await self.names()
        if not names:
            raise DamagedError(f"There is no backup in {self.place}.")
        return await self.manifest(names[-1])

    async def remove_set(self, name: str) -> None:
        """Remove a backup, its manifest first: from then on it does not count. Files go by `remove_unused`."""
        files = (await self._set_files()).get(name, [])
        async with _Trouble(self.place):
            for key in sorted(files, key=lambda one: not one.endswith(f"/{MANIFEST}")):
                await self.storage.delete_file(key)

    async def unfinished(self) -> list[str]:
        """Return the names of backups that were begun and have no manifest."""
        found = await self._set_files()
        return [name for name, files in found.items() if f"{_SETS}/{name}/{MANIFEST}" not in files]

    async def remove_unused(self, used: set[str]) -> int:
        """Remove the files that no backup uses, by their SHA-256. Returns how many."""
        gone = 0
        async with _Trouble(self.place):
            async for info in self.storage.list_files(_OBJECTS):
                if info.key.rpartition("/")[2] not in used:
                    await self.storage.delete_file(info.key)
                    gone += 1
        return gone

    async def has(self, sha256: str, size: int | None) -> int | None:
        """Return the size of a file that is kept already, if it is the one expected."""
        try:
            found = (await self.storage.get_file_info(object_key(sha256))).size
        except FileNotFoundError:
            return None
        return found if size is None or found == size else None


class _Trouble:
    """Says what is wrong with the place."""

    def __init__(self, place: str) -> None:
        self._place = place

    async def __aenter__(self) -> None:
        """Nothing to do."""

    async def __aexit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, StorageFullError):
            raise BackupError(f"There is no space left in {self._place}: make room, or keep fewer backups.") from error
        if isinstance(error, StorageError | OSError):
            raise BackupError(f"{self._place} cannot be used for backups: {error}") from error


def object_key(sha256: str) -> str:
    """Return where a file lies."""
    return f"{_OBJECTS}/{sha256[:2]}/{sha256}"


def set_key(name: str, file: str) -> str:
    """Return where a file of one backup lies."""
    return f"{_SETS}/{name}/{file}"
