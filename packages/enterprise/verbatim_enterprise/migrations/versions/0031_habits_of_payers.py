"""What a call may use at most, and calls found by the team that pays for them."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

_LIKE = ["endpoint_id", "model", "feature", "started_at"]


def upgrade() -> None:
    """Add the column, and let the index begin with the team: a budget learns from its own calls alone."""
    op.add_column("llm_usage", sa.Column("worst_tokens", sa.Integer(), nullable=False, server_default="0"))
    op.drop_index("ix_llm_usage_like", "llm_usage")
    op.create_index("ix_llm_usage_like", "llm_usage", ["team_id", *_LIKE])


def downgrade() -> None:
    """Take both away."""
    op.drop_index("ix_llm_usage_like", "llm_usage")
    op.create_index("ix_llm_usage_like", "llm_usage", _LIKE)
    op.drop_column("llm_usage", "worst_tokens")
