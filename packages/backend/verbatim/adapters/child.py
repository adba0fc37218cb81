"""What a process of its own does at its start, so that it neither outlives the server nor gets in its way."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import threading
from pathlib import Path
from typing import BinaryIO

_PR_SET_PDEATHSIG = 1
_OOM_SCORE = "500"
ORPHANED = 3
"""How a process ends that nobody waits for any more."""


def private_output() -> BinaryIO:
    """Keep standard output to ourselves: libraries that print must not break the protocol."""
    private = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return os.fdopen(private, "wb")


def send(out: BinaryIO, line: bytes) -> None:
    try:
        out.write(line)
        out.flush()
    except BrokenPipeError:
        os._exit(ORPHANED)


def die_with(parent: int) -> None:
    """Have the kernel end this process when the server ends, however it ends. Where there is no Linux only the closed
    pipe tells, see `die_when_closed`.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:  # it went between starting us and the line above
            os._exit(ORPHANED)


def die_when_closed() -> None:
    """End when standard input does. Nothing more must be expected from there."""

    def watch() -> None:
        with contextlib.suppress(OSError, ValueError):
            while os.read(sys.stdin.fileno(), 4096):
                pass
        os._exit(ORPHANED)

    threading.Thread(target=watch, daemon=True).start()


def step_back(niceness: int) -> None:
    """The web server goes first: for the processor, and when memory runs out."""
    with contextlib.suppress(OSError):
        os.nice(max(0, niceness))
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_OOM_SCORE, encoding="ascii")
