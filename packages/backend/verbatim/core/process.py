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

PROCESS_ID = f"{socket.gethostname()}:{os.getpid()}:{new_id()}"


def run(main: Coroutine[Any, Any, T]) -> T:
    """Run what a server or worker does, on the loop that costs least of what a request costs."""
    make_loop: Callable[[], asyncio.AbstractEventLoop] = asyncio.new_event_loop
    with suppress(ImportError):  # it is not made for Windows
        from uvloop import new_event_loop as make_loop  # noqa: PLC0415 - not for commands that end at once
    with asyncio.Runner(loop_factory=make_loop) as runner:
        return runner.run(main)


def settle() -> None:
    """Call once everything is loaded: it lives as long as the process, and the garbage collector need not look through
    it again. Each look would stop every request for a tenth of a second.
    """
    gc.collect()
    gc.freeze()


def is_dead(process_id: str) -> bool:
    """Return whether the process called `process_id` has certainly ended. Unknown for other hosts: False."""
    host, pid, _ = process_id.rsplit(":", 2)
    if host != socket.gethostname() or process_id == PROCESS_ID:
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
