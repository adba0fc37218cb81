"""`/docs`: the API's description to read and to try, with every file served from here: no other host is asked."""

from __future__ import annotations

from importlib.resources import files

from starlette.responses import HTMLResponse, Response

from verbatim.core.routing import Router
from verbatim.permissions import public

router = Router(include_in_schema=False)

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


def _bytes_of(name: str) -> bytes:
    # Found at the first use: a start would load the whole package to know where its files are.
    return (files("fastapi_swagger") / "resources" / name).read_bytes()


@router.get("", dependencies=[public()])
async def page() -> HTMLResponse:
    """Show the API's description."""
    return HTMLResponse(_PAGE)


@router.get("/start.js", dependencies=[public()])
async def start() -> Response:
    """Start the page."""
    return Response(_START, media_type="text/javascript")


@router.get("/swagger-ui-bundle.js", dependencies=[public()])
async def program() -> Response:
    """Serve the page's program."""
    return _file("swagger-ui-bundle.js", "text/javascript")


@router.get("/swagger-ui.css", dependencies=[public()])
async def style() -> Response:
    """Serve the page's style."""
    return _file("swagger-ui.css", "text/css")


def _file(name: str, media_type: str) -> Response:
    headers = {"Cache-Control": "public, max-age=86400"}
    return Response(_bytes_of(name), media_type=media_type, headers=headers)
