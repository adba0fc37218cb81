"""The transcript that people read of a held recording, its language and the speakers' colours stay too, on SQLite.

On PostgreSQL the triggers are made anew at each start, see `adapters.keepers`.
"""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

HELD = """EXISTS (SELECT 1 FROM holds WHERE lifted_at IS NULL AND recording_id = {recording})
OR EXISTS (SELECT 1 FROM holds JOIN project_recordings p ON p.project_id = holds.project_id
           WHERE holds.lifted_at IS NULL AND p.recording_id = {recording})"""
REFUSE = "BEGIN SELECT RAISE(ABORT, 'verbatim_held: this is under legal hold'); END"

OF_SPEAKER = "(SELECT t.recording_id FROM transcripts t WHERE t.id = OLD.transcript_id)"
HEARD = "OLD.language IS NOT NEW.language OR OLD.transcript_id IS NOT NEW.transcript_id"


def upgrade() -> None:
    """Add a trigger for each; a first transcript may still come."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    connection.exec_driver_sql(
        "CREATE TRIGGER recordings_heard_held_update BEFORE UPDATE OF language, transcript_id ON recordings "
        f"WHEN OLD.transcript_id IS NOT NULL AND ({HEARD}) AND ({HELD.format(recording='OLD.id')}) {REFUSE}"
    )
    connection.exec_driver_sql(
        "CREATE TRIGGER speakers_color_held_update BEFORE UPDATE OF color ON speakers "
        f"WHEN OLD.color IS NOT NEW.color AND ({HELD.format(recording=OF_SPEAKER)}) {REFUSE}"
    )
