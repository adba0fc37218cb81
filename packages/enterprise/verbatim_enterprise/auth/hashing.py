"""Argon2id, and the program of the processes that do it.

A process of its own for two reasons: it may be nice without holding the interpreter's lock while it waits for a
processor, which would stop the whole server; and it gives the server its memory back. This file is run by its path and
imports nothing of the plugin, so that such a process starts quickly and stays small.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import signal
import sys
import time
from typing import Any, Final

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

NICENESS: Final = 10

ARGON2: Final = PasswordHasher(
    time_cost=2, memory_cost=19 * 1024, parallelism=1, hash_len=32, salt_len=16, type=Type.ID
)
"""19 MiB, two passes and one lane: the OWASP minimum, some 25 ms of a processor for each check."""


def _base64(data: bytes) -> str:
    return base64.b64encode(data).rstrip(b"=").decode()


NOBODY: Final = (
    f"$argon2id$v=19$m={ARGON2.memory_cost},t={ARGON2.time_cost},p={ARGON2.parallelism}"
    f"${_base64(os.urandom(ARGON2.salt_len))}${_base64(os.urandom(ARGON2.hash_len))}"
)
"""What nobody's password hashes to. Checking against it takes as long as checking a real one, so that the time of an
answer does not tell whether an account exists."""


def matches(stored: str, password: str) -> bool:
    """Say whether `password` is what was stored."""
    try:
        return ARGON2.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False


def answer(request: dict[str, Any]) -> str | bool:
    """Hash a password, or check it against ``stored``."""
    stored = request.get("stored")
    return ARGON2.hash(request["password"]) if stored is None else matches(stored, request["password"])


def be_nice() -> None:
    """Let whatever else this machine does go first.

    Linux may share processors among sessions before it looks at niceness (sched(7), "The autogroup feature"). This
    process has a session of its own, which is made as nice as it is.
    """
    os.nice(NICENESS)
    with contextlib.suppress(OSError):
        group = os.open("/proc/self/autogroup", os.O_WRONLY)
        try:
            os.write(group, str(NICENESS).encode())
        finally:
            os.close(group)


def main() -> None:
    """Answer one line of JSON with another until the server closes the pipe, or ends.

    After each answer it rests for as long as a processor worked on that, so that a flood of sign-ins gets half of one;
    a sign-in that comes alone does not notice.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server
    be_nice()
    for line in sys.stdin:
        started = time.process_time()
        sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
        sys.stdout.flush()
        time.sleep(time.process_time() - started)


if __name__ == "__main__":
    main()
