"""Files that were opened for somebody who has left are closed."""

from __future__ import annotations

import asyncio
import gc
import os
from pathlib import Path

from verbatim.adapters.storage.local import LocalStorage


def open_ones(folder: Path) -> list[str]:
    gc.collect()
    found = []
    for one in Path("/proc/self/fd").iterdir():
        try:
            found.append(str(one.readlink()))
        except OSError:
            continue
    return [name for name in found if name.startswith(str(folder))]


async def test_whoever_is_cancelled_while_a_file_opens_leaves_none_open(tmp_path: Path) -> None:
    storage = LocalStorage(tmp_path, reserve_bytes=0)
    os.mkfifo(tmp_path / "slow")  # opens when somebody writes, and not before
    stream = storage.stream_file("slow")
    reading = asyncio.ensure_future(anext(stream))
    await asyncio.sleep(0.1)
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)
    with (tmp_path / "slow").open("wb"):
        await asyncio.sleep(0.1)
        assert len(open_ones(tmp_path)) == 1  # the writer's


async def test_whoever_leaves_in_the_middle_leaves_none_open(tmp_path: Path) -> None:
    storage = LocalStorage(tmp_path, reserve_bytes=0)
    await storage.write_file("long", b"x" * 3_000_000)
    stream = storage.stream_file("long")
    await anext(stream)
    assert len(open_ones(tmp_path)) == 1
    await stream.aclose()  # type: ignore[attr-defined] # a generator
    assert open_ones(tmp_path) == []
