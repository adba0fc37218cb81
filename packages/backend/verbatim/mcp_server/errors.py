"""What can go wrong at this door."""

from __future__ import annotations

from verbatim.core.errors import InvalidInputError


class McpRequestError(InvalidInputError):
    """This is no request of the Model Context Protocol: send JSON-RPC as application/json."""

    status_code = 400
    code = "bad_mcp_request"
