"""`/api/brand/logo`."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import Query
from starlette.responses import Response

from verbatim.core.brand.picture import served
from verbatim.core.brand.settings import BrandSettings
from verbatim.core.errors import NotFoundError
from verbatim.core.routing import Router, sends
from verbatim.core.settings.current import current
from verbatim.permissions import public

router = Router()

_TYPE: Final = "image/png"
_SENT: Final = sends("application/octet-stream", _TYPE)
_KEPT: Final = "public, max-age=31536000, immutable"
_SAFE: Final = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'"}
"""A logo is a picture and nothing else, whoever opens its address."""


class NoLogoError(NotFoundError):
    """This installation has no logo of its own."""

    code = "no_logo"


@router.get("/logo", dependencies=[public()], response_class=Response, responses=_SENT)
async def logo(v: Annotated[str, Query(max_length=64, description="Which one, as pages are told.")] = "") -> Response:
    """Send the installation's logo. Anybody may see it: it stands on the page on which people sign in."""
    text = current(BrandSettings).brand_logo
    if not text:
        raise NoLogoError
    picture, name = served(text)
    caching = {"Cache-Control": _KEPT if v == name else "no-cache", "ETag": f'"{name}"'}
    return Response(picture, media_type=_TYPE, headers={**_SAFE, **caching})
