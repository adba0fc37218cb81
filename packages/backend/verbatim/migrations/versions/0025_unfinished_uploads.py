"""Uploads that come in pieces."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and its indexes."""
    op.create_table(
        "unfinished_uploads",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("uploader", sa.String(100), nullable=False),
        sa.Column("kind", sa.String(50), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("length", sa.BigInteger(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.String(36), nullable=False),
        sa.Column("host", sa.String(255), nullable=False),
        sa.Column("holder", sa.String(300), nullable=True),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("result_id", sa.String(36), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("workspace_id", sa.String(36), nullable=True),
        sa.Column("owner_id", sa.String(36), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unfinished_uploads")),
    )
    op.create_index("ix_unfinished_uploads_uploader", "unfinished_uploads", ["uploader", "id"], unique=False)
    op.create_index("ix_unfinished_uploads_owner_id", "unfinished_uploads", ["owner_id"], unique=False)
    op.create_index("ix_unfinished_uploads_expires_at", "unfinished_uploads", ["expires_at"], unique=False)
