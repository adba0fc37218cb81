"""An index of what waits, by owner, so that workers are divided among owners without reading all that waits."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

QUEUED = sa.text("status = 'queued'")


def upgrade() -> None:
    """Make the index."""
    op.create_index(
        "ix_jobs_queued",
        "jobs",
        ["owner_id", sa.text("priority DESC"), "run_at", "id"],
        unique=False,
        sqlite_where=QUEUED,
        postgresql_where=QUEUED,
    )
