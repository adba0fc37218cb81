"""Places for work that people wait for: in turns, and never all for one of them."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class FairSlots:
    """`total` places. Whoever waits gets the next free one in turns; one person holds at most all but one."""

    def __init__(self, total: int) -> None:
        self.total = total
        self._share = max(1, total - 1)
        self._held: Counter[str] = Counter()
        self._waiting: dict[str, deque[asyncio.Future[None]]] = {}

    @property
    def held(self) -> int:
        return self._held.total()

    @asynccontextmanager
    async def take(self, who: str) -> AsyncIterator[None]:
        """Hold a place for the length of the block."""
        await self._enter(who)
        try:
            yield
        finally:
            self._leave(who)

    async def _enter(self, who: str) -> None:
        if self._room(who) and who not in self._waiting:
            self._held[who] += 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(who, deque()).append(turn)
        try:
            await turn  # whoever sets it has counted the place already
        except asyncio.CancelledError:
            if turn.cancelled():
                self._forget(who, turn)
            else:  # it had just been given a place
                self._leave(who)
            raise

    def _room(self, who: str) -> bool:
        return self.held < self.total and self._held[who] < self._share

    def _forget(self, who: str, turn: asyncio.Future[None]) -> None:
        queue = self._waiting.get(who, deque())
        if turn in queue:
            queue.remove(turn)
        if not queue:
            self._waiting.pop(who, None)

    def _leave(self, who: str) -> None:
        self._held[who] -= 1
        if not self._held[who]:
            del self._held[who]
        for name in list(self._waiting):
            if not self._room(name):
                continue
            queue = self._waiting.pop(name)
            while queue and queue[0].done():
                queue.popleft()  # cancelled this moment
            if queue:
                self._held[name] += 1
                queue.popleft().set_result(None)
            if queue:
                self._waiting[name] = queue  # behind the others: their turn comes first
