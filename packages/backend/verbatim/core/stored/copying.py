"""Copying what belongs to one thing into another storage, and making sure that it is the same."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass

from verbatim.adapters.storage.api import FileInfo, StorageAdapter


class DamagedError(Exception):
    """A file is not what it was at its upload, or was not copied as it is; the text says which."""


@dataclass(frozen=True)
class Bundle:
    """What lies in the folder of one thing: its own file ``key``, of which size and SHA-256 may be known, and what was
    made of it.
    """

    key: str
    files: Mapping[str, FileInfo]
    size: int | None = None
    sha256: str | None = None

    @property
    def etags(self) -> dict[str, str]:
        return {key: info.etag for key, info in self.files.items()}

    @property
    def bytes(self) -> int:
        return sum(info.size for info in self.files.values())


async def look(storage: StorageAdapter, key: str, row_id: str, **known: object) -> Bundle:
    """Return what a storage holds of a thing: the file of that key and, where its folder is the thing's own, all in it.

    Raises:
        FileNotFoundError: the file is not there.
    """
    folder = key.rpartition("/")[0]
    own = await storage.get_file_info(key)
    files = {key: own}
    if folder.rpartition("/")[2] == row_id:
        files |= {info.key: info async for info in storage.list_files(folder)}
    return Bundle(key, files, **known)  # type: ignore[arg-type]  # size and sha256, as the row has them


async def copy(bundle: Bundle, source: StorageAdapter, target: StorageAdapter) -> None:
    """Copy every file, then read each back and compare.

    Raises:
        DamagedError: the original is not what was uploaded, or a copy is not what was copied.
        FileNotFoundError: a file went away meanwhile.
    """
    for key, info in bundle.files.items():
        digest = hashlib.sha256()
        size = 0
        async with target.open_writer(key) as writer:
            async for piece in source.stream_file(key):
                await asyncio.to_thread(digest.update, piece)
                size += len(piece)
                await writer.write(piece)
            if key == bundle.key:
                _refuse_damaged(bundle, size, digest.hexdigest())
            elif size != info.size:
                raise DamagedError(f"{key} gave {size} bytes instead of {info.size}.")
        if await sha256_of(target, key) != digest.hexdigest():
            raise DamagedError(f"{key} was not stored as it was sent.")


def _refuse_damaged(bundle: Bundle, size: int, sha256: str) -> None:
    if bundle.size is not None and size != bundle.size:
        raise DamagedError(f"{bundle.key} has {size} bytes instead of {bundle.size}.")
    if bundle.sha256 and sha256 != bundle.sha256:
        raise DamagedError(f"The SHA-256 of {bundle.key} is another than at its upload.")


async def sha256_of(storage: StorageAdapter, key: str) -> str:
    """Return the SHA-256 of a stored file, read in full."""
    return (await summed(storage.stream_file(key)))[0]


async def summed(pieces: AsyncIterator[bytes]) -> tuple[str, int]:
    """Return the SHA-256 and the size of what is streamed."""
    digest, size = hashlib.sha256(), 0
    async for piece in pieces:
        await asyncio.to_thread(digest.update, piece)
        size += len(piece)
    return digest.hexdigest(), size
