"""Counts that run out, in one process and in several that share them."""

from __future__ import annotations

import os
import signal
import time

import pytest
from verbatim.core.member import Member
from verbatim.core.shared_tallies import SharedTallies
from verbatim.core.tallies import OwnTallies, Tallies


@pytest.fixture(params=[OwnTallies, SharedTallies])
def tallies(request: pytest.FixtureRequest) -> Tallies:
    made: Tallies = request.param()
    return made


def test_what_is_written_is_read(tallies: Tallies) -> None:
    ends = time.monotonic() + 60
    assert tallies.read("a") == (0, 0.0)
    tallies.write("a", 3, ends)
    tallies.write("a", 5, ends + 1, "other")
    tallies.write("b", 7, ends)
    assert tallies.read("a") == (3, ends)
    assert tallies.read("a", "other") == (5, ends + 1)
    tallies.write("a", 4, ends)
    assert tallies.read("a") == (4, ends)
    assert tallies.read("b") == (7, ends)


def test_a_flood_of_names_takes_no_more_room() -> None:
    tallies = SharedTallies()
    tallies.write("kept", 1, float("inf"))
    for number in range(100_000):
        tallies.write(f"name {number}", 1, time.monotonic() + 60)
    assert tallies.read("kept")[0] == 1, "what ends first makes room"
    assert tallies.read("name 99999")[0] == 1


def split_off() -> int:
    """Fork without a word; the child must end by `os._exit`."""
    import warnings  # noqa: PLC0415 - only here

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that there may be threads, none of which the child needs
        return os.fork()


def test_processes_count_together_and_lose_nothing() -> None:
    tallies, each = SharedTallies(), 2_000
    children = []
    for _ in range(3):
        pid = split_off()
        if pid == 0:
            for _ in range(each):
                with tallies.alone("sum"):
                    tallies.write("sum", tallies.read("sum")[0] + 1, float("inf"))
            os._exit(0)
        children.append(pid)
    for pid in children:
        os.waitpid(pid, 0)
    assert tallies.read("sum")[0] == 3 * each


def test_one_that_is_killed_holding_the_lock_holds_up_nobody() -> None:
    tallies = SharedTallies()
    told, telling = os.pipe()
    pid = split_off()
    if pid == 0:
        with tallies.alone("held"):
            os.write(telling, b"!")
            time.sleep(60)
        os._exit(0)
    os.read(told, 1)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    with tallies.alone("held"):
        tallies.write("held", 1, float("inf"))
    assert tallies.read("held")[0] == 1


def test_members_share_what_the_server_has() -> None:
    tallies = SharedTallies()
    first, second = (Member(number, 2, "server", tallies) for number in range(2))
    assert (first.leads, second.leads) == (True, False)
    assert (first.share(20), first.share(1), first.share(3, 2)) == (10, 1, 2)
    first.note(11)
    second.note(12)
    assert second.living() == [11, 12]
    first.note(0)
    assert second.living() == [12]
    assert Member().leads
    assert Member().share(20) == 20
