"""Webhooks of a team: making, changing, pausing, trying out, and replacing their secrets."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import KeyRing, Page, SealError, all_events, emit, new_id, utcnow
from verbatim_enterprise.webhooks.addresses import Guard, RefusedAddressError
from verbatim_enterprise.webhooks.catalogue import check_names, sample_body
from verbatim_enterprise.webhooks.errors import (
    TooManyWebhooksError,
    UnknownEventError,
    WebhookNotActiveError,
    WebhookNotFoundError,
    WebhookStateError,
    WebhookUrlError,
)
from verbatim_enterprise.webhooks.events import (
    WebhookCreated,
    WebhookDeleted,
    WebhookPaused,
    WebhookSecretRotated,
    WebhookTest,
    WebhookUpdated,
)
from verbatim_enterprise.webhooks.handlers import send_to
from verbatim_enterprise.webhooks.models import (
    PREVIOUS_SECRET,
    SECRET,
    EndpointStatus,
    WebhookDelivery,
    WebhookEndpoint,
)
from verbatim_enterprise.webhooks.schemas import WebhookCreate, WebhookResponse, WebhookUpdate
from verbatim_enterprise.webhooks.signing import new_secret

MOST = 100
"""Webhooks in one team: each costs a row for every event it wants."""
PAUSED_BY_HAND = "Somebody paused it."
TEST_MESSAGE = "This is a test. If you can read it and its signature is right, the webhook works."


async def get_webhook(session: AsyncSession, webhook_id: str, *, lock: bool = False) -> WebhookEndpoint:
    """Return a webhook of the active team; with ``lock`` nobody else changes it or writes down its deliveries.

    Raises:
        WebhookNotFoundError: it does not exist, or belongs to another team.
    """
    statement = select(WebhookEndpoint).where(WebhookEndpoint.id == webhook_id)
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    found: WebhookEndpoint | None = await session.scalar(statement)
    if found is None:
        raise WebhookNotFoundError
    return found


async def list_webhooks(session: AsyncSession, page: Page) -> tuple[list[WebhookResponse], int]:
    """Return one page of the team's webhooks, the newest first, and how many there are."""
    total = await session.scalar(select(func.count(WebhookEndpoint.id))) or 0
    rows = await session.scalars(
        select(WebhookEndpoint)
        .order_by(WebhookEndpoint.created_at.desc(), WebhookEndpoint.id.desc())
        .offset(page.offset)
        .limit(page.page_size)
    )
    return [response(row) for row in rows], total


async def create_webhook(
    session: AsyncSession, body: WebhookCreate, *, guard: Guard, keys: KeyRing, creator_id: str
) -> tuple[WebhookEndpoint, str]:
    """Add a webhook to the active team. Returns it with its secret, which nobody can read again.

    Raises:
        WebhookUrlError, UnknownEventError, TooManyWebhooksError
    """
    if (await session.scalar(select(func.count(WebhookEndpoint.id))) or 0) >= MOST:
        raise TooManyWebhooksError
    secret, webhook_id = new_secret(), new_id()
    endpoint = WebhookEndpoint(
        id=webhook_id,
        url=_checked(guard, body.url),
        events=check_names(body.events),
        description=body.description,
        secret=SECRET.seal(keys, webhook_id, secret),
        created_by=creator_id,
    )
    session.add(endpoint)
    await session.flush()
    await emit(session, WebhookCreated(webhook_id=endpoint.id, url=endpoint.url))
    return endpoint, secret


async def update_webhook(
    session: AsyncSession, endpoint: WebhookEndpoint, body: WebhookUpdate, *, guard: Guard
) -> None:
    """Change an address, its events or its description; what waits goes to the new address.

    Raises:
        WebhookUrlError, UnknownEventError
    """
    if body.url is not None:
        endpoint.url = _checked(guard, body.url)
    if body.events is not None:
        endpoint.events = check_names(body.events)
    if body.description is not None:
        endpoint.description = body.description
    await _changed(session, endpoint)


async def delete_webhook(session: AsyncSession, endpoint: WebhookEndpoint) -> None:
    """Delete a webhook with its deliveries."""
    event = WebhookDeleted(webhook_id=endpoint.id, url=endpoint.url)
    await session.delete(endpoint)
    await session.flush()
    await emit(session, event)


async def pause(session: AsyncSession, endpoint: WebhookEndpoint) -> None:
    """Let deliveries wait.

    Raises:
        WebhookStateError: it is not active.
    """
    if endpoint.status != EndpointStatus.ACTIVE:
        raise WebhookStateError
    _set_status(endpoint, EndpointStatus.PAUSED, PAUSED_BY_HAND)
    await session.flush()
    await emit(session, WebhookPaused(webhook_id=endpoint.id, url=endpoint.url, reason=PAUSED_BY_HAND))


async def resume(session: AsyncSession, endpoint: WebhookEndpoint) -> None:
    """Send again, what has waited first.

    Raises:
        WebhookStateError: it is active.
    """
    if endpoint.status == EndpointStatus.ACTIVE:
        raise WebhookStateError
    _set_status(endpoint, EndpointStatus.ACTIVE, None)
    endpoint.failing_since = None
    await _changed(session, endpoint)


async def rotate(session: AsyncSession, endpoint: WebhookEndpoint, *, keys: KeyRing, overlap_hours: float) -> str:
    """Replace the secret; for a while requests are signed with both. Returns the new one."""
    secret, now = new_secret(), utcnow()
    endpoint.previous_secret = _as_previous(endpoint, keys) if overlap_hours else None
    endpoint.previous_secret_until = now + timedelta(hours=overlap_hours) if endpoint.previous_secret else None
    endpoint.secret, endpoint.updated_at = SECRET.seal(keys, endpoint.id, secret), now
    await session.flush()
    await emit(session, WebhookSecretRotated(webhook_id=endpoint.id))
    return secret


def _as_previous(endpoint: WebhookEndpoint, keys: KeyRing) -> str | None:
    """Return the present secret sealed for its other place; None when the server's key has changed since."""
    try:
        return PREVIOUS_SECRET.seal(keys, endpoint.id, SECRET.open(keys, endpoint.id, endpoint.secret))
    except SealError:
        return None


async def send_test(session: AsyncSession, endpoint: WebhookEndpoint, event: str | None) -> str:
    """Send a test, or the sample of an event. Returns the delivery's id.

    Raises:
        WebhookNotActiveError: it would have to wait.
        UnknownEventError: there is no such event.
    """
    if endpoint.status != EndpointStatus.ACTIVE:
        raise WebhookNotActiveError
    if event is not None:
        if event not in all_events():
            raise UnknownEventError
        return (await send_to(session, [endpoint.id], event, sample_body(all_events()[event])))[0]
    await emit(session, WebhookTest(webhook_id=endpoint.id, message=TEST_MESSAGE))
    newest = select(WebhookDelivery.id).where(
        WebhookDelivery.endpoint_id == endpoint.id, WebhookDelivery.event == WebhookTest.event_name
    )
    return await session.scalar(newest.order_by(WebhookDelivery.id.desc()).limit(1)) or ""


def response(endpoint: WebhookEndpoint) -> WebhookResponse:
    """Return a webhook as the API shows it, without its secret."""
    health = "unknown" if endpoint.last_success_at is None and endpoint.failing_since is None else "ok"
    return WebhookResponse.model_validate(
        {
            **{name: getattr(endpoint, name, None) for name in WebhookResponse.model_fields},
            "health": "failing" if endpoint.failing_since is not None else health,
        }
    )


async def _changed(session: AsyncSession, endpoint: WebhookEndpoint) -> None:
    endpoint.updated_at = utcnow()
    await session.flush()
    await emit(session, WebhookUpdated(webhook_id=endpoint.id, url=endpoint.url))


def _set_status(endpoint: WebhookEndpoint, status: EndpointStatus, reason: str | None) -> None:
    endpoint.status, endpoint.status_reason, endpoint.status_changed_at = status, reason, utcnow()


def _checked(guard: Guard, url: str) -> str:
    try:
        guard.check_url(url)
    except RefusedAddressError as error:
        raise WebhookUrlError(str(error)) from error
    return url
