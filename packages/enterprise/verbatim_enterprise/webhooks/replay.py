"""Sending again what was sent, or could not be: the same message under the same ``webhook-id``."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import after_commit, utcnow
from verbatim_enterprise.webhooks.dispatch import wake
from verbatim_enterprise.webhooks.models import DeliveryStatus, WebhookDelivery
from verbatim_enterprise.webhooks.repository import DeliveryFilter

_FRESH: dict[str, Any] = {
    "status": DeliveryStatus.PENDING,
    "attempts": 0,
    "lease": None,
    "lease_until": None,
    "finished_at": None,
}


async def replay(session: AsyncSession, delivery_ids: list[str]) -> None:
    """Make deliveries due now, with all their attempts before them. One that is still under way is only hastened."""
    await session.execute(
        update(WebhookDelivery)
        .where(WebhookDelivery.id.in_(delivery_ids), WebhookDelivery.status != DeliveryStatus.PENDING)
        .values(due_at=utcnow(), **_FRESH)
        .execution_options(synchronize_session=False)
    )
    await session.execute(
        update(WebhookDelivery)
        .where(WebhookDelivery.id.in_(delivery_ids), WebhookDelivery.status == DeliveryStatus.PENDING)
        .where(WebhookDelivery.due_at > utcnow())
        .values(due_at=utcnow())
        .execution_options(synchronize_session=False)
    )
    session.expire_all()
    after_commit(session, lambda: wake(session))


def replayed(*, webhook_id: str, start: datetime, end: datetime, status: str) -> list[DeliveryFilter]:
    """Return which deliveries a time range means: those that have ended, in the way that was asked for."""
    statuses = {"failed": [DeliveryStatus.FAILED], "delivered": [DeliveryStatus.DELIVERED]}
    chosen = statuses.get(status, [DeliveryStatus.FAILED, DeliveryStatus.DELIVERED])
    return [DeliveryFilter(webhook_id=webhook_id, status=one, start=start, end=end) for one in chosen]


async def next_ids(
    session: AsyncSession, wanted: DeliveryFilter, after: tuple[datetime, str] | None, limit: int
) -> list[tuple[datetime, str]]:
    """Return the next deliveries of a range, the oldest first, as (time, id)."""
    statement = select(WebhookDelivery.created_at, WebhookDelivery.id).where(*wanted.conditions())
    if after is not None:
        statement = statement.where(tuple_(WebhookDelivery.created_at, WebhookDelivery.id) > after)
    rows = await session.execute(statement.order_by(WebhookDelivery.created_at, WebhookDelivery.id).limit(limit))
    return [(row.created_at, row.id) for row in rows]
