"""Taking deliveries that are due, with a lease, so that each is sent by one process at a time and none is forgotten."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, bindparam, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import KeyRing, SealedColumn, SealError, moment, new_id, utcnow
from verbatim_enterprise.webhooks.models import (
    PREVIOUS_SECRET,
    SECRET,
    DeliveryStatus,
    EndpointStatus,
    WebhookDelivery,
    WebhookEndpoint,
    WebhookMessage,
)
from verbatim_enterprise.webhooks.sender import Parcel

LEASE = timedelta(seconds=6)
"""What a process that died had begun is sent by another one after this. Renewed while it lives."""
ENDPOINTS_AT_ONCE = 50
_DUE_AT: ColumnElement[datetime] = WebhookDelivery.__table__.c.due_at


def is_due() -> ColumnElement[bool]:
    return _is_due(utcnow())


def something_is_due() -> ColumnElement[bool]:
    """Return what is true while there is something to send, at whatever moment it is asked."""
    here = WebhookDelivery.endpoint_id == WebhookEndpoint.id
    return exists().where(here, WebhookEndpoint.status == EndpointStatus.ACTIVE, _is_due(moment(_DUE_AT.type)))


def _is_due(now: Any) -> ColumnElement[bool]:
    return and_(
        WebhookDelivery.status == DeliveryStatus.PENDING,
        now >= _DUE_AT,
        or_(WebhookDelivery.lease_until.is_(None), WebhookDelivery.lease_until < now),
    )


async def ready_endpoints(
    session: AsyncSession, *, after: str, without: Collection[str]
) -> Sequence[tuple[str, str, tuple[str, ...]]]:
    """Return endpoints with something due, in turn from ``after`` on: id, address and sealed secrets."""
    waiting = select(WebhookDelivery.id).where(WebhookDelivery.endpoint_id == WebhookEndpoint.id, is_due()).exists()
    rows = await session.execute(
        select(
            WebhookEndpoint.id,
            WebhookEndpoint.url,
            WebhookEndpoint.secret,
            WebhookEndpoint.previous_secret,
            WebhookEndpoint.previous_secret_until,
        )
        .where(WebhookEndpoint.status == EndpointStatus.ACTIVE, WebhookEndpoint.id > after)
        .where(WebhookEndpoint.id.not_in(list(without)), waiting)
        .order_by(WebhookEndpoint.id)
        .limit(ENDPOINTS_AT_ONCE)
    )
    now = utcnow()
    return [
        (row.id, row.url, (row.secret, row.previous_secret))
        if row.previous_secret is not None and row.previous_secret_until > now
        else (row.id, row.url, (row.secret,))
        for row in rows
    ]


async def claim(session: AsyncSession, endpoint: tuple[str, str, tuple[str, ...]], limit: int) -> list[Any]:
    """Take up to ``limit`` deliveries of an endpoint that are due, the oldest first."""
    endpoint_id = endpoint[0]
    found = await session.execute(
        select(
            WebhookDelivery.id,
            WebhookDelivery.owner_id,
            WebhookDelivery.message_id,
            WebhookMessage.body,
            WebhookMessage.trace,
        )
        .join(WebhookMessage, WebhookMessage.id == WebhookDelivery.message_id)
        .where(WebhookDelivery.endpoint_id == endpoint_id, is_due())
        .order_by(WebhookDelivery.due_at)
        .limit(limit)
        .with_for_update(skip_locked=True, of=WebhookDelivery)
    )
    rows = list(found)
    if not rows:
        return []
    lease = new_id()
    await session.execute(
        update(WebhookDelivery)
        .where(WebhookDelivery.id.in_([row.id for row in rows]))
        .values(lease=lease, lease_until=utcnow() + LEASE)
        .execution_options(synchronize_session=False)
    )
    return [(lease, row) for row in rows]


class Opener:
    """Opens the sealed secrets of endpoints, each once."""

    def __init__(self, keys: KeyRing) -> None:
        self._keys = keys
        self._known: dict[tuple[str, str], str] = {}

    def open(self, endpoint_id: str, column: SealedColumn, sealed: str) -> str | None:
        """Return a secret; None when the server's key has changed since."""
        if (endpoint_id, sealed) not in self._known:
            if len(self._known) > 10_000:  # noqa: PLR2004 - a bound, so that rotations do not pile up
                self._known.clear()
            try:
                self._known[endpoint_id, sealed] = column.open(self._keys, endpoint_id, sealed)
            except SealError:
                return None
        return self._known[endpoint_id, sealed]


def parcels(endpoint: tuple[str, str, tuple[str, ...]], taken: list[Any], opener: Opener) -> list[Parcel]:
    endpoint_id, url, sealed = endpoint
    # The previous secret comes second, while it counts.
    opened = (opener.open(endpoint_id, *one) for one in zip((SECRET, PREVIOUS_SECRET), sealed, strict=False))
    secrets = tuple(secret for secret in opened if secret is not None)
    return [
        Parcel(
            delivery_id=row.id,
            endpoint_id=endpoint_id,
            owner_id=row.owner_id,
            message_id=row.message_id,
            lease=lease,
            url=url,
            secrets=secrets,
            body=row.body.encode(),
            trace=row.trace,
        )
        for lease, row in taken
    ]


_DELIVERIES: Table = WebhookDelivery.__table__  # type: ignore[assignment] # declared classes map tables
_HELD = and_(
    _DELIVERIES.c.id == bindparam("delivery_id"),
    _DELIVERIES.c.lease == bindparam("held"),
    _DELIVERIES.c.status == DeliveryStatus.PENDING,
)


async def extend(session: AsyncSession, held: Sequence[Parcel], *, release: bool = False) -> None:
    """Renew the leases of what is still under way, or give them back."""
    statement = update(_DELIVERIES).where(_HELD).values(lease_until=bindparam("until"))
    until: Callable[[], Any] = (lambda: None) if release else (lambda: utcnow() + LEASE)
    rows = [{"delivery_id": item.delivery_id, "held": item.lease, "until": until()} for item in held]
    rows.sort(key=lambda row: row["delivery_id"])
    await (await session.connection()).execute(statement, rows)
