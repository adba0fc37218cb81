"""What somebody, an address or a team failed at: few rows, which nobody should have to be looked for among all."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

FAILED = sa.text("outcome <> 'success'")


def upgrade() -> None:
    """Make the indexes."""
    for name, column in (("actor", "actor_id"), ("address", "address"), ("team", "team_id")):
        op.create_index(
            f"ix_audit_log_failed_{name}",
            "audit_log",
            [column, "id"],
            sqlite_where=FAILED,
            postgresql_where=FAILED,
        )
