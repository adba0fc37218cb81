"""Words anew of texts with letters that are folded otherwise now: what else in `search.letters` was found missing.

Few texts have any of them. Segments of PostgreSQL lose their words here and get new ones from the running server, part
by part (`search.catching_up`); until then they are found as they are written. All others get theirs at once.
"""

import sqlalchemy as sa
from alembic import op
from verbatim.core.ownership import as_system
from verbatim.search.column import stored_words

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

BATCH = 2_000
TEXTS = (
    ("recordings", "title"),
    ("segments", "text"),
    ("documents", "title"),
    ("document_passages", "text"),
    ("notes", "content"),
)
CYRILLIC = "әғҙҗқҡңөҫұүһҳҷ"
CHANGED = (
    f"ɛɔƐƆ{CYRILLIC}{CYRILLIC.upper()}"
    "\u05be\u05c0\u05c3\u05c6\u05f0-\u05f2\ufb1f\u06de\u06e9\u0901\u09ce\u0d7a-\u0d7f\u1b00-\u1b4f\ua980-\ua9df"
)
"""Inside of a class of characters, for both databases."""


def upgrade() -> None:
    """Forget or write the words of the texts that have such letters."""
    connection = op.get_bind()
    postgresql = connection.dialect.name == "postgresql"
    with as_system("words for search"):
        for table, column in TEXTS:
            has = f"{column} ~ '[{CHANGED}]'" if postgresql else f"{column} GLOB '*[{CHANGED}]*'"
            if postgresql and table == "segments":
                connection.exec_driver_sql(f"UPDATE {table} SET search_words = NULL WHERE {has}")  # noqa: S608 - ours
            else:
                _write(connection, table, column, has)


def _write(connection: sa.Connection, table: str, column: str, has: str) -> None:
    """Write the words of the rows of which something holds, in the order of their keys."""
    dialect = connection.dialect.name
    kind = "tsvector" if dialect == "postgresql" else "text"
    some = sa.text(f"SELECT id, {column} FROM {table} WHERE id > :last AND {has} ORDER BY id LIMIT {BATCH}")  # noqa: S608 - ours
    change = sa.text(f"UPDATE {table} SET search_words = CAST(:words AS {kind}) WHERE id = :id")  # noqa: S608 - own names
    last: str | int = 0 if table in {"segments", "document_passages"} else ""
    while rows := connection.execute(some, {"last": last}).all():
        connection.execute(change, [{"id": key, "words": stored_words(text, dialect)} for key, text in rows])
        last = rows[-1][0]
