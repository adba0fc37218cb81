"""Legal holds, and rules of how long content is kept.

On PostgreSQL the triggers that keep what is held are made at each start, see `adapters.keepers`.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

HELD = """EXISTS (SELECT 1 FROM holds WHERE lifted_at IS NULL AND recording_id = {recording})
OR EXISTS (SELECT 1 FROM holds JOIN project_recordings p ON p.project_id = holds.project_id
           WHERE holds.lifted_at IS NULL AND p.recording_id = {recording})"""
PROJECT_HELD = "EXISTS (SELECT 1 FROM holds WHERE lifted_at IS NULL AND project_id = {project})"
REFUSE = "BEGIN SELECT RAISE(ABORT, 'verbatim_held: this is under legal hold'); END"

ID_IN_KEY = "substr(NEW.storage_key, length(NEW.storage_key) - 44, 36)"
ORIGINAL = "EXISTS (SELECT 1 FROM recordings r WHERE r.id = {key} AND r.storage_key = NEW.storage_key)"
"""A stray file is deleted soon. Keys of originals end in the recording's id and ``/original``."""

KEPT = {
    "recordings": (
        HELD.format(recording="OLD.id"),
        (
            *("id", "owner_id", "title", "file_name", "file_size", "mime_type", "sha256", "duration_seconds"),
            *("created_at", "metadata"),
        ),
    ),
    "transcripts": (
        HELD.format(recording="OLD.recording_id"),
        ("id", "owner_id", "recording_id", "language", "engine", "model_used", "created_at"),
    ),
    "speakers": (
        HELD.format(recording="(SELECT t.recording_id FROM transcripts t WHERE t.id = OLD.transcript_id)"),
        ("id", "owner_id", "transcript_id", "speaker_label", "speaker_name"),
    ),
    "segments": (
        HELD.format(recording="OLD.recording_id"),
        (
            *("id", "owner_id", "recording_id", "transcript_id", "speaker_id", "segment_index", "start_time"),
            *("end_time", "text", "original_text", "words"),
        ),
    ),
    "projects": (
        PROJECT_HELD.format(project="OLD.id"),
        ("id", "owner_id", "name", "description", "metadata"),
    ),
    "project_recordings": (
        PROJECT_HELD.format(project="OLD.project_id"),
        ("owner_id", "project_id", "recording_id"),
    ),
    "holds": (
        "OLD.lifted_at IS NULL",
        ("id", "owner_id", "recording_id", "project_id", "reason", "placed_by_name", "placed_at"),
    ),
}


def upgrade() -> None:
    """Make the tables, and on SQLite the triggers."""
    _holds()
    _rules()
    if op.get_bind().dialect.name == "sqlite":
        _triggers()


def _id(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=nullable)


def _time(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _refers(table: str, column: str, other: str, ondelete: str | None = "SET NULL") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def _holds() -> None:
    op.create_table(
        "holds",
        _id("id"),
        _id("owner_id", nullable=True),
        _id("recording_id", nullable=True),
        _id("project_id", nullable=True),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        _id("placed_by", nullable=True),
        sa.Column("placed_by_name", sa.String(length=200), nullable=False),
        _time("placed_at"),
        _id("lifted_by", nullable=True),
        sa.Column("lifted_by_name", sa.String(length=200), nullable=True),
        _time("lifted_at", nullable=True),
        sa.Column("lift_reason", sa.String(length=1000), nullable=True),
        _refers("holds", "placed_by", "users"),
        _refers("holds", "lifted_by", "users"),
        sa.CheckConstraint("(recording_id IS NULL) <> (project_id IS NULL)", name=op.f("ck_holds_target")),
        sa.CheckConstraint("(lifted_at IS NULL) = (lift_reason IS NULL)", name=op.f("ck_holds_lifted")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holds")),
    )
    op.create_index("ix_holds_placed_at", "holds", ["placed_at", "id"])
    op.create_index("ix_holds_placed_at_owner", "holds", ["owner_id", "placed_at", "id"])
    standing = sa.text("lifted_at IS NULL")
    for column in ("recording_id", "project_id"):
        op.create_index(f"ix_holds_{column}", "holds", [column], sqlite_where=standing, postgresql_where=standing)
    op.create_index("ix_holds_placed_by", "holds", ["placed_by"])
    op.create_index("ix_holds_lifted_by", "holds", ["lifted_by"])


def _rules() -> None:
    table = "retention_rules"
    op.create_table(
        table,
        _id("id"),
        _id("owner_id", nullable=True),
        _id("project_id", nullable=True),
        sa.Column("keep_days", sa.Integer(), nullable=True),
        sa.Column("basis", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        _time("starts_at", nullable=True),
        _id("created_by", nullable=True),
        _id("confirmed_by", nullable=True),
        sa.Column("confirmed_by_name", sa.String(length=200), nullable=True),
        _time("confirmed_at", nullable=True),
        _time("created_at"),
        _time("updated_at"),
        _time("last_run_at", nullable=True),
        sa.Column("deleted_recordings", sa.BigInteger(), nullable=False),
        sa.Column("deleted_bytes", sa.BigInteger(), nullable=False),
        _refers(table, "created_by", "users"),
        _refers(table, "confirmed_by", "users"),
        sa.CheckConstraint("basis IN ('created', 'changed')", name=op.f("ck_retention_rules_basis")),
        sa.CheckConstraint("status IN ('draft', 'active')", name=op.f("ck_retention_rules_status")),
        sa.CheckConstraint("keep_days IS NULL OR keep_days > 0", name=op.f("ck_retention_rules_keep_days")),
        sa.CheckConstraint("keep_days IS NOT NULL OR project_id IS NOT NULL", name=op.f("ck_retention_rules_forever")),
        sa.CheckConstraint("(status = 'active') = (starts_at IS NOT NULL)", name=op.f("ck_retention_rules_started")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention_rules")),
    )
    whole = sa.text("project_id IS NULL")
    op.create_index("uq_retention_rules_project", table, ["owner_id", "project_id"], unique=True)
    op.create_index(
        "uq_retention_rules_team", table, ["owner_id"], unique=True, sqlite_where=whole, postgresql_where=whole
    )
    op.create_index("ix_retention_rules_created_by", table, ["created_by"])
    op.create_index("ix_retention_rules_confirmed_by", table, ["confirmed_by"])


def _triggers() -> None:
    connection = op.get_bind()
    for table, (held, columns) in KEPT.items():
        changed = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in columns)
        connection.exec_driver_sql(f"CREATE TRIGGER {table}_held_delete BEFORE DELETE ON {table} WHEN {held} {REFUSE}")
        connection.exec_driver_sql(
            f"CREATE TRIGGER {table}_held_update BEFORE UPDATE OF {', '.join(columns)} ON {table} "
            f"WHEN ({changed}) AND ({held}) {REFUSE}"
        )
    connection.exec_driver_sql(
        "CREATE TRIGGER holds_lifted_update BEFORE UPDATE OF lifted_at, lift_reason ON holds "
        f"WHEN OLD.lifted_at IS NOT NULL AND OLD.lifted_at IS NOT NEW.lifted_at {REFUSE}"
    )
    held, original = HELD.format(recording=ID_IN_KEY), ORIGINAL.format(key=ID_IN_KEY)
    connection.exec_driver_sql(
        f"CREATE TRIGGER stray_files_held_insert BEFORE INSERT ON stray_files WHEN {original} AND ({held}) {REFUSE}"
    )
