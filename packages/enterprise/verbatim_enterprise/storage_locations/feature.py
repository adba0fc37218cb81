"""What storage locations contribute."""

from __future__ import annotations

from verbatim_enterprise.host import Feature
from verbatim_enterprise.storage_locations.environment import tell_environment
from verbatim_enterprise.storage_locations.models import CREDENTIALS, StorageLocation, StorageTeam
from verbatim_enterprise.storage_locations.resource import STORAGE_LOCATION
from verbatim_enterprise.storage_locations.routes import router
from verbatim_enterprise.storage_locations.transfer import JOB, RETRIES, transfer

feature = Feature(
    name="storage locations",
    routers={"/api/storage-locations": router},
    resources=(STORAGE_LOCATION,),
    models=(StorageLocation, StorageTeam),
    sealed=(CREDENTIALS,),
    jobs={JOB: transfer},
    light_jobs=frozenset({JOB}),
    job_retries={JOB: RETRIES},
    startup=(tell_environment,),
)
