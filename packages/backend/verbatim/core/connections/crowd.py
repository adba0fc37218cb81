"""All connections of a process: who makes room when there are too many, and who has taken too long.

Whoever has said who they are is never sent away for a stranger. Among strangers the one that has kept the server
waiting for longest makes room for the next, so that thousands of silent connections keep nobody out.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Final, Protocol

import structlog

from verbatim.core.connections.limits import Limits
from verbatim.core.seldom import seldom

log = structlog.get_logger(__name__)

SWEEP_SECONDS: Final = 0.5


class Member(Protocol):
    """A connection, as far as the crowd needs to know it."""

    place: str

    def is_known(self) -> bool:
        """Say whether the request at hand comes from somebody who is signed in."""

    def check(self, now: float, passed: float) -> None:
        """End what has taken too long by `now`; ``passed`` seconds ago was the last look."""

    def make_room(self) -> None:
        """Go away."""


class Crowd:
    """Counts connections by place (see `addresses.neighbourhood`)."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._present: dict[str, dict[Member, None]] = {}
        self._total = 0
        self._unfinished: dict[Member, None] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._looked = 0.0

    def admit(self, member: Member, *, is_proxy: bool) -> bool:
        """Count a new connection in, if need be at the cost of an older one. A proxy brings many people."""
        present = self._present.setdefault(member.place, {})
        if not is_proxy and len(present) >= self.limits.per_address and not self._thin_out(present):
            return False
        if self._total >= self.limits.strangers and not self._thin_out(self._unfinished):
            return False
        present[member] = None
        self._total += 1
        self.waits(member)
        if self._timer is None:
            self._start()
        return True

    def _thin_out(self, among: Iterable[Member]) -> bool:
        """Send away the stranger who has kept us waiting for longest; say whether there is a place now."""
        for member in among:
            if member in self._unfinished and not member.is_known():
                self.leave(member)
                member.make_room()
                seldom.warning(log, "connections_made_room", place=member.place)
                return True
        seldom.warning(log, "connections_refused")
        return False

    def waits(self, member: Member) -> None:
        """Note that a request of this connection is not there yet, from now on."""
        self._unfinished.pop(member, None)
        self._unfinished[member] = None

    def has_sent(self, member: Member) -> None:
        """Note that a whole request has arrived."""
        self._unfinished.pop(member, None)

    def leave(self, member: Member) -> None:
        """Forget a connection."""
        self._unfinished.pop(member, None)
        present = self._present.get(member.place)
        if present is None or member not in present:
            return
        del present[member]
        self._total -= 1
        if not present:
            del self._present[member.place]

    def _start(self) -> None:
        loop = asyncio.get_running_loop()
        self._looked = loop.time()
        self._timer = loop.call_later(SWEEP_SECONDS, self._sweep, loop)

    def _sweep(self, loop: asyncio.AbstractEventLoop) -> None:
        now = loop.time()
        passed, self._looked = now - self._looked, now
        for members in list(self._present.values()):
            for member in list(members):
                member.check(now, passed)
        self._timer = loop.call_later(SWEEP_SECONDS, self._sweep, loop) if self._total else None
