"""Settings of storage locations."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from verbatim_enterprise.host import Group
from verbatim_enterprise.webhooks.settings import Networks


class NightlyCheck(StrEnum):
    """What is compared each night: every byte, sizes only, or nothing."""

    CONTENTS = "contents"
    SIZES = "sizes"
    OFF = "off"


class LocationSettings(Group):
    """Keeping files in places that administrators add."""

    title: ClassVar[str] = "Storage"

    storage_allow_private: Networks = Field(
        (),
        description="Private networks in which object stores that administrators add may lie, comma-separated, such as "
        "10.1.2.0/24. Those of the environment may lie anywhere.",
    )
    storage_check: NightlyCheck = Field(
        NightlyCheck.CONTENTS,
        description="What is compared with the database once a day: contents (every stored byte is read), sizes, or "
        "off.",
    )
