"""The cage: what functions on foreign files may do, and what it costs when they do more."""

from __future__ import annotations

import asyncio
import os
import platform
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
from support import caged
from verbatim.core.cage import Cage, Crashed, LimitExceeded, Limits, stream
from verbatim.core.cage.errors import Refused
from verbatim.core.cage.limits import MIB
from verbatim.core.cage.link import LINK
from verbatim.core.cage.slots import FairSlots

LIMITS = Limits(memory_bytes=64 * MIB, cpu_seconds=1, wall_seconds=20, output_bytes=1 * MIB)


@pytest.fixture
def cage() -> Cage:
    return Cage("support.caged")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "foreign.bin"
    made.write_bytes(b"0123456789")
    return made


async def test_a_result_comes_back(cage: Cage, path: Path) -> None:
    assert await cage.run(caged.size, path, limits=LIMITS) == 10
    assert await cage.run(caged.echo, path, 2, 5, limits=LIMITS) == "234"


async def test_a_refusal_keeps_its_code_and_sentence(cage: Cage, path: Path) -> None:
    with pytest.raises(Refused, match="not for reading") as caught:
        await cage.run(caged.refuse, path, limits=LIMITS)
    assert caught.value.code == "unreadable"


async def test_a_file_that_is_not_there(cage: Cage, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        await cage.run(caged.size, tmp_path / "gone", limits=LIMITS)


@pytest.mark.parametrize(
    ("function", "limit"),
    [
        (caged.take_memory, "memory"),
        (caged.take_memory_bit_by_bit, "memory"),
        (caged.never_end, "time"),
        (caged.say_much, "output"),
    ],
)
async def test_too_much_has_a_name(cage: Cage, path: Path, function: Callable[..., Any], limit: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(LimitExceeded) as caught:
        await cage.run(function, path, limits=LIMITS)
    assert caught.value.limit == limit
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000, "kilobytes, of the server itself"
    assert await cage.run(caged.size, path, limits=LIMITS) == 10, "the next file is read"


async def test_a_deadline(cage: Cage, path: Path) -> None:
    started = time.monotonic()
    with pytest.raises(LimitExceeded, match="time"):
        await cage.run(caged.wait, path, limits=Limits(64 * MIB, 5, wall_seconds=0.5))
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("function", [caged.crash, caged.abort, caged.fail])
async def test_a_crash_costs_one_process(cage: Cage, path: Path, function: Callable[..., Any]) -> None:
    with pytest.raises(Crashed):
        await cage.run(function, path, limits=LIMITS)
    assert await cage.run(caged.size, path, limits=LIMITS) == 10


@pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in {"x86_64", "aarch64"}, reason="the kernel has no such walls"
)
async def test_nothing_else_can_be_reached(cage: Cage, path: Path) -> None:
    found = await cage.run(caged.break_out, path, limits=LIMITS)
    assert set(found.values()) == {"PermissionError"}, found


async def test_each_file_has_a_process_of_its_own(cage: Cage, path: Path) -> None:
    seen = {await cage.run(caged.whoami, path, limits=LIMITS) for _ in range(5)}
    assert len(seen) == 5
    assert os.getpid() not in seen


async def test_cancelling_ends_the_process(cage: Cage, path: Path) -> None:
    ended = asyncio.Event()

    async def take(_: bytes) -> None:
        ended.set()
        await asyncio.sleep(600)

    task = asyncio.create_task(cage.run(caged.pieces, path, 10**9, limits=LIMITS, on_bytes=take))
    await ended.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await eventually_no_children()


async def eventually_no_children() -> None:
    """The nursery has no process left."""
    assert LINK._process is not None
    nursery = psutil.Process(LINK._process.pid)
    for _ in range(200):
        if not nursery.children():
            return
        await asyncio.sleep(0.05)
    pytest.fail("a process in the cage outlived its work")


async def test_when_the_nursery_dies_the_next_file_gets_a_new_one(cage: Cage, path: Path) -> None:
    assert await cage.run(caged.size, path, limits=LIMITS) == 10
    assert LINK._process is not None
    LINK._process.kill()
    LINK._process.wait()
    assert await cage.run(caged.size, path, limits=LIMITS) == 10


async def test_bytes_are_given_as_they_come(cage: Cage, path: Path) -> None:
    taken = bytearray()

    async def take(data: bytes) -> None:
        taken.extend(data)

    await cage.run(caged.pieces, path, 300, limits=LIMITS, on_bytes=take)
    assert len(taken) == 300_000
    assert taken[299_000] == 299 % 256


def test_code_that_blocks_gets_the_same(path: Path) -> None:
    *pieces, last = stream(caged.pieces, path, 7, limits=LIMITS)
    assert ([len(piece) for piece in pieces], last) == ([1_000] * 7, None)
    with pytest.raises(LimitExceeded, match="memory"):
        list(stream(caged.take_memory, path, limits=LIMITS))
    with pytest.raises(LimitExceeded, match="time"):
        list(stream(caged.wait, path, limits=Limits(64 * MIB, 5, wall_seconds=0.3)))
    with pytest.raises(Crashed):
        list(stream(caged.crash, path, limits=LIMITS))


class TestSlots:
    async def test_one_person_never_has_all(self) -> None:
        slots = FairSlots(3)
        order: list[str] = []
        go_on = asyncio.Event()

        async def work(who: str) -> None:
            async with slots.take(who):
                order.append(who)
                await go_on.wait()

        many = [asyncio.create_task(work("many")) for _ in range(10)]
        await asyncio.sleep(0)
        assert order == ["many"] * 2, "one place stays free for others"
        other = asyncio.create_task(work("other"))
        await asyncio.sleep(0)
        assert order[-1] == "other"
        go_on.set()
        await asyncio.gather(*many, other)
        assert slots.held == 0

    async def test_turns(self) -> None:
        slots = FairSlots(2)
        order: list[str] = []

        async def work(who: str) -> None:
            async with slots.take(who):
                order.append(who)
                await asyncio.sleep(0.01)

        await asyncio.gather(*(work(who) for who in "aaaaaabbc"))
        assert order.index("c") <= 4, order
        assert sorted(order) == sorted("aaaaaabbc")

    async def test_whoever_stops_waiting_takes_no_place(self) -> None:
        slots = FairSlots(2)
        async with slots.take("a"):
            waiting = [asyncio.create_task(slots.take("a").__aenter__()) for _ in range(3)]
            await asyncio.sleep(0)
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)
        assert slots.held == 0
        async with asyncio.timeout(1), slots.take("a"):
            assert slots.held == 1
