"""The trace that a webhook's message belongs to."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("webhook_messages", sa.Column("trace", sa.String(length=49), nullable=True))
