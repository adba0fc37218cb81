"""Everything about one person on the wire."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, StringConstraints

from verbatim_enterprise.host import RequestBody, example
from verbatim_enterprise.people.sheet import MOST_BYTES
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


class PeopleImport(
    RequestBody, json_schema_extra=example({"csv": "email,role,teams\ngrace@example.org,user,Radio: member\n"})
):
    """A file of people as CSV, its first line the names of its columns: email, and of username, display_name, role,
    status and teams those that are to change. ``teams`` is ``Radio: member; Archive: none``. Without ``apply`` it only
    tells what would happen; ``seal``, from there, makes sure that just that happens. ``invite``: new people get a link.
    """

    csv: Annotated[str, StringConstraints(max_length=MOST_BYTES)]
    apply: bool = False
    invite: bool = True
    seal: Annotated[str, StringConstraints(max_length=64)] | None = None


class ImportedPerson(BaseModel):
    """What one line does, in sentences, or the problem that keeps the whole file from being done."""

    line: int
    email: str
    username: str
    actions: list[str]
    problem: str | None


class PeopleImported(BaseModel):
    """What a file does to each of its people. ``applied``: it was done, all of it."""

    applied: bool
    changes: int
    problems: int
    people: list[ImportedPerson]
    seal: str


class HandOver(RequestBody, json_schema_extra=example({"to_user_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"})):
    """Who takes over."""

    to_user_id: Annotated[str, StringConstraints(max_length=36)]


class HandedOver(BaseModel):
    """The teams that have another owner now."""

    teams: list[str]
