"""Reading deliveries: lists, one with its requests and answers, and figures by the hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Page, utcnow
from verbatim_enterprise.webhooks.errors import DeliveryNotFoundError
from verbatim_enterprise.webhooks.models import (
    DeliveryStatus,
    WebhookAttempt,
    WebhookDelivery,
    WebhookEndpoint,
    WebhookMessage,
)
from verbatim_enterprise.webhooks.schemas import (
    AttemptResponse,
    DeliveryDetailResponse,
    DeliveryResponse,
    HourResponse,
)

ATTEMPTS_SHOWN = 50


@dataclass(frozen=True)
class DeliveryFilter:
    """Which deliveries are meant. Everything that is set must hold."""

    webhook_id: str | None = None
    status: DeliveryStatus | None = None
    event: str | None = None
    start: datetime | None = None
    end: datetime | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if self.webhook_id is not None:
            found.append(WebhookDelivery.endpoint_id == self.webhook_id)
        if self.status is not None:
            found.append(WebhookDelivery.status == self.status)
        if self.event is not None:
            found.append(WebhookDelivery.event == self.event)
        if self.start is not None:
            found.append(WebhookDelivery.created_at >= self.start)
        if self.end is not None:
            found.append(WebhookDelivery.created_at <= self.end)
        return found


async def list_deliveries(
    session: AsyncSession, wanted: DeliveryFilter, page: Page
) -> tuple[list[DeliveryResponse], int]:
    """Return one page of deliveries, the newest first, and the number of all matches."""
    total = await count_deliveries(session, wanted)
    rows = await session.scalars(
        select(WebhookDelivery)
        .where(*wanted.conditions())
        .order_by(WebhookDelivery.created_at.desc(), WebhookDelivery.id.desc())
        .offset(page.offset)
        .limit(page.page_size)
    )
    return [delivery_response(row) for row in rows], total


async def count_deliveries(session: AsyncSession, wanted: DeliveryFilter) -> int:
    """Return how many deliveries match."""
    return await session.scalar(select(func.count(WebhookDelivery.id)).where(*wanted.conditions())) or 0


async def get_delivery(session: AsyncSession, delivery_id: str, *, lock: bool = False) -> WebhookDelivery:
    """Return a delivery of the active team.

    Raises:
        DeliveryNotFoundError: it does not exist, or belongs to another team.
    """
    statement = select(WebhookDelivery).where(WebhookDelivery.id == delivery_id)
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    found: WebhookDelivery | None = await session.scalar(statement)
    if found is None:
        raise DeliveryNotFoundError
    return found


async def delivery_detail(session: AsyncSession, delivery: WebhookDelivery) -> DeliveryDetailResponse:
    """Return a delivery with what is sent and what came back."""
    body = await session.scalar(select(WebhookMessage.body).where(WebhookMessage.id == delivery.message_id))
    url = await session.scalar(select(WebhookEndpoint.url).where(WebhookEndpoint.id == delivery.endpoint_id))
    rows = await session.scalars(
        select(WebhookAttempt)
        .where(WebhookAttempt.delivery_id == delivery.id)
        .order_by(WebhookAttempt.id.desc())
        .limit(ATTEMPTS_SHOWN)
    )
    log = [AttemptResponse.model_validate(row, from_attributes=True) for row in rows]
    return DeliveryDetailResponse(**_fields(delivery), url=url or "", request_body=body or "", attempts_log=log)


async def hours(session: AsyncSession, *, webhook_id: str | None, last: int) -> list[HourResponse]:
    """Return what became of the deliveries of the ``last`` hours, by the hour in which they were made."""
    start = utcnow().replace(minute=0, second=0, microsecond=0) - timedelta(hours=last - 1)
    created = WebhookDelivery.created_at
    hour = (
        func.strftime("%Y-%m-%dT%H", created)
        if session.get_bind().dialect.name == "sqlite"
        else func.to_char(created, 'YYYY-MM-DD"T"HH24')  # the server's connections speak UTC
    ).label("hour")
    wanted = DeliveryFilter(webhook_id=webhook_id, start=start).conditions()
    rows = await session.execute(
        select(hour, WebhookDelivery.status, func.count()).where(*wanted).group_by(hour, WebhookDelivery.status)
    )
    counts: dict[str, dict[str, int]] = {}
    for name, status, count in rows:
        counts.setdefault(name, dict.fromkeys(map(str, DeliveryStatus), 0))[status] = count
    return [
        HourResponse(start=datetime.strptime(name, "%Y-%m-%dT%H").replace(tzinfo=UTC), **by_status)
        for name, by_status in sorted(counts.items())
    ]


def delivery_response(delivery: WebhookDelivery) -> DeliveryResponse:
    """Return a delivery as lists show it."""
    return DeliveryResponse(**_fields(delivery))


def _fields(delivery: WebhookDelivery) -> dict[str, Any]:
    own = set(DeliveryResponse.model_fields) - {"webhook_id", "due_at"}
    pending = delivery.status == DeliveryStatus.PENDING
    return {
        **{name: getattr(delivery, name) for name in own},
        "webhook_id": delivery.endpoint_id,
        "due_at": delivery.due_at if pending else None,
    }
