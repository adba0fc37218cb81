"""Steps that write to a log file and say, when they fail, what a person can do about it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import deque
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOG = ROOT / ".cache" / "install.log"
_TAIL_LINES = 40

DISK_FULL = "The disk is full."

# What installers write when the machine is at fault, and the sentence for it. The first match wins.
_DIAGNOSES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("no space left on device", "enospc", "disk quota exceeded"), DISK_FULL),
    (("read-only file system", "erofs"), "The disk is read-only."),
    (("permission denied", "eacces"), "A file or folder of this checkout may not be written by you."),
    (
        (
            "name resolution",
            "network is unreachable",
            "failed to lookup address",
            "dns error",
            "enotfound",
            "eai_again",
            "econnrefused",
            "etimedout",
            "connection refused",
            "connecttimeout",
            "timed out",
            "error sending request",
            "newconnectionerror",
        ),
        "The package index could not be reached: is this machine online, or does it need a proxy?",
    ),
)


class StepError(Exception):
    """A step failed; the text is for a person at a terminal, `reason` the machine's fault if it is known."""

    def __init__(self, text: str, reason: str | None = None) -> None:
        super().__init__(text)
        self.reason = reason


def say(text: str) -> None:
    print(text, flush=True)


def diagnose(output: str) -> str | None:
    """Name the machine's fault that an installer's output points to, if it is one of the usual ones."""
    lowered = output.lower()
    for needles, sentence in _DIAGNOSES:
        if any(needle in lowered for needle in needles):
            return sentence
    return None


def run_logged(title: str, command: list[str], *, cwd: Path = ROOT, env: dict[str, str] | None = None) -> None:
    """Run one command quietly; its output goes to the log.

    Raises:
        StepError: it failed; carries the end of its output and, where known, the reason.
    """
    LOG.parent.mkdir(parents=True, exist_ok=True)
    print(f"{title}… ", end="", flush=True)
    begun = time.monotonic()
    with LOG.open("a", encoding="utf-8", errors="replace") as log:
        log.write(f"\n== {title}\n$ {' '.join(command)}\n")
        log.flush()
        start = log.tell()
        try:
            result = subprocess.run(
                command,
                cwd=cwd,
                env={**os.environ, "NO_COLOR": "1", **(env or {})},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                check=False,
            )
        except OSError as error:
            say("failed.")
            raise StepError(f"{command[0]} could not be started: {error.strerror}.") from error
    if result.returncode:
        say("failed.")
        raise _failure(title, start)
    say(f"{time.monotonic() - begun:.0f} s")


def _failure(title: str, start: int) -> StepError:
    with LOG.open(encoding="utf-8", errors="replace") as log:
        log.seek(start)
        output = log.read()
    tail = "\n".join(f"    {line}" for line in deque(output.splitlines(), _TAIL_LINES))
    reason = diagnose(output)
    sentence = reason or f"“{title}” failed; the end of its output is above."
    return StepError(f"{tail}\n{sentence} Everything it wrote: {LOG.relative_to(ROOT)}", reason)


def fail(error: Exception) -> int:
    """Print an error for a person and return the exit status."""
    if isinstance(error, OSError):
        reason = diagnose(f"{error.strerror}") or f"{error.strerror}."
        print(f"{reason} ({error.filename or 'while writing'})", file=sys.stderr)
    else:
        print(error, file=sys.stderr)
    return 1
