"""Serving the built web app: hashed files for ever, everything else through its one page."""

from __future__ import annotations

import asyncio
import secrets
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from verbatim.adapters.storage.chosen import Storages
from verbatim.core.http import CONTENT_SECURITY_POLICY, policy_for_media

FOLDER = Path(__file__).parent / "static"
NONCE = "style-nonce-of-this-answer"
"""What stands in the built page for it."""

_PATIENCE_SECONDS = 2.0

NOT_BUILT = (
    "<!doctype html><title>Verbatim</title><p>The server runs, but its web app is not built. "
    "Run <code>make web</code>; the API is described at <a href='/docs'>/docs</a>.</p>"
)


class WebApp(StaticFiles):
    """Files of the web app. Addresses without a file are pages of the app, which finds out by itself what to show."""

    def __init__(self, folder: Path = FOLDER, storages: Storages | None = None) -> None:
        """`storages` say from where else than from this server a page may play files."""
        self._storages = storages or Storages()
        self.index = folder / "index.html"
        super().__init__(directory=folder, check_dir=False)

    async def get_response(self, path: str, scope: Scope) -> Response:
        if path == "api" or path.startswith(("api/", "health")):
            raise HTTPException(404, "There is no such address in this API.")
        try:
            response = await super().get_response(path, scope)
        except HTTPException as error:
            if error.status_code != 404 or _names_a_file(path):  # noqa: PLR2004 - HTTP
                raise
            response = await self._page()
        if path.startswith("assets/") and response.status_code == 200:  # noqa: PLR2004 - HTTP
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        else:
            response.headers.setdefault("Cache-Control", "no-cache")
        return response

    async def _page(self) -> Response:
        if not self.index.is_file():
            return HTMLResponse(NOT_BUILT)
        # Never "not modified": each page has a nonce of its own, for the style with which a dialog keeps it still.
        nonce = secrets.token_urlsafe(16)
        page = await asyncio.to_thread(self.index.read_text, "utf-8")
        policy = CONTENT_SECURITY_POLICY.replace("style-src 'self'", f"style-src 'self' 'nonce-{nonce}'")
        policy = policy_for_media(policy, await self._origins())
        headers = {"Cache-Control": "no-cache", "Content-Security-Policy": policy}
        return HTMLResponse(page.replace(NONCE, nonce), headers=headers)

    async def _origins(self) -> list[str]:
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                return await self._storages.link_origins()
        except (SQLAlchemyError, OSError):  # the page opens also while the database is away
            return []

    async def check_config(self) -> None:
        """The folder may be missing: an API without its web app is still useful."""


def _names_a_file(path: str) -> bool:
    return path != "." and "." in path.rsplit("/", 1)[-1]
