"""Finding jobs that failed lately."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_FAILED = sa.text("status = 'failed'")


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_jobs_failed", "jobs", ["completed_at"], sqlite_where=_FAILED, postgresql_where=_FAILED)
