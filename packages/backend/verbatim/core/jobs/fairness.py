"""Fair share: free workers are divided among those who have work waiting, not among their jobs.

Somebody who queues ten thousand jobs gets every worker while nobody else wants one, and as much as everybody else from
the moment somebody does. A priority orders the work of one owner; it lets nobody pass another owner.
"""

from __future__ import annotations

import heapq
from collections.abc import Awaitable, Callable, Mapping
from itertools import count

Owner = str | None
"""Whose a job is; None: nobody's, or the single user's."""

PickSome = Callable[[Owner, int], Awaitable[list[str]]]
"""Returns the ids of at most so many of an owner's next jobs."""


class FairShare:
    """Divides workers; remembers who was served last, so that a single one goes from owner to owner."""

    def __init__(self) -> None:
        self._turns = count(1)
        self._served: dict[Owner, int] = {}

    def divide(self, running: Mapping[Owner, int], slots: int) -> dict[Owner, int]:
        """Return how many of `slots` each owner gets. `running` has who has work waiting, and how much they have now.

        The next slot is always for whoever has least running, and among those for whoever waited longest.
        """
        self._served = {owner: turn for owner, turn in self._served.items() if owner in running}
        queue = [(busy, self._served.get(owner, 0), owner or "", owner) for owner, busy in running.items()]
        heapq.heapify(queue)
        shares: dict[Owner, int] = {}
        for _ in range(slots if queue else 0):
            busy, _, name, owner = queue[0]
            shares[owner] = shares.get(owner, 0) + 1
            self._served[owner] = next(self._turns)
            heapq.heapreplace(queue, (busy + 1, self._served[owner], name, owner))
        return shares

    async def pick(self, running: Mapping[Owner, int], slots: int, some: PickSome) -> list[str]:
        """Return the ids of the jobs that run next. What an owner cannot use of its share goes to the others."""
        left, picked = dict(running), list[str]()
        while left and len(picked) < slots:
            for owner, share in self.divide(left, slots - len(picked)).items():
                found = await some(owner, share)
                picked += found
                if len(found) < share:
                    del left[owner]
                else:
                    left[owner] += share
        return picked
