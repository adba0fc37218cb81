"""The transport: every request stands by itself, so that any process of the server can answer it."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from verbatim.core.background import BackgroundTask
from verbatim.core.lazy import lazy
from verbatim.mcp_server.caller import current_request

if TYPE_CHECKING:
    from mcp.server import streamable_http_manager as transport

    from verbatim.mcp_server import tools
else:
    transport = lazy("mcp.server.streamable_http_manager")
    tools = lazy("verbatim.mcp_server.tools")


class McpDoor:
    """The server of one process, made when it is first asked for something."""

    def __init__(self) -> None:
        self._manager: transport.StreamableHTTPSessionManager | None = None
        self._ready = asyncio.Event()
        self._task = BackgroundTask("mcp")

    async def manager(self) -> transport.StreamableHTTPSessionManager:
        """Return what answers requests."""
        if self._manager is None:
            logging.getLogger("mcp").setLevel(logging.WARNING)
            server: Any = tools.make_server()
            self._manager = transport.StreamableHTTPSessionManager(
                server._lowlevel_server,  # noqa: SLF001 - the only way to a transport that is not an application
                json_response=True,
                stateless=True,
            )
            self._task.begin(self._run(self._manager))
        await self._ready.wait()
        return self._manager

    async def _run(self, manager: transport.StreamableHTTPSessionManager) -> None:
        async with manager.run():
            self._ready.set()
            await asyncio.Event().wait()

    async def stop(self) -> None:
        """End it."""
        await self._task.stop()


class McpResponse(Response):
    """The answer to one request, which the transport writes."""

    def __init__(self, request: Request, door: McpDoor) -> None:
        super().__init__()
        self._request = request
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        manager = await self._door.manager()
        token = current_request.set(self._request)
        try:
            await manager.handle_request(scope, receive, send)
        finally:
            current_request.reset(token)
