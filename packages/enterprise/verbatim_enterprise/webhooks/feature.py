"""What the webhooks feature contributes."""

from __future__ import annotations

from verbatim_enterprise.host import Feature
from verbatim_enterprise.webhooks.backup import part
from verbatim_enterprise.webhooks.checks import WEBHOOKS
from verbatim_enterprise.webhooks.erase import lock_webhooks
from verbatim_enterprise.webhooks.handlers import write_deliveries
from verbatim_enterprise.webhooks.jobs import JOB, dispatch_again
from verbatim_enterprise.webhooks.models import (
    PREVIOUS_SECRET,
    SECRET,
    WebhookAttempt,
    WebhookDelivery,
    WebhookEndpoint,
    WebhookMessage,
)
from verbatim_enterprise.webhooks.resource import WEBHOOK
from verbatim_enterprise.webhooks.routes import router
from verbatim_enterprise.webhooks.services import start_webhooks, stop_webhooks

feature = Feature(
    name="webhooks",
    routers={"/api/webhooks": router},
    resources=(WEBHOOK,),
    models=(WebhookEndpoint, WebhookMessage, WebhookDelivery, WebhookAttempt),
    checks=(WEBHOOKS,),
    on={"*": write_deliveries},
    jobs={JOB: dispatch_again},
    light_jobs=frozenset({JOB}),
    backup=part,
    sealed=(SECRET, PREVIOUS_SECRET),
    erasers=(lock_webhooks,),
    startup=(start_webhooks,),
    shutdown=(stop_webhooks,),
)
