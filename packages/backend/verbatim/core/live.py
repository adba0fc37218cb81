"""The live stream: what changed, told to every open page that sees it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any, Final

from verbatim.core.errors import VerbatimError
from verbatim.core.ownership import AnyScope, Scope

QUEUE_LIMIT = 1_000
"""Messages a page may lag behind; beyond that its stream is closed and the page reloads what it shows."""

STREAMS_OF_ONE = 100
"""Pages that one person may have open at once, over all their windows and devices."""


PRESENCE: Final = "transcript.presence"
"""The type of messages about who is at a transcript."""


class TooManyStreamsError(VerbatimError):
    """You have too many pages open that follow what changes; close some."""

    status_code = 429
    code = "too_many_streams"

    def __init__(self) -> None:
        super().__init__(headers={"Retry-After": "30"})


@dataclass(eq=False)
class Subscription:
    """One open page."""

    scope: AnyScope
    person: str = ""
    queue: asyncio.Queue[dict[str, Any] | None] = field(default_factory=lambda: asyncio.Queue(QUEUE_LIMIT))

    def may_see(self, owner_id: str | None, places: frozenset[str]) -> bool:
        """Say whether what happened to an owner in these workspaces (none: to the whole owner) is visible here."""
        if not isinstance(self.scope, Scope):
            return True
        seen = self.scope.workspaces
        return owner_id in self.scope.read and (seen is None or places <= seen)

    def close(self) -> None:
        while not self.queue.empty():
            self.queue.get_nowait()
        self.queue.put_nowait(None)

    async def messages(self, heartbeat: float) -> AsyncIterator[dict[str, Any] | None]:
        """Yield messages; None after `heartbeat` seconds of silence. Ends when the stream is closed."""
        while True:
            try:
                # Not wait_for(): before Python 3.12 it swallows a cancellation that comes together with a message.
                async with asyncio.timeout(heartbeat):
                    message = await self.queue.get()
            except TimeoutError:
                yield None
                continue
            if message is None:
                return
            yield message


Relay = Callable[[str | None, dict[str, Any], frozenset[str]], None]


class LiveHub:
    """Hands each message to the subscriptions that may see its owner.

    ``relay`` takes what happened here to other processes; what happened there comes back through their `deliver`.
    """

    def __init__(self) -> None:
        self.relay: Relay | None = None
        self._subscriptions: set[Subscription] = set()
        self._closed = False

    def subscribe(self, scope: AnyScope, person: str = "") -> Subscription:
        """Begin a stream for a person.

        Raises:
            TooManyStreamsError: they have `STREAMS_OF_ONE` already.
        """
        if person and sum(other.person == person for other in self._subscriptions) >= STREAMS_OF_ONE:
            raise TooManyStreamsError
        subscription = Subscription(scope, person)
        self._subscriptions.add(subscription)
        if self._closed:
            subscription.close()
        return subscription

    def unsubscribe(self, subscription: Subscription) -> None:
        self._subscriptions.discard(subscription)

    def publish(self, owner_id: str | None, message: dict[str, Any], places: frozenset[str] = frozenset()) -> None:
        """Tell what happened here."""
        self.deliver(owner_id, message, places)
        if self.relay is not None:
            self.relay(owner_id, message, places)

    def deliver(self, owner_id: str | None, message: dict[str, Any], places: frozenset[str] = frozenset()) -> None:
        """Hand a message to the pages that are open here."""
        for subscription in list(self._subscriptions):
            if not subscription.may_see(owner_id, places):
                continue
            try:
                subscription.queue.put_nowait(message)
            except asyncio.QueueFull:
                self.unsubscribe(subscription)
                subscription.close()

    def restart(self) -> None:
        """End the streams there are: something may have been missed, and pages come again and load what they show."""
        for subscription in list(self._subscriptions):
            self.unsubscribe(subscription)
            subscription.close()

    def close(self) -> None:
        """End every stream, so that a stopping server does not wait for pages to go away."""
        self._closed = True
        for subscription in list(self._subscriptions):
            subscription.close()
