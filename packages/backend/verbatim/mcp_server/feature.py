"""What the server for assistants contributes."""

from __future__ import annotations

from typing import Any

from verbatim.mcp_server.door import DOOR, McpDoor
from verbatim.mcp_server.routes import router
from verbatim.plugins.feature import Feature


async def start(app: Any) -> None:
    """Make room for it. It is loaded when somebody asks for it."""
    DOOR.put(app, McpDoor())


async def stop(app: Any) -> None:
    """End what was begun."""
    if (door := DOOR.found(app)) is not None:
        await door.stop()


feature = Feature(name="mcp", routers={"": router}, startup=(start,), shutdown=(stop,))
