"""A status of their own for recordings of which nobody wanted a text: they waited for a turn that never came."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Move those that have no job."""
    op.get_bind().exec_driver_sql(
        "UPDATE recordings SET status = 'untranscribed'"
        " WHERE status = 'pending' AND job_id IS NULL AND transcript_id IS NULL"
    )
