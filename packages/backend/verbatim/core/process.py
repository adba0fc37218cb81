"""This process: its name, by which it holds something, whether one of that name is gone, and its memory."""

from __future__ import annotations

import asyncio
import gc
import os
import socket
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from verbatim.core.clock import new_id

T = TypeVar("T")

_ids: dict[int, str] = {}


def process_id() -> str:
    """Return the name of this process: its host, its number there, and something that no other has."""
    number = os.getpid()  # another one where a process was split off
    if number not in _ids:
        _ids.clear()
        _ids[number] = f"{socket.gethostname()}:{number}:{new_id()}"
    return _ids[number]


def run(main: Coroutine[Any, Any, T]) -> T:
    """Run what a server or worker does, on the loop that costs least of what a request costs."""
    make_loop: Callable[[], asyncio.AbstractEventLoop] = asyncio.new_event_loop
    with suppress(ImportError):  # it is not made for Windows
        from uvloop import new_event_loop as make_loop  # noqa: PLC0415 - not for commands that end at once
    with asyncio.Runner(loop_factory=make_loop) as runner:
        return runner.run(main)


def settle() -> None:
    """Call once everything is loaded: it lives as long as the process, and the garbage collector need not look through
    it again. Each look would stop every request for a tenth of a second, and so would one now for the start: what few
    things are garbage already stay.
    """
    gc.freeze()
    gc.enable()


def is_dead(name: str) -> bool:
    """Return whether the process called `name` has certainly ended. Unknown for other hosts: False."""
    host, pid, _ = name.rsplit(":", 2)
    if host != socket.gethostname() or name == process_id():
        return False
    if int(pid) == os.getpid():
        return True  # an earlier process with our number, as the first one in every container has
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
