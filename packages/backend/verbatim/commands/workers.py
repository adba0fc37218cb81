"""A server of several processes: one opens the port, the others answer, and who dies is replaced.

The first process loads everything, splits the others off and then only looks after them. They begin with what it has
loaded, accept connections at the one port, and end when it does, however that comes.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from types import FrameType
from typing import Final, NoReturn

import structlog

from verbatim.core.figures.shared import Figures
from verbatim.core.member import Member
from verbatim.core.shared_tallies import SharedTallies

log = structlog.get_logger(__name__)

STOPPING: Final = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
STOP_SECONDS: Final = 40.0
"""How long they may take to finish; longer than each gives its requests and jobs."""
FIRST_WAIT, LONGEST_WAIT, SETTLED = 0.2, 30.0, 20.0
"""Seconds before one that died is replaced: at once, and each time twice as long while they keep dying young."""

Work = Callable[[Member, Callable[[], None], int], str | None]
"""What a process does: with who it is, what to call once it answers, and a descriptor that can be read once the first
process is gone. Returns why it could not, if so.
"""


@dataclass
class _Slot:
    """One of the processes, or the place that is free for its successor."""

    number: int
    pid: int = 0
    began: float = 0.0
    said: int = -1
    """Where it says that it answers, or why it cannot."""
    answers: bool = False
    failures: int = 0
    next_start: float = 0.0
    words: bytes = b""


class Crew:
    """The processes of one server, as the first one sees them."""

    def __init__(self, size: int, work: Work, announce: Callable[[], None]) -> None:
        self._tallies, self._figures = SharedTallies(), Figures(size)
        self._size, self._work, self._announce = size, work, announce
        self._server = Member(size=size, tallies=self._tallies, figures=self._figures).server
        self._slots = [_Slot(number) for number in range(size)]
        self._alive = os.pipe()
        self._asked: int | None = None
        self._stop_by = 0.0
        self._announced = False
        self._woken, self._wake = socket.socketpair()

    def run(self) -> str | None:
        """Keep them running until a signal says to stop. Returns why the first one could not start, if so."""
        self._woken.setblocking(False)
        self._wake.setblocking(False)
        signal.set_wakeup_fd(self._wake.fileno(), warn_on_full_buffer=False)
        for number in _heeded():
            signal.signal(number, self._note)
        failure: str | None = None
        while failure is None:
            self._start_who_is_missing()
            if self._asked is not None and not any(slot.pid for slot in self._slots):
                return None
            self._wait()
            failure = self._bury()
        self._pass_on(signal.SIGTERM)
        return failure

    def _note(self, number: int, _: FrameType | None) -> None:
        if number == signal.SIGCHLD:
            return  # it has woken us
        self._asked = number
        self._stop_by = self._stop_by or time.monotonic() + STOP_SECONDS
        self._pass_on(signal.SIGTERM if number == signal.SIGHUP else signal.Signals(number))

    def _pass_on(self, number: signal.Signals) -> None:
        for slot in self._slots:
            if slot.pid:
                with suppress(ProcessLookupError):
                    os.kill(slot.pid, number)

    def _start_who_is_missing(self) -> None:
        if self._asked is not None:
            return
        for slot in self._slots:
            # The first one migrates, and says what is wrong; the others would only say it again.
            if not slot.pid and slot.next_start <= time.monotonic() and (self._announced or slot.number == 0):
                self._split_off(slot)

    def _split_off(self, slot: _Slot) -> None:
        said, saying = os.pipe()
        # A signal in between would be passed on by the wrong one, or not to the new one.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
        pid = os.fork()
        if pid == 0:
            self._be_member(slot.number, said, saying)
        slot.pid, slot.said, slot.began = pid, said, time.monotonic()
        slot.answers, slot.words = False, b""
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        os.close(saying)

    def _be_member(self, number: int, said: int, saying: int) -> NoReturn:
        """Live as one of the processes; never returns into what the first one was doing."""
        code = 1
        try:
            signal.set_wakeup_fd(-1)
            for one in _heeded():
                signal.signal(one, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
            os.setpgid(0, 0)  # Ctrl-C goes to the first process, which passes it on: once
            for descriptor in (said, self._alive[1], *(slot.said for slot in self._slots if slot.said >= 0)):
                os.close(descriptor)
            member = self._member(number)
            failure = self._work(member, lambda: _say(saying, b"+"), self._alive[0])
            if failure:
                _say(saying, b"-" + failure.encode())
            code = int(failure is not None)
        except BaseException:
            log.exception("server_process_failed", number=number)
        finally:
            end(code)

    def _wait(self) -> None:
        now = time.monotonic()
        due = [slot.next_start - now for slot in self._slots if not slot.pid and self._asked is None]
        if self._asked is not None:
            due.append(self._stop_by - now)
            if self._stop_by < now:
                self._pass_on(signal.SIGKILL)
                due.append(1.0)
        saying = [slot.said for slot in self._slots if slot.said >= 0]
        timeout = max(0.01, min(due)) if due and (self._announced or self._asked is not None) else None
        watched: list[int] = [self._woken.fileno(), *saying]
        ready, _, _ = select.select(watched, [], [], timeout)
        with suppress(BlockingIOError):
            self._woken.recv(4096)
        for slot in self._slots:
            if slot.said in ready:
                self._hear(slot)

    def _hear(self, slot: _Slot) -> None:
        words = os.read(slot.said, 65_536)
        slot.words += words
        if words == b"":
            os.close(slot.said)
            slot.said = -1
        elif words[:1] == b"+":
            slot.answers = True
            self._write_down(slot)
            if not self._announced:
                self._announced = True
                self._announce()

    def _bury(self) -> str | None:
        """Note who has ended. Returns what the first one said when it could not even start."""
        for slot in self._slots:
            if not slot.pid or os.waitpid(slot.pid, os.WNOHANG) == (0, 0):
                continue
            while slot.said >= 0:
                self._hear(slot)
            lived, pid, slot.pid, slot.answers = time.monotonic() - slot.began, slot.pid, 0, False
            self._write_down(slot)
            if self._asked is not None:
                continue
            if not self._announced:
                return slot.words.removeprefix(b"-").decode() or "The server ended while it was starting."
            slot.failures = 0 if lived > SETTLED else slot.failures + 1
            wait = 0.0 if slot.failures == 0 else min(LONGEST_WAIT, FIRST_WAIT * 2 ** (slot.failures - 1))
            slot.next_start = time.monotonic() + wait
            log.warning("server_process_ended", number=slot.number, pid=pid, seconds=round(lived, 1), again_in=wait)
        return None

    def _write_down(self, slot: _Slot) -> None:
        self._member(slot.number).note(slot.pid if slot.answers else 0)

    def _member(self, number: int) -> Member:
        return Member(number, self._size, self._server, self._tallies, self._figures)


def _heeded() -> Iterator[signal.Signals]:
    """Yield the signals that mean something to us. What `nohup` hides stays hidden; but a shell that starts programs in
    the background hides SIGINT from them too, and whoever sends that by name wants an end, as of a single process.
    """
    yield from (signal.SIGTERM, signal.SIGINT, signal.SIGCHLD)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        yield signal.SIGHUP


def _say(descriptor: int, words: bytes) -> None:
    with suppress(OSError):
        os.write(descriptor, words)


def end(code: int) -> NoReturn:
    """End this process without what the one it was split off from would do at its end."""
    import atexit  # noqa: PLC0415 - only here
    import sys  # noqa: PLC0415 - only here

    atexit._run_exitfuncs()  # noqa: SLF001 - the interpreter's own way, which os._exit leaves out
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)
