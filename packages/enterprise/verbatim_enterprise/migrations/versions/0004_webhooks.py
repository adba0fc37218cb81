"""Webhooks: endpoints, messages, deliveries and attempts."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

PENDING = sa.text("status = 'pending'")


def _id(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=nullable)


def _time(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _refers(table: str, column: str, other: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def upgrade() -> None:
    """Make the tables of webhooks."""
    _endpoints()
    _messages()
    _deliveries()
    _attempts()


def _endpoints() -> None:
    op.create_table(
        "webhook_endpoints",
        _id("id"),
        _id("owner_id", nullable=True),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("description", sa.String(length=200), nullable=False),
        sa.Column("events", sa.JSON(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("previous_secret", sa.Text(), nullable=True),
        _time("previous_secret_until", nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("status_reason", sa.Text(), nullable=True),
        _time("status_changed_at"),
        _time("failing_since", nullable=True),
        _time("last_success_at", nullable=True),
        _time("last_failure_at", nullable=True),
        sa.Column("last_error", sa.String(length=300), nullable=True),
        _id("created_by", nullable=True),
        _time("created_at"),
        _time("updated_at"),
        _refers("webhook_endpoints", "created_by", "users", "SET NULL"),
        sa.CheckConstraint("status IN ('active', 'paused', 'disabled')", name=op.f("ck_webhook_endpoints_status")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook_endpoints")),
    )
    _list_indexes("webhook_endpoints")
    op.create_index("ix_webhook_endpoints_created_by", "webhook_endpoints", ["created_by"])


def _messages() -> None:
    op.create_table(
        "webhook_messages",
        _id("id"),
        _id("owner_id", nullable=True),
        sa.Column("event", sa.String(length=100), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        _time("created_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook_messages")),
    )
    _list_indexes("webhook_messages")


def _deliveries() -> None:
    table = "webhook_deliveries"
    op.create_table(
        table,
        _id("id"),
        _id("owner_id", nullable=True),
        _id("message_id"),
        _id("endpoint_id"),
        sa.Column("event", sa.String(length=100), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        _time("due_at"),
        _id("lease", nullable=True),
        _time("lease_until", nullable=True),
        sa.Column("last_status_code", sa.Integer(), nullable=True),
        sa.Column("last_error", sa.String(length=300), nullable=True),
        _time("finished_at", nullable=True),
        _time("created_at"),
        _refers(table, "message_id", "webhook_messages"),
        _refers(table, "endpoint_id", "webhook_endpoints"),
        sa.CheckConstraint("status IN ('pending', 'delivered', 'failed')", name=op.f("ck_webhook_deliveries_status")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook_deliveries")),
        sa.UniqueConstraint("message_id", "endpoint_id", name=op.f("uq_webhook_deliveries_message_id_endpoint_id")),
    )
    op.create_index(
        "ix_webhook_deliveries_due",
        table,
        ["endpoint_id", "due_at"],
        sqlite_where=PENDING,
        postgresql_where=PENDING,
    )
    op.create_index("ix_webhook_deliveries_endpoint", table, ["endpoint_id", "created_at", "id"])
    op.create_index("ix_webhook_deliveries_created_at_owner", table, ["owner_id", "created_at", "id"])


def _attempts() -> None:
    table = "webhook_attempts"
    op.create_table(
        table,
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        _id("owner_id", nullable=True),
        _id("delivery_id"),
        sa.Column("url", sa.Text(), nullable=False),
        _time("started_at"),
        sa.Column("duration_ms", sa.Integer(), nullable=False),
        sa.Column("request_headers", sa.JSON(), nullable=False),
        sa.Column("status_code", sa.Integer(), nullable=True),
        sa.Column("response_headers", sa.JSON(), nullable=True),
        sa.Column("response_body", sa.Text(), nullable=True),
        sa.Column("error", sa.String(length=300), nullable=True),
        _refers(table, "delivery_id", "webhook_deliveries"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook_attempts")),
    )
    op.create_index("ix_webhook_attempts_delivery_id", table, ["delivery_id", "id"])


def _list_indexes(table: str) -> None:
    op.create_index(f"ix_{table}_created_at", table, ["created_at", "id"])
    op.create_index(f"ix_{table}_created_at_owner", table, ["owner_id", "created_at", "id"])
