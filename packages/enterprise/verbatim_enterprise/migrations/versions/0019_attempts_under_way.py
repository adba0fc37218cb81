"""Attempts to sign in that are under way, counted before anything is checked."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Count them beside the failures."""
    with op.batch_alter_table("auth_throttles") as table:
        table.add_column(sa.Column("pending", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("pending_until", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Forget them."""
    with op.batch_alter_table("auth_throttles") as table:
        table.drop_column("pending_until")
        table.drop_column("pending")
