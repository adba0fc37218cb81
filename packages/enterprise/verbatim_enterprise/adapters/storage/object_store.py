"""What S3 and Azure have in common: the storage interface over obstore, in constant memory both ways."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim_enterprise.adapters.storage.clients import Clients
from verbatim_enterprise.adapters.storage.probing import probe
from verbatim_enterprise.adapters.storage.troubles import Trouble, is_past_the_end, translated, unreachable
from verbatim_enterprise.adapters.storage.writing import ObjectWriter
from verbatim_enterprise.host import (
    CHUNK,
    BlockReader,
    ConnectionTest,
    FileInfo,
    RangeReader,
    Scratch,
    check_key,
    lazy,
    to_the_end,
)

if TYPE_CHECKING:
    import obstore
    from obstore import exceptions as obstore_exceptions
else:
    obstore = lazy("obstore")
    obstore_exceptions = lazy("obstore.exceptions")


class ObjectStorage:
    """A bucket or container, or a folder in one."""

    set_up = True
    """Takes new files unless VERBATIM_STORAGE names another storage."""

    def __init__(
        self, where: str, clients: Clients, *, scratch: Path, part: int, link_origin: str | None = None
    ) -> None:
        self.where = where
        self.link_origin = link_origin
        """Where browsers are sent with links; None when everything goes through the server."""
        self._clients = clients
        self._scratch = Scratch(scratch)
        self._part = part

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.where})"

    async def test_connection(self) -> ConnectionTest:
        return await probe(self)

    async def list_files(self, prefix: str = "") -> AsyncIterator[FileInfo]:
        folder = check_key(prefix) if prefix else None
        found = obstore.list(self._clients.reading, folder, chunk_size=1000)
        while True:
            try:
                with self._asking(prefix):
                    page = await anext(found)
            except StopAsyncIteration:
                return
            for one in page:
                yield _info(one)

    async def read_file(self, key: str) -> bytes:
        with self._asking(check_key(key)):
            response = await obstore.get_async(self._clients.reading, key)
            return bytes(await response.bytes_async())

    async def write_file(self, key: str, data: bytes) -> None:
        async with self.open_writer(key) as writer:
            await writer.write(data)

    async def delete_file(self, key: str) -> None:
        try:
            with self._asking(check_key(key)):
                await obstore.delete_async(self._clients.asking, key)
        except FileNotFoundError:
            await self.require_bucket()  # a file counts as deleted only where it could have been

    async def discard_unfinished(self, key: str) -> None:
        raise NotImplementedError

    async def exists(self, key: str) -> bool:
        try:
            await self.get_file_info(key)
        except FileNotFoundError:
            return False
        return True

    async def get_file_info(self, key: str) -> FileInfo:
        try:
            with self._asking(check_key(key)):
                return _info(await obstore.head_async(self._clients.asking, key))
        except FileNotFoundError:
            # This answer has no body, and a missing bucket has the same: without the question below, a mistyped bucket
            # would make every recording look deleted.
            await self.require_bucket()
            raise

    async def require_bucket(self) -> None:
        """Raise unless the bucket is there and may be listed.

        Raises:
            StorageError: it is not.
        """
        with self._asking(""):
            await anext(obstore.list(self._clients.asking, chunk_size=1), None)

    async def ensure_directory(self, prefix: str) -> None:
        check_key(prefix)  # folders come with what lies in them

    async def stream_file(self, key: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        if end is not None and end <= start:
            await self.get_file_info(key)
            return
        response = await self._get(check_key(key), start, end)
        if response is None:
            return
        pieces = response.stream(min_chunk_size=CHUNK)
        while True:
            try:
                with self._asking(key):
                    piece = await anext(pieces)
            except StopAsyncIteration:
                return
            yield bytes(piece)

    async def _get(self, key: str, start: int, end: int | None) -> Any:
        """Ask for some bytes. Returns None when the file ends before them."""
        part: Any = {"offset": start} if end is None else (start, end)
        with self._asking(key):
            try:
                return await obstore.get_async(
                    self._clients.reading, key, options={"range": part} if start or end is not None else None
                )
            except obstore_exceptions.BaseError as error:
                if is_past_the_end(error):
                    return None
                raise

    @asynccontextmanager
    async def open_writer(self, key: str) -> AsyncIterator[ObjectWriter]:
        writer = ObjectWriter(self._clients.writing, check_key(key), self._part, self._explain_writing)
        try:
            yield writer
            await writer.finish()
        except BaseException:
            await to_the_end(writer.give_up())
            raise

    @asynccontextmanager
    async def open_source(self, key: str) -> AsyncIterator[RangeReader]:
        info = await self.get_file_info(key)
        yield BlockReader(lambda start, end: self.stream_file(key, start, end), info.size)

    def local_copy(self, key: str) -> AbstractAsyncContextManager[Path]:
        return self._scratch.copy_of(self.stream_file(key))

    async def download_url(self, key: str, *, expires_seconds: int, disposition: str, mime_type: str) -> str | None:
        if self.link_origin is None:
            return None  # through the server: a link outlives the right of whoever got it
        return await self._signed_link(check_key(key), expires_seconds, disposition, mime_type)

    async def _signed_link(self, key: str, seconds: int, disposition: str, mime_type: str) -> str | None:
        """Return a link, or None where there is nothing to sign it with."""
        raise NotImplementedError

    @contextmanager
    def _asking(self, key: str) -> Iterator[None]:
        try:
            yield
        except (obstore_exceptions.BaseError, OSError) as error:
            raise translated(error, key, self.where) from None

    def _explain_writing(self, error: Exception) -> Exception:
        explained = translated(error, "", self.where)
        # What is written need not be there before: if something is not found, it is the bucket.
        return unreachable(Trouble.BUCKET, self.where) if isinstance(explained, FileNotFoundError) else explained


def _info(meta: Any) -> FileInfo:
    modified_at = meta["last_modified"]
    tag = (meta["e_tag"] or f"{modified_at.timestamp()}-{meta['size']}").removeprefix("W/").strip('"')
    return FileInfo(key=meta["path"], size=meta["size"], modified_at=modified_at, etag=tag)
