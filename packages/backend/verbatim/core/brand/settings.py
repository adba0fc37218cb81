"""Settings of the look."""

from __future__ import annotations

import unicodedata
from typing import ClassVar, Final

from pydantic import Field, field_validator

from verbatim.core.brand.colours import on_light
from verbatim.core.brand.picture import LONGEST, logo_of
from verbatim.core.settings.group import Group

PRODUCT: Final = "Verbatim"
_BLUE: Final = "#2b5fc0"
_NOT_IN_A_LINE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS: Final = "\u200c\u200d"
"""What keeps two letters apart or joins them: Persian and the scripts of India cannot be written without."""

_VIRAMA: Final = 9
"""The combining class of signs that take a letter's vowel, behind which a joiner chooses how the letter is drawn."""


def _stands_well(text: str, place: int) -> bool:
    """Say whether what is at a place may be in a line: anything that is seen, and a joiner between two letters of a
    script that joins them or behind a sign that takes a letter's vowel. Elsewhere it would only let two names look the
    same.
    """
    if text[place] not in _JOINERS:
        return unicodedata.category(text[place]) not in _NOT_IN_A_LINE
    beside = (text[place - 1 : place], text[place + 1 : place + 2])
    if unicodedata.combining(beside[0] or " ") == _VIRAMA:
        return beside[1] not in {*_JOINERS}
    return all(letter > "\u02ff" and unicodedata.category(letter)[0] in "LM" for letter in beside)


class BrandSettings(Group):
    """What everybody sees: on the page on which people sign in, around every page, and in mails."""

    title: ClassVar[str] = "Look"

    brand_name: str = Field(PRODUCT, min_length=1, max_length=40, description="What this installation is called.")
    brand_welcome: str = Field(
        "", max_length=300, description="What stands beside the sign-in form, such as whom to ask for an account."
    )
    brand_accent: str = Field(
        "",
        max_length=7,
        description="Colour of buttons and links, such as #2b5fc0. On light and on dark pages it is made darker or "
        "lighter until it can be read. Empty: the product's blue.",
    )
    brand_logo: str = Field(
        "",
        max_length=LONGEST,
        description="A square PNG of at most 24 KiB and 512 pixels, as data:image/png;base64,… Empty: the product's.",
    )

    @field_validator("brand_name", "brand_welcome")
    @classmethod
    def _one_line(cls, value: str) -> str:
        value = value.strip()
        if not all(_stands_well(value, place) for place in range(len(value))):
            raise ValueError("it must be one line of text")
        return value

    @field_validator("brand_name")
    @classmethod
    def _some_name(cls, value: str) -> str:
        if not value:
            raise ValueError("it must not be empty")
        return value

    @field_validator("brand_accent")
    @classmethod
    def _a_colour(cls, value: str) -> str:
        value = value.strip().lower()
        digits = value.removeprefix("#")
        if value and not (value[0] == "#" and len(digits) == 6 and set(digits) <= set("0123456789abcdef")):  # noqa: PLR2004 - three bytes
            raise ValueError("it must be a colour such as #2b5fc0")
        return value

    @field_validator("brand_logo")
    @classmethod
    def _a_picture(cls, value: str) -> str:
        value = value.strip()
        if value:
            logo_of(value)
        return value

    @property
    def button(self) -> str:
        """The colour of buttons where there are no themes, as in mails."""
        return on_light(self.brand_accent).hex if self.brand_accent else _BLUE
