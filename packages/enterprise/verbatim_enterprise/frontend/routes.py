"""`/api/plugins/verbatim-enterprise`: the built pages of the plugin. They hold no data, so anybody may fetch them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

from fastapi import Path as PathParameter
from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from verbatim_enterprise.host import NotFoundError, Router, UnavailableError, public, sends

PREFIX: Final = "/api/plugins/verbatim-enterprise"
ENTRY: Final = "plugin.js"
FOLDER: Final = Path(__file__).parent / "dist"

_TYPES: Final = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
"""Said here because a module of another type is refused, and what a machine knows of types differs."""

_SENT: Final = (*_TYPES.values(), "application/octet-stream")

FileName = Annotated[str, PathParameter(max_length=200)]

_files = StaticFiles(directory=FOLDER, check_dir=False)
router = Router()


class PagesNotBuiltError(UnavailableError):
    """The pages of this server are not built: install the package anew, or run `make web` in a checkout."""

    code = "pages_not_built"


class FileNotHereError(NotFoundError):
    """There is no such file."""

    code = "file_not_found"


@router.get("/{file_name}", dependencies=[public()], response_class=Response, responses=sends(*_SENT))
async def frontend_entry(request: Request, file_name: FileName) -> Response:
    """Send the module that pages and slots begin with; browsers ask each time whether it is still the same."""
    return await _send(request, file_name, "no-cache")


@router.get("/assets/{file_name}", dependencies=[public()], response_class=Response, responses=sends(*_SENT))
async def frontend_asset(request: Request, file_name: FileName) -> Response:
    """Send what the module needs. The names change with the content, so browsers keep it for ever."""
    return await _send(request, f"assets/{file_name}", "public, max-age=31536000, immutable")


async def _send(request: Request, path: str, caching: str) -> Response:
    try:
        response = await _files.get_response(path, request.scope)
    except HTTPException as error:
        if path == ENTRY:
            raise PagesNotBuiltError from error
        raise FileNotHereError from error
    response.headers["Cache-Control"] = caching
    if media_type := _TYPES.get(Path(path).suffix):
        response.headers["Content-Type"] = media_type
    return response
