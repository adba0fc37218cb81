"""Compressed answers for those who take them."""

from __future__ import annotations

from collections.abc import Awaitable

from starlette.middleware.gzip import GZipMiddleware, GZipResponder, IdentityResponder, unattached_send
from starlette.types import Receive, Scope, Send

from verbatim.core.http import header_of


class CompressionMiddleware(GZipMiddleware):
    """Starlette's, without working out for each answer anew which types of content it leaves alone."""

    def __call__(  # type: ignore[override] # what it returns is awaited
        self, scope: Scope, receive: Receive, send: Send
    ) -> Awaitable[None]:
        if scope["type"] != "http":
            return self.app(scope, receive, send)
        taken = "gzip" in (header_of(scope, b"accept-encoding") or "")
        responder = _Compressing(self) if taken else _AsItIs(self)
        return responder(scope, receive, send)


class _AsItIs(IdentityResponder):
    def __init__(self, middleware: GZipMiddleware) -> None:
        # Without the parent's __init__, which does what the middleware has done.
        self.app, self.minimum_size = middleware.app, middleware.minimum_size
        self.exclude_content_types = middleware.exclude_content_types
        self.send: Send = unattached_send
        self.initial_message = {}
        self.started = self.content_encoding_set = self.content_type_is_excluded = self.partial_response = False


class _Compressing(_AsItIs, GZipResponder):
    def __init__(self, middleware: GZipMiddleware) -> None:
        super().__init__(middleware)
        self.compresslevel, self.thread_minimum_size = middleware.compresslevel, middleware.thread_minimum_size
        self._compressor = None
