"""Passwords: which are allowed, and hashing them without starving the server.

Hashing is some 25 ms of a processor's work. Nice processes of its own do it, few of them, which rest half of the time,
with a limit on how many people may wait, so that a flood of sign-ins leaves other requests alone.
"""

from __future__ import annotations

import asyncio
import os
import unicodedata
from collections import Counter
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import cache
from importlib.resources import files
from typing import Any, Final

from argon2.exceptions import InvalidHashError

from verbatim_enterprise.auth.errors import BusyError, PasswordLengthError, WeakPasswordError
from verbatim_enterprise.auth.hash_process import HashProcessError, ask
from verbatim_enterprise.auth.hashing import ARGON2, NOBODY

MIN_LENGTH: Final = 8
MAX_LENGTH: Final = 128
RESERVED: Final = 8
"""Places beyond the limit for browsers that have signed in here before."""

SECONDS_PER_HASH: Final = 0.05
SECONDS_TO_RECOVER: Final = 5.0
"""Guesses, for Retry-After only."""


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


def default_processes() -> int:
    """Return how many processes check passwords where nobody has said: half as many as there are processors."""
    return max(1, (os.cpu_count() or 2) // 2)


class PasswordHasher:
    """Hashes and checks passwords in a few processes."""

    def __init__(self, processes: int = 0, queue: int = 32) -> None:
        self._processes = processes or default_processes()
        # A thread only waits for a process.
        self._pool = ThreadPoolExecutor(self._processes, thread_name_prefix="password")
        self._limit = self._processes + queue
        self._share = max(1, self._limit * 3 // 4)
        # While one is checked, another one's account is looked up.
        self._served = asyncio.Semaphore(self._processes + 1)
        self._inside = 0
        self._admitted = 0
        self._by_address: Counter[str] = Counter()

    def refuse_if_full(self, address: str, *, trusted: bool = False) -> None:
        """Turn whoever finds no place away before costing anything.

        Raises:
            BusyError: all places are taken, or those that one address may take.
        """
        is_full = self._admitted >= self._limit or self._by_address[address] >= self._share
        if is_full and (not trusted or self._admitted >= self._limit + RESERVED):
            raise BusyError(self._admitted * SECONDS_PER_HASH / self._processes)

    @asynccontextmanager
    async def admission(self, address: str, *, trusted: bool = False) -> AsyncIterator[None]:
        """Hold one of the places for people who are signing in, from their first step to their last.

        Few are served at a time. ``trusted`` browsers have places to themselves and do not wait for others, so that a
        flood of strangers does not keep them out.

        Raises:
            BusyError: there is none.
        """
        self.refuse_if_full(address, trusted=trusted)
        self._admitted += 1
        self._by_address[address] += 1
        try:
            if trusted:
                yield
            else:
                async with self._served:
                    yield
        finally:
            self._admitted -= 1
            self._by_address[address] -= 1
            if not self._by_address[address]:
                del self._by_address[address]

    async def hash(self, password: str) -> str:
        """Return what to store.

        Raises:
            BusyError: too many are waiting.
        """
        return str(await self._ask({"password": normalise(password)}))

    async def verify(self, stored: str | None, password: str) -> bool:
        """Say whether `password` is what was stored. Without a stored one it takes as long and says no.

        Raises:
            BusyError: too many are waiting.
        """
        plain = normalise(password)[: MAX_LENGTH + 1]
        right = await self._ask({"password": plain, "stored": stored or NOBODY})
        return right is True and stored is not None

    @staticmethod
    def is_outdated(stored: str) -> bool:
        """Say whether `stored` was made with other parameters than today's."""
        try:
            return ARGON2.check_needs_rehash(stored)
        except InvalidHashError:
            return True

    async def _ask(self, request: dict[str, Any]) -> str | bool:
        if self._inside >= self._limit + RESERVED:
            raise BusyError(self._inside * SECONDS_PER_HASH / self._processes)
        self._inside += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, ask, request)
        except HashProcessError as error:
            raise BusyError(SECONDS_TO_RECOVER) from error
        finally:
            self._inside -= 1
