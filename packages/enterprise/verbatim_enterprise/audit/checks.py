"""What ``verbatim doctor`` says about the audit log."""

from __future__ import annotations

from typing import Final

from verbatim_enterprise.audit.streams.stream import failing, receivers
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Check, Database, HealthCheck, Settings
from verbatim_enterprise.system_session import system_transaction


async def check_audit(_: Settings, database: Database) -> Check:
    """Do the systems that are to be told of every row hear of it?"""
    targets = receivers(enterprise_settings().audit)
    async with system_transaction(database, read_only=True) as session:
        away = "; ".join(
            f"{one.name} ({one.target}) since {one.failing_since:%Y-%m-%d %H:%M} UTC: {one.error}"
            for one in await failing(session, targets)
        )
    if away:
        return Check("audit log", ok=False, detail=f"Rows wait to be sent; a receiver is away: {away}")
    told = f"Every row is sent on: {', '.join(targets)}." if targets else "Kept here only."
    return Check("audit log", ok=True, detail=told)


STREAMS: Final = HealthCheck("audit log", check_audit, setting="audit_syslog_url")
