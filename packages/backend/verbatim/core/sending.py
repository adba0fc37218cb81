"""Which way a file goes to whoever asked for it: said by whoever sends it, for whoever writes that down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

SENT: Final = "verbatim.sent"
"""Where that stands in the scope of a request, as `Sent`."""


class Way(StrEnum):
    """How a file reaches whoever asked for it. The value is how people read it."""

    SERVER = "through the server"
    LINK = "by signed link"


@dataclass(frozen=True)
class Sent:
    """Which way a file goes, and whether only a part of it was asked for."""

    way: Way
    is_part: bool = False
