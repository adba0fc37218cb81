"""Rows that lie in a part of what their owner has, and counters of recordings for each part."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
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
LISTS = (
    ("jobs", "created_at"),
    ("projects", "updated_at"),
    ("recordings", "created_at"),
    ("recordings", "title"),
    ("recordings", "duration_seconds"),
    ("recordings", "file_size"),
    ("recordings", "status", "created_at"),
)
COUNTED = "owner_id, workspace_id, status, file_size, duration_seconds"

SQLITE_COUNT = """
INSERT INTO recording_counts (owner_key, workspace_key, owner_id, workspace_id, status, recordings, bytes, seconds)
VALUES (coalesce({row}.owner_id, ''), coalesce({row}.workspace_id, ''), {row}.owner_id, {row}.workspace_id,
        {row}.status, {sign}1, {sign}{row}.file_size, {sign}{row}.duration_seconds)
ON CONFLICT (owner_key, workspace_key, status) DO UPDATE SET
    recordings = recordings + excluded.recordings,
    bytes = bytes + excluded.bytes,
    seconds = seconds + excluded.seconds;
"""
COUNT_NEW = SQLITE_COUNT.format(row="new", sign="")
UNCOUNT_OLD = SQLITE_COUNT.format(row="old", sign="-")
TRIGGERS = ("recordings_count_insert", "recordings_count_delete", "recordings_count_update")

SQLITE = (
    f"CREATE TRIGGER recordings_count_insert AFTER INSERT ON recordings BEGIN {COUNT_NEW} END",
    f"CREATE TRIGGER recordings_count_delete AFTER DELETE ON recordings BEGIN {UNCOUNT_OLD} END",
    f"""CREATE TRIGGER recordings_count_update
    AFTER UPDATE OF {COUNTED} ON recordings
    BEGIN {UNCOUNT_OLD} {COUNT_NEW} END""",
)

# As before: once for each statement, in the order of the key, so that writers cannot wait for each other in a circle.
POSTGRESQL = """
CREATE OR REPLACE FUNCTION count_recordings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO recording_counts AS c
            (owner_key, workspace_key, owner_id, workspace_id, status, recordings, bytes, seconds)
        SELECT coalesce(owner_id, ''), coalesce(workspace_id, ''), min(owner_id), min(workspace_id), status,
            count(*), sum(file_size), sum(duration_seconds)
        FROM added GROUP BY 1, 2, 5 ORDER BY 1, 2, 5
        ON CONFLICT (owner_key, workspace_key, status) DO UPDATE SET recordings = c.recordings + excluded.recordings,
            bytes = c.bytes + excluded.bytes, seconds = c.seconds + excluded.seconds;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO recording_counts AS c
            (owner_key, workspace_key, owner_id, workspace_id, status, recordings, bytes, seconds)
        SELECT coalesce(owner_id, ''), coalesce(workspace_id, ''), min(owner_id), min(workspace_id), status,
            -count(*), -sum(file_size), -sum(duration_seconds)
        FROM removed GROUP BY 1, 2, 5 ORDER BY 1, 2, 5
        ON CONFLICT (owner_key, workspace_key, status) DO UPDATE SET recordings = c.recordings + excluded.recordings,
            bytes = c.bytes + excluded.bytes, seconds = c.seconds + excluded.seconds;
    ELSE
        INSERT INTO recording_counts AS c
            (owner_key, workspace_key, owner_id, workspace_id, status, recordings, bytes, seconds)
        SELECT coalesce(owner_id, ''), coalesce(workspace_id, ''), min(owner_id), min(workspace_id), status,
            sum(n), sum(n * file_size), sum(n * duration_seconds)
        FROM (SELECT owner_id, workspace_id, status, file_size, duration_seconds, 1 AS n FROM added
              UNION ALL
              SELECT owner_id, workspace_id, status, file_size, duration_seconds, -1 FROM removed) AS changed
        GROUP BY 1, 2, 5
        HAVING sum(n) <> 0 OR sum(n * file_size) <> 0 OR sum(n * duration_seconds) <> 0 ORDER BY 1, 2, 5
        ON CONFLICT (owner_key, workspace_key, status) DO UPDATE SET recordings = c.recordings + excluded.recordings,
            bytes = c.bytes + excluded.bytes, seconds = c.seconds + excluded.seconds;
    END IF;
    RETURN NULL;
END $$
"""

REFILL = """
INSERT INTO recording_counts (owner_key, workspace_key, owner_id, workspace_id, status, recordings, bytes, seconds)
SELECT coalesce(owner_id, ''), '', min(owner_id), NULL, status, count(*), sum(file_size), sum(duration_seconds)
FROM recordings GROUP BY coalesce(owner_id, ''), status
"""


def upgrade() -> None:
    """Add the columns and indexes, and make the counters anew: they can be counted again."""
    for table in PLACED:
        op.add_column(table, sa.Column("workspace_id", sa.String(length=36), nullable=True))
    for table, *columns in LISTS:
        op.create_index(f"ix_{table}_{'_'.join(columns)}_workspace", table, ["workspace_id", *columns, "id"])
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        for trigger in TRIGGERS:
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
    op.drop_table("recording_counts")
    op.create_table(
        "recording_counts",
        sa.Column("owner_key", sa.String(length=36), nullable=False),
        sa.Column("workspace_key", sa.String(length=36), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("recordings", sa.BigInteger(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.Column("workspace_id", sa.String(length=36), nullable=True),
        sa.PrimaryKeyConstraint("owner_key", "workspace_key", "status", name=op.f("pk_recording_counts")),
    )
    connection.exec_driver_sql(REFILL)
    for statement in (POSTGRESQL,) if connection.dialect.name == "postgresql" else SQLITE:
        connection.exec_driver_sql(statement)
