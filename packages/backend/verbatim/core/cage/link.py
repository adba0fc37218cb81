"""From a server or an engine to the nursery: starting it, and giving it work."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from verbatim.core.cage.errors import CageError, Crashed, LimitExceeded, Refused
from verbatim.core.cage.limits import Limits
from verbatim.core.cage.nursery import MAX_MESSAGE

INHERITED = "CAGE_SOCKET"
"""The environment variable in which a child process is told of its server's nursery."""

_HEAD = 5


@dataclass
class Work:
    """A process in the cage: the end of the pipe with its result, and what ends it when closed."""

    result: int
    status: socket.socket


class Link:
    """The nursery of this process, started when it is first needed and again whenever it died."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._owner = os.getpid()

    def begin(
        self,
        function: Callable[..., Any],
        path: Path | int,
        arguments: tuple[Any, ...],
        limits: Limits,
        *,
        size: int | None = None,
    ) -> Work:
        """Let a function read a file. Whoever calls closes both ends. Instead of a path it may be a line to one of so
        many bytes, by its descriptor, which is closed here.

        Raises:
            FileNotFoundError, OSError: the file cannot be opened.
            Crashed: the nursery cannot be started.
        """
        message = json.dumps(
            {
                "module": function.__module__,
                "name": function.__qualname__,
                "arguments": arguments,
                "limits": asdict(limits),
                "size": size,
            }
        ).encode()
        file = path if isinstance(path, int) else os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        if len(message) > MAX_MESSAGE:
            os.close(file)
            raise Crashed("The arguments of work in the cage are too long.")
        mine, theirs = socket.socketpair()
        reading, writing = os.pipe()
        try:
            self._send(message, [writing, file, theirs.fileno()])
        except BaseException:
            os.close(reading)
            mine.close()
            raise
        finally:
            os.close(writing)
            os.close(file)
            theirs.close()
        return Work(reading, mine)

    def warm(self, *modules: str) -> None:
        """Start the nursery and let it load what will be needed; does not wait for it."""
        for module in modules:
            with contextlib.suppress(CageError):
                self._send(json.dumps({"module": module}).encode(), [])

    def descriptor(self) -> int:
        """Return the socket that a child process may inherit, to use the same nursery."""
        with self._lock:
            return self._connected().fileno()

    def _send(self, message: bytes, descriptors: list[int]) -> None:
        with self._lock:
            for attempt in (1, 2):
                try:
                    socket.send_fds(self._connected(), [message], descriptors)
                except OSError as error:
                    self._drop()
                    if attempt == 2:  # noqa: PLR2004  it was started anew already
                        raise Crashed(f"The cage cannot be reached: {error}") from error
                else:
                    return

    def _connected(self) -> socket.socket:
        if self._owner != os.getpid():  # split off from another process, which keeps its nursery
            self._control = self._process = None
            self._owner = os.getpid()
        if self._process is not None and self._process.poll() is not None:
            self._drop()
        if self._control is None:
            inherited = os.environ.pop(INHERITED, "")
            if inherited:
                self._control = socket.socket(fileno=int(inherited))
            else:
                self._start()
        assert self._control is not None  # noqa: S101  one of the two has set it
        return self._control

    def _start(self) -> None:
        kind = socket.SOCK_SEQPACKET if sys.platform == "linux" else socket.SOCK_DGRAM
        self._control, theirs = socket.socketpair(socket.AF_UNIX, kind)
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LD_LIBRARY_PATH") if name in os.environ}
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603  our own program with our own arguments
                [sys.executable, "-P", "-m", "verbatim.core.cage.nursery", str(theirs.fileno())],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                # Without the server's secrets; threads of their own would only widen the address space.
                env={
                    **kept,
                    "PYTHONPATH": os.pathsep.join(sys.path),
                    "OPENBLAS_NUM_THREADS": "1",
                    "OMP_NUM_THREADS": "1",
                    "MALLOC_ARENA_MAX": "1",
                },
                start_new_session=True,
            )

    def _drop(self) -> None:
        if self._control is not None:
            self._control.close()
        self._control = None
        process, self._process = self._process, None
        if process is not None and self._owner == os.getpid():
            assert process.stdin is not None  # noqa: S101  asked for above
            process.stdin.close()
            process.kill()
            process.wait()

    def close(self) -> None:
        with self._lock:
            self._drop()


def verdict(kind: bytes, data: bytes) -> Any:
    """Return the result that the last message brings, or raise what it tells."""
    if kind == b"J":
        return json.loads(data)
    if kind == b"R":
        raise Refused(*json.loads(data))
    if kind == b"M":
        raise LimitExceeded("memory")
    raise Crashed(data.decode("utf-8", "replace"))


def epitaph(report: bytes) -> CageError:
    """Return why a process ended without a last word, from what the nursery tells of it."""
    status = json.loads(report)["status"] if report else 0
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if number == signal.SIGXCPU:
        return LimitExceeded("time")
    if number == signal.SIGKILL:  # by the kernel: out of memory, or the hard limit of the processor's time
        return LimitExceeded("memory")
    return Crashed(f"The process that read the file ended with status {status}.")


def head(data: bytes) -> tuple[bytes, int]:
    """Read the head of a message: its kind and the length of what follows."""
    return data[:1], int.from_bytes(data[1:_HEAD], "big")


HEAD = _HEAD
LINK = Link()
atexit.register(LINK.close)
