"""Passwords: which are allowed, and hashing them without starving the server.

Argon2id with 19 MiB, two passes and one lane, the OWASP minimum: some 25 ms of a processor for each check. That work
has a small pool of its own with a limit on how many may wait, so that a flood of sign-ins leaves other requests alone.
"""

from __future__ import annotations

import asyncio
import os
import sys
import unicodedata
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import Final, TypeVar

from argon2 import PasswordHasher as Argon2
from argon2 import Type
from argon2.exceptions import InvalidHashError, VerificationError

from verbatim_enterprise.auth.errors import BusyError, PasswordLengthError, WeakPasswordError

T = TypeVar("T")

MIN_LENGTH: Final = 8
MAX_LENGTH: Final = 128
NICENESS: Final = 10
RESERVED: Final = 8
"""Places beyond the limit for browsers that have signed in here before."""

SECONDS_PER_HASH: Final = 0.05
"""A guess, for Retry-After only."""

ARGON2: Final = Argon2(time_cost=2, memory_cost=19 * 1024, parallelism=1, hash_len=32, salt_len=16, type=Type.ID)


@cache
def _nobody() -> str:
    """Return what nobody's password hashes to.

    Checking against it takes as long as checking a real one, so that the time of an answer does not tell whether an
    account exists. A constant would grow stale when the parameters change.
    """
    return ARGON2.hash(os.urandom(16).hex())


def normalise(password: str) -> str:
    """Return one spelling for what looks and is typed the same on different devices."""
    return unicodedata.normalize("NFKC", password)


@cache
def common_passwords() -> frozenset[str]:
    """Return the bundled list, case-folded."""
    text = files("verbatim_enterprise.auth").joinpath("common_passwords.txt").read_text(encoding="utf-8")
    return frozenset(line.casefold() for line in text.splitlines() if line)


def check_password(password: str, *names: str) -> str:
    """Return `password` as it is hashed, if it is allowed: 8 to 128 characters, not a common one, not one's name.

    Raises:
        PasswordLengthError, WeakPasswordError: it is not.
    """
    plain = normalise(password)
    if not MIN_LENGTH <= len(plain) <= MAX_LENGTH:
        raise PasswordLengthError
    folded = plain.casefold()
    if folded in common_passwords() or folded in {name.casefold() for name in names}:
        raise WeakPasswordError
    return plain


class PasswordHasher:
    """Hashes and checks passwords in a bounded pool of threads."""

    def __init__(self, threads: int = 0, queue: int = 32) -> None:
        threads = threads or max(1, (os.cpu_count() or 2) // 2)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="password", initializer=_prepare)
        self._threads = threads
        self._limit = threads + queue
        self._inside = 0
        self._admitted = 0

    @contextmanager
    def admission(self, *, trusted: bool = False) -> Iterator[None]:
        """Hold one of the places for people who are signing in, from their first step to their last.

        Whoever finds none is turned away before costing anything. ``trusted`` browsers have some to themselves, so that
        a flood of strangers does not keep them out.

        Raises:
            BusyError: all places are taken.
        """
        if self._admitted >= self._limit + (RESERVED if trusted else 0):
            raise BusyError(self._admitted * SECONDS_PER_HASH / self._threads)
        self._admitted += 1
        try:
            yield
        finally:
            self._admitted -= 1

    async def hash(self, password: str) -> str:
        """Return what to store.

        Raises:
            BusyError: too many are waiting.
        """
        plain = normalise(password)
        return await self._run(lambda: ARGON2.hash(plain))

    async def verify(self, stored: str | None, password: str) -> bool:
        """Say whether `password` is what was stored. Without a stored one it takes as long and says no.

        Raises:
            BusyError: too many are waiting.
        """
        plain = normalise(password)[: MAX_LENGTH + 1]
        right = await self._run(lambda: _matches(stored or _nobody(), plain))
        return right and stored is not None

    @staticmethod
    def is_outdated(stored: str) -> bool:
        """Say whether `stored` was made with other parameters than today's."""
        try:
            return ARGON2.check_needs_rehash(stored)
        except InvalidHashError:
            return True

    async def _run(self, work: Callable[[], T]) -> T:
        if self._inside >= self._limit + RESERVED:
            raise BusyError(self._inside * SECONDS_PER_HASH / self._threads)
        self._inside += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, work)
        finally:
            self._inside -= 1

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)


def _matches(stored: str, password: str) -> bool:
    try:
        return ARGON2.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False


def _prepare() -> None:
    # On Linux niceness belongs to the thread: hashing gets what other requests leave.
    if sys.platform == "linux":
        os.nice(NICENESS)
    _nobody()
