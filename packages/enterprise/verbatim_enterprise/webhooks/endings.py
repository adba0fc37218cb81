"""The server gives up on an endpoint: it is paused or disabled, and its owner is told."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.addresses import link_to
from verbatim_enterprise.host import Scope, emit, use_scope, utcnow
from verbatim_enterprise.mail.message import Mail
from verbatim_enterprise.mail.service import send_mail
from verbatim_enterprise.teams.models import Team, TeamMember, TeamRole
from verbatim_enterprise.users.models import User
from verbatim_enterprise.webhooks.events import WebhookPaused
from verbatim_enterprise.webhooks.models import DeliveryStatus, EndpointStatus, WebhookDelivery, WebhookEndpoint


async def end_delivery_to(
    session: AsyncSession, endpoint: WebhookEndpoint, status: EndpointStatus, reason: str
) -> None:
    """Pause or disable an endpoint. A paused one's deliveries wait; a disabled one's have failed."""
    now = utcnow()
    endpoint.status, endpoint.status_reason, endpoint.status_changed_at = status, reason, now
    await session.flush()
    if status is EndpointStatus.DISABLED:
        await session.execute(
            update(WebhookDelivery)
            .where(WebhookDelivery.endpoint_id == endpoint.id, WebhookDelivery.status == DeliveryStatus.PENDING)
            .values(status=DeliveryStatus.FAILED, lease=None, lease_until=None, last_error=reason, finished_at=now)
            .execution_options(synchronize_session=False)
        )
    for address in await _owners(session, endpoint):
        await send_mail(session, await _mail(session, endpoint, address, reason))
    assert endpoint.owner_id is not None  # noqa: S101 - made in a team's scope only
    with use_scope(Scope(frozenset({endpoint.owner_id}), endpoint.owner_id)):
        await emit(session, WebhookPaused(webhook_id=endpoint.id, url=endpoint.url, reason=reason))


async def _owners(session: AsyncSession, endpoint: WebhookEndpoint) -> Sequence[str]:
    """Return the mail addresses of whoever made the endpoint and of the team's owners, of those who still are here."""
    found = await session.scalars(
        select(User.email)
        .join(TeamMember, TeamMember.user_id == User.id)
        .where(TeamMember.team_id == endpoint.owner_id, User.is_active.is_(True))
        .where((User.id == endpoint.created_by) | (TeamMember.role == TeamRole.OWNER))
        .order_by(User.email)
        .limit(10)
    )
    return list(found)


async def _mail(session: AsyncSession, endpoint: WebhookEndpoint, address: str, reason: str) -> Mail:
    team = await session.get(Team, endpoint.owner_id)
    name = team.name if team else ""
    host = urlsplit(endpoint.url).hostname or endpoint.url
    word = "paused" if endpoint.status == EndpointStatus.PAUSED else "switched off"
    rest = (
        "What happens meanwhile waits and is sent when you resume the webhook."
        if endpoint.status == EndpointStatus.PAUSED
        else "Nothing is sent to it until you resume the webhook."
    )
    return Mail(
        to=address,
        subject=f"The webhook to {host} was {word}",
        paragraphs=(f"The webhook of the team {name} to {endpoint.url} was {word}. {reason}", rest),
        link=link_to("/team/webhooks"),
        link_label="Look at the webhook",
    )
