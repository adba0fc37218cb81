"""`/api/webhooks/deliveries`, and those of one webhook."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Query

from verbatim_enterprise.host import ListResponse, Moment, PageDep, Router, SessionDep, enqueue
from verbatim_enterprise.webhooks import repository
from verbatim_enterprise.webhooks.errors import WebhookNotActiveError
from verbatim_enterprise.webhooks.jobs import JOB
from verbatim_enterprise.webhooks.models import DeliveryStatus, EndpointStatus
from verbatim_enterprise.webhooks.replay import replay, replayed
from verbatim_enterprise.webhooks.repository import DeliveryFilter
from verbatim_enterprise.webhooks.schemas import (
    DeliveryDetailResponse,
    DeliveryResponse,
    ReplayRequest,
    ReplayResponse,
    StatsResponse,
)
from verbatim_enterprise.webhooks.service import get_webhook

deliveries_router = Router()

MomentQuery = Annotated[Moment | None, Query()]


async def _filter(
    status: DeliveryStatus | None = None,
    event: Annotated[str | None, Query(max_length=100)] = None,
    start: MomentQuery = None,
    end: MomentQuery = None,
) -> DeliveryFilter:
    return DeliveryFilter(status=status, event=event, start=start, end=end)


FilterDep = Annotated[DeliveryFilter, Depends(_filter)]


@deliveries_router.get("/stats")
async def delivery_stats(
    session: SessionDep,
    webhook_id: Annotated[str | None, Query(max_length=36)] = None,
    hours: Annotated[int, Query(ge=1, le=720)] = 24,
) -> StatsResponse:
    """Count deliveries by the hour and by what became of them."""
    if webhook_id is not None:
        await get_webhook(session, webhook_id)
    return StatsResponse(hours=await repository.hours(session, webhook_id=webhook_id, last=hours))


@deliveries_router.get("/deliveries")
async def list_deliveries(
    session: SessionDep,
    page: PageDep,
    wanted: FilterDep,
    webhook_id: Annotated[str | None, Query(max_length=36)] = None,
) -> ListResponse[DeliveryResponse]:
    """List deliveries, the newest first."""
    if webhook_id is not None:
        return await list_deliveries_of_webhook(session, webhook_id, page, wanted)
    items, total = await repository.list_deliveries(session, wanted, page)
    return ListResponse.of(items, total, page)


@deliveries_router.get("/deliveries/{delivery_id}")
async def get_delivery(session: SessionDep, delivery_id: str) -> DeliveryDetailResponse:
    """Show a delivery: what is sent, every attempt, and what came back."""
    return await repository.delivery_detail(session, await repository.get_delivery(session, delivery_id))


@deliveries_router.post("/deliveries/{delivery_id}/replay", status_code=202)
async def replay_delivery(session: SessionDep, delivery_id: str) -> DeliveryResponse:
    """Send a delivery again: the same message, under the same ``webhook-id``."""
    delivery = await repository.get_delivery(session, delivery_id)
    endpoint = await get_webhook(session, delivery.endpoint_id, lock=True)
    if endpoint.status == EndpointStatus.DISABLED:
        raise WebhookNotActiveError
    await replay(session, [delivery_id])
    return repository.delivery_response(await repository.get_delivery(session, delivery_id))


@deliveries_router.post("/{webhook_id}/replay", status_code=202)
async def replay_range(session: SessionDep, webhook_id: str, body: ReplayRequest) -> ReplayResponse:
    """Send a webhook's deliveries of a time range again, by default those that failed."""
    endpoint = await get_webhook(session, webhook_id)
    if endpoint.status == EndpointStatus.DISABLED:
        raise WebhookNotActiveError
    filters = replayed(webhook_id=webhook_id, start=body.start, end=body.end, status=body.status)
    count = sum([await repository.count_deliveries(session, wanted) for wanted in filters])
    if not count:
        return ReplayResponse(count=0, job_id=None)
    payload = {"webhook_id": webhook_id, "status": body.status, **_range(body.start, body.end)}
    job = await enqueue(session, JOB, payload)
    return ReplayResponse(count=count, job_id=job.id)


def _range(start: datetime, end: datetime) -> dict[str, str]:
    return {"start": start.isoformat(), "end": end.isoformat()}


@deliveries_router.get("/{webhook_id}/deliveries")
async def list_deliveries_of_webhook(
    session: SessionDep, webhook_id: str, page: PageDep, wanted: FilterDep
) -> ListResponse[DeliveryResponse]:
    """List the deliveries of one webhook, the newest first."""
    await get_webhook(session, webhook_id)
    items, total = await repository.list_deliveries(session, replace(wanted, webhook_id=webhook_id), page)
    return ListResponse.of(items, total, page)
