"""The table of notes."""

import sqlalchemy as sa
from alembic import op

revision = "fixture1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "fixture_notes",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("text", sa.String(500), nullable=False),
        sa.Column("secret", sa.String(500), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("owner_id", sa.String(36), nullable=True),
    )
