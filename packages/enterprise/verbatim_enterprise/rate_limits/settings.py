"""Settings of rate limits."""

from __future__ import annotations

from typing import ClassVar
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator

from verbatim_enterprise.host import RESTART, Group


class RateSettings(Group):
    """How many requests are let in. A rate of 0 lets all in; a burst is how many may come at once."""

    title: ClassVar[str] = "Rate limits"

    redis_url: SecretStr | None = Field(
        None,
        description="redis:// address of a Redis or Valkey in which several servers count requests together.",
        json_schema_extra=RESTART,
    )
    rate_key_per_minute: int = Field(600, ge=0, le=1_000_000, description="Requests a minute with one API key.")
    rate_key_burst: int = Field(100, ge=1, le=1_000_000, description="Requests at once with one API key.")
    rate_user_per_minute: int = Field(6000, ge=0, le=1_000_000, description="Requests a minute of one person.")
    rate_user_burst: int = Field(1000, ge=1, le=1_000_000, description="Requests at once of one person.")
    rate_sign_in_per_minute: int = Field(
        600, ge=0, le=1_000_000, description="Sign-ins, registrations and the like a minute from one network address."
    )
    rate_sign_in_burst: int = Field(200, ge=1, le=1_000_000, description="Those at once from one network address.")

    @field_validator("redis_url", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("redis_url")
    @classmethod
    def _an_address(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            parts = urlsplit(value.get_secret_value())
            if parts.scheme not in {"redis", "rediss", "valkey", "valkeys"} or not parts.hostname:
                raise ValueError("it must be an address such as redis://host:6379/0")
        return value
