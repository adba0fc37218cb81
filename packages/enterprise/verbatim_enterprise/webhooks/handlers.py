"""Deliveries are written in the transaction of the event: nothing is told that did not happen, nothing is forgotten."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.adapters.standing import WEBHOOKS, changes_standing, may_have
from verbatim_enterprise.host import Scope, after_commit, current_scope, current_session, new_id, utcnow
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.rights import includes
from verbatim_enterprise.webhooks.catalogue import wants
from verbatim_enterprise.webhooks.dispatch import wake
from verbatim_enterprise.webhooks.events import WebhookTest
from verbatim_enterprise.webhooks.models import EndpointStatus, WebhookDelivery, WebhookEndpoint, WebhookMessage
from verbatim_enterprise.webhooks.payload import make_body

changes_standing(WebhookEndpoint)


async def write_deliveries(event_name: str, **arguments: Any) -> None:
    """Put a message on its way to every webhook of the event's team that wants it.

    Events that belong to no team, such as those of accounts, are nobody's to hear.
    """
    scope = current_scope()
    if not isinstance(scope, Scope) or scope.write is None:
        return
    session = current_session()
    if not may_have(session.info, WEBHOOKS):
        return
    found = await session.execute(
        select(WebhookEndpoint.id, WebhookEndpoint.events).where(
            WebhookEndpoint.owner_id == scope.write, WebhookEndpoint.status != EndpointStatus.DISABLED
        )
    )
    about = arguments.get("webhook_id")
    if event_name == WebhookTest.event_name:
        targets = [endpoint for endpoint, _ in found if endpoint == about]
    else:
        targets = [endpoint for endpoint, names in found if wants(names, event_name) and endpoint != about]
    if targets and await includes(session, Entitlement.WEBHOOKS):
        await send_to(session, targets, event_name, await make_body(session, event_name, arguments))


async def send_to(session: AsyncSession, endpoint_ids: list[str], event_name: str, body: str) -> list[str]:
    """Write one message and its deliveries; returns their ids. Whoever sends them is woken after the commit."""
    message_id, now = new_id(), utcnow()
    await session.execute(
        insert(WebhookMessage), [{"id": message_id, "event": event_name, "body": body, "created_at": now}]
    )
    ids = {endpoint_id: new_id() for endpoint_id in endpoint_ids}
    shared = {"message_id": message_id, "event": event_name, "due_at": now, "created_at": now}
    rows = [{"id": ids[endpoint_id], "endpoint_id": endpoint_id, **shared} for endpoint_id in endpoint_ids]
    await session.execute(insert(WebhookDelivery), rows)
    after_commit(session, lambda: wake(session))
    return list(ids.values())
