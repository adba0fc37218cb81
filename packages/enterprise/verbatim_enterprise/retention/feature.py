"""What the retention feature contributes."""

from __future__ import annotations

from verbatim_enterprise.host import Feature
from verbatim_enterprise.retention.handlers import project_deleted, recording_removed
from verbatim_enterprise.retention.jobs import JOB, apply_rules
from verbatim_enterprise.retention.models import RetentionRule
from verbatim_enterprise.retention.resource import RETENTION_RULE
from verbatim_enterprise.retention.routes import router
from verbatim_enterprise.retention.upkeep import UPKEEP

feature = Feature(
    name="retention",
    routers={"/api/teams": router},
    resources=(RETENTION_RULE,),
    models=(RetentionRule,),
    on={"project.deleted": project_deleted, "project.recording_removed": recording_removed},
    jobs={JOB: apply_rules},
    light_jobs=frozenset({JOB}),
    startup=(UPKEEP.start,),
    shutdown=(UPKEEP.stop,),
)
