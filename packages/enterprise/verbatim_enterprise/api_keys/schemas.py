"""API keys on the wire."""

from __future__ import annotations

import ipaddress
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field, StringConstraints, model_validator

from verbatim_enterprise.host import Moment, OneLine, Permission, RequestBody, example

MAX_ADDRESSES = 50
MAX_OVERLAP = 30 * 24 * 3600
DAY = 24 * 3600


def _network(text: str) -> str:
    # Bits after the prefix are forgiven: people copy the address of a machine and add /24.
    return str(ipaddress.ip_network(text.strip(), strict=False))


KeyName = Annotated[str, OneLine, StringConstraints(min_length=1, max_length=100)]
AddressRange = Annotated[str, Field(max_length=64), AfterValidator(_network)]
Rate = Annotated[int, Field(ge=1, le=1_000_000)]


class KeyStatus(StrEnum):
    """``expired`` and ``revoked`` keys do not work; an ``active`` one works as long as its owner may do something."""

    ACTIVE = "active"
    EXPIRED = "expired"
    REVOKED = "revoked"


class KeyCreate(
    RequestBody,
    json_schema_extra=example(
        {
            "name": "nightly export",
            "scopes": ["recording:read", "transcript:read"],
            "expires_at": "2027-12-31T00:00:00Z",
        }
    ),
):
    """A new key. ``addresses`` are the networks it may be used from, such as 192.0.2.0/24; none: from anywhere."""

    name: KeyName
    scopes: list[Permission] = Field(min_length=1, max_length=len(Permission))
    team_id: Annotated[str, Field(max_length=36)] | None = None
    workspace_id: Annotated[str, Field(max_length=36)] | None = None
    expires_at: Moment | None = None
    addresses: list[AddressRange] = Field(default_factory=list, max_length=MAX_ADDRESSES)
    rate_per_minute: Rate | None = None
    rate_burst: Rate | None = None

    @model_validator(mode="after")
    def _workspaces_are_in_teams(self) -> KeyCreate:
        if self.workspace_id is not None and self.team_id is None:
            raise ValueError("workspace_id needs the team_id that it belongs to")
        return self


class KeyUpdate(RequestBody, json_schema_extra=example({"name": "nightly export", "rate_per_minute": 60})):
    """Fields that are left out stay as they are. A rate of null is the server's default, an end of null none but the
    server's own, and no addresses are all.
    """

    name: KeyName | None = None
    rate_per_minute: Rate | None = None
    rate_burst: Rate | None = None
    addresses: list[AddressRange] = Field(default_factory=list, max_length=MAX_ADDRESSES)
    expires_at: Moment | None = None
    scopes: list[Permission] = Field(default_factory=list, min_length=1, max_length=len(Permission))


class KeyRotate(RequestBody, json_schema_extra=example({"overlap_seconds": 3600})):
    """The old secret works for ``overlap_seconds`` more, so that programs can be changed one after another."""

    overlap_seconds: int = Field(DAY, ge=0, le=MAX_OVERLAP)
    expires_at: Moment | None = None


class KeyResponse(BaseModel):
    """A key without its secret. ``start`` is how it begins."""

    id: str
    name: str
    start: str
    status: KeyStatus
    user_id: str
    username: str
    scopes: list[str]
    team_id: str | None
    team_name: str | None
    workspace_id: str | None
    workspace_name: str | None
    addresses: list[str]
    rate_per_minute: int | None
    rate_burst: int | None
    created_at: datetime
    rotated_at: datetime | None
    previous_ends_at: datetime | None
    expires_at: datetime | None
    revoked_at: datetime | None
    last_used_at: datetime | None
    last_used_address: str | None


class KeyWithSecret(KeyResponse):
    """A key with its secret, which is shown this once."""

    key: str


class UsageDay(BaseModel):
    """One day (UTC); ``errors`` are requests answered with 400 or above."""

    day: date
    requests: int
    errors: int


class KeyUsage(BaseModel):
    """How much a key was used, up to a minute ago. Every day of the time asked for is listed, the oldest first."""

    days: list[UsageDay]
    requests: int
    errors: int
    last_used_at: datetime | None
    last_used_address: str | None


class GrantableResponse(BaseModel):
    """What the caller can give a key, anywhere or in one team; and what the server asks of keys."""

    scopes: list[str]
    max_days: int | None
    keys_left: int
    rate_per_minute: int
    rate_burst: int
    may_raise_rate: bool
