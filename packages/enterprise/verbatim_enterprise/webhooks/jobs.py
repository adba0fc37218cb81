"""The job ``webhook_dispatch``: puts the deliveries of a time range on their way again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from verbatim_enterprise.host import JobContext, utcnow
from verbatim_enterprise.webhooks.replay import next_ids, replay, replayed
from verbatim_enterprise.webhooks.repository import count_deliveries
from verbatim_enterprise.webhooks.service import get_webhook

JOB = "webhook_dispatch"
AT_ONCE = 500
"""Deliveries in one transaction, so that the row of none is locked for long."""


async def dispatch_again(job: JobContext) -> dict[str, Any]:
    """Make every delivery of the range due now; the servers' dispatchers send them at their own pace."""
    begun = utcnow()
    start, end = (datetime.fromisoformat(job.payload[name]) for name in ("start", "end"))
    webhook_id, status = job.payload["webhook_id"], job.payload["status"]
    # What is replayed ends again and would be found again, so that the range also ends where this run began.
    filters = replayed(webhook_id=webhook_id, start=start, end=min(end, begun), status=status)
    async with job.transaction() as session:
        await get_webhook(session, webhook_id)
        total = sum([await count_deliveries(session, wanted) for wanted in filters])
    done = 0
    for wanted in filters:
        after = None
        while True:
            async with job.transaction() as session:
                # The endpoint first: whoever locks it and deliveries does so in this order.
                await get_webhook(session, webhook_id, lock=True)
                found = await next_ids(session, wanted, after, AT_ONCE)
                await replay(session, [delivery_id for _, delivery_id in found])
            if not found:
                break
            after, done = found[-1], done + len(found)
            await job.progress(min(99.0, 100 * done / max(total, 1)), "putting deliveries on their way")
    return {"count": done}
