"""What storage locations contribute."""

from __future__ import annotations

from verbatim_enterprise.host import Feature, HealthCheck
from verbatim_enterprise.storage_locations.checking import CHECK_JOB, check_files, look_at_last_check
from verbatim_enterprise.storage_locations.environment import tell_environment
from verbatim_enterprise.storage_locations.models import CREDENTIALS, StorageCheck, StorageLocation, StorageTeam
from verbatim_enterprise.storage_locations.resource import STORAGE_LOCATION
from verbatim_enterprise.storage_locations.routes import router
from verbatim_enterprise.storage_locations.transfer import JOB, RETRIES, transfer
from verbatim_enterprise.storage_locations.upkeep import UPKEEP

feature = Feature(
    name="storage locations",
    routers={"/api/storage-locations": router},
    resources=(STORAGE_LOCATION,),
    models=(StorageLocation, StorageTeam, StorageCheck),
    sealed=(CREDENTIALS,),
    jobs={JOB: transfer, CHECK_JOB: check_files},
    light_jobs=frozenset({JOB, CHECK_JOB}),
    job_retries={JOB: RETRIES},
    checks=(HealthCheck("stored files", look_at_last_check, link="/admin/storage", seconds=60),),
    startup=(tell_environment, UPKEEP.start),
    shutdown=(UPKEEP.stop,),
)
