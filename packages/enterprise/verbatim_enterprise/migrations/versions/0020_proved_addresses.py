"""Accounts whose address nobody vouches for; everybody's so far counts as before."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say of each account whether its address was proved."""
    # Not in a batch: SQLite must not make this table anew, on which others' rows depend.
    op.add_column("users", sa.Column("email_proved", sa.Boolean(), nullable=False, server_default=sa.true()))


def downgrade() -> None:
    """Forget it."""
    op.drop_column("users", "email_proved")
