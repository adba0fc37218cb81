"""Tables of webhooks: who is told, what, and how that went."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim_enterprise.host import Base, BigKey, Owned, SealedColumn, carried, list_indexes, new_id, utcnow


class EndpointStatus(StrEnum):
    """A paused endpoint's deliveries wait; a disabled one gets none any more."""

    ACTIVE = "active"
    PAUSED = "paused"
    DISABLED = "disabled"


class DeliveryStatus(StrEnum):
    """pending → delivered | failed. A replay makes it pending again."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"


class WebhookEndpoint(Owned, Base):
    """An address that a team wants told of some events. Secrets lie sealed.

    ``failing_since`` is when the attempts began to fail one and all; null while they work.
    """

    is_content: ClassVar[bool] = False
    __tablename__ = "webhook_endpoints"
    __table_args__ = (
        *list_indexes("webhook_endpoints", "created_at"),
        Index("ix_webhook_endpoints_created_by", "created_by"),
        CheckConstraint("status IN ('active', 'paused', 'disabled')", name="status"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    url: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(String(200), default="")
    events: Mapped[list[str]] = mapped_column(JSON)
    secret: Mapped[str] = mapped_column(Text)
    previous_secret: Mapped[str | None] = mapped_column(Text)
    previous_secret_until: Mapped[datetime | None]
    status: Mapped[str] = mapped_column(String(20), default=EndpointStatus.ACTIVE)
    status_reason: Mapped[str | None] = mapped_column(Text)
    status_changed_at: Mapped[datetime] = mapped_column(default=utcnow)
    failing_since: Mapped[datetime | None]
    last_success_at: Mapped[datetime | None]
    last_failure_at: Mapped[datetime | None]
    last_error: Mapped[str | None] = mapped_column(String(300))
    created_by: Mapped[str | None] = mapped_column(String(36), ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)


SECRET = SealedColumn(WebhookEndpoint, "secret", "webhook secret")
PREVIOUS_SECRET = SealedColumn(WebhookEndpoint, "previous_secret", "webhook secret")


class WebhookMessage(Owned, Base):
    """What is told of one event. Its id is the ``webhook-id`` and its body the signed bytes of every attempt."""

    is_content: ClassVar[bool] = False
    __tablename__ = "webhook_messages"
    __table_args__ = list_indexes("webhook_messages", "created_at")

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    event: Mapped[str] = mapped_column(String(100))
    body: Mapped[str] = mapped_column(Text)
    trace: Mapped[str | None] = mapped_column(String(49), default=carried)
    created_at: Mapped[datetime] = mapped_column(default=utcnow)


class WebhookDelivery(Owned, Base):
    """A message on its way to one endpoint.

    Whoever sends it holds a lease: a name of its own and a moment until which nobody else takes it.
    """

    is_content: ClassVar[bool] = False
    __tablename__ = "webhook_deliveries"
    __table_args__ = (
        UniqueConstraint("message_id", "endpoint_id"),
        Index(
            "ix_webhook_deliveries_due",
            "endpoint_id",
            "due_at",
            sqlite_where=text("status = 'pending'"),
            postgresql_where=text("status = 'pending'"),
        ),
        Index("ix_webhook_deliveries_endpoint", "endpoint_id", "created_at", "id"),
        Index("ix_webhook_deliveries_created_at_owner", "owner_id", "created_at", "id"),
        CheckConstraint("status IN ('pending', 'delivered', 'failed')", name="status"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    message_id: Mapped[str] = mapped_column(String(36), ForeignKey("webhook_messages.id", ondelete="CASCADE"))
    endpoint_id: Mapped[str] = mapped_column(String(36), ForeignKey("webhook_endpoints.id", ondelete="CASCADE"))
    event: Mapped[str] = mapped_column(String(100))
    status: Mapped[str] = mapped_column(String(20), default=DeliveryStatus.PENDING)
    attempts: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime] = mapped_column(default=utcnow)
    lease: Mapped[str | None] = mapped_column(String(36))
    lease_until: Mapped[datetime | None]
    last_status_code: Mapped[int | None]
    last_error: Mapped[str | None] = mapped_column(String(300))
    finished_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=utcnow)


class WebhookAttempt(Owned, Base):
    """One request, and what came of it. ``duration_ms`` runs to the last byte that was read of the answer."""

    is_content: ClassVar[bool] = False
    __tablename__ = "webhook_attempts"
    __table_args__ = (Index("ix_webhook_attempts_delivery_id", "delivery_id", "id"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True, autoincrement=True)
    delivery_id: Mapped[str] = mapped_column(String(36), ForeignKey("webhook_deliveries.id", ondelete="CASCADE"))
    url: Mapped[str] = mapped_column(Text)
    started_at: Mapped[datetime]
    duration_ms: Mapped[int]
    request_headers: Mapped[dict[str, Any]] = mapped_column(JSON)
    status_code: Mapped[int | None]
    response_headers: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    response_body: Mapped[str | None] = mapped_column(Text)
    error: Mapped[str | None] = mapped_column(String(300))
