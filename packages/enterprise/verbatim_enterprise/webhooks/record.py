"""Writing down what came of attempts: many in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Table, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import utcnow
from verbatim_enterprise.webhooks.endings import end_delivery_to
from verbatim_enterprise.webhooks.models import (
    DeliveryStatus,
    EndpointStatus,
    WebhookAttempt,
    WebhookDelivery,
    WebhookEndpoint,
)
from verbatim_enterprise.webhooks.schedule import pause_after
from verbatim_enterprise.webhooks.sender import Fate, Outcome
from verbatim_enterprise.webhooks.settings import WebhookSettings

_SEEN_EVERY = timedelta(seconds=5)
"""How exact the time of an endpoint's last success is; more would write its row with every batch."""

_DELIVERIES: Table = WebhookDelivery.__table__  # type: ignore[assignment] # declared classes map tables
_ATTEMPTS: Table = WebhookAttempt.__table__  # type: ignore[assignment]
_COLUMNS = ("status", "attempts", "due_at", "last_status_code", "last_error", "finished_at")
_UPDATE = (
    update(_DELIVERIES)
    .where(_DELIVERIES.c.id == bindparam("delivery_id"))
    .values({name: bindparam(f"new_{name}") for name in _COLUMNS} | {"lease": None, "lease_until": None})
)


@dataclass
class Batch:
    """The rows that a batch of outcomes turns into."""

    settings: WebhookSettings
    attempts: list[dict[str, Any]] = field(default_factory=list)
    changes: list[dict[str, Any]] = field(default_factory=list)

    def add(self, row: _Row, outcome: Outcome) -> None:
        """Log one attempt, and let its delivery follow if it is still this attempt's to decide."""
        self.attempts.append(_attempt(outcome))
        if row.status != DeliveryStatus.PENDING:
            return
        if outcome.fate is not Fate.DELIVERED and row.lease != outcome.parcel.lease:
            return  # somebody else has taken it over; only a success is a fact whoever had it
        row.attempts += 1
        now = utcnow()
        if outcome.fate is Fate.DELIVERED:
            row.status = DeliveryStatus.DELIVERED
        elif outcome.fate is Fate.GONE or row.attempts >= self.settings.webhooks_attempts:
            row.status = DeliveryStatus.FAILED
        pause = pause_after(
            row.attempts, base=self.settings.webhooks_retry_base_seconds, retry_after=outcome.retry_after
        )
        over = row.status != DeliveryStatus.PENDING
        self.changes.append(
            {
                "delivery_id": row.id,
                "new_status": row.status,
                "new_attempts": row.attempts,
                "new_due_at": now if over else now + pause,
                "new_last_status_code": outcome.status_code,
                "new_last_error": outcome.error,
                "new_finished_at": now if over else None,
            }
        )


@dataclass
class _Row:
    id: str
    lease: str | None
    status: str
    attempts: int


def _attempt(outcome: Outcome) -> dict[str, Any]:
    return {
        "owner_id": outcome.parcel.owner_id,
        "delivery_id": outcome.parcel.delivery_id,
        "url": outcome.parcel.url,
        "started_at": outcome.started_at,
        "duration_ms": outcome.duration_ms,
        "request_headers": dict(outcome.request_headers),
        "status_code": outcome.status_code,
        "response_headers": outcome.response_headers,
        "response_body": outcome.response_body,
        "error": outcome.error,
    }


async def record(session: AsyncSession, outcomes: Sequence[Outcome], settings: WebhookSettings) -> None:
    """Write a batch. The session works for the server itself, across teams.

    Endpoints are locked before deliveries, both in the order of their ids, as everybody does who locks them.
    """
    endpoints = await _lock_endpoints(session, {outcome.parcel.endpoint_id for outcome in outcomes})
    rows = await _lock_deliveries(session, {outcome.parcel.delivery_id for outcome in outcomes})
    batch = Batch(settings)
    for outcome in outcomes:
        if (row := rows.get(outcome.parcel.delivery_id)) is not None:  # else it was deleted meanwhile
            batch.add(row, outcome)
    connection = await session.connection()
    if batch.attempts:
        await connection.execute(insert(_ATTEMPTS), batch.attempts)
    if batch.changes:
        await connection.execute(_UPDATE, batch.changes)
    for endpoint in endpoints:
        own = [outcome for outcome in outcomes if outcome.parcel.endpoint_id == endpoint.id]
        await _note_health(session, endpoint, own, settings)


async def _lock_endpoints(session: AsyncSession, ids: set[str]) -> list[WebhookEndpoint]:
    statement = select(WebhookEndpoint).where(WebhookEndpoint.id.in_(ids)).order_by(WebhookEndpoint.id)
    return list(await session.scalars(statement.with_for_update(key_share=True)))


async def _lock_deliveries(session: AsyncSession, ids: set[str]) -> dict[str, _Row]:
    found = await session.execute(
        select(WebhookDelivery.id, WebhookDelivery.lease, WebhookDelivery.status, WebhookDelivery.attempts)
        .where(WebhookDelivery.id.in_(ids))
        .order_by(WebhookDelivery.id)
        .with_for_update()
    )
    return {row.id: _Row(*row) for row in found}


async def _note_health(
    session: AsyncSession, endpoint: WebhookEndpoint, outcomes: list[Outcome], settings: WebhookSettings
) -> None:
    now = utcnow()
    failures = [outcome for outcome in outcomes if outcome.fate is not Fate.DELIVERED]
    if len(failures) < len(outcomes):
        if endpoint.last_success_at is None or endpoint.last_success_at < now - _SEEN_EVERY:
            endpoint.last_success_at = now
        endpoint.failing_since = None
    if not failures:
        return
    if endpoint.last_failure_at is None or endpoint.last_failure_at < now - _SEEN_EVERY:
        endpoint.last_failure_at, endpoint.last_error = now, failures[-1].error
    if len(failures) == len(outcomes):
        endpoint.failing_since = endpoint.failing_since or failures[0].started_at
    if endpoint.status != EndpointStatus.ACTIVE:
        return
    if any(outcome.fate is Fate.GONE for outcome in failures):
        reason = "The receiver answered 410, which means that it wants nothing any more."
        await end_delivery_to(session, endpoint, EndpointStatus.DISABLED, reason)
    elif _too_long(endpoint.failing_since, now, settings):
        days = f"{settings.webhooks_pause_after_days:g}"
        reason = f"Every attempt has failed for {days} days. The last one: {endpoint.last_error}"
        await end_delivery_to(session, endpoint, EndpointStatus.PAUSED, reason)


def _too_long(since: datetime | None, now: datetime, settings: WebhookSettings) -> bool:
    return since is not None and now - since > timedelta(days=settings.webhooks_pause_after_days)
