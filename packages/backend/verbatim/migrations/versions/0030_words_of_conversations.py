"""Words of conversations, so that people find theirs again."""

# ruff: noqa: S608 - the names are our own

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR
from verbatim.core.ownership import as_system
from verbatim.search.column import stored_words

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

BATCH = 2_000
TEXTS = (("conversations", "conversation", "title"), ("conversation_messages", "conversation_message", "content"))


def upgrade() -> None:
    """Add the columns with the words of what there is. Nobody looks in those of others, so PostgreSQL reads the rows of
    one person and needs no index; SQLite finds words only by one.
    """
    connection = op.get_bind()
    postgresql = connection.dialect.name == "postgresql"
    with as_system("words for search"):
        for table, one, column in TEXTS:
            op.add_column(table, sa.Column("search_words", TSVECTOR() if postgresql else sa.Text(), nullable=True))
            if not postgresql:
                for statement in _index(table, f"{one}_id", column):
                    connection.exec_driver_sql(statement)
            _write(connection, table, column, "tsvector" if postgresql else "text")


def _index(table: str, key: str, column: str) -> tuple[str, ...]:
    fts = f"{table}_fts"
    there = f"""WHERE rowid IN (SELECT rowid FROM {fts} WHERE {fts} MATCH '{{{key}}} : "' || old.id || '"')"""
    return (
        f"CREATE VIRTUAL TABLE {fts} USING fts5({key}, {column}, tokenize='ascii')",
        f"INSERT INTO {fts} ({key}, {column}) SELECT id, search_words FROM {table}",
        f"""CREATE TRIGGER {fts}_insert AFTER INSERT ON {table} BEGIN
            INSERT INTO {fts} ({key}, {column}) VALUES (new.id, new.search_words); END""",
        f"CREATE TRIGGER {fts}_delete AFTER DELETE ON {table} BEGIN DELETE FROM {fts} {there}; END",
        f"""CREATE TRIGGER {fts}_update AFTER UPDATE OF search_words ON {table} BEGIN
            UPDATE {fts} SET {column} = new.search_words {there}; END""",
    )


def _write(connection: sa.Connection, table: str, column: str, kind: str) -> None:
    """Write the words of all rows, in the order of their keys."""
    some = sa.text(
        f"SELECT id, {column} FROM {table} WHERE id > :last AND {column} IS NOT NULL ORDER BY id LIMIT {BATCH}"
    )
    change = sa.text(f"UPDATE {table} SET search_words = CAST(:words AS {kind}) WHERE id = :id")
    last = ""
    while rows := connection.execute(some, {"last": last}).all():
        dialect = connection.dialect.name
        connection.execute(change, [{"id": key, "words": stored_words(text, dialect)} for key, text in rows])
        last = rows[-1][0]
