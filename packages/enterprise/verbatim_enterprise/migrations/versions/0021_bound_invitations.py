"""Invitations that are bound to their address; those that were made for one are."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say of each invitation whether it is."""
    op.add_column("team_invites", sa.Column("bound", sa.Boolean(), nullable=False, server_default=sa.false()))
    invites = sa.table("team_invites", sa.column("email"), sa.column("bound", sa.Boolean()))
    op.execute(sa.update(invites).where(invites.c.email.is_not(None)).values(bound=sa.true()))


def downgrade() -> None:
    """Forget it."""
    op.drop_column("team_invites", "bound")
