"""`/mcp`."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from verbatim.core.effects import Effect
from verbatim.core.routing import Router, sends
from verbatim.mcp_server.door import DOOR, McpResponse
from verbatim.mcp_server.errors import McpRequestError
from verbatim.permissions import Permission, requires

router = Router()


@router.post(
    "/mcp",
    dependencies=[requires(Permission.TRANSCRIPT_READ, effect=Effect.READ)],
    response_class=Response,
    responses=sends("application/json") | {202: {"description": "A notification was taken."}},
)
async def mcp(request: Request) -> Response:
    """Speak the Model Context Protocol (JSON-RPC): tools that read with exactly the caller's rights."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise McpRequestError
    door = DOOR.of(request.app)
    return McpResponse(request, door)
