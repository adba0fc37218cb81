"""Indexes of the audit log that hold what else is asked for together with their first column."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

WIDE = {
    "action": ["action", "id", "resource_type"],
    "actor": ["actor_id", "id", "team_id", "action", "resource_type", "address"],
    "team": ["team_id", "id", "resource_type"],
    "resource_type": ["resource_type", "id", "action"],
    "address": ["address", "id", "team_id", "action", "resource_type", "actor_id"],
}
FAILURES = {
    "outcome": ["outcome", "id", "action", "resource_type"],
    "failed_actor": ["actor_id", "id", "outcome", "action", "team_id", "address"],
    "failed_address": ["address", "id", "outcome", "action", "team_id"],
    "failed_team": ["team_id", "id", "outcome", "action", "resource_type"],
}
FAILED = sa.text("outcome <> 'success'")


def upgrade() -> None:
    """Make the indexes anew."""
    for name in (*WIDE, *FAILURES):
        op.drop_index(f"ix_audit_log_{name}", "audit_log")
    for name, columns in WIDE.items():
        op.create_index(f"ix_audit_log_{name}", "audit_log", columns)
    for name, columns in FAILURES.items():
        op.create_index(f"ix_audit_log_{name}", "audit_log", columns, sqlite_where=FAILED, postgresql_where=FAILED)
