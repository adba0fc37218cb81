"""`GET /api/events`: server-sent events (WHATWG HTML, section 9.2)."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator
from typing import Final

from fastapi import Request
from starlette.responses import StreamingResponse

from verbatim.core.auth import Principal
from verbatim.core.live import PRESENCE, LiveHub, Subscription
from verbatim.core.process import process_id
from verbatim.core.routing import Router, sends
from verbatim.permissions import Permission, requires, signed_in

router = Router()

HEARTBEAT_SECONDS = 15.0
CHECK_SECONDS = 2.0
"""How often a quiet stream asks whether whoever opened it may still see what it tells."""
RECONNECT_MILLISECONDS = 2_000
NEEDED: Final = {PRESENCE: Permission.TRANSCRIPT_READ}
"""What somebody needs to hear messages of a type, beside the stream's own permission."""


async def _stream(hub: LiveHub, subscription: Subscription, principal: Principal) -> AsyncIterator[str]:
    try:
        hello = json.dumps({"server_id": process_id().rsplit(":", 1)[-1]})
        yield f"retry: {RECONNECT_MILLISECONDS}\nevent: hello\ndata: {hello}\n\n"
        written = time.monotonic()
        async for message in subscription.messages(min(CHECK_SECONDS, HEARTBEAT_SECONDS)):
            if not await principal.is_current():
                return
            if (
                message is not None
                and NEEDED.get(message["type"], Permission.RECORDING_READ) not in principal.permissions
            ):
                continue
            now = time.monotonic()
            if message is None and now - written < HEARTBEAT_SECONDS:
                continue
            written = now
            # JSON has no raw line breaks, so one data line is enough.
            yield ": still here\n\n" if message is None else f"event: change\ndata: {json.dumps(message)}\n\n"
    finally:
        hub.unsubscribe(subscription)


@router.get(
    "/events",
    dependencies=[requires(Permission.RECORDING_READ)],
    response_class=StreamingResponse,
    responses=sends("text/event-stream"),
)
async def events(request: Request) -> StreamingResponse:
    """Follow what changes. Each ``change`` has a ``type`` and ids; after a break, load again what is shown."""
    hub: LiveHub = request.app.state.live
    principal = signed_in(request)
    subscription = hub.subscribe(principal.scope, principal.id)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_stream(hub, subscription, principal), media_type="text/event-stream", headers=headers)
