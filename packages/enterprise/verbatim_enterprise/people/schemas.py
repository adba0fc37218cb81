"""Everything about one person on the wire."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import BaseModel

from verbatim_enterprise.users.schemas import UserResponse


class PersonKey(BaseModel):
    """A key of theirs that works."""

    id: str
    name: str
    start: str
    scopes: list[str]
    expires_at: datetime | None
    last_used_at: datetime | None


class PersonDevice(BaseModel):
    """Where they are signed in."""

    id: str
    method: str
    address: str | None
    user_agent: str | None
    second_factor: bool
    last_used_at: datetime


class PersonAction(BaseModel):
    """Something that they did, or that was tried in their name."""

    id: str
    at: datetime
    action: str
    outcome: str
    resource_type: str | None
    resource_name: str | None


class PersonStorage(BaseModel):
    """What the teams that they are in keep: content belongs to teams, not to people."""

    team_id: str
    recordings: int
    bytes: int


class Person(BaseModel):
    """One person. ``actions`` are the latest, null for callers who may not read the audit log. ``deactivating`` says in
    sentences what deactivating the account would mean.
    """

    account: UserResponse
    last_active_on: date | None
    providers: list[str]
    recovery_codes_left: int
    sessions: list[PersonDevice]
    keys: list[PersonKey]
    storage: list[PersonStorage]
    actions: list[PersonAction] | None
    deactivating: list[str]
