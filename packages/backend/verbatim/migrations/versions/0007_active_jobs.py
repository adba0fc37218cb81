"""Indexes of jobs that hold only what is not over: most jobs are, and each change of one wrote to all of them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ACTIVE = "status IN ('queued', 'running')"


def upgrade() -> None:
    """Make them anew."""
    op.drop_index("ix_jobs_claim", "jobs")
    op.drop_index("uq_jobs_dedupe_key", "jobs")
    _make("ix_jobs_active", ["status", "job_type"], ACTIVE, unique=False)
    _make("uq_jobs_dedupe_key", ["dedupe_key"], f"{ACTIVE} AND dedupe_key IS NOT NULL", unique=True)


def _make(name: str, columns: list[str], where: str, *, unique: bool) -> None:
    only = sa.text(where)
    op.create_index(name, "jobs", columns, unique=unique, sqlite_where=only, postgresql_where=only)
