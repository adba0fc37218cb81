"""The table of contents: every enterprise feature. Later ones may use earlier ones, never the reverse.

All may ask for a seat (`license.seats`) and for what the licence includes (`license.gate`).
"""

from __future__ import annotations

from verbatim_enterprise.admin.feature import feature as admin
from verbatim_enterprise.admin_jobs.feature import feature as admin_jobs
from verbatim_enterprise.admin_settings.feature import feature as admin_settings
from verbatim_enterprise.alerts.feature import feature as alerts
from verbatim_enterprise.api_keys.feature import feature as api_keys
from verbatim_enterprise.audit.feature import feature as audit
from verbatim_enterprise.auth.feature import feature as auth
from verbatim_enterprise.frontend.feature import feature as frontend
from verbatim_enterprise.holds.feature import feature as holds
from verbatim_enterprise.host import Feature
from verbatim_enterprise.license.feature import feature as license_
from verbatim_enterprise.live.feature import feature as live
from verbatim_enterprise.llm.feature import feature as llm
from verbatim_enterprise.mail.feature import feature as mail
from verbatim_enterprise.people.feature import feature as people
from verbatim_enterprise.processes.feature import feature as processes
from verbatim_enterprise.rate_limits.feature import feature as rate_limits
from verbatim_enterprise.retention.feature import feature as retention
from verbatim_enterprise.storage_locations.feature import feature as storage_locations
from verbatim_enterprise.teams.feature import feature as teams
from verbatim_enterprise.users.feature import feature as users
from verbatim_enterprise.webhooks.feature import feature as webhooks

FEATURES: tuple[Feature, ...] = (
    live,
    processes,
    admin_settings,
    mail,
    users,
    teams,
    auth,
    license_,
    api_keys,
    rate_limits,
    webhooks,
    admin,
    admin_jobs,
    llm,
    audit,
    alerts,
    people,
    holds,
    retention,
    storage_locations,
    frontend,
)
