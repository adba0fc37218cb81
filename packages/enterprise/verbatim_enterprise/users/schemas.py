"""Accounts on the wire."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field, SecretStr, StringConstraints

from verbatim_enterprise.host import OneLine, RequestBody, Role, example
from verbatim_enterprise.users.names import EmailAddress, Username

DisplayName = Annotated[str, OneLine, StringConstraints(strip_whitespace=True, max_length=200)]


class UserStatus(StrEnum):
    """``pending``: registered, not approved yet. ``deactivated``: may not sign in any more."""

    PENDING = "pending"
    ACTIVE = "active"
    DEACTIVATED = "deactivated"


class UserCreate(
    RequestBody, json_schema_extra=example({"username": "grace", "email": "grace@example.org", "role": "user"})
):
    """A new account, active at once. Without a password its owner needs a reset link, or signs in with a provider."""

    username: Username
    email: EmailAddress
    display_name: DisplayName | None = None
    role: Role = Role.USER
    password: Annotated[SecretStr, Field(max_length=1024)] | None = None


class UserUpdate(RequestBody, json_schema_extra=example({"display_name": "Grace Hopper", "is_active": True})):
    """Fields that are left out stay as they are. ``is_active`` approves, deactivates and reactivates."""

    role: Role | None = None
    is_active: bool | None = None
    display_name: DisplayName | None = None
    email: EmailAddress | None = None


class UserTeam(BaseModel):
    """A team somebody is in."""

    id: str
    name: str
    role: str


class UserResponse(BaseModel):
    """An account as administrators see it."""

    id: str
    username: str
    email: str
    display_name: str | None
    role: str
    status: UserStatus
    is_active: bool
    has_second_factor: bool
    teams: list[UserTeam]
    created_at: datetime
    last_sign_in_at: datetime | None
