"""Choices for transcriptions, of projects and of owners."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the column."""
    op.add_column("projects", sa.Column("transcription", sa.JSON(none_as_null=True), nullable=True))
    op.create_table(
        "transcription_defaults",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transcription_defaults")),
    )
    nobody = sa.text("owner_id IS NULL")
    op.create_index("uq_transcription_defaults_owner", "transcription_defaults", ["owner_id", "kind"], unique=True)
    op.create_index(
        "uq_transcription_defaults_kind",
        "transcription_defaults",
        ["kind"],
        unique=True,
        sqlite_where=nobody,
        postgresql_where=nobody,
    )
