"""Functions that tests run in the cage: each tries something that a hostile file might make a decoder do."""

from __future__ import annotations

import ctypes
import os
import socket
import time
from collections.abc import Callable, Iterator
from typing import ClassVar

from verbatim.core.cage import ForeignFile, ForeignFileError


class Unreadable(ForeignFileError):  # noqa: N818  as the errors it stands for
    """A refusal with a code of its own."""

    code: ClassVar[str] = "unreadable"


def size(file: ForeignFile) -> int:
    return file.size


def echo(file: ForeignFile, start: int, end: int) -> str:
    return file.part(start, end).peek(1_000).decode()


def pieces(_: ForeignFile, count: int) -> Iterator[bytes]:
    for number in range(count):
        yield bytes([number % 256]) * 1_000


def refuse(_: ForeignFile) -> None:
    raise Unreadable("It is not for reading.")


def take_memory(_: ForeignFile) -> int:
    return len(bytearray(2 * 1024**3))


def take_memory_bit_by_bit(_: ForeignFile) -> int:
    return len([bytearray(1024 * 1024) for _ in range(4096)])


def never_end(_: ForeignFile) -> None:
    while True:
        pass


def wait(_: ForeignFile) -> None:
    time.sleep(600)


def crash(_: ForeignFile) -> None:
    ctypes.string_at(0)


def abort(_: ForeignFile) -> None:
    os.abort()


def say_much(_: ForeignFile) -> str:
    return "x" * 5_000_000


def fail(_: ForeignFile) -> None:
    raise KeyError("a fault in our own code")


def break_out(_: ForeignFile) -> dict[str, str]:
    """What happens to each attempt to reach something else."""
    attempts: dict[str, Callable[[], object]] = {
        "connect": lambda: socket.create_connection(("127.0.0.1", 9)),
        "listen": lambda: socket.create_server(("127.0.0.1", 0)),
        "read": lambda: open("/etc/hostname").read(),  # noqa: PTH123, SIM115  the plainest way
        "write": lambda: open("/tmp/escaped", "w"),  # noqa: PTH123, S108, SIM115  it must fail
        "delete": lambda: os.unlink("/tmp/escaped"),  # noqa: PTH108, S108  same
        "fork": os.fork,
        "run": lambda: os.execv("/bin/true", ["true"]),  # noqa: S606  same
        "signal": lambda: os.kill(os.getppid(), 0),
    }
    found = {}
    for name, attempt in attempts.items():
        try:
            attempt()
        except OSError as error:
            found[name] = type(error).__name__
        else:
            found[name] = "possible"
    return found


def whoami(_: ForeignFile) -> int:
    return os.getpid()


def read_all(file: ForeignFile) -> int:
    return sum(len(file.peek(65_536, at)) for at in range(0, file.size, 65_536))


def read_for_ever(file: ForeignFile) -> None:
    while True:
        file.peek(1, 0)
        file.peek(1, file.size - 1)
