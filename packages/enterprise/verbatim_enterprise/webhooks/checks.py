"""Do the receivers of webhooks hear what they are to be told?"""

from __future__ import annotations

from typing import Final

from sqlalchemy import func, or_, select

from verbatim_enterprise.host import Check, Database, HealthCheck, Settings
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.webhooks.models import EndpointStatus, WebhookEndpoint

_SHOWN: Final = 5


async def check_webhooks(_: Settings, database: Database) -> Check:
    """Name receivers whose attempts fail one and all, and those that were given up for it."""
    away = or_(
        WebhookEndpoint.failing_since.is_not(None) & (WebhookEndpoint.status == EndpointStatus.ACTIVE),
        WebhookEndpoint.status == EndpointStatus.DISABLED,
    )
    async with system_transaction(database, read_only=True) as session:
        total = await session.scalar(select(func.count(WebhookEndpoint.id))) or 0
        count = await session.scalar(select(func.count(WebhookEndpoint.id)).where(away)) or 0
        order = (WebhookEndpoint.failing_since.is_(None), WebhookEndpoint.failing_since, WebhookEndpoint.id)
        rows = list(await session.scalars(select(WebhookEndpoint).where(away).order_by(*order).limit(_SHOWN)))
    if not rows:
        return Check("webhooks", ok=True, detail=f"{total} {'receiver is' if total == 1 else 'receivers are'} set up.")
    told = "; ".join(_told(row) for row in rows) + (" and others" if count > _SHOWN else "")
    failing = any(row.status == EndpointStatus.ACTIVE for row in rows)
    return Check(
        "webhooks",
        ok=not failing,
        warning=True,
        detail=f"{count} of {total} receivers hear nothing: {told}.",
        todo="See what they answer, mend that, and send again what was missed.",
    )


def _told(row: WebhookEndpoint) -> str:
    host = row.url.partition("://")[2].partition("/")[0].rpartition("@")[2]
    if row.status == EndpointStatus.DISABLED:
        return f"{host} (switched off: {row.status_reason or row.last_error or 'by hand'})"
    return f"{host} since {row.failing_since:%Y-%m-%d %H:%M} UTC ({row.last_error or 'no answer'})"


WEBHOOKS: Final = HealthCheck("webhooks", check_webhooks, link="/webhooks")
