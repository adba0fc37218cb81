"""What the server for assistants contributes."""

from __future__ import annotations

from typing import Any

from verbatim.mcp_server.door import McpDoor
from verbatim.mcp_server.routes import router
from verbatim.plugins.feature import Feature


async def start(app: Any) -> None:
    """Make room for it. It is loaded when somebody asks for it."""
    app.state.mcp = McpDoor()


async def stop(app: Any) -> None:
    """End what was begun."""
    door: McpDoor | None = getattr(app.state, "mcp", None)
    if door is not None:
        await door.stop()


feature = Feature(name="mcp", routers={"": router}, startup=(start,), shutdown=(stop,))
