"""Processes that hash passwords, kept between uses and shared by everything in this process."""

from __future__ import annotations

import atexit
import contextlib
import json
import subprocess
import sys
from queue import Empty, SimpleQueue
from typing import IO, Any, Final, cast

from verbatim_enterprise.auth import hashing
from verbatim_enterprise.host import child_environment

_ATTEMPTS: Final = 2
_END_SECONDS: Final = 5
PROGRAM: Final = hashing.__file__
"""What such a process runs."""


class HashProcessError(Exception):
    """A process ended in the middle of its work, for example because memory was short."""


class HashProcess:
    """One process. It ends with this one, however that ends, because its standard input does."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this interpreter, and a program of ours
            [sys.executable, "-P", PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=child_environment(),
            encoding="utf-8",
            start_new_session=True,  # see `hashing.be_nice`
        )
        self._questions = cast("IO[str]", self._process.stdin)
        self._answers = cast("IO[str]", self._process.stdout)

    @property
    def pid(self) -> int:
        return self._process.pid

    def ask(self, request: dict[str, Any]) -> str | bool:
        """Return the answer to `request`; blocks.

        Raises:
            HashProcessError: the process has ended.
        """
        try:
            self._questions.write(json.dumps(request) + "\n")
            self._questions.flush()
            line = self._answers.readline()
        except OSError as error:
            raise HashProcessError from error
        if not line:
            raise HashProcessError
        found: str | bool = json.loads(line)
        return found

    def end(self) -> None:
        with contextlib.suppress(OSError):
            self._questions.close()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._answers.close()


_idle: SimpleQueue[HashProcess] = SimpleQueue()


def ask(request: dict[str, Any]) -> str | bool:
    """Let a process answer, which is started when all others are busy; blocks.

    Raises:
        HashProcessError: processes keep ending.
    """
    for _ in range(_ATTEMPTS):
        process = _take()
        try:
            found = process.ask(request)
        except HashProcessError:
            process.end()
        else:
            _idle.put(process)
            return found
    raise HashProcessError


def _take() -> HashProcess:
    try:
        return _idle.get_nowait()
    except Empty:
        return HashProcess()


@atexit.register
def _end_all() -> None:
    with contextlib.suppress(Empty):
        while True:
            _idle.get_nowait().end()
