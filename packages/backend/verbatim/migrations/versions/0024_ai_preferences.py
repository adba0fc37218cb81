"""Summaries that are made by themselves, and questions that are asked again and again."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_NO_OWNER = sa.text("owner_id IS NULL")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "ai_preferences",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("summarize", sa.Boolean(), nullable=False),
        sa.Column("model", sa.String(length=200), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ai_preferences")),
    )
    op.create_index("uq_ai_preferences_owner", "ai_preferences", ["owner_id", "kind"], unique=True)
    op.create_index(
        "uq_ai_preferences_kind",
        "ai_preferences",
        ["kind"],
        unique=True,
        sqlite_where=_NO_OWNER,
        postgresql_where=_NO_OWNER,
    )
    op.create_table(
        "ai_prompts",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ai_prompts")),
    )
    op.create_index("ix_ai_prompts_name", "ai_prompts", ["name", "id"])
    op.create_index("ix_ai_prompts_name_owner", "ai_prompts", ["owner_id", "name", "id"])
    op.create_table(
        "automatic_summaries",
        sa.Column("transcript_id", sa.String(length=36), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("detail", sa.String(length=500), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.Column("workspace_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(
            ["transcript_id"],
            ["transcripts.id"],
            name=op.f("fk_automatic_summaries_transcript_id_transcripts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("transcript_id", name=op.f("pk_automatic_summaries")),
    )
