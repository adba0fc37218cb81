"""`GET /api/plugins/manifest`: what plugins add to the web app."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from pydantic import BaseModel

from verbatim.core.routing import Router
from verbatim.permissions import public
from verbatim.plugins.feature import Feature


class Manifest(BaseModel):
    """A route is a string (shown in an iframe) or ``{path, renderMode, moduleUrl}``."""

    routes: list[str | dict[str, Any]]
    nav_items: list[dict[str, Any]]
    settings_tabs: list[dict[str, Any]]
    slots: list[dict[str, Any]]


router = Router()


@router.get("/manifest", dependencies=[public()])
async def plugin_manifest(request: Request) -> Manifest:
    """Pages, navigation, settings tabs and slots of the installed plugins."""
    added = request.app.state.registry.contributions
    return Manifest(
        routes=[route if isinstance(route, str) else dict(route) for route in added.frontend_routes],
        nav_items=[dict(item) for item in added.frontend_nav_items],
        settings_tabs=[dict(tab) for tab in added.frontend_settings_tabs],
        slots=[dict(slot) for slot in added.frontend_slots],
    )


feature = Feature(name="plugins", routers={"/api/plugins": router})
