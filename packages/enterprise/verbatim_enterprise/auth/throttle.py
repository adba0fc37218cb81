"""Slowing guesses down without locking anybody out.

Failures are counted under three keys: an account from one place, an account from everywhere, and an address. After
some free ones each further failure doubles a delay. A place is the browser that proved itself before (a sealed cookie),
else the address. Somebody who fails from elsewhere can only make an account's owner wait where the owner has never
signed in from, and there for seconds: a known browser or address skips the other two keys.

Attempts during a delay are refused and not counted. Attempts for one account from one place go one after another, so
that parallel ones cannot slip through before the first failure is written down, while parallel correct ones all pass.
"""

from __future__ import annotations

import asyncio
import hashlib
import ipaddress
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, cast
from weakref import WeakValueDictionary

from sqlalchemy import Table, case, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.auth.errors import BusyError, TooManyAttemptsError
from verbatim_enterprise.auth.models import Throttle
from verbatim_enterprise.host import utcnow

_TABLE: Final = cast("Table", Throttle.__table__)
FORGET_AFTER: Final = timedelta(hours=24)
_WAITING: Final = 64
"""Attempts for one account from one place that may wait for each other."""


@dataclass(frozen=True)
class Rule:
    """``free`` failures cost nothing; then delays double from one second up to ``longest``."""

    free: int
    longest: float

    def delay(self, failures: int) -> float:
        if failures < self.free:
            return 0.0
        return min(self.longest, 2.0 ** min(failures - self.free, 30))


PAIR: Final = Rule(free=5, longest=900.0)
ACCOUNT: Final = Rule(free=30, longest=20.0)
ADDRESS: Final = Rule(free=30, longest=60.0)


@dataclass(frozen=True)
class Attempt:
    """The keys that one attempt counts under, with the rule of each."""

    account: str | None
    rules: dict[str, Rule]

    @property
    def place(self) -> str:
        """The key under which attempts wait for each other."""
        return next(iter(self.rules))


def attempt(name: str, address: str | None, *, device: str | None = None, is_known: bool = False) -> Attempt:
    """Return the keys of an attempt to be `name` (case-folded) from an address.

    ``device`` is the id of a browser that signed in as this account before; ``is_known`` says that the address did.
    """
    account = short_hash(name)
    place = f"device {device}" if device else f"address {network(address)}"
    rules = {f"pair:{short_hash(f'{account} {place}')}": PAIR}
    if device is None and not is_known:
        rules[f"account:{account}"] = ACCOUNT
        rules[f"address:{short_hash(network(address))}"] = ADDRESS
    return Attempt(account, rules)


def by_address(what: str, address: str | None, rule: Rule) -> Attempt:
    """Return the key of something that only its address can be counted by."""
    return Attempt(None, {f"{what}:{short_hash(network(address))}": rule})


def short_hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def network(address: str | None) -> str:
    """Return what counts as one address: of IPv6 the /64 that a single customer has."""
    try:
        parsed = ipaddress.ip_address(address or "")
    except ValueError:
        return address or "unknown"
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


async def refuse_if_blocked(session: AsyncSession, attempt: Attempt) -> bool:
    """Raise TooManyAttemptsError while one of the keys has to wait; say whether its place has failed before."""
    found = (
        await session.execute(select(Throttle.key, Throttle.blocked_until).where(Throttle.key.in_(attempt.rules)))
    ).all()
    now = utcnow()
    wait = max(((moment - now).total_seconds() for _, moment in found), default=0.0)
    if wait > 0:
        raise TooManyAttemptsError(wait)
    return any(key == attempt.place for key, _ in found)


async def count_failure(session: AsyncSession, attempt: Attempt) -> None:
    """Write a failure down under every key, in one order, so that two of them never wait for each other."""
    now = utcnow()
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    # A moment long past blocks nothing, and tells which failures are forgotten.
    fresh = {"account": attempt.account, "failures": 1, "failed_at": now, "blocked_until": now - FORGET_AFTER}
    statement = insert(_TABLE)
    is_old = _TABLE.c.failed_at < statement.excluded.blocked_until
    counted = await session.execute(
        statement.on_conflict_do_update(
            index_elements=[_TABLE.c.key],
            set_={
                "failures": case((is_old, 1), else_=_TABLE.c.failures + 1),
                "failed_at": statement.excluded.failed_at,
            },
        ).returning(_TABLE.c.key, _TABLE.c.failures),
        [{"key": key, **fresh} for key in sorted(attempt.rules)],
    )
    for key, failures in sorted(counted.all()):
        if delay := attempt.rules[key].delay(failures):
            until = now + timedelta(seconds=delay)
            await session.execute(update(Throttle).where(Throttle.key == key).values(blocked_until=until))


async def forgive(session: AsyncSession, attempt: Attempt) -> None:
    """Forget the failures of this place, after a success."""
    await session.execute(delete(Throttle).where(Throttle.key == attempt.place))


async def unlock(session: AsyncSession, name: str) -> None:
    """Forget all failures of an account, wherever they came from."""
    await session.execute(delete(Throttle).where(Throttle.account == short_hash(name)))


class Queue:
    """Lets attempts for one account from one place in one by one."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, _Turn] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, place: str) -> AsyncIterator[None]:
        """Wait for one's turn.

        Raises:
            BusyError: too many are waiting already.
        """
        turn = self._locks.setdefault(place, _Turn())
        if turn.waiting >= _WAITING:
            raise BusyError(1)
        turn.waiting += 1
        try:
            async with turn.lock:
                yield
        finally:
            turn.waiting -= 1


class _Turn:
    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.waiting = 0
