"""The look of an installation: colours that can be read, a logo that holds nothing but a picture, and who is told."""

from __future__ import annotations

import base64
import itertools
import re
import struct
import zlib
from collections.abc import Iterator

import pytest
from pydantic import ValidationError
from support.client import Client
from verbatim.core.brand import colours
from verbatim.core.brand.picture import LONGEST, PREFIX, logo_of, served
from verbatim.core.brand.settings import BrandSettings
from verbatim.core.settings.current import begin_with

HEAD = struct.Struct(">IIBBBBB")


def piece(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def png(*, width: int = 2, height: int = 2, drawn: bytes | None = None, more: bytes = b"") -> bytes:
    """Make a grey picture, with whatever else somebody puts into it."""
    lines = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height))) if drawn is None else drawn
    head = piece(b"IHDR", HEAD.pack(width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + more + piece(b"IDAT", lines) + piece(b"IEND", b"")


def address(picture: bytes) -> str:
    return PREFIX + base64.b64encode(picture).decode()


def shades(style: str) -> dict[str, dict[str, colours.Shade]]:
    found: dict[str, dict[str, colours.Shade]] = {}
    for theme, rules in re.findall(r"(:root|\.dark)\{(.*?)\}", style):
        parts = re.findall(r"--([a-z-]+):([\d.]+) ([\d.]+)% ([\d.]+)%", rules)
        found[theme] = {name: colours.Shade(float(h), float(s), float(lightness)) for name, h, s, lightness in parts}
    return found


def test_every_colour_can_be_read_in_both_themes() -> None:
    for red, green, blue in itertools.product(range(0, 256, 17), repeat=3):
        accent = f"#{red:02x}{green:02x}{blue:02x}"
        light, dark = shades(colours.style_of(accent)).values()
        text = {
            "a button": (colours.WHITE, light["primary"]),
            "a link": (light["primary"], colours.LIGHT_PAGE),
            "a link that is chosen": (light["accent-foreground"], light["accent"]),
            "a button in the dark": (colours.DARK_TEXT, dark["primary"]),
            "a link in the dark": (dark["primary"], colours.DARK_CARD),
            "a link that is chosen in the dark": (dark["accent-foreground"], dark["accent"]),
        }
        for what, (one, other) in text.items():
            assert colours.contrast(one, other) >= colours.READABLE, (accent, what)
        assert colours.contrast(light["brand"], colours.WHITE) >= 3, accent


def test_contrast_is_that_of_the_standard() -> None:
    assert colours.contrast(colours.Shade.of("#ffffff"), colours.Shade.of("#000000")) == pytest.approx(21)
    assert colours.contrast(colours.Shade.of("#767676"), colours.WHITE) == pytest.approx(4.54, abs=0.01)
    assert colours.Shade.of("#2b5fc0").hex == "#2b5fc0"


@pytest.mark.parametrize("value", ["blue", "#12345", "#1234567", "#12345g", "2b5fc0f", "#fff;}", "url(x)", "# 2b5fc"])
def test_what_is_no_colour_is_refused(value: str) -> None:
    with pytest.raises(ValidationError):
        BrandSettings(brand_accent=value)


@pytest.mark.parametrize("value", ["", "   ", "a" * 41, "Radio\nBcc: x", "Radio\u202e", "Radio\x00", "\ud800"])
def test_what_is_no_name_is_refused(value: str) -> None:
    with pytest.raises(ValidationError):
        BrandSettings(brand_name=value)


def test_names_of_all_scripts_are_kept() -> None:
    for name in ("Rundfunk Köln", "放送局", "إذاعة", "Radio <b>&amp;"):
        assert BrandSettings(brand_name=f" {name} ").brand_name == name


@pytest.mark.parametrize("name", ["می\u200cشود", "क्\u200dष रेडियो", "ශ්\u200dරී ලංකා", "അവന\u0d4d\u200d", "র\u200d্য"])
def test_joiners_between_letters_are_kept(name: str) -> None:
    found = BrandSettings(brand_name=name, brand_welcome=name)
    assert (found.brand_name, found.brand_welcome) == (name, name)


@pytest.mark.parametrize(
    "name",
    [
        "Rad\u200dio",
        "\u200cمی",
        "می\u200c",
        "می\u200c\u200dخ",
        "می \u200cخ",
        "می\u200c خ",
        "\u200d",
        "9\u200d9",
        "می\u200bخ",
        "न\u094d\u200d\u200d",
    ],
)
def test_joiners_elsewhere_are_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        BrandSettings(brand_name=name)


def test_of_a_logo_only_the_picture_is_kept() -> None:
    hidden = piece(b"tEXt", b"Comment\0<script>alert(1)</script>") + piece(b"eXIf", b"52.5 north")
    kept = logo_of(address(png(more=hidden) + b"<svg onload=alert(1)>"))
    assert kept == png()
    assert served(address(png()))[0] == png()


BROKEN = {
    "a drawing": "data:image/svg+xml;base64," + base64.b64encode(b"<svg onload='alert(1)'/>").decode(),
    "a drawing that says it is a PNG": address(b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    "an address elsewhere": "https://example.org/logo.png",
    "a script": "javascript:alert(1)",
    "no Base64": PREFIX + "!!!!",
    "nothing": PREFIX,
    "a beginning": address(png()[:40]),
    "a wrong sum": address(png()[:-1] + b"x"),
    "no head": address(b"\x89PNG\r\n\x1a\n" + piece(b"IEND", b"")),
    "a second head": address(png(more=piece(b"IHDR", HEAD.pack(9999, 9999, 8, 0, 0, 0, 0)))),
    "too wide": address(png(width=513)),
    "no height": address(png(height=0, drawn=zlib.compress(b""))),
    "a bomb": address(png(drawn=zlib.compress(bytes(10_000_000), 9))),
    "too large a file": address(png(more=piece(b"tEXt", bytes(24 * 1024)))),
    "an endless picture": address(png(drawn=zlib.compress(b"x" * 100)[:-4])),
    "too long a text": PREFIX + "A" * LONGEST,
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_no_logo_is_refused(what: str) -> None:
    with pytest.raises(ValidationError):
        BrandSettings(brand_logo=BROKEN[what])


@pytest.fixture
def worn() -> Iterator[None]:
    """Give the installation a look of its own."""
    welcome = "Ask Ada for an account."
    begin_with(
        BrandSettings(brand_name="Radio Köln", brand_accent="#FF8800", brand_welcome=welcome, brand_logo=address(png()))
    )
    yield
    begin_with(BrandSettings())


@pytest.mark.usefixtures("worn")
async def test_everybody_is_told_and_the_logo_is_a_picture_only(client: Client) -> None:
    look = (await client.get("/api/info")).json()["look"]
    assert (look["name"], look["welcome"]) == ("Radio Köln", "Ask Ada for an account.")
    assert look["style"] == colours.style_of("#ff8800")
    answer = await client.get(look["logo"])
    assert answer.content == png()
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert "immutable" in answer.headers["cache-control"]
    assert (await client.get("/api/brand/logo")).headers["cache-control"] == "no-cache"


async def test_the_product_looks_like_itself(client: Client) -> None:
    assert (await client.get("/api/info")).json()["look"] == {
        "name": "Verbatim",
        "welcome": "",
        "logo": None,
        "style": "",
    }
    answer = await client.get("/api/brand/logo")
    assert (answer.status_code, answer.json()["code"]) == (404, "no_logo")
