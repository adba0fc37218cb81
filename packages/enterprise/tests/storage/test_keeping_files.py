"""Every storage keeps files alike: what is written is read, by ranges too, under any key, and goes when deleted."""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections.abc import AsyncGenerator, AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest
from verbatim.adapters.storage.api import CHUNK, StorageAdapter

ODD = (
    "plain",
    "recordings/0d9/original",
    "with space/and  two",
    "ünïcödé/日本語/🎙️",
    "percent/100%/%2F/%41",
    "signs/+#?&=;:@$,!'()*~[]{}^`|<>\"",
    ".hidden/..double/...",
    "end.",
    "UPPER/upper/Upper",
    "a/" * 60 + "deep",
    "long/" + "x" * 255,
    "e\u0301 and \u00e9",
)
WRONG = (
    "",
    "/",
    "/etc/passwd",
    "a/",
    "a//b",
    "../x",
    "a/../../x",
    "a/./b",
    ".",
    "..",
    "a\0b",
    "a\nb",
    "a\\b",
    "x" * 901,
)


async def collected(pieces: AsyncIterator[bytes]) -> bytes:
    return b"".join([piece async for piece in pieces])


async def names(storage: StorageAdapter, prefix: str = "") -> set[str]:
    return {info.key async for info in storage.list_files(prefix)}


async def test_a_file_comes_back_as_it_was_written(storage: StorageAdapter) -> None:
    content = os.urandom(100_000)
    await storage.write_file("a/b", content)
    assert await storage.read_file("a/b") == content


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 8 * 1024 * 1024, 8 * 1024 * 1024 + 1])
async def test_files_of_any_size_come_back(storage: StorageAdapter, size: int) -> None:
    content = os.urandom(size)
    await storage.write_file("file", content)
    assert await collected(storage.stream_file("file")) == content
    assert (await storage.get_file_info("file")).size == size


@pytest.mark.parametrize("key", ODD)
async def test_any_well_formed_key_names_a_file_of_its_own(storage: StorageAdapter, key: str) -> None:
    await storage.write_file(key, key.encode())
    await storage.write_file("another", b"another")
    assert await storage.read_file(key) == key.encode()
    assert await names(storage) == {key, "another"}
    assert (await storage.get_file_info(key)).key == key
    await storage.delete_file(key)
    assert await names(storage) == {"another"}


@pytest.mark.parametrize("key", WRONG)
async def test_a_malformed_key_is_refused_by_everything(storage: StorageAdapter, key: str) -> None:
    for work in (storage.read_file, storage.exists, storage.delete_file, storage.get_file_info):
        with pytest.raises(ValueError, match="Not a storage key"):
            await work(key)
    with pytest.raises(ValueError, match="Not a storage key"):
        await storage.write_file(key, b"x")
    with pytest.raises(ValueError, match="Not a storage key"):
        await collected(storage.stream_file(key))
    with pytest.raises(ValueError, match="Not a storage key"):
        async with storage.local_copy(key):
            pass


async def test_keys_that_differ_in_one_letter_are_different_files(storage: StorageAdapter) -> None:
    for key in ("file", "File", "file ", "fil\u00e9", "file\u0301"):
        await storage.write_file(key, key.encode())
    assert len(await names(storage)) == 5
    assert await storage.read_file("file ") == b"file "


async def test_what_is_not_there_is_said_so_by_everything(storage: StorageAdapter) -> None:
    assert not await storage.exists("nothing")
    for work in (storage.read_file, storage.get_file_info):
        with pytest.raises(FileNotFoundError):
            await work("nothing")
    with pytest.raises(FileNotFoundError):
        await collected(storage.stream_file("nothing"))
    with pytest.raises(FileNotFoundError):
        await collected(storage.stream_file("nothing", 5, 5))
    with pytest.raises(FileNotFoundError):
        async with storage.local_copy("nothing"):
            pass


async def test_a_folder_is_no_file(storage: StorageAdapter) -> None:
    await storage.write_file("folder/file", b"x")
    assert not await storage.exists("folder")
    with pytest.raises(FileNotFoundError):
        await storage.get_file_info("folder")
    with pytest.raises(FileNotFoundError):
        await storage.read_file("folder")
    await storage.delete_file("folder")
    assert await storage.exists("folder/file")


async def test_nothing_lies_below_a_file(storage: StorageAdapter) -> None:
    await storage.write_file("file", b"x")
    assert not await storage.exists("file/below")
    with pytest.raises(FileNotFoundError):
        await storage.read_file("file/below")
    await storage.delete_file("file/below")
    assert await storage.exists("file")


async def test_deleting_twice_is_no_error(storage: StorageAdapter) -> None:
    await storage.write_file("file", b"x")
    await storage.delete_file("file")
    await storage.delete_file("file")
    assert not await storage.exists("file")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (0, None),
        (0, 1),
        (0, 10),
        (3, 7),
        (9, 10),
        (9, None),
        (5, 5),
        (7, 3),
        (0, 0),
        (10, None),
        (10, 20),
        (50, None),
        (5, 99),
    ],
)
async def test_any_range_gives_what_a_slice_gives(storage: StorageAdapter, start: int, end: int | None) -> None:
    await storage.write_file("file", b"0123456789")
    assert await collected(storage.stream_file("file", start, end)) == b"0123456789"[start:end]


async def test_ranges_of_an_empty_file_are_empty(storage: StorageAdapter) -> None:
    await storage.write_file("empty", b"")
    for start, end in ((0, None), (0, 10), (5, None), (5, 10)):
        assert await collected(storage.stream_file("empty", start, end)) == b""


async def test_a_stream_that_is_left_early_disturbs_nobody(storage: StorageAdapter) -> None:
    content = os.urandom(4 * CHUNK)
    await storage.write_file("file", content)
    stream = cast("AsyncGenerator[bytes, None]", storage.stream_file("file"))
    first = await anext(stream)
    await stream.aclose()
    assert content.startswith(first)
    assert await storage.read_file("file") == content


async def test_many_read_one_file_at_once(storage: StorageAdapter) -> None:
    content = os.urandom(2 * CHUNK)
    await storage.write_file("file", content)
    found = await asyncio.gather(*(collected(storage.stream_file("file", part)) for part in range(20)))
    assert found == [content[part:] for part in range(20)]


async def test_a_file_can_be_replaced_and_its_tag_tells(storage: StorageAdapter) -> None:
    await storage.write_file("file", b"first")
    before = await storage.get_file_info("file")
    await storage.write_file("file", b"other")
    after = await storage.get_file_info("file")
    assert await storage.read_file("file") == b"other"
    assert before.etag != after.etag
    assert '"' not in before.etag


async def test_the_time_of_a_file_is_that_of_its_writing(storage: StorageAdapter) -> None:
    await storage.write_file("file", b"x")
    written = (await storage.get_file_info("file")).modified_at
    assert abs(datetime.now(UTC) - written) < timedelta(minutes=1)


async def test_a_list_knows_sizes_and_tags(storage: StorageAdapter) -> None:
    await storage.write_file("a/file", b"12345")
    (found,) = [info async for info in storage.list_files()]
    known = await storage.get_file_info("a/file")
    assert (found.key, found.size, found.etag) == (known.key, known.size, known.etag)


async def test_a_list_of_a_folder_holds_only_what_lies_in_it(storage: StorageAdapter) -> None:
    for key in ("teams/a/one", "teams/a/deep/two", "teams/ab/three", "teams/a.txt", "other"):
        await storage.write_file(key, b"x")
    assert await names(storage, "teams/a") == {"teams/a/one", "teams/a/deep/two"}
    assert await names(storage, "nothing") == set()
    assert len(await names(storage)) == 5


async def test_an_empty_storage_has_an_empty_list(storage: StorageAdapter) -> None:
    assert await names(storage) == set()


async def test_a_list_of_more_than_one_page_is_whole(storage: StorageAdapter) -> None:
    expected = {f"many/{number:05}" for number in range(1_050)}
    waiting = iter(sorted(expected))

    async def write() -> None:
        for key in waiting:
            await storage.write_file(key, b"")

    await asyncio.gather(*(write() for _ in range(16)))
    found = [info.key async for info in storage.list_files("many")]
    assert len(found) == len(expected)
    assert set(found) == expected


async def test_a_copy_on_this_machine_exists_for_the_length_of_its_use(storage: StorageAdapter) -> None:
    content = os.urandom(3 * CHUNK + 5)
    await storage.write_file("file", content)
    async with storage.local_copy("file") as path:
        assert hashlib.sha256(await asyncio.to_thread(path.read_bytes)).digest() == hashlib.sha256(content).digest()
    assert await storage.read_file("file") == content


async def test_two_copies_of_one_file_do_not_disturb_each_other(storage: StorageAdapter) -> None:
    await storage.write_file("file", b"content")
    async with storage.local_copy("file") as first:
        async with storage.local_copy("file") as second:
            assert second.read_bytes() == b"content"
        assert first.read_bytes() == b"content"


async def test_a_folder_that_is_made_holds_nothing(storage: StorageAdapter) -> None:
    await storage.ensure_directory("folder/below")
    assert await names(storage) == set()


async def test_trying_it_out_leaves_nothing(storage: StorageAdapter) -> None:
    result = await storage.test_connection()
    assert result.ok, result.detail
    assert await names(storage) == set()


async def test_nobody_gets_a_link_past_the_server(storage: StorageAdapter) -> None:
    await storage.write_file("file", b"x")
    assert await storage.download_url("file", expires_seconds=60, disposition="inline", mime_type="audio/wav") is None
