"""The process from which those in the cage are forked: `python -m verbatim.core.cage.nursery`.

It has loaded the libraries (a module's `prepare` sees to those that come late), so a process for one file takes
milliseconds and shares their memory; it never reads a foreign file itself. It is told of work
over one socket, each piece with a pipe for its result and a socket of its own: when the other end of that socket
closes, the work is ended; when the work ends, its status is sent there.
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import importlib
import json
import os
import selectors
import signal
import socket
import sys
import traceback
from typing import Any

from verbatim.core.cage import limits, walls
from verbatim.core.cage.errors import ForeignFileError
from verbatim.core.cage.file import ForeignFile
from verbatim.core.cage.ranged import Asking

MAX_MESSAGE = 64 * 1024
_RESULT = 3
_FILE = 4
_PIECE = 256 * 1024


class Nursery:
    """Forks, ends and buries the processes of the cage."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._selector = selectors.DefaultSelector()
        self._work: dict[int, socket.socket] = {}
        woken, wake = socket.socketpair()
        woken.setblocking(False)
        wake.setblocking(False)
        signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self._kept = (woken, wake)
        self._selector.register(control, selectors.EVENT_READ, "work")
        self._selector.register(woken, selectors.EVENT_READ, "ended")
        self._selector.register(sys.stdin.fileno(), selectors.EVENT_READ, "over")

    def run(self) -> None:
        while True:
            for key, _ in self._selector.select():
                if key.data == "work":
                    self._begin()
                elif key.data == "ended":
                    self._bury(key.fileobj)
                elif key.data == "over":
                    return  # nothing is ever written there: the server has ended
                else:
                    self._end(key.data)

    def _begin(self) -> None:
        message, descriptors, _, _ = socket.recv_fds(self._control, MAX_MESSAGE, 3)
        if not message:
            return
        job = json.loads(message)
        if job["module"] not in sys.modules:
            with contextlib.suppress(Exception):  # a fault in it is told where it is used
                _load(job["module"])
            gc.collect()
            gc.freeze()  # a fork that collected garbage would copy every page
        if len(descriptors) < 3:  # noqa: PLR2004  only to be loaded
            for descriptor in descriptors:
                os.close(descriptor)
            return
        result, file, status = descriptors
        pid = os.fork()
        if pid == 0:
            _live(job, result, file)
        os.close(result)
        os.close(file)
        self._work[pid] = socket.socket(fileno=status)
        self._selector.register(self._work[pid], selectors.EVENT_READ, pid)

    def _end(self, pid: int) -> None:
        """Nobody waits for it any more."""
        link = self._work.get(pid)
        if link is None:
            return  # it has just ended by itself
        self._selector.unregister(link)
        os.kill(pid, signal.SIGKILL)  # not buried yet, so the number is still its own

    def _bury(self, woken: Any) -> None:
        with contextlib.suppress(BlockingIOError):
            woken.recv(4096)
        while self._work:
            try:
                pid, status, used = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            link = self._work.pop(pid)
            with contextlib.suppress(KeyError, ValueError):
                self._selector.unregister(link)
            report = {"status": status, "cpu": used.ru_utime + used.ru_stime, "rss": used.ru_maxrss}
            with contextlib.suppress(OSError):
                link.send(json.dumps(report).encode())
            link.close()


def _load(name: str) -> None:
    """Load a module with all that it will ever need: nothing can be opened in the cage, not even a library."""
    module = importlib.import_module(name)
    prepare = getattr(module, "prepare", None)
    if prepare is not None:
        prepare()


def _live(job: dict[str, Any], result: int, file: int) -> None:
    """The whole life of a process in the cage; never returns."""
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        walls.die_with_parent()
        # Through high numbers, because one of them may have the number that the other is to get.
        spare = fcntl.fcntl(result, fcntl.F_DUPFD, 64), fcntl.fcntl(file, fcntl.F_DUPFD, 64)
        os.dup2(spare[0], _RESULT)
        os.dup2(spare[1], _FILE)
        os.closerange(_FILE + 1, 4096)
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, 0)
        os.close(null)
        limits.give_way()
        limits.hold_to(limits.Limits(**job["limits"]))
        walls.close_off()
        _work(job)
    except BaseException:  # noqa: BLE001  nothing may go on as if it were the nursery
        _tell(b"X", traceback.format_exc().encode("utf-8", "replace"))
    finally:
        os._exit(0)


def _work(job: dict[str, Any]) -> None:
    try:
        function = getattr(importlib.import_module(job["module"]), job["name"])
        size = job["size"]
        file = ForeignFile(_FILE) if size is None else ForeignFile(_FILE, end=size, read=Asking(size).read)
        found = function(file, *job["arguments"])
        if hasattr(found, "__next__"):
            for piece in found:
                for start in range(0, len(piece), _PIECE):
                    _tell(b"B", bytes(piece[start : start + _PIECE]))
            found = None
        _tell(b"J", json.dumps(found).encode())
    except ForeignFileError as error:
        _tell(b"R", json.dumps([error.code, str(error)]).encode())
    except MemoryError:
        _tell(b"M", b"")


def _tell(kind: bytes, data: bytes) -> None:
    data = kind + len(data).to_bytes(4, "big") + data
    while data:
        data = data[os.write(_RESULT, data) :]


def main() -> int:
    control = socket.socket(fileno=int(sys.argv[1]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt at the terminal is for the server
    Nursery(control).run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
