"""Words that texts are found by, the same on both databases, in a column that the program writes.

Titles are few: they get their words here, and so do the segments of SQLite, which serves one person, and of a small
PostgreSQL. The segments of a large one get theirs from the running server, part by part (`search.catching_up`): until
then they are found by the index there was.
"""

import sqlalchemy as sa
import structlog
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR
from verbatim.core.ownership import as_system
from verbatim.search.column import stored_words

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

BATCH = 2_000
AT_ONCE_BYTES = 16 * 2**20
"""Size of the segments of which a server's start may make the words: some seconds. By size, because policies may hide
rows from the role that migrates; what is hidden gets its words from the running server too."""

log = structlog.get_logger(__name__)

SQLITE_FTS = (
    "DROP TRIGGER segments_fts_insert",
    "DROP TRIGGER segments_fts_delete",
    "DROP TRIGGER segments_fts_update",
    "DROP TABLE segments_fts",
    "DROP TRIGGER recordings_fts_insert",
    "DROP TRIGGER recordings_fts_delete",
    "DROP TRIGGER recordings_fts_update",
    "DROP TABLE recordings_fts",
    # The words themselves stay in segments; the index only refers to them by their key. To this tokenizer all letters
    # that are not English are part of a word, and the program has left nothing between words but blanks.
    """CREATE VIRTUAL TABLE segments_fts USING fts5(
        search_words, content='segments', content_rowid='id', tokenize='ascii')""",
    """CREATE TRIGGER segments_fts_insert AFTER INSERT ON segments WHEN new.search_words IS NOT NULL BEGIN
        INSERT INTO segments_fts (rowid, search_words) VALUES (new.id, new.search_words); END""",
    """CREATE TRIGGER segments_fts_delete AFTER DELETE ON segments WHEN old.search_words IS NOT NULL BEGIN
        INSERT INTO segments_fts (segments_fts, rowid, search_words) VALUES ('delete', old.id, old.search_words);
    END""",
    """CREATE TRIGGER segments_fts_update AFTER UPDATE OF search_words ON segments
    WHEN new.search_words IS NOT old.search_words BEGIN
        INSERT INTO segments_fts (segments_fts, rowid, search_words)
            SELECT 'delete', old.id, old.search_words WHERE old.search_words IS NOT NULL;
        INSERT INTO segments_fts (rowid, search_words)
            SELECT new.id, new.search_words WHERE new.search_words IS NOT NULL; END""",
    # The id is indexed too, so that a row is found again by it without reading the whole table.
    "CREATE VIRTUAL TABLE recordings_fts USING fts5(recording_id, title, tokenize='ascii')",
    """CREATE TRIGGER recordings_fts_insert AFTER INSERT ON recordings BEGIN
        INSERT INTO recordings_fts (recording_id, title) VALUES (new.id, new.search_words); END""",
    """CREATE TRIGGER recordings_fts_delete AFTER DELETE ON recordings BEGIN
        DELETE FROM recordings_fts WHERE rowid IN (
            SELECT rowid FROM recordings_fts WHERE recordings_fts MATCH '{recording_id} : "' || old.id || '"'); END""",
    """CREATE TRIGGER recordings_fts_update AFTER UPDATE OF search_words ON recordings BEGIN
        UPDATE recordings_fts SET title = new.search_words WHERE rowid IN (
            SELECT rowid FROM recordings_fts WHERE recordings_fts MATCH '{recording_id} : "' || old.id || '"'); END""",
    "INSERT INTO recordings_fts (recording_id, title) SELECT id, NULL FROM recordings",
)


def _typed(column: str) -> str:
    """Return the expression of the index there was (0003)."""
    text = column
    for character in "-./<&+~":
        text = f"replace({text}, '{character}', ' ')"
    return f"to_tsvector('simple'::regconfig, {text})"


def upgrade() -> None:
    """Add the columns and their indexes, and the words of what is there."""
    connection = op.get_bind()
    postgresql = connection.dialect.name == "postgresql"
    for table in ("segments", "recordings"):
        op.add_column(table, sa.Column("search_words", TSVECTOR() if postgresql else sa.Text(), nullable=True))
    if postgresql:
        _write(connection, "recordings", "title")
        if connection.scalar(sa.text("SELECT pg_table_size('segments')")) <= AT_ONCE_BYTES:
            _write(connection, "segments", "text")
            _narrow(connection, "ix_segments_text", "segments", "text")
        _narrow(connection, "ix_recordings_title_text", "recordings", "title")
        for name, table in (("ix_segments_words_text", "segments"), ("ix_recordings_words_text", "recordings")):
            # Written at once, so that no search has to read what has not been sorted in yet.
            connection.exec_driver_sql(
                f"CREATE INDEX {name} ON {table} USING gin (search_words) WITH (fastupdate = off) "
                "WHERE search_words IS NOT NULL"
            )
    else:
        for statement in SQLITE_FTS:
            connection.exec_driver_sql(statement)
        _write(connection, "recordings", "title")
        _write(connection, "segments", "text")
    connection.exec_driver_sql("CREATE INDEX ix_segments_without_words ON segments (id) WHERE search_words IS NULL")


def _narrow(connection: sa.Connection, name: str, table: str, column: str) -> None:
    """Keep the index there was for rows that something else than this program adds."""
    connection.exec_driver_sql(f"DROP INDEX {name}")
    connection.exec_driver_sql(
        f"CREATE INDEX {name} ON {table} USING gin ({_typed(column)}) WHERE search_words IS NULL"
    )


def _write(connection: sa.Connection, table: str, column: str) -> None:
    """Write the words of all rows, in the order of their keys."""
    dialect = connection.dialect.name
    kind = "tsvector" if dialect == "postgresql" else "text"
    some = sa.text(f"SELECT id, {column} FROM {table} WHERE id > :last ORDER BY id LIMIT {BATCH}")  # noqa: S608 - own names
    change = sa.text(f"UPDATE {table} SET search_words = CAST(:words AS {kind}) WHERE id = :id")  # noqa: S608 - own names
    last: str | int = 0 if table == "segments" else ""
    done = 0
    with as_system("words for search"):
        while rows := connection.execute(some, {"last": last}).all():
            connection.execute(change, [{"id": key, "words": stored_words(text, dialect)} for key, text in rows])
            last = rows[-1][0]
            done += len(rows)
            if done % (25 * BATCH) == 0:
                log.info("search_words_written", table=table, rows=done)
