"""The workspace that a session has chosen; and content made before goes to its team's default workspace."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

PLACED = (
    "jobs",
    "projects",
    "project_recordings",
    "recordings",
    "recording_tags",
    "segments",
    "speakers",
    "transcripts",
    "waveforms",
)

MAY_SEE_ALL = """
SELECT 1 FROM pg_roles WHERE rolname = 'verbatim_system' AND pg_has_role(oid, 'MEMBER')
    AND has_table_privilege(oid, 'recordings', 'UPDATE')
"""
GIVE = """
UPDATE {table} SET workspace_id =
    (SELECT w.id FROM workspaces w WHERE w.team_id = {table}.owner_id AND w.is_default)
WHERE workspace_id IS NULL AND owner_id IS NOT NULL
"""


def upgrade() -> None:
    """Add the column and give what has none its workspace."""
    op.add_column("sessions", sa.Column("workspace_id", sa.String(length=36), nullable=True))
    connection = op.get_bind()
    is_postgresql = connection.dialect.name == "postgresql"
    if is_postgresql and connection.exec_driver_sql(MAY_SEE_ALL).scalar():
        # Row-level security holds for the tables' owner too; this role sees all rows.
        connection.exec_driver_sql("SET LOCAL ROLE verbatim_system")
    for table in PLACED:
        connection.exec_driver_sql(GIVE.format(table=table))
    if is_postgresql:
        connection.exec_driver_sql("RESET ROLE")
