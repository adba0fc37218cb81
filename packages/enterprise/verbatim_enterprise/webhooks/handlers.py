"""Deliveries are written in the transaction of the event: nothing is told that did not happen, nothing is forgotten."""

from __future__ import annotations

from typing import Any

from sqlalchemy import column, insert, select, table
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.adapters.standing import WEBHOOKS, changes_standing, may_have
from verbatim_enterprise.host import (
    ROLE_PERMISSIONS,
    Permission,
    Role,
    Scope,
    after_commit,
    current_event,
    current_scope,
    current_session,
    new_id,
    use_scope,
    utcnow,
)
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.rights import includes
from verbatim_enterprise.webhooks.catalogue import EVERYTHING, wants
from verbatim_enterprise.webhooks.dispatch import wake
from verbatim_enterprise.webhooks.events import WebhookTest
from verbatim_enterprise.webhooks.models import EndpointStatus, WebhookDelivery, WebhookEndpoint, WebhookMessage
from verbatim_enterprise.webhooks.payload import make_body

changes_standing(WebhookEndpoint)
# By name only: accounts are told of webhooks, not the other way round.
_USERS = table("users", column("id"), column("role"), column("is_active"))
_OPERATING = tuple(role.value for role in Role if Permission.SYSTEM_OPERATE in ROLE_PERMISSIONS[role])


async def write_deliveries(event_name: str, **arguments: Any) -> None:
    """Put a message on its way to every webhook of the event's team that wants it.

    Events that belong to no team, such as those of accounts, are nobody's to hear. Those about the installation go to
    webhooks of people who operate it.
    """
    if current_event().for_operators:
        await _tell_operators(event_name, arguments)
        return
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


async def _tell_operators(event_name: str, arguments: dict[str, Any]) -> None:
    """Write deliveries for webhooks that ask for the event by name, made by somebody who may still know of it."""
    session = current_session()
    if not await includes(session, Entitlement.WEBHOOKS):
        return
    found = await session.execute(
        select(WebhookEndpoint.id, WebhookEndpoint.owner_id, WebhookEndpoint.events)
        .join(_USERS, _USERS.c.id == WebhookEndpoint.created_by)
        .where(
            WebhookEndpoint.status != EndpointStatus.DISABLED,
            _USERS.c.role.in_(_OPERATING),
            _USERS.c.is_active.is_(True),
        )
        .order_by(WebhookEndpoint.id)
    )
    targets: dict[str, list[str]] = {}
    for endpoint_id, owner_id, names in found:
        if owner_id is not None and wants([name for name in names if name != EVERYTHING], event_name):
            targets.setdefault(owner_id, []).append(endpoint_id)
    body = await make_body(session, event_name, arguments) if targets else ""
    for owner_id, endpoint_ids in targets.items():
        with use_scope(Scope(frozenset({owner_id}), owner_id)):
            await send_to(session, endpoint_ids, event_name, body)


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
