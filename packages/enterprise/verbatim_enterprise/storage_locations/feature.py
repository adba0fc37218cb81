"""What storage locations contribute."""

from __future__ import annotations

from verbatim_enterprise.host import Feature
from verbatim_enterprise.storage_locations.environment import tell_environment
from verbatim_enterprise.storage_locations.models import CREDENTIALS, StorageLocation, StorageTeam
from verbatim_enterprise.storage_locations.resource import STORAGE_LOCATION
from verbatim_enterprise.storage_locations.routes import router

feature = Feature(
    name="storage locations",
    routers={"/api/storage-locations": router},
    resources=(STORAGE_LOCATION,),
    models=(StorageLocation, StorageTeam),
    sealed=(CREDENTIALS,),
    startup=(tell_environment,),
)
