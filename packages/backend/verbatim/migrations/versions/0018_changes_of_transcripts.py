"""Every change of a transcript, names of its versions, and who has checked a segment."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and the columns."""
    op.create_table(
        "transcript_changes",
        sa.Column("id", sa.String(length=36), nullable=False),
        *_of_a_transcript(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("author_id", sa.String(length=200), nullable=True),
        sa.Column("author", sa.String(length=200), nullable=True),
        sa.Column("segments", sa.Integer(), nullable=False),
        sa.Column("shifts", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("undone_by", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        *_constraints("transcript_changes"),
    )
    op.create_index("ix_transcript_changes_number", "transcript_changes", ["transcript_id", "number"], unique=True)
    op.create_table(
        "transcript_versions",
        sa.Column("id", sa.String(length=36), nullable=False),
        *_of_a_transcript(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("author", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        *_constraints("transcript_versions"),
    )
    op.create_index("ix_transcript_versions_transcript_id", "transcript_versions", ["transcript_id", "number"])
    op.add_column("transcripts", sa.Column("revision", sa.Integer(), nullable=False, server_default=sa.text("0")))
    op.add_column("segments", sa.Column("checked_by", sa.String(length=200), nullable=True))


def _of_a_transcript() -> list[sa.Column[str]]:
    return [
        sa.Column("transcript_id", sa.String(length=36), nullable=False),
        sa.Column("recording_id", sa.String(length=36), nullable=False),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.Column("workspace_id", sa.String(length=36), nullable=True),
    ]


def _constraints(table: str) -> list[sa.Constraint]:
    return [
        sa.ForeignKeyConstraint(
            ["transcript_id"], ["transcripts.id"], name=op.f(f"fk_{table}_transcript_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]
