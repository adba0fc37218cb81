"""What doing the same to many recordings contributes."""

from __future__ import annotations

from verbatim.bulk.jobs import bulk_ended, run_bulk
from verbatim.bulk.models import BulkDone, BulkRun
from verbatim.bulk.routes import router
from verbatim.bulk.service import JOB
from verbatim.bulk.upkeep import UPKEEP
from verbatim.core.jobs.job_type import RetryPolicy
from verbatim.plugins.feature import Feature

feature = Feature(
    name="bulk",
    routers={"/api/bulk": router},
    models=(BulkRun, BulkDone),
    jobs={JOB: run_bulk},
    jobs_ended={JOB: bulk_ended},
    # Whoever takes it over goes on where the last one stopped, however often that is.
    job_retries={JOB: RetryPolicy(attempts=10)},
    light_jobs=frozenset({JOB}),
    startup=(UPKEEP.start,),
    shutdown=(UPKEEP.stop,),
)
