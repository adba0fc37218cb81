"""What the processes on this database are for, and which jobs they run."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns. The rows are of a few minutes ago at most and come again."""
    op.execute("DELETE FROM server_processes")
    with op.batch_alter_table("server_processes") as table:
        table.add_column(sa.Column("role", sa.String(length=20), nullable=False))
        table.add_column(sa.Column("job_types", sa.JSON(), nullable=False))
