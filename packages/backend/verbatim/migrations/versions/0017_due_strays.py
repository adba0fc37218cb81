"""Files that are deleted only after a while: those that a move has left behind, which somebody may still be reading."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the moment, and find the recordings of one storage without reading all."""
    op.add_column("stray_files", sa.Column("due_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_recordings_storage_location", "recordings", ["storage_location", "id"])


def downgrade() -> None:
    """Take both away."""
    op.drop_index("ix_recordings_storage_location", "recordings")
    op.drop_column("stray_files", "due_at")
