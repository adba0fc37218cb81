"""Compressed answers for those who take them."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.middleware.gzip import GZipMiddleware, GZipResponder, IdentityResponder, unattached_send
from starlette.types import Receive, Scope, Send


class CompressionMiddleware(GZipMiddleware):
    """Starlette's, without working out for each answer anew which types of content it leaves alone."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        taken = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        responder = _Compressing(self) if taken else _AsItIs(self)
        await responder(scope, receive, send)


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
