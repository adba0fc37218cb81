"""What engines said of a held recording, and what is doubtful in it, stay too, on SQLite.

On PostgreSQL the triggers are made anew at each start, see `adapters.keepers`.
"""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

HELD = """EXISTS (SELECT 1 FROM holds WHERE lifted_at IS NULL AND recording_id = OLD.recording_id)
OR EXISTS (SELECT 1 FROM holds JOIN project_recordings p ON p.project_id = holds.project_id
           WHERE holds.lifted_at IS NULL AND p.recording_id = OLD.recording_id)"""
REFUSE = "BEGIN SELECT RAISE(ABORT, 'verbatim_held: this is under legal hold'); END"
KEPT = {
    "engine_outputs": (
        *("id", "owner_id", "recording_id", "job_id", "transcript_id", "engine", "model_used", "error", "content"),
        "created_at",
    ),
    "segments": ("doubt", "folded", "decision"),
    "transcripts": ("not_understood",),
}


def upgrade() -> None:
    """Add a trigger for each."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    for table, columns in KEPT.items():
        changed = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in columns)
        connection.exec_driver_sql(
            f"CREATE TRIGGER {table}_heard_held_update BEFORE UPDATE OF {', '.join(columns)} ON {table} "
            f"WHEN ({changed}) AND ({HELD}) {REFUSE}"
        )
    connection.exec_driver_sql(
        f"CREATE TRIGGER engine_outputs_held_delete BEFORE DELETE ON engine_outputs WHEN {HELD} {REFUSE}"
    )
