"""What happens to webhooks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from verbatim_enterprise.host import Event, Resource
from verbatim_enterprise.webhooks.resource import WEBHOOK

_LINKS: Mapping[str, str] = MappingProxyType({"webhook": "/api/webhooks/{webhook_id}"})


@dataclass(frozen=True, kw_only=True)
class WebhookCreated(Event):
    """A webhook was added to a team."""

    event_name: ClassVar[str] = "webhook.created"
    subject: ClassVar[Resource | None] = WEBHOOK
    links: ClassVar[Mapping[str, str]] = _LINKS
    webhook_id: str
    url: str


@dataclass(frozen=True, kw_only=True)
class WebhookUpdated(Event):
    """A webhook got another address or other events, or was resumed."""

    event_name: ClassVar[str] = "webhook.updated"
    subject: ClassVar[Resource | None] = WEBHOOK
    links: ClassVar[Mapping[str, str]] = _LINKS
    webhook_id: str
    url: str


@dataclass(frozen=True, kw_only=True)
class WebhookDeleted(Event):
    """A webhook is gone, with its deliveries."""

    event_name: ClassVar[str] = "webhook.deleted"
    subject: ClassVar[Resource | None] = WEBHOOK
    webhook_id: str
    url: str


@dataclass(frozen=True, kw_only=True)
class WebhookPaused(Event):
    """A webhook gets nothing for now; ``reason`` says why in a sentence."""

    event_name: ClassVar[str] = "webhook.paused"
    subject: ClassVar[Resource | None] = WEBHOOK
    links: ClassVar[Mapping[str, str]] = _LINKS
    webhook_id: str
    url: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class WebhookSecretRotated(Event):
    """A webhook got a new secret."""

    event_name: ClassVar[str] = "webhook.secret_rotated"
    subject: ClassVar[Resource | None] = WEBHOOK
    links: ClassVar[Mapping[str, str]] = _LINKS
    webhook_id: str


@dataclass(frozen=True, kw_only=True)
class WebhookTest(Event):
    """Somebody tried a webhook out. Only that webhook is told, whatever it asked for."""

    event_name: ClassVar[str] = "webhook.test"
    subject: ClassVar[Resource | None] = WEBHOOK
    links: ClassVar[Mapping[str, str]] = _LINKS
    webhook_id: str
    message: str
