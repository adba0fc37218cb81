"""Rights that last as long as the request: what takes long asks again whether whoever began it may still do it.

An upload or a download can take hours. Every few seconds, while pieces come or go, the caller is looked up anew;
whoever has lost the session, the membership, the role or the place gets and leaves nothing more. So is the reader of an
answer that took long to make.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable
from typing import Final

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verbatim.core import ownership
from verbatim.core.auth import DEMANDED, Principal, principal_of
from verbatim.core.errors import AnswerEndedError, ForbiddenError, error_response

LOOK_SECONDS: Final = 2.0
_READING: Final = frozenset({"GET", "HEAD"})


class RightsLostError(ForbiddenError):
    """You lost the right to do this while it was going on; nothing was saved."""

    code = "rights_lost"


async def confirm_rights(connection: HTTPConnection) -> None:
    """Insist that the caller may still do what they began; asked right before something is made of it.

    Raises:
        RightsLostError: they may not.
    """
    principal = principal_of(connection)
    if principal is not None and not await _holds(connection.scope, principal):
        raise RightsLostError


async def _holds(scope: Scope, principal: Principal) -> bool:
    if await principal.is_current():
        return True
    now = await principal.renewed()
    if now is None or not now.permissions.issuperset(scope.get(DEMANDED, ())):
        return False
    return _includes(now.scope, principal.scope)


def _includes(now: ownership.AnyScope, then: ownership.AnyScope) -> bool:
    """Say whether all that could be seen and made is still within reach. More may have come."""
    if not isinstance(now, ownership.Scope) or not isinstance(then, ownership.Scope):
        return now == then
    if now.write != then.write or not now.read >= then.read:
        return False
    return now.workspaces is None or (then.workspaces is not None and now.workspaces >= then.workspaces)


class Lasting:
    """One request of somebody who is signed in, with both of its directions watched."""

    def __init__(self, scope: Scope, principal: Principal, receive: Receive, send: Send) -> None:
        self._scope = scope
        self._principal = principal
        self._receive = receive
        self._send = send
        self._next_look = time.monotonic() + LOOK_SECONDS

    async def receive(self) -> Message:
        """Pass on what comes in, as long as it may."""
        message = await self._receive()
        if message["type"] == "http.request" and not await self._may_go_on():
            raise RightsLostError
        return message

    async def send(self, message: Message) -> None:
        """Pass on a piece of an answer that has been going out for long, or begins late.

        What was changed is told to whoever changed it: it has happened, and asked itself before it did.
        """
        begins = message["type"] == "http.response.start" and self._scope["method"] in _READING
        if (begins or message.get("more_body")) and not await self._may_go_on():
            if begins:
                await error_response(RightsLostError())(self._scope, self._receive, self._send)
            raise AnswerEndedError(RightsLostError.code)
        await self._send(message)

    async def _may_go_on(self) -> bool:
        if time.monotonic() < self._next_look:
            return True
        self._next_look = time.monotonic() + LOOK_SECONDS
        return await _holds(self._scope, self._principal)


class LastingRightsMiddleware:
    """Watches every request of somebody who is signed in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        principal: Principal | None = scope.get("verbatim.principal")
        if scope["type"] != "http" or principal is None:
            return self.app(scope, receive, send)
        watched = Lasting(scope, principal, receive, send)
        return self.app(scope, watched.receive, watched.send)
