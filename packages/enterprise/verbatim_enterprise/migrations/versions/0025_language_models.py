"""Servers of language models, prices, usage and budgets."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _endpoints()
    _usage()
    _budgets()


def _endpoints() -> None:
    op.create_table(
        "llm_endpoints",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("base_url", sa.Text(), nullable=False),
        sa.Column("api_key", sa.Text(), nullable=True),
        sa.Column("models", sa.JSON(), nullable=False),
        sa.Column("team_ids", sa.JSON(), nullable=True),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('openai', 'anthropic', 'generic_openai')", name=op.f("ck_llm_endpoints_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_llm_endpoints")),
    )
    op.create_table(
        "llm_prices",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("endpoint_id", sa.String(36), nullable=False),
        sa.Column("model", sa.String(200), nullable=False),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("input_micros", sa.BigInteger(), nullable=False),
        sa.Column("output_micros", sa.BigInteger(), nullable=False),
        sa.Column("cached_micros", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_llm_prices")),
        sa.UniqueConstraint(
            "endpoint_id", "model", "valid_from", name=op.f("uq_llm_prices_endpoint_id_model_valid_from")
        ),
    )


def _usage() -> None:
    op.create_table(
        "llm_usage",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("endpoint_id", sa.String(36), nullable=False),
        sa.Column("provider", sa.String(20), nullable=False),
        sa.Column("model", sa.String(240), nullable=False),
        sa.Column("feature", sa.String(50), nullable=False),
        *(sa.Column(name, sa.String(36), nullable=True) for name in ("user_id", "team_id", "key_id", "recording_id")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("tokens_in", "tokens_out", "tokens_cached")),
        sa.Column("estimated", sa.Boolean(), nullable=False),
        sa.Column("cost_micros", sa.BigInteger(), nullable=True),
        sa.Column("outcome", sa.String(40), nullable=False),
        sa.Column("first_byte_ms", sa.Integer(), nullable=True),
        sa.Column("latency_ms", sa.Integer(), nullable=True),
        sa.Column("reserved_tokens", sa.Integer(), nullable=False),
        sa.Column("reserved_micros", sa.BigInteger(), nullable=False),
        sa.Column("reserved_for", sa.JSON(), nullable=False),
        sa.Column("holder", sa.String(200), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_llm_usage")),
    )
    op.create_index("ix_llm_usage_started_at", "llm_usage", ["started_at", "id"])
    op.create_index("ix_llm_usage_user_id", "llm_usage", ["user_id", "started_at"])
    op.create_index("ix_llm_usage_team_id", "llm_usage", ["team_id", "started_at"])
    unfinished = sa.text("finished_at IS NULL")
    op.create_index(
        "ix_llm_usage_open", "llm_usage", ["started_at"], sqlite_where=unfinished, postgresql_where=unfinished
    )


def _budgets() -> None:
    op.create_table(
        "llm_budgets",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("scope", sa.String(20), nullable=False),
        sa.Column("scope_id", sa.String(36), nullable=False),
        sa.Column("period", sa.String(10), nullable=False),
        sa.Column("limit_tokens", sa.BigInteger(), nullable=True),
        sa.Column("limit_micros", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("scope IN ('installation', 'team', 'user', 'key')", name=op.f("ck_llm_budgets_scope")),
        sa.CheckConstraint("period IN ('day', 'month')", name=op.f("ck_llm_budgets_period")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_llm_budgets")),
        sa.UniqueConstraint("scope", "scope_id", "period", name=op.f("uq_llm_budgets_scope_scope_id_period")),
    )
    op.create_table(
        "llm_spend",
        sa.Column("budget_id", sa.String(36), nullable=False),
        sa.Column("period_start", sa.DateTime(timezone=True), nullable=False),
        *(
            sa.Column(name, sa.BigInteger(), nullable=False)
            for name in ("used_tokens", "used_micros", "reserved_tokens", "reserved_micros")
        ),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["budget_id"], ["llm_budgets.id"], name=op.f("fk_llm_spend_budget_id_llm_budgets"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("budget_id", "period_start", name=op.f("pk_llm_spend")),
    )
