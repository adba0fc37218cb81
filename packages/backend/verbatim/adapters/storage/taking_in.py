"""Putting a file that lies on this machine into a storage: without copying it where that can be."""

from __future__ import annotations

import asyncio
import errno
import os
from pathlib import Path
from typing import Final

from verbatim.adapters.storage.api import StorageAdapter

_PIECE: Final = 1024 * 1024
_UNLINKABLE: Final = frozenset(
    {errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.EACCES, errno.ENOSYS}
)


async def take_in(storage: StorageAdapter, key: str, file: Path) -> None:
    """Let a file appear under a key; it stays where it is too. Nobody may change it from now on.

    Raises:
        StorageError: the storage failed, or is full.
    """
    link_in = getattr(storage, "link_in", None)
    if link_in is not None and await link_in(key, file):
        return
    with await asyncio.to_thread(file.open, "rb") as source:
        async with storage.open_writer(key) as writer:
            while data := await asyncio.to_thread(source.read, _PIECE):
                await writer.write(data)


def link(file: Path, target: Path) -> bool:
    """Give a file a second name. False: it lies on another disk, or on one where files have one name only."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, target)
    except OSError as error:
        if error.errno in _UNLINKABLE:
            return False
        raise
    sync_folder(target.parent)
    return True


def sync_folder(path: Path) -> None:
    """Have the names in a folder survive a power cut, as what they stand for does."""
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
