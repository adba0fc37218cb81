"""Slowing guesses down without locking anybody out.

Failures are counted under three keys: an account from one place, an account from everywhere, and an address. After
some free ones each further failure doubles a delay. A place is the browser that proved itself before (a sealed cookie),
else the address. Somebody who fails from elsewhere can only make an account's owner wait where the owner has never
signed in from, and there for seconds: a known browser or address skips the other two keys.

Attempts during a delay are refused and not counted. How attempts at the same moment are let in is in `attempts`.
"""

from __future__ import annotations

import hashlib
import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.auth.errors import TooManyAttemptsError
from verbatim_enterprise.auth.models import Throttle
from verbatim_enterprise.host import utcnow

FORGET_AFTER: Final = timedelta(hours=24)


@dataclass(frozen=True)
class Rule:
    """``free`` failures cost nothing; then there is a delay of one second, one of ``second``, and each further one is
    twice as long, up to ``longest``.
    """

    free: int
    longest: float
    second: float = 2.0

    def delay(self, failures: int) -> float:
        over = failures - self.free
        if over < 0:
            return 0.0
        return min(self.longest, self.second * 2.0 ** min(over - 1, 30) if over else 1.0)


PAIR: Final = Rule(free=5, longest=900.0, second=60.0)
"""Whoever guesses has six tries in the first minute, however many come at once and to however many servers."""
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


def now() -> datetime:
    """Return the moment by which delays are measured."""
    return utcnow()


async def refuse_if_blocked(session: AsyncSession, attempt: Attempt) -> None:
    """Raise TooManyAttemptsError while one of the keys has to wait."""
    found = await session.scalars(select(Throttle.blocked_until).where(Throttle.key.in_(attempt.rules)))
    wait = max(((moment - now()).total_seconds() for moment in found), default=0.0)
    if wait > 0:
        raise TooManyAttemptsError(wait)


async def unlock(session: AsyncSession, name: str) -> None:
    """Forget all failures of an account, wherever they came from."""
    await session.execute(delete(Throttle).where(Throttle.account == short_hash(name)))
