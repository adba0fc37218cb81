"""This process: its name, by which it holds something, whether one of that name is gone, and its memory; and what is
the same for all that it starts.
"""

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
_SETTINGS = "VERBATIM_"
_PIECE = 65_536
_TAIL = 16 * 1024


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


def child_environment() -> dict[str, str]:
    """Return the environment for a process that does a part of the work: without the server's own settings, in whatever
    letters they are written. They hold secrets that it has no business with.
    """
    return {name: value for name, value in os.environ.items() if not name.upper().startswith(_SETTINGS)}


async def end_child(process: asyncio.subprocess.Process) -> None:
    """Kill a process that was started, and wait until nothing of it is left."""
    if process.stdin is not None:
        process.stdin.close()
    with suppress(ProcessLookupError):
        process.kill()
    # Unread output would keep the pipe, and with it the transport, open for ever.
    while process.stdout is not None and await process.stdout.read(_PIECE):
        pass
    await process.wait()


async def tail_of(stream: asyncio.StreamReader | None) -> str:
    """Drain standard error so that a process never blocks on it; its end is what matters."""
    tail = b""
    while stream is not None and (piece := await stream.read(_PIECE)):
        tail = (tail + piece)[-_TAIL:]
    return tail.decode("utf-8", "replace").strip()
