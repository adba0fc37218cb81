"""What the jobs feature contributes."""

from __future__ import annotations

from verbatim.core.jobs.models import Job
from verbatim.jobs.routes import router
from verbatim.plugins.feature import Feature

feature = Feature(name="jobs", routers={"/api/jobs": router}, models=(Job,))
