"""A request that lost a race between two transactions is run once more, unseen by whoever sent it.

PostgreSQL ends one of two transactions that wait for each other. Nothing of it remains, so the same request may simply
run again, as long as it has committed nothing before and its body is at hand.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verbatim.core.ballast import Ballast

log = structlog.get_logger(__name__)

TRIES: Final = 3
MOST_BYTES: Final = 1024 * 1024
"""A larger body is not kept for another try."""


@dataclass
class Attempt:
    """One run of a request. ``lost``: it ended because of another transaction; ``full``: because of a full disk."""

    committed: bool = False
    lost: bool = False
    full: bool = False


_attempt: ContextVar[Attempt | None] = ContextVar("verbatim_attempt", default=None)


def note_commit() -> None:
    """Note that something of the request at hand is done for good."""
    if (attempt := _attempt.get()) is not None:
        attempt.committed = True


def note_lost_race() -> None:
    """Note why the request at hand fails."""
    if (attempt := _attempt.get()) is not None:
        attempt.lost = True


def note_disk_full() -> None:
    """Note that the request at hand fails because the disk is full."""
    if (attempt := _attempt.get()) is not None:
        attempt.full = True


@contextmanager
def attempting() -> Iterator[Attempt]:
    """Begin one run of a request."""
    attempt = Attempt()
    token = _attempt.set(attempt)
    try:
        yield attempt
    finally:
        _attempt.reset(token)


class AgainMiddleware:
    """Runs what lost a race again, before anything of its answer has left."""

    def __init__(self, app: ASGIApp, *, ballast: Ballast) -> None:
        self.app = app
        self.ballast = ballast

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        body, fresh = _KeptBody(receive), dict(scope)
        for number in range(1, TRIES + 1):
            with attempting() as attempt:
                answer = _Answer(send, attempt, body, self.ballast, is_last=number == TRIES)
                await self.app(scope, body.replayed(), answer)
            if not answer.held_back:
                return
            scope.clear()  # those around have this very object, and read in it what the route has noted
            scope.update(fresh)
            log.warning("request_tried_again", method=scope["method"], number=number)
            await asyncio.sleep(random.uniform(0.01, 0.05) * number)  # noqa: S311 - so that two do not meet again


@dataclass
class _KeptBody:
    """What has been read of a body, as long as it is small."""

    receive: Receive
    kept: list[Message] = field(default_factory=list)
    size: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether another run can read it from the start."""
        return self.size <= MOST_BYTES

    def replayed(self) -> Receive:
        """Return what reads the body from its beginning."""
        earlier = iter(list(self.kept))

        async def receive() -> Message:
            if (message := next(earlier, None)) is not None:
                return message
            message = await self.receive()
            self.size += len(message.get("body", b""))
            if self.is_whole:
                self.kept.append(message)
            else:
                self.kept.clear()
            return message

        return receive


@dataclass
class _Answer:
    """Lets an answer pass, unless it says that a race was lost."""

    send: Send
    attempt: Attempt
    body: _KeptBody
    ballast: Ballast
    is_last: bool
    held_back: bool = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.held_back = not self.is_last and await self._may_run_again()
        if not self.held_back:
            await self.send(message)

    async def _may_run_again(self) -> bool:
        if self.attempt.committed or not self.body.is_whole:
            return False
        return self.attempt.lost or (self.attempt.full and await self.ballast.release())
