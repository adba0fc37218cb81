"""What happens to storage locations. Never with their credentials."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from verbatim_enterprise.host import Event, Resource
from verbatim_enterprise.storage_locations.resource import STORAGE_LOCATION


@dataclass(frozen=True, kw_only=True)
class StorageLocationCreated(Event):
    """An administrator added a place where files can lie."""

    event_name: ClassVar[str] = "storage_location.created"
    subject: ClassVar[Resource | None] = STORAGE_LOCATION
    announced: ClassVar[bool] = False
    location_id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class StorageLocationUpdated(Event):
    """A storage location got another name, description or use; ``credentials_changed`` says whether also other
    credentials, ``team_ids`` whose new files it takes.
    """

    event_name: ClassVar[str] = "storage_location.updated"
    subject: ClassVar[Resource | None] = STORAGE_LOCATION
    announced: ClassVar[bool] = False
    location_id: str
    name: str
    credentials_changed: bool
    team_ids: list[str]


@dataclass(frozen=True, kw_only=True)
class StorageLocationDeleted(Event):
    """A storage location is gone. No file lay there."""

    event_name: ClassVar[str] = "storage_location.deleted"
    subject: ClassVar[Resource | None] = STORAGE_LOCATION
    announced: ClassVar[bool] = False
    location_id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class StorageTransferStarted(Event):
    """An administrator began to move the files of a location, or of one team, to another."""

    event_name: ClassVar[str] = "storage_location.transfer_started"
    subject: ClassVar[Resource | None] = STORAGE_LOCATION
    announced: ClassVar[bool] = False
    location_id: str
    name: str
    target_id: str
    target_name: str
    team_id: str | None
