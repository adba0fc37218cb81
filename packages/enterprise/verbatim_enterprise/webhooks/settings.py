"""Settings of webhooks."""

from __future__ import annotations

import ipaddress
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field
from pydantic_settings import NoDecode

from verbatim_enterprise.host import Group, split


def _networks(value: object) -> object:
    parts = split(value)
    if not isinstance(parts, list):
        return parts
    return [ipaddress.ip_network(part, strict=False) if isinstance(part, str) else part for part in parts]


Networks = Annotated[tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...], NoDecode, BeforeValidator(_networks)]


class WebhookSettings(Group):
    """Telling other programs what happens."""

    title: ClassVar[str] = "Webhooks"

    webhooks_allow_private: Networks = Field(
        (), description="Private networks that webhooks may reach, comma-separated, such as 10.1.2.0/24."
    )
    webhooks_attempts: int = Field(10, ge=3, le=20, description="Attempts to deliver one event to one webhook.")
    webhooks_retry_base_seconds: float = Field(
        15, gt=0, le=3600, description="Pause after the first failed attempt; each further one is four times as long."
    )
    webhooks_timeout_seconds: float = Field(15, gt=0, le=60, description="Longest wait for a receiver's answer.")
    webhooks_pause_after_days: float = Field(
        5, gt=0, le=365, description="Days of nothing but failures after which a webhook is paused."
    )
    webhooks_retention_days: float = Field(30, gt=0, le=3650, description="Days for which deliveries are kept.")
