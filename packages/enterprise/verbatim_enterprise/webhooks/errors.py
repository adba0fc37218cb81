"""What can go wrong with webhooks. The docstrings are what people read."""

from __future__ import annotations

from verbatim_enterprise.host import ConflictError, InvalidInputError, NotFoundError


class WebhookNotFoundError(NotFoundError):
    """There is no such webhook."""

    code = "webhook_not_found"


class DeliveryNotFoundError(NotFoundError):
    """There is no such delivery; they are kept for a while only."""

    code = "delivery_not_found"


class WebhookUrlError(InvalidInputError):
    """A webhook's address must begin with https:// or http:// and lead to a server on the internet."""

    code = "webhook_url_refused"


class UnknownEventError(InvalidInputError):
    """There is no such event; the catalogue lists those there are."""

    code = "unknown_event"


class TooManyWebhooksError(ConflictError):
    """This team has as many webhooks as it may have; delete one first."""

    code = "too_many_webhooks"


class WebhookNotActiveError(ConflictError):
    """This webhook is not active; resume it first."""

    code = "webhook_not_active"


class WebhookStateError(ConflictError):
    """The webhook is in that state already."""

    code = "webhook_state"
