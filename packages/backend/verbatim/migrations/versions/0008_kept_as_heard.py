"""What engines said, as they said it; marks of doubtful text; stretches of speech without text."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a table and the columns."""
    op.create_table(
        "engine_outputs",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("recording_id", sa.String(length=36), nullable=False),
        sa.Column("job_id", sa.String(length=36), nullable=False),
        sa.Column("transcript_id", sa.String(length=36), nullable=True),
        sa.Column("engine", sa.String(length=50), nullable=True),
        sa.Column("model_used", sa.String(length=200), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.Column("workspace_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(
            ["recording_id"], ["recordings.id"], name=op.f("fk_engine_outputs_recording_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_engine_outputs")),
    )
    op.create_index("ix_engine_outputs_recording_id", "engine_outputs", ["recording_id", "created_at"])
    op.add_column("transcripts", sa.Column("not_understood", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("segments", sa.Column("doubt", sa.String(length=20), nullable=True))
    op.add_column("segments", sa.Column("folded", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("segments", sa.Column("decision", sa.String(length=10), nullable=True))
