"""Shades of a colour that can be read: on a light page, on a dark one, and with text inside.

Contrast is that of WCAG 2: 4.5 between text and what lies behind it.
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

READABLE: Final = 4.5
_STEP: Final = 0.5
"""Per cent of lightness."""
_DARKEST: Final = 0.04045
"""Below it sRGB is linear."""
_MOST: Final = 100


@dataclass(frozen=True)
class Shade:
    """A colour as style sheets have it here: hue in degrees, saturation and lightness in per cent."""

    hue: float
    saturation: float
    lightness: float

    @classmethod
    def of(cls, text: str) -> Shade:
        """Read a colour such as #2b5fc0."""
        red, green, blue = (int(text[place : place + 2], 16) / 255 for place in (1, 3, 5))
        hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
        # As it will be written: contrast is promised of what a page gets.
        return cls(round(hue * 360, 1), round(saturation * 100, 1), round(lightness * 100, 1))

    def __str__(self) -> str:
        return f"{self.hue:.1f} {self.saturation:.1f}% {self.lightness:.1f}%"

    @property
    def hex(self) -> str:
        parts = colorsys.hls_to_rgb(self.hue / 360, self.lightness / 100, self.saturation / 100)
        return "#" + "".join(f"{round(part * 255):02x}" for part in parts)

    def at(self, lightness: float, *, most: float = 100) -> Shade:
        """Return the same hue at another lightness, with no more than ``most`` saturation."""
        return Shade(self.hue, min(self.saturation, most), lightness)


WHITE, LIGHT_PAGE = Shade(0, 0, 100), Shade(220, 27, 98)
DARK_TEXT, DARK_CARD, DARK_RAISED = Shade(222, 47, 10), Shade(222, 22, 12), Shade(221, 18, 18)


def contrast(one: Shade, other: Shade) -> float:
    """Return how well one can be read on the other: 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(shade: Shade) -> float:
    parts = colorsys.hls_to_rgb(shade.hue / 360, shade.lightness / 100, shade.saturation / 100)
    # Rounded as a screen has it, so that what is promised holds there.
    linear = [
        one / 12.92 if one <= _DARKEST else ((one + 0.055) / 1.055) ** 2.4
        for one in (round(p * 255) / 255 for p in parts)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _until(shade: Shade, step: float, holds: Callable[[Shade], bool]) -> Shade:
    """Make a shade darker or lighter until it holds. Black and white hold against whatever asks for them."""
    while not holds(shade) and 0 <= shade.lightness + step <= _MOST:
        shade = shade.at(shade.lightness + step)
    return shade


def style_of(accent: str) -> str:
    """Return the style sheet that gives an installation its colour, in both themes."""
    chosen = Shade.of(accent)
    tint, deep = chosen.at(95, most=72), chosen.at(20, most=42)
    light = on_light(accent)
    dark = _until(
        chosen.at(max(chosen.lightness, 55)), _STEP, lambda one: _all(one, DARK_TEXT, DARK_CARD, DARK_RAISED, deep)
    )
    on_tint = _until(light, -_STEP, lambda one: _all(one, tint))
    on_deep = _until(dark.at(max(dark.lightness, 80)), _STEP, lambda one: _all(one, deep))
    mark = _until(chosen, -_STEP, lambda one: contrast(one, WHITE) >= 3)  # noqa: PLR2004 - WCAG, for what is no text
    panel = ",".join(f"hsl({one})" for one in (_until(chosen, -_STEP, _under_white), chosen.at(27), chosen.at(18)))
    return (
        f":root{{--panel:linear-gradient(155deg,{panel});--brand:{mark};--primary:{light};--ring:{light};--accent:{tint};--accent-foreground:{on_tint}}}"
        f".dark{{--primary:{dark};--ring:{dark};--accent:{deep};--accent-foreground:{on_deep}}}"
    )


def on_light(accent: str) -> Shade:
    """Return the shade of links on light pages, in which white can be read."""
    chosen = Shade.of(accent)
    tint = chosen.at(95, most=72)
    return _until(chosen.at(min(chosen.lightness, 60)), -_STEP, lambda one: _all(one, WHITE, LIGHT_PAGE, tint))


def _under_white(one: Shade) -> bool:
    """Say whether white that is four fifths there can be read on it."""
    return contrast(one, WHITE) >= 7  # noqa: PLR2004 - which leaves 4.5 for the paler white


def _all(one: Shade, *others: Shade) -> bool:
    return all(contrast(one, other) >= READABLE for other in others)
