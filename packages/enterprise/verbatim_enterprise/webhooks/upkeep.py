"""What grows is cut: old messages with their deliveries and attempts, and secrets that have had their time."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, select, update

from verbatim_enterprise.host import Database, rows_affected, utcnow
from verbatim_enterprise.webhooks.models import WebhookEndpoint, WebhookMessage
from verbatim_enterprise.webhooks.settings import WebhookSettings

AT_ONCE = 500
"""Messages deleted in one transaction; each takes its deliveries and attempts along."""


async def upkeep(database: Database, settings: WebhookSettings) -> int:
    """Delete what is older than the log is kept. Returns how many messages."""
    limit, gone = utcnow() - timedelta(days=settings.webhooks_retention_days), 0
    while True:
        async with database.transaction(read_only=True) as session:
            old = select(WebhookMessage.id).where(WebhookMessage.created_at < limit).order_by(WebhookMessage.created_at)
            ids = list(await session.scalars(old.limit(AT_ONCE)))
        if not ids:
            break
        async with database.transaction() as session:
            deletion = delete(WebhookMessage).where(WebhookMessage.id.in_(ids))
            gone += rows_affected(await session.execute(deletion.execution_options(synchronize_session=False)))
    async with database.transaction(read_only=True) as session:
        over = WebhookEndpoint.previous_secret_until < utcnow()
        forgotten = await session.scalar(select(WebhookEndpoint.id).where(over).limit(1))
    if forgotten is not None:
        async with database.transaction() as session:
            await session.execute(
                update(WebhookEndpoint)
                .where(over)
                .values(previous_secret=None, previous_secret_until=None)
                .execution_options(synchronize_session=False)
            )
    return gone
