"""How large the body of a request may be: little for strangers, more for whoever has signed in."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verbatim.core.errors import TooLargeError, VerbatimError, error_response
from verbatim.core.http import SAFE_METHODS
from verbatim.core.sockets import TOO_LARGE, size_of, watched
from verbatim.permissions import AccessRule, not_signed_in

STRANGER_BYTES: Final = 64 * 1024
"""What a public route reads, whoever calls it, and any route of somebody who has not signed in."""

MOST_PARTS: Final = 200_000
"""Values in a body of JSON. Reading them takes the event loop, by their number and not by their bytes."""

_LENGTH = re.compile(r"[0-9]{1,19}", re.ASCII)


class BodyLimitMiddleware:
    """Refuses bodies and messages above a limit, whether announced or not. Routes that stream have their own limits; of
    ``streaming_paths`` those that end in a slash mean whatever lies right below them.
    """

    def __init__(self, app: ASGIApp, *, max_bytes: Callable[[], int], streaming_paths: frozenset[str]) -> None:
        self.app = app
        self.max_bytes = max_bytes
        self.streaming_paths = streaming_paths

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if scope["type"] == "websocket":
            most = self._most(scope)

            async def too_large(message: Message) -> int | None:
                return TOO_LARGE if size_of(message) > most else None

            return self.app(scope, watched(receive, send, too_large), send)
        if scope["type"] != "http" or scope["method"] in SAFE_METHODS or self._streams(scope["path"]):
            return self.app(scope, receive, send)
        announced = _length(Headers(scope=scope).get("content-length", "0"))
        most = self._most(scope)
        if announced is None or announced > most:
            return error_response(TooLargeError())(scope, receive, send)
        return self._read(_Reader(scope, receive, announced, most), scope, send)

    def _streams(self, path: str) -> bool:
        return path in self.streaming_paths or f"{path.rpartition('/')[0]}/" in self.streaming_paths

    def _most(self, scope: Scope) -> int:
        return self.max_bytes() if scope.get("verbatim.principal") else min(STRANGER_BYTES, self.max_bytes())

    async def _read(self, reader: _Reader, scope: Scope, send: Send) -> None:
        answered = False

        async def answer(message: Message) -> None:
            # The framework takes whatever goes wrong while it reads for a malformed body.
            nonlocal answered
            if not reader.refused:
                await send(message)
            elif not answered:
                answered = True
                await error_response(reader.refused)(scope, reader.receive, send)

        await self.app(scope, reader, answer)


class _Reader:
    """The body of one request, counted while it is read."""

    def __init__(self, scope: Scope, receive: Receive, announced: int, most: int) -> None:
        self.receive = receive
        self.refused: VerbatimError | None = None
        self._scope = scope
        self._announced = announced
        self._most = most
        self._received = self._parts = 0
        self._begun = False

    async def __call__(self) -> Message:
        if not self._begun:
            self._begin()
        message = await self.receive()
        body = message.get("body", b"")
        self._received += len(body)
        if self._most > STRANGER_BYTES:
            self._parts += body.count(b",") + body.count(b"[") + body.count(b"{")
        if self._received > self._most or self._parts > MOST_PARTS:
            self._refuse(TooLargeError())
        return message

    def _begin(self) -> None:
        """Look at the route, which has been found by now, before anything is read."""
        self._begun = True
        rule = _rule(self._scope)
        if rule is not None and not rule.anonymous and self._scope.get("verbatim.principal") is None:
            self._refuse(not_signed_in())  # as the route would after it had read the body
        if rule is not None and rule.anonymous:
            self._most = min(self._most, STRANGER_BYTES)
        if self._announced > self._most:
            self._refuse(TooLargeError())

    def _refuse(self, error: VerbatimError) -> None:
        self.refused = error
        raise error


def _length(text: str) -> int | None:
    """Return a length in bytes. Not every digit that Python knows is one of HTTP, nor every number one for Python."""
    return int(text) if _LENGTH.fullmatch(text) else None


def _rule(scope: Scope) -> AccessRule | None:
    """Return what the route that a request has reached declares."""
    declared = getattr(scope.get("route"), "dependencies", None) or ()
    return next((one.dependency for one in declared if isinstance(one.dependency, AccessRule)), None)
