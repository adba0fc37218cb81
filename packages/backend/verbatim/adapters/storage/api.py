"""The storage interface. Keys are relative paths with forward slashes, made by the server and never by a client."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

CHUNK = 256 * 1024
"""Bytes per piece when streaming: large enough to be fast, small enough that a thousand streams fit in memory."""


class StorageError(Exception):
    """The storage could not do what was asked."""


class StorageFullError(StorageError):
    """There is no space left."""


@dataclass(frozen=True)
class FileInfo:
    """A stored file. ``etag`` changes whenever the content does."""

    key: str
    size: int
    modified_at: datetime
    etag: str


@dataclass(frozen=True)
class ConnectionTest:
    """Whether a storage can be used, and in one sentence why or why not."""

    ok: bool
    detail: str
    free_bytes: int | None = None


class RangeReader(Protocol):
    """A stored file of ``size`` bytes of which any part can be read; ``fetched`` bytes of it were fetched so far."""

    size: int
    fetched: int

    async def read(self, offset: int, size: int) -> bytes:
        """Return that many bytes, fewer only where the file ends.

        Raises:
            FileNotFoundError, StorageError: as the storage.
        """


class StorageWriter(Protocol):
    """A file being written. It appears under its key only when the context ends without an error."""

    async def write(self, data: bytes) -> None: ...


class StorageAdapter(Protocol):
    """Interface ``storage``. A missing key raises FileNotFoundError, a malformed one ValueError.

    What is registered is called with the settings, and may give None when they do not set it up. An adapter that they
    do set up, and that shall take new files unless another is named, has an attribute ``set_up`` that is true. One
    whose files browsers may fetch by `download_url` names in ``link_origin`` from which origin, such as
    https://s3.example.org.
    """

    async def test_connection(self) -> ConnectionTest: ...

    def list_files(self, prefix: str = "") -> AsyncIterator[FileInfo]: ...

    async def read_file(self, key: str) -> bytes: ...

    async def write_file(self, key: str, data: bytes) -> None: ...

    async def delete_file(self, key: str) -> None:
        """Delete a file. Deleting what is not there is not an error."""

    async def discard_unfinished(self, key: str) -> None:
        """Take back what an upload of this file, whose process has died, left behind where nobody sees it, such as the
        parts that object stores go on counting. A file that is there stays; where there is none, an empty one
        may appear, so that the file is to be deleted next.
        """

    async def exists(self, key: str) -> bool: ...

    async def get_file_info(self, key: str) -> FileInfo: ...

    async def ensure_directory(self, prefix: str) -> None: ...

    def stream_file(self, key: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """Yield the bytes from `start` up to but not including `end`."""
        ...

    def open_writer(self, key: str) -> AbstractAsyncContextManager[StorageWriter]:
        """Write a file piece by piece. All or nothing: an error inside the block leaves no file.

        Raises:
            StorageFullError: no space left.
        """
        ...

    def open_source(self, key: str) -> AbstractAsyncContextManager[Path | RangeReader]:
        """Give the file, for the length of the block, to programs that read parts of it: as a path where it lies on
        this machine, else as a reader that fetches what they read.
        """
        ...

    def local_copy(self, key: str) -> AbstractAsyncContextManager[Path]:
        """Give the file as a path on this machine for the length of the block; it must not be changed."""
        ...

    async def download_url(self, key: str, *, expires_seconds: int, disposition: str, mime_type: str) -> str | None:
        """Return a signed address that a browser can fetch, whose answer has this Content-Disposition and Content-Type;
        None when the server has to serve the bytes.
        """


class StorageFinder(Protocol):
    """Knows all storages of a server."""

    async def of(self, name: str) -> StorageAdapter:
        """Return the storage of that name.

        Raises:
            StorageError: there is none, or it cannot be used.
        """
