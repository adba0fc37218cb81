"""API keys and how much they were used."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _moment(name: str, *, nullable: bool = True) -> "sa.Column[datetime]":
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _parent(column: str, table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_api_keys_{column}")
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name, ondelete="CASCADE")


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "api_keys",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("start", sa.String(length=12), nullable=False),
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        _moment("secret_made_at", nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=True),
        _moment("previous_ends_at"),
        sa.Column("scopes", sa.JSON(), nullable=False),
        sa.Column("team_id", sa.String(length=36), nullable=True),
        sa.Column("workspace_id", sa.String(length=36), nullable=True),
        sa.Column("addresses", sa.JSON(), nullable=False),
        sa.Column("rate_per_minute", sa.Integer(), nullable=True),
        sa.Column("rate_burst", sa.Integer(), nullable=True),
        sa.Column("second_factor", sa.Boolean(), nullable=False),
        sa.Column("made_by_key_id", sa.String(length=36), nullable=True),
        _moment("created_at", nullable=False),
        _moment("expires_at"),
        _moment("revoked_at"),
        sa.Column("revoked_by", sa.String(length=36), nullable=True),
        _moment("last_used_at"),
        sa.Column("last_used_address", sa.String(length=64), nullable=True),
        _parent("user_id", "users"),
        _parent("team_id", "teams"),
        _parent("workspace_id", "workspaces"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_keys")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_api_keys_secret_hash")),
        sa.UniqueConstraint("previous_hash", name=op.f("uq_api_keys_previous_hash")),
    )
    op.create_index("ix_api_keys_user_id", "api_keys", ["user_id", "created_at", "id"], unique=False)
    op.create_index("ix_api_keys_team_id", "api_keys", ["team_id", "created_at", "id"], unique=False)
    op.create_index("ix_api_keys_workspace_id", "api_keys", ["workspace_id"], unique=False)
    op.create_index("ix_api_keys_created_at", "api_keys", ["created_at", "id"], unique=False)
    op.create_table(
        "api_key_usage",
        sa.Column("key_id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("requests", sa.BigInteger(), nullable=False),
        sa.Column("errors", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["key_id"], ["api_keys.id"], name=op.f("fk_api_key_usage_key_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key_id", "day", name=op.f("pk_api_key_usage")),
    )
