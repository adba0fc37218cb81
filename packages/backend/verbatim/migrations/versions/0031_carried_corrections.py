"""Corrections that are carried over when a recording is transcribed again."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and count its rows in transcripts."""
    op.add_column("transcripts", sa.Column("corrections", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "carried_corrections",
        *(
            sa.Column(name, sa.String(36), nullable=False)
            for name in ("id", "transcript_id", "recording_id", "from_id")
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("start_time", sa.Double(), nullable=False),
        sa.Column("end_time", sa.Double(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("heard", "text", "before", "after")),
        sa.Column("author", sa.String(200), nullable=True),
        sa.Column("change_number", sa.Integer(), nullable=True),
        sa.Column("decided_by", sa.String(200), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("workspace_id", sa.String(36), nullable=True),
        sa.Column("owner_id", sa.String(36), nullable=True),
        sa.ForeignKeyConstraint(
            ["transcript_id"],
            ["transcripts.id"],
            name=op.f("fk_carried_corrections_transcript_id_transcripts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carried_corrections")),
    )
    op.create_index("ix_carried_corrections_transcript_id", "carried_corrections", ["transcript_id", "number"])
