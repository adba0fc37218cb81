"""`/docs`: the API's description to read and to try, with every file served from here: no other host is asked."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal

from fastapi import APIRouter
from starlette.responses import HTMLResponse, Response

from verbatim.permissions import public

router = APIRouter(include_in_schema=False)

_FILES = files("fastapi_swagger") / "resources"
_TYPES = {"swagger-ui-bundle.js": "text/javascript", "swagger-ui.css": "text/css"}

# The page's policy allows no inline script, so its few lines come as a file like everything else.
_START = """
window.addEventListener("load", () => {
    SwaggerUIBundle({ url: "/openapi.json", dom_id: "#api", deepLinking: true, docExpansion: "none", filter: true });
});
"""
_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Verbatim API</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<div id="api"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</html>
"""


@router.get("", dependencies=[public()])
async def page() -> HTMLResponse:
    """Show the API's description."""
    return HTMLResponse(_PAGE)


@router.get("/start.js", dependencies=[public()])
async def start() -> Response:
    """Start the page."""
    return Response(_START, media_type="text/javascript")


@router.get("/{name}", dependencies=[public()])
def file(name: Literal["swagger-ui-bundle.js", "swagger-ui.css"]) -> Response:
    """Serve a file of the page."""
    return Response(
        (_FILES / name).read_bytes(), media_type=_TYPES[name], headers={"Cache-Control": "public, max-age=86400"}
    )
