"""What a webhook is to those who treat all kinds of things alike."""

from __future__ import annotations

from verbatim_enterprise.host import Resource
from verbatim_enterprise.webhooks.models import WebhookEndpoint

WEBHOOK = Resource(name="webhook", model=WebhookEndpoint, audited=("url", "events", "description", "status"))
