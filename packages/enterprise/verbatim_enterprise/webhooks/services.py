"""What webhooks consist of beside their rows, made once when the server starts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from fastapi import FastAPI, Request

from verbatim_enterprise.adapters.channel import CHANNEL
from verbatim_enterprise.auth.services import AUTH
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import KeyRing, Service
from verbatim_enterprise.webhooks.addresses import Guard
from verbatim_enterprise.webhooks.dispatch import DISPATCHER, Dispatcher

NEWS: Final = "webhooks"


@dataclass(frozen=True)
class WebhookServices:
    """What routes need: which addresses are good, and the keys that seal secrets."""

    guard: Guard
    keys: KeyRing
    dispatcher: Dispatcher


WEBHOOKS: Final = Service[WebhookServices]("webhooks")


async def start_webhooks(app: FastAPI) -> None:
    """Start sending."""
    settings, keys = enterprise_settings().webhooks, AUTH.of(app).keys
    runtime = app.state.runtime
    channel = CHANNEL.found(app)
    elsewhere = None
    if not runtime.member.leads and channel is not None:
        elsewhere = partial(channel.send, NEWS, key=NEWS)
    dispatcher = Dispatcher(app.state.database, keys, settings, pulse=runtime.pulse, elsewhere=elsewhere)
    if elsewhere is None and channel is not None:
        channel.on(NEWS, lambda _: dispatcher.wake())
    WEBHOOKS.put(app, WebhookServices(dispatcher.guard, keys, dispatcher))
    DISPATCHER.put(app, dispatcher)
    await dispatcher.start()


async def stop_webhooks(app: FastAPI) -> None:
    """Stop sending; what is not done is another process's, or the next start's."""
    if (services := WEBHOOKS.found(app)) is not None:
        await services.dispatcher.stop()


def webhooks_of(request: Request) -> WebhookServices:
    """Return the services of the server that a request has reached."""
    return WEBHOOKS.of(request.app)
