"""Every storage writes all or nothing, whatever stops it in the middle."""

from __future__ import annotations

import asyncio
import gc
import hashlib
import os
import resource
from contextlib import suppress
from pathlib import Path

import pytest
from support_stores.made import adapter, own_folder
from support_stores.servers import BUCKET, StoreServer
from verbatim.adapters.storage.api import StorageAdapter, StorageError
from verbatim_enterprise.adapters.storage.writing import part_size

MB = 1024 * 1024


class _Mishap(Exception):  # noqa: N818 - it stands for any
    """Something goes wrong while a file is written."""


async def write_until_mishap(storage: StorageAdapter, size: int) -> None:
    async with storage.open_writer("file") as writer:
        await writer.write(os.urandom(size))
        raise _Mishap


async def names(storage: StorageAdapter) -> set[str]:
    return {info.key async for info in storage.list_files()}


def open_uploads(server: StoreServer) -> list[object]:
    """Return the parts that lie around at an S3 server, as another program sees them."""
    return list(server.s3.list_multipart_uploads(Bucket=BUCKET).get("Uploads", []))


async def test_pieces_of_any_size_make_the_file(storage: StorageAdapter) -> None:
    sizes = (1, 0, 7 * MB, 5, 9 * MB, 20 * MB, 1)
    pieces = [os.urandom(size) for size in sizes]
    async with storage.open_writer("file") as writer:
        for piece in pieces:
            await writer.write(piece)
    whole = b"".join(pieces)
    assert hashlib.sha256(await storage.read_file("file")).digest() == hashlib.sha256(whole).digest()
    async with storage.local_copy("file") as path:
        assert hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(whole).digest()


@pytest.mark.parametrize("parts", [1, 2, 3])
async def test_a_file_that_ends_with_a_part_is_whole(storage: StorageAdapter, parts: int) -> None:
    content = os.urandom(parts * 8 * MB)
    await storage.write_file("file", content)
    assert (await storage.get_file_info("file")).size == len(content)
    assert await storage.read_file("file") == content


async def test_nothing_written_is_an_empty_file(storage: StorageAdapter) -> None:
    async with storage.open_writer("file"):
        pass
    assert (await storage.get_file_info("file")).size == 0


async def test_a_file_is_not_there_before_it_is_whole(storage: StorageAdapter) -> None:
    async with storage.open_writer("file") as writer:
        await writer.write(os.urandom(20 * MB))
        assert not await storage.exists("file")
        assert await names(storage) == set()
    assert await names(storage) == {"file"}


@pytest.mark.parametrize("size", [0, 10, 20 * MB, 40 * MB])
async def test_a_mishap_while_writing_leaves_no_file(storage: StorageAdapter, size: int) -> None:
    with pytest.raises(_Mishap):
        await write_until_mishap(storage, size)
    assert await names(storage) == set()


@pytest.mark.parametrize("size", [10, 20 * MB])
async def test_a_mishap_leaves_the_earlier_file(storage: StorageAdapter, size: int) -> None:
    await storage.write_file("file", b"earlier")
    with pytest.raises(_Mishap):
        await write_until_mishap(storage, size)
    assert await storage.read_file("file") == b"earlier"


async def test_a_mishap_leaves_no_parts_behind(server: StoreServer, tmp_path: Path) -> None:
    if server.kind == "azurite":
        pytest.skip("Azure shows parts to nobody and forgets them after a week")
    storage = adapter(own_folder(server), tmp_path)
    with pytest.raises(_Mishap):
        await write_until_mishap(storage, 30 * MB)
    assert open_uploads(server) == []


@pytest.mark.parametrize("pieces", [1, 12, 25])
async def test_a_task_that_is_cancelled_leaves_no_file(storage: StorageAdapter, pieces: int) -> None:
    begun = asyncio.Event()

    async def write() -> None:
        async with storage.open_writer("file") as writer:
            for _ in range(pieces):
                await writer.write(os.urandom(MB))
            begun.set()
            await asyncio.sleep(3600)

    task = asyncio.create_task(write())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await names(storage) == set()


async def test_a_task_cancelled_at_any_moment_leaves_all_or_nothing(server: StoreServer, tmp_path: Path) -> None:
    storage = adapter(own_folder(server), tmp_path)
    for moment in (0.0, 0.002, 0.01, 0.03, 0.06, 0.1, 0.2):
        task = asyncio.create_task(storage.write_file("file", bytes(25 * MB)))
        await asyncio.sleep(moment)
        task.cancel()
        await asyncio.wait([task])
        assert [info.size async for info in storage.list_files()] in ([], [25 * MB])
        await storage.delete_file("file")
    if server.kind != "azurite":
        assert open_uploads(server) == []


async def test_one_of_two_writers_wins_wholly(storage: StorageAdapter) -> None:
    contents = [bytes([number]) * (19 * MB + number) for number in range(3)]
    await asyncio.gather(
        *(storage.write_file("file", content) for content in contents),
        return_exceptions=True,  # one that lost may be told so
    )
    found = await storage.read_file("file")
    assert any(found == content for content in contents)


async def test_many_small_files_at_once(storage: StorageAdapter) -> None:
    await asyncio.gather(*(storage.write_file(f"file {number}", b"%d" % number) for number in range(100)))
    assert len(await names(storage)) == 100
    found = await asyncio.gather(*(storage.read_file(f"file {number}") for number in range(100)))
    assert found == [b"%d" % number for number in range(100)]


async def test_a_file_replaced_while_it_is_read_is_never_mixed(storage: StorageAdapter) -> None:
    await storage.write_file("file", b"a" * (12 * MB))
    stream = storage.stream_file("file")
    found = [await anext(stream)]
    await storage.write_file("file", b"b" * (12 * MB))
    with suppress(StorageError, FileNotFoundError):  # a storage may say that the file has changed
        found += [piece async for piece in stream]
    assert set(b"".join(found)) == {ord("a")}


async def test_a_large_file_needs_little_memory(storage: StorageAdapter) -> None:
    piece = bytes(MB)

    async def write_and_read(megabytes: int) -> None:
        async with storage.open_writer("file") as writer:
            for _ in range(megabytes):
                await writer.write(piece)
        size = 0
        async for part in storage.stream_file("file"):
            size += len(part)
        assert size == megabytes * MB

    await write_and_read(40)
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    await write_and_read(160)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 * 1024


def test_parts_are_so_large_that_the_largest_file_fits() -> None:
    assert part_size(20 * 1024**3) == 8 * MB
    assert part_size(5 * 1024**4) * 10_000 >= 5 * 1024**4
