"""`/api/webhooks`."""

from __future__ import annotations

from fastapi import Request

from verbatim_enterprise.caller import CallerDep
from verbatim_enterprise.host import (
    Effect,
    ListResponse,
    MessageResponse,
    PageDep,
    Permission,
    Router,
    SessionDep,
    declares,
    demand,
    requires,
)
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.gate import entitled
from verbatim_enterprise.webhooks import repository, service
from verbatim_enterprise.webhooks.catalogue import asks_for_operators, catalogue
from verbatim_enterprise.webhooks.delivery_routes import deliveries_router
from verbatim_enterprise.webhooks.schemas import (
    CatalogueResponse,
    DeliveryResponse,
    RotateRequest,
    TestRequest,
    WebhookCreate,
    WebhookResponse,
    WebhookUpdate,
    WebhookWithSecretResponse,
)
from verbatim_enterprise.webhooks.services import webhooks_of

router = Router(dependencies=[requires(Permission.WEBHOOK_MANAGE), entitled(Entitlement.WEBHOOKS)])


@router.get("")
async def list_webhooks(session: SessionDep, page: PageDep) -> ListResponse[WebhookResponse]:
    """List the active team's webhooks, the newest first."""
    items, total = await service.list_webhooks(session, page)
    return ListResponse.of(items, total, page)


@router.post("", status_code=201)
async def create_webhook(
    request: Request, session: SessionDep, caller: CallerDep, body: WebhookCreate
) -> WebhookWithSecretResponse:
    """Add a webhook. The answer holds its secret, this once."""
    if asks_for_operators(body.events):
        demand(request, Permission.SYSTEM_OPERATE)
    state = webhooks_of(request)
    endpoint, secret = await service.create_webhook(
        session, body, guard=state.guard, keys=state.keys, creator_id=caller.id
    )
    return WebhookWithSecretResponse(**service.response(endpoint).model_dump(), secret=secret)


@router.get("/events")
async def list_events() -> CatalogueResponse:
    """List every event, with a sample of what a receiver gets."""
    items = catalogue()
    return CatalogueResponse(items=items, total=len(items))


router.include_router(deliveries_router)


@router.get("/{webhook_id}")
async def get_webhook(session: SessionDep, webhook_id: str) -> WebhookResponse:
    """Get one webhook."""
    return service.response(await service.get_webhook(session, webhook_id))


@router.patch("/{webhook_id}")
async def update_webhook(
    request: Request, session: SessionDep, webhook_id: str, body: WebhookUpdate
) -> WebhookResponse:
    """Change a webhook's address, events or description."""
    endpoint = await service.get_webhook(session, webhook_id, lock=True)
    # Also for another address: nobody has what is for operators sent to themselves.
    if asks_for_operators([*endpoint.events, *(body.events or ())]):
        demand(request, Permission.SYSTEM_OPERATE)
    await service.update_webhook(session, endpoint, body, guard=webhooks_of(request).guard)
    return service.response(endpoint)


@router.delete("/{webhook_id}")
async def delete_webhook(session: SessionDep, webhook_id: str) -> MessageResponse:
    """Delete a webhook with its deliveries."""
    await service.delete_webhook(session, await service.get_webhook(session, webhook_id, lock=True))
    return MessageResponse(message="The webhook was deleted.", id=webhook_id)


@router.post("/{webhook_id}/pause", dependencies=[declares(Effect.STOP)])
async def pause_webhook(session: SessionDep, webhook_id: str) -> WebhookResponse:
    """Let deliveries wait until the webhook is resumed."""
    endpoint = await service.get_webhook(session, webhook_id, lock=True)
    await service.pause(session, endpoint)
    return service.response(endpoint)


@router.post("/{webhook_id}/resume")
async def resume_webhook(session: SessionDep, webhook_id: str) -> WebhookResponse:
    """Send again; what has waited comes first."""
    endpoint = await service.get_webhook(session, webhook_id, lock=True)
    await service.resume(session, endpoint)
    return service.response(endpoint)


@router.post("/{webhook_id}/rotate-secret")
async def rotate_secret(
    request: Request, session: SessionDep, webhook_id: str, body: RotateRequest | None = None
) -> WebhookWithSecretResponse:
    """Replace the secret. The answer holds the new one, this once; the old one also signs until the overlap ends."""
    endpoint = await service.get_webhook(session, webhook_id, lock=True)
    hours = (body or RotateRequest()).overlap_hours
    secret = await service.rotate(session, endpoint, keys=webhooks_of(request).keys, overlap_hours=hours)
    return WebhookWithSecretResponse(**service.response(endpoint).model_dump(), secret=secret)


@router.post("/{webhook_id}/test", status_code=202)
async def send_test(session: SessionDep, webhook_id: str, body: TestRequest | None = None) -> DeliveryResponse:
    """Send a test to a webhook. The delivery tells how that goes."""
    endpoint = await service.get_webhook(session, webhook_id)
    delivery_id = await service.send_test(session, endpoint, body.event if body else None)
    return repository.delivery_response(await repository.get_delivery(session, delivery_id))
