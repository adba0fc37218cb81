"""The transport: every request stands by itself, so that any process of the server can answer it."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING, Any, Final

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from verbatim.core.background import BackgroundTask
from verbatim.core.lazy import lazy
from verbatim.core.services import Service
from verbatim.mcp_server.caller import current_request
from verbatim.mcp_server.errors import McpRequestError

if TYPE_CHECKING:
    from mcp.server import streamable_http_manager as transport

    from verbatim.mcp_server import tools
else:
    transport = lazy("mcp.server.streamable_http_manager")
    tools = lazy("verbatim.mcp_server.tools")


_REFUSED, _FAILED = 400, 500


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
            await manager.handle_request(scope, receive, _Telling(send))
        finally:
            current_request.reset(token)


class _Telling:
    """Says what the transport refuses as everything is refused here; what JSON-RPC says of it stays beside that."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _REFUSED <= message["status"] < _FAILED:
            self._start = message
            return
        if self._start is None:
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if message.get("more_body"):
            return
        body = json.dumps(_told(self._body)).encode()
        headers = MutableHeaders(raw=list(self._start["headers"]))
        headers["content-type"], headers["content-length"] = "application/json", str(len(body))
        await self._send({"type": "http.response.start", "status": McpRequestError.status_code, "headers": headers.raw})
        await self._send({"type": "http.response.body", "body": body})


def _told(body: bytes) -> dict[str, Any]:
    try:
        said = json.loads(body)
        sentence = str(said["error"]["message"])
    except (ValueError, KeyError, TypeError):
        said, sentence = {}, body.decode("utf-8", "replace")
    return {**said, "detail": sentence or McpRequestError.__doc__, "code": McpRequestError.code}


DOOR: Final = Service[McpDoor]("mcp")
