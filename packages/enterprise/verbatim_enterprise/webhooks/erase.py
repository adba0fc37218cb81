"""A team ends: its webhooks are taken out of everybody's hands before their rows go."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.webhooks.models import WebhookEndpoint


async def lock_webhooks(session: AsyncSession) -> None:
    """Lock the endpoints first, as whoever writes down deliveries does, so that neither waits for the other."""
    await session.execute(select(WebhookEndpoint.id).order_by(WebhookEndpoint.id).with_for_update())
