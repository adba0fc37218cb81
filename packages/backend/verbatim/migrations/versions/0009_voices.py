"""Who spoke: how sure that is, what it was found by, what voices sound like, and voices that people are known by."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

NO_OWNER = sa.text("owner_id IS NULL")


def upgrade() -> None:
    """Add the columns and the table."""
    op.add_column("transcripts", sa.Column("diarizer", sa.String(50), nullable=True))
    op.add_column("transcripts", sa.Column("diarization_note", sa.Text(), nullable=True))
    op.add_column("segments", sa.Column("speaker_confidence", sa.Double(), nullable=True))
    op.add_column("speakers", sa.Column("voice", sa.JSON(), nullable=True))
    op.add_column("speakers", sa.Column("voice_profile_id", sa.String(36), nullable=True))
    op.create_index("ix_speakers_voice_profile_id", "speakers", ["voice_profile_id"], unique=False)
    op.create_table(
        "voice_profiles",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("name_key", sa.String(400), nullable=False),
        sa.Column("voices", sa.JSON(), nullable=False),
        sa.Column("consent_by", sa.String(200), nullable=False),
        sa.Column("consent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.String(200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("owner_id", sa.String(36), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voice_profiles")),
    )
    op.create_index("uq_voice_profiles_owner_name", "voice_profiles", ["owner_id", "name_key"], unique=True)
    op.create_index(
        "uq_voice_profiles_name",
        "voice_profiles",
        ["name_key"],
        unique=True,
        sqlite_where=NO_OWNER,
        postgresql_where=NO_OWNER,
    )
