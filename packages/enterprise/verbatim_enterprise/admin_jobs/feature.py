"""What jobs of the whole installation contribute."""

from __future__ import annotations

from verbatim_enterprise.admin_jobs.routes import router
from verbatim_enterprise.host import Feature

feature = Feature(name="admin jobs", routers={"/api/admin/jobs": router})
