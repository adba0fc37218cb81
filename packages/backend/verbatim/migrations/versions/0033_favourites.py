"""Stars: what somebody wants to find again quickly."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

KINDS = ("recording", "document", "project")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "favourites",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("person_id", sa.String(100), nullable=False),
        *(sa.Column(f"{kind}_id", sa.String(36), nullable=True) for kind in KINDS),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("owner_id", sa.String(36), nullable=True),
        *(
            sa.ForeignKeyConstraint(
                [f"{kind}_id"],
                [f"{kind}s.id"],
                name=op.f(f"fk_favourites_{kind}_id_{kind}s"),
                ondelete="CASCADE",
            )
            for kind in KINDS
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_favourites")),
    )
    for kind in KINDS:
        op.create_index(f"uq_favourites_{kind}", "favourites", ["person_id", f"{kind}_id"], unique=True)
        op.create_index(f"ix_favourites_{kind}_id", "favourites", [f"{kind}_id"])
