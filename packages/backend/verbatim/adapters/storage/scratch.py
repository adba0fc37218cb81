"""Files that live only as long as the process that made them, and are cleared away when it did not."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import BinaryIO

from verbatim.adapters.storage.api import StorageError, StorageFullError
from verbatim.core.clock import new_id
from verbatim.core.process import is_dead, process_id


def passing_name() -> str:
    """Return a new file name that says which process it belongs to."""
    return f"{process_id().replace(':', '~')}~{new_id()}"


def discard_of_the_dead(folder: Path) -> int:
    """Remove the files in `folder` whose processes have died. Returns how many."""
    leftovers = [path for path in folder.glob("*~*") if is_dead(_holder(path))]
    for leftover in leftovers:
        leftover.unlink(missing_ok=True)
    return len(leftovers)


def _holder(path: Path) -> str:
    return ":".join(path.name.split("~")[:-1])


def translated(error: OSError) -> Exception:
    """Return what an error of the disk means for whoever uses a storage."""
    if isinstance(error, FileNotFoundError):
        return error
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return StorageFullError("The disk is full.")
    return StorageError(f"The storage failed: {error.strerror or error}.")


class Scratch:
    """A folder for copies that programs on this machine read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._swept = False

    @asynccontextmanager
    async def copy_of(self, pieces: AsyncIterator[bytes]) -> AsyncIterator[Path]:
        """Write `pieces` into a file that exists for the length of the block.

        Raises:
            StorageFullError: there is no room on this machine's disk.
            StorageError: the disk failed. What `pieces` raises is passed on.
        """
        path = self._folder / passing_name()
        try:
            file = await asyncio.to_thread(self._open, path)
        except OSError as error:
            raise translated(error) from error
        try:
            with file:
                async for piece in pieces:
                    await _write(file, piece)
            yield path
        finally:
            path.unlink(missing_ok=True)

    def _open(self, path: Path) -> BinaryIO:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not self._swept:
            self._swept = True
            discard_of_the_dead(path.parent)
        return path.open("xb")


async def _write(file: BinaryIO, piece: bytes) -> None:
    try:
        await asyncio.to_thread(file.write, piece)
    except OSError as error:
        raise translated(error) from error
