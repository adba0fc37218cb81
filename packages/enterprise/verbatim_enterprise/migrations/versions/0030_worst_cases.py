"""What a call may cost at most, beside what is put by for it; and an index to learn from what calls have used."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column and the index."""
    op.add_column("llm_usage", sa.Column("worst_micros", sa.BigInteger(), nullable=False, server_default="0"))
    op.create_index("ix_llm_usage_like", "llm_usage", ["endpoint_id", "model", "feature", "started_at"])


def downgrade() -> None:
    """Take them away."""
    op.drop_index("ix_llm_usage_like", "llm_usage")
    op.drop_column("llm_usage", "worst_micros")
