"""`GET /api/events`: server-sent events (WHATWG HTML, section 9.2)."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

from fastapi import APIRouter, Request
from starlette.responses import StreamingResponse

from verbatim.core.live import LiveHub, Subscription
from verbatim.core.process import PROCESS_ID
from verbatim.permissions import Permission, requires, signed_in

router = APIRouter()

HEARTBEAT_SECONDS = 15.0
RECONNECT_MILLISECONDS = 2_000


async def _stream(hub: LiveHub, subscription: Subscription) -> AsyncIterator[str]:
    try:
        hello = json.dumps({"server_id": PROCESS_ID.rsplit(":", 1)[-1]})
        yield f"retry: {RECONNECT_MILLISECONDS}\nevent: hello\ndata: {hello}\n\n"
        async for message in subscription.messages(HEARTBEAT_SECONDS):
            # JSON has no raw line breaks, so one data line is enough.
            yield ": still here\n\n" if message is None else f"event: change\ndata: {json.dumps(message)}\n\n"
    finally:
        hub.unsubscribe(subscription)


@router.get("/events", dependencies=[requires(Permission.RECORDING_READ)], response_class=StreamingResponse)
async def events(request: Request) -> StreamingResponse:
    """Follow what changes. Each ``change`` has a ``type`` and ids; after a break, load again what is shown."""
    hub: LiveHub = request.app.state.live
    subscription = hub.subscribe(signed_in(request).scope)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_stream(hub, subscription), media_type="text/event-stream", headers=headers)
