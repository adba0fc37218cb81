"""Files on this machine's disk."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from stat import S_ISDIR
from typing import BinaryIO

from verbatim.adapters.storage.api import CHUNK, ConnectionTest, FileInfo, StorageFullError
from verbatim.adapters.storage.keys import check_key
from verbatim.adapters.storage.scratch import discard_of_the_dead, passing_name, translated
from verbatim.adapters.storage.taking_in import link, sync_folder
from verbatim.core.clock import new_id

PARTIAL = ".partial"
"""Folder of files being written; what a crash leaves in it is removed at the next start."""


class _Writer:
    def __init__(self, file: BinaryIO, reserve: int, folder: Path) -> None:
        self._file = file
        self._reserve = reserve
        self._folder = folder
        self._unchecked = 0
        self._check_space()

    def _check_space(self) -> None:
        if shutil.disk_usage(self._folder).free < self._reserve:
            raise StorageFullError("The disk is full.")

    async def write(self, data: bytes) -> None:
        await asyncio.to_thread(self._write, data)

    def _write(self, data: bytes) -> None:
        self._unchecked += len(data)
        if self._unchecked > 16 * 1024 * 1024:
            self._unchecked = 0
            self._check_space()
        try:
            self._file.write(data)
        except OSError as error:
            raise translated(error) from error


class LocalStorage:
    """One folder. ``reserve_bytes`` of disk space are never used, so that the database can go on writing."""

    def __init__(self, root: Path, *, reserve_bytes: int | Callable[[], int] = 0) -> None:
        self.root = root.resolve()
        self._told = reserve_bytes

    @property
    def _reserve(self) -> int:
        return self._told if isinstance(self._told, int) else self._told()

    def _path(self, key: str) -> Path:
        path = (self.root / check_key(key)).resolve()
        if not path.is_relative_to(self.root):  # by a link that somebody put there
            raise ValueError(f"Not a storage key: {key!r}")
        return path

    async def test_connection(self) -> ConnectionTest:
        return await asyncio.to_thread(self._test)

    def _test(self) -> ConnectionTest:
        probe = self.root / PARTIAL / new_id()
        try:
            probe.parent.mkdir(parents=True, exist_ok=True)
            probe.write_bytes(b"verbatim")
            probe.unlink()
            free = shutil.disk_usage(self.root).free
        except OSError as error:
            return ConnectionTest(ok=False, detail=f"{self.root} cannot be written: {error.strerror or error}.")
        if free < self._reserve:
            return ConnectionTest(ok=False, detail=f"The disk of {self.root} is full.", free_bytes=free)
        return ConnectionTest(ok=True, detail=f"{self.root} can be written.", free_bytes=free)

    def discard_partial_files(self) -> int:
        """Remove what processes that have died were writing. Returns how many files that were."""
        return discard_of_the_dead(self.root / PARTIAL)

    async def list_files(self, prefix: str = "") -> AsyncIterator[FileInfo]:
        start = self._path(prefix) if prefix else self.root
        found = await asyncio.to_thread(lambda: sorted(path for path in start.rglob("*") if path.is_file()))
        for path in found:
            if PARTIAL not in path.relative_to(self.root).parts:
                yield _info(self.root, path)

    async def read_file(self, key: str) -> bytes:
        with _reading(key):
            return await asyncio.to_thread(self._path(key).read_bytes)

    async def write_file(self, key: str, data: bytes) -> None:
        async with self.open_writer(key) as writer:
            await writer.write(data)

    async def delete_file(self, key: str) -> None:
        await asyncio.to_thread(self._delete, self._path(key))

    def _delete(self, path: Path) -> None:
        try:
            _remove(path)
        except OSError as error:
            raise translated(error) from error
        for folder in path.parents:
            if folder == self.root:
                return
            try:
                folder.rmdir()
            except OSError:  # not empty, or gone already
                return

    async def discard_unfinished(self, key: str) -> None:
        """Nothing: `discard_partial_files` does it."""

    async def exists(self, key: str) -> bool:
        return await asyncio.to_thread(self._path(key).is_file)

    async def get_file_info(self, key: str) -> FileInfo:
        with _reading(key):
            return await asyncio.to_thread(_info, self.root, self._path(key))

    async def ensure_directory(self, prefix: str) -> None:
        path = self._path(prefix)
        await asyncio.to_thread(lambda: path.mkdir(parents=True, exist_ok=True))

    async def stream_file(self, key: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        with _reading(key):
            file = await _opened(self._path(key))
        try:
            await asyncio.to_thread(file.seek, start)
            left = None if end is None else end - start
            while left is None or left > 0:
                with _reading(key):
                    piece = await asyncio.to_thread(file.read, CHUNK if left is None else min(CHUNK, left))
                if not piece:
                    return
                left = None if left is None else left - len(piece)
                yield piece
        finally:
            file.close()

    @asynccontextmanager
    async def open_writer(self, key: str) -> AsyncIterator[_Writer]:
        target = self._path(key)
        partial = self.root / PARTIAL / passing_name()
        try:
            partial.parent.mkdir(parents=True, exist_ok=True)
            with partial.open("xb") as file:
                yield _Writer(file, self._reserve, partial.parent)
                await asyncio.to_thread(_sync, file)
            await asyncio.to_thread(_publish, partial, target)
        except OSError as error:
            raise translated(error) from error
        finally:
            _remove(partial)

    async def link_in(self, key: str, file: Path) -> bool:
        """Let a file of the same disk appear under a key too, without copying it. False: it is on another disk."""
        try:
            return await asyncio.to_thread(link, file, self._path(key))
        except OSError as error:
            raise translated(error) from error

    @asynccontextmanager
    async def local_copy(self, key: str) -> AsyncIterator[Path]:
        path = self._path(key)
        if not path.is_file():
            raise FileNotFoundError(key)
        yield path

    def open_source(self, key: str) -> AbstractAsyncContextManager[Path]:
        return self.local_copy(key)

    async def download_url(self, key: str, *, expires_seconds: int, disposition: str, mime_type: str) -> str | None:  # noqa: ARG002 - interface
        return None


def _remove(path: Path) -> None:
    # Not a directory: a file stands where a folder of the path should be, so there is no such file either.
    with contextlib.suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
        path.unlink()


@contextlib.contextmanager
def _reading(key: str) -> Iterator[None]:
    """Say in the interface's errors what the disk says: a folder is not a file, nor is what lies below a file."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise FileNotFoundError(key) from error
    except OSError as error:
        raise translated(error) from error


def _info(root: Path, path: Path) -> FileInfo:
    stat = path.stat()
    if S_ISDIR(stat.st_mode):
        raise IsADirectoryError(path)
    return FileInfo(
        key=path.relative_to(root).as_posix(),
        size=stat.st_size,
        modified_at=datetime.fromtimestamp(stat.st_mtime, UTC),
        etag=f"{stat.st_mtime_ns:x}-{stat.st_size:x}",
    )


def _sync(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _publish(partial: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial.replace(target)
    sync_folder(target.parent)


async def _opened(path: Path) -> BinaryIO:
    """Open a file without blocking. Whoever is cancelled meanwhile leaves none open."""
    opening: asyncio.Future[BinaryIO] = asyncio.ensure_future(asyncio.to_thread(path.open, "rb"))
    try:
        return await asyncio.shield(opening)
    except asyncio.CancelledError:
        opening.add_done_callback(_close)
        raise


def _close(opening: asyncio.Future[BinaryIO]) -> None:
    if not opening.cancelled() and opening.exception() is None:
        opening.result().close()
