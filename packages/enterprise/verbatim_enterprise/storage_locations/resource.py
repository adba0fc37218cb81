"""What a storage location is to those who treat all kinds of things alike."""

from __future__ import annotations

from verbatim_enterprise.host import Resource
from verbatim_enterprise.storage_locations.models import StorageLocation

STORAGE_LOCATION = Resource(
    name="storage_location",
    id_names=("location_id",),
    model=StorageLocation,
    title="name",
    audited=("name", "type", "config", "is_default", "stands_in"),
    choices=("config",),
)
