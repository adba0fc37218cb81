"""Links that also prove an e-mail address."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say of each link whether it does."""
    with op.batch_alter_table("password_resets") as table:
        table.add_column(sa.Column("confirms_email", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Forget it."""
    with op.batch_alter_table("password_resets") as table:
        table.drop_column("confirms_email")
