"""Which share of a budget administrators had mail about."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; of what was told before nobody gets mail now."""
    op.add_column("llm_spend", sa.Column("mailed", sa.Integer(), nullable=False, server_default="0"))
    op.execute("UPDATE llm_spend SET mailed = told")


def downgrade() -> None:
    """Take it away."""
    op.drop_column("llm_spend", "mailed")
