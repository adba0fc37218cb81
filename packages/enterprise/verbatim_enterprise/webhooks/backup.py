"""What the proof of a backup does about webhooks: a copy of the server tells nobody anything."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import BackupPart
from verbatim_enterprise.webhooks.models import DeliveryStatus, EndpointStatus, WebhookDelivery, WebhookEndpoint


async def _tell_nobody(session: AsyncSession) -> None:
    silent = {"synchronize_session": False}
    await session.execute(update(WebhookEndpoint).values(status=EndpointStatus.DISABLED).execution_options(**silent))
    waiting = update(WebhookDelivery).where(WebhookDelivery.status == DeliveryStatus.PENDING)
    await session.execute(waiting.values(status=DeliveryStatus.FAILED).execution_options(**silent))


part = BackupPart(hushed=_tell_nobody)
