"""What pages are told of the look."""

from __future__ import annotations

from typing import Final

from pydantic import BaseModel

from verbatim.core.brand.colours import style_of
from verbatim.core.brand.picture import served
from verbatim.core.brand.settings import BrandSettings
from verbatim.core.settings.current import current

LOGO: Final = "/api/brand/logo"


class Look(BaseModel):
    """How this installation is called and looks. ``logo`` is the address of a PNG, null for the product's own;
    ``style`` a style sheet with its colours, empty for the product's.
    """

    name: str
    welcome: str
    logo: str | None
    style: str


def present_look() -> Look:
    """Return the look that counts now."""
    chosen = current(BrandSettings)
    logo = f"{LOGO}?v={served(chosen.brand_logo)[1]}" if chosen.brand_logo else None
    style = style_of(chosen.brand_accent) if chosen.brand_accent else ""
    return Look(name=chosen.brand_name, welcome=chosen.brand_welcome, logo=logo, style=style)
