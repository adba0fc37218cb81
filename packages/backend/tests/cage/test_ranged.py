"""Files that lie elsewhere: fetched as far as they are read, and blamed for nothing that goes wrong on the way."""

from __future__ import annotations

import asyncio
import hashlib
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from support import caged
from support.recordings import REPORT, long_silent_wav
from verbatim.adapters.media.caged import draw_caged, media_cage, probe_caged
from verbatim.adapters.media.errors import MediaError
from verbatim.adapters.storage.api import StorageError
from verbatim.adapters.storage.ranges import BlockReader
from verbatim.core.cage import Cage, Crashed, Limits
from verbatim.core.cage.limits import MIB

LIMITS = Limits(memory_bytes=64 * MIB, cpu_seconds=5, wall_seconds=20, output_bytes=1 * MIB)


def elsewhere(content: bytes, *, fails_at: int | None = None, pause: float = 0.0) -> BlockReader:
    """Return a reader of bytes that come in pieces, as an object store gives them."""

    async def stream(start: int, end: int) -> AsyncIterator[bytes]:
        for at in range(start, end, 100_000):
            await asyncio.sleep(pause)
            if fails_at is not None and end > fails_at:
                raise StorageError("The object store does not answer in time.")
            yield content[at : min(at + 100_000, end)]

    return BlockReader(stream, len(content))


@pytest.mark.parametrize("size", [1, 511, 524_288, 524_289, 3_000_001])
async def test_parts_are_what_they_are(size: int) -> None:
    chance = random.Random(size)  # noqa: S311 - to be the same each time
    content = chance.randbytes(size)
    reader = elsewhere(content)
    for _ in range(100):
        offset, length = chance.randrange(size), chance.randrange(700_000)
        assert await reader.read(offset, length) == content[offset : offset + length]
    assert await reader.read(size, 10) == b""


async def test_reading_through_fetches_each_byte_once() -> None:
    content = b"0123456789abcdef!" * 1_200_000
    reader = elsewhere(content)
    digest = hashlib.sha256()
    for offset in range(0, len(content), 65_536):
        digest.update(await reader.read(offset, 65_536))
    assert digest.digest() == hashlib.sha256(content).digest()
    assert reader.fetched == len(content)


async def test_head_and_tail_do_not_fetch_the_middle() -> None:
    reader = elsewhere(bytes(50_000_000))
    for offset in (0, 49_999_000, 4_000, 49_000_000):
        await reader.read(offset, 1_000)
    assert reader.fetched < 2_500_000


async def test_a_store_that_gives_less_than_it_said_is_no_end_of_the_file() -> None:
    async def stream(start: int, end: int) -> AsyncIterator[bytes]:
        yield bytes(end - start - 1)

    with pytest.raises(StorageError, match="less of a file"):
        await BlockReader(stream, 1_000_000).read(0, 10)


async def test_the_cage_finds_the_same_in_a_file_that_lies_elsewhere(tmp_path: Path) -> None:
    cage = media_cage()
    near, far = REPORT, elsewhere(REPORT.read_bytes())
    assert await probe_caged(cage, far) == await probe_caged(cage, near)
    drawn = [await draw_caged(cage, one, 100, "mix", seconds=60, tracks=1) for one in (near, far)]
    assert drawn[0] == drawn[1]


async def test_looking_at_a_large_file_fetches_little_of_it(tmp_path: Path) -> None:
    path = long_silent_wav(tmp_path / "long.wav", 3_600)
    far = elsewhere(path.read_bytes())
    assert (await probe_caged(media_cage(), far)).duration_seconds == pytest.approx(3_600)
    assert far.fetched < far.size / 20


@pytest.mark.parametrize("fails_at", [1, 2_000_000])
async def test_a_store_that_fails_does_not_make_a_file_damaged(tmp_path: Path, fails_at: int) -> None:
    path = long_silent_wav(tmp_path / "long.wav", 120)
    far = elsewhere(path.read_bytes(), fails_at=fails_at)
    with pytest.raises(StorageError, match="does not answer in time"):
        await draw_caged(media_cage(), far, 100, "mix", seconds=120, tracks=1)


async def test_what_is_no_recording_is_refused_as_ever() -> None:
    with pytest.raises(MediaError, match="does not look like"):
        await probe_caged(media_cage(), elsewhere(b"\x07\x99\xa3\x01" * 50_000))


async def test_the_time_that_fetching_takes_does_not_count() -> None:
    far = elsewhere(bytes(1_000_000), pause=0.4)
    impatient = Limits(memory_bytes=64 * MIB, cpu_seconds=5, wall_seconds=1.5, output_bytes=1 * MIB)
    assert await Cage("support.caged").run(caged.read_all, far, limits=impatient) == 1_000_000


async def test_whoever_reads_for_ever_is_not_given_for_ever() -> None:
    with pytest.raises(Crashed, match="any further"):
        await Cage("support.caged").run(caged.read_for_ever, elsewhere(bytes(1_000_000)), limits=LIMITS)
