"""An index of the parts of titles and file names, so that a list narrowed by one does not read every recording.

The parts are all runs of three letters, as in ``pg_trgm``, which is not installed everywhere: a function and the
index over arrays that every PostgreSQL has do the same. SQLite serves one person and goes on reading the titles.
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

POSTGRESQL = (
    """CREATE FUNCTION verbatim_parts(written text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT coalesce(array_agg(DISTINCT substr(lower(written), place, 3)), '{}')
        FROM generate_series(1, length(lower(written)) - 2) AS place
    $$""",
    """CREATE INDEX ix_recordings_title_parts ON recordings
    USING gin (verbatim_parts(title || ' ' || file_name)) WITH (fastupdate = off)""",
)


def upgrade() -> None:
    """Make the function and the index."""
    if op.get_bind().dialect.name == "postgresql":
        for statement in POSTGRESQL:
            op.get_bind().exec_driver_sql(statement)
