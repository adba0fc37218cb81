"""Names as lists are narrowed by them, whatever letters people have at hand, and words anew of texts in Hindi, Thai and
Lao that are written in two ways (`core.letters`).

Until they have been written, rows of an earlier server are found without regard to capitals. On PostgreSQL everybody
waits for a migration; what takes seconds there is left to what follows it (`core.unfolded`, `recordings.title_index`).
"""

import sqlalchemy as sa
from alembic import op
from verbatim.core.letters import fold_with_signs
from verbatim.core.ownership import as_system
from verbatim.search.column import stored_words

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

BATCH = 2_000
AT_ONCE = 2_000
"""Tables of up to so many rows are written by the migration itself."""
NAMES = (
    ("recordings", ("title", "file_name")),
    ("documents", ("title", "file_name")),
    ("projects", ("name",)),
    ("trashed_items", ("title",)),
)
PARTS = """CREATE INDEX ix_recordings_title_parts ON recordings USING gin (verbatim_parts(
    coalesce(title_folded, title) || ' ' || coalesce(file_name_folded, file_name))) WITH (fastupdate = off)"""

TEXTS = (
    ("recordings", "title"),
    ("segments", "text"),
    ("documents", "title"),
    ("document_passages", "text"),
    ("notes", "content"),
)
CHANGED = ("[\u0919\u091e\u0923\u0928\u092e]\u094d", "[\u0e4d\u0ecd][\u0e48-\u0e4b\u0ec8-\u0ecb]")
"""For both databases: a Hindi nasal without a vowel; a ring with a tone behind it."""


def upgrade() -> None:
    """Add the columns, write them, and write the words that have changed."""
    connection = op.get_bind()
    postgresql = connection.dialect.name == "postgresql"
    if postgresql:  # nobody asks it any more, and keeping it up would make writing the names ten times as long
        connection.exec_driver_sql("DROP INDEX IF EXISTS ix_recordings_title_parts")
    with as_system("names for lists"):
        for table, columns in NAMES:
            for column in columns:
                op.add_column(table, sa.Column(f"{column}_folded", sa.Text(), nullable=True))
            if not postgresql or _is_small(connection, table):
                _fold(connection, table, columns)
        for table, column in TEXTS:
            tests = [f"{column} ~ '{one}'" if postgresql else f"{column} GLOB '*{one}*'" for one in CHANGED]
            _write(connection, table, column, f"({' OR '.join(tests)})")
        if postgresql and _is_small(connection, "recordings"):
            connection.exec_driver_sql(PARTS)


def _is_small(connection: sa.Connection, table: str) -> bool:
    return not connection.scalar(sa.text(f"SELECT 1 FROM {table} OFFSET {AT_ONCE} LIMIT 1"))  # noqa: S608 - ours


def _fold(connection: sa.Connection, table: str, columns: tuple[str, ...]) -> None:
    some = sa.text(f"SELECT id, {', '.join(columns)} FROM {table} WHERE id > :last ORDER BY id LIMIT {BATCH}")  # noqa: S608 - ours
    changes = ", ".join(f"{column}_folded = :{column}" for column in columns)
    change = sa.text(f"UPDATE {table} SET {changes} WHERE id = :id")  # noqa: S608 - own names
    last = ""
    while rows := connection.execute(some, {"last": last}).mappings().all():
        folded = [{column: fold_with_signs(row[column]) for column in columns} for row in rows]
        connection.execute(change, [{"id": row["id"], **one} for row, one in zip(rows, folded, strict=True)])
        last = rows[-1]["id"]


def _write(connection: sa.Connection, table: str, column: str, has: str) -> None:
    """Write the words of the rows of which something holds, in the order of their keys. Segments of PostgreSQL lose
    theirs and get new ones from the running server, part by part.
    """
    dialect = connection.dialect.name
    if dialect == "postgresql" and table == "segments":
        connection.exec_driver_sql(f"UPDATE {table} SET search_words = NULL WHERE {has}")  # noqa: S608 - ours
        return
    kind = "tsvector" if dialect == "postgresql" else "text"
    some = sa.text(f"SELECT id, {column} FROM {table} WHERE id > :last AND {has} ORDER BY id LIMIT {BATCH}")  # noqa: S608 - ours
    change = sa.text(f"UPDATE {table} SET search_words = CAST(:words AS {kind}) WHERE id = :id")  # noqa: S608 - own names
    last: str | int = 0 if table in {"segments", "document_passages"} else ""
    while rows := connection.execute(some, {"last": last}).all():
        connection.execute(change, [{"id": key, "words": stored_words(text, dialect)} for key, text in rows])
        last = rows[-1][0]
