"""Up to which stage administrators have been told by mail that the licence ends."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("license_watch", sa.Column("stage", sa.String(length=30), nullable=True))
