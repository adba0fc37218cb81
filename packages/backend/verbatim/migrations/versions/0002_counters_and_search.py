"""Counters of recordings and the full-text indexes, both kept by the database itself.

Triggers see every write, whichever program makes it, and in its own transaction: a list's total and the search index
can never lag behind or drift.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SQLITE_COUNT = """
INSERT INTO recording_counts (owner_key, owner_id, status, recordings, bytes, seconds)
VALUES (coalesce({row}.owner_id, ''), {row}.owner_id, {row}.status, {sign}1, {sign}{row}.file_size,
        {sign}{row}.duration_seconds)
ON CONFLICT (owner_key, status) DO UPDATE SET
    recordings = recordings + excluded.recordings,
    bytes = bytes + excluded.bytes,
    seconds = seconds + excluded.seconds;
"""

COUNT_NEW = SQLITE_COUNT.format(row="new", sign="")
UNCOUNT_OLD = SQLITE_COUNT.format(row="old", sign="-")

SQLITE = (
    f"CREATE TRIGGER recordings_count_insert AFTER INSERT ON recordings BEGIN {COUNT_NEW} END",
    f"CREATE TRIGGER recordings_count_delete AFTER DELETE ON recordings BEGIN {UNCOUNT_OLD} END",
    f"""CREATE TRIGGER recordings_count_update
    AFTER UPDATE OF status, owner_id, file_size, duration_seconds ON recordings
    BEGIN {UNCOUNT_OLD} {COUNT_NEW} END""",
    # The text itself stays in segments; the index only refers to it by its key.
    """CREATE VIRTUAL TABLE segments_fts USING fts5(
        text, content='segments', content_rowid='id', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER segments_fts_insert AFTER INSERT ON segments BEGIN
        INSERT INTO segments_fts (rowid, text) VALUES (new.id, new.text); END""",
    """CREATE TRIGGER segments_fts_delete AFTER DELETE ON segments BEGIN
        INSERT INTO segments_fts (segments_fts, rowid, text) VALUES ('delete', old.id, old.text); END""",
    """CREATE TRIGGER segments_fts_update AFTER UPDATE OF text ON segments BEGIN
        INSERT INTO segments_fts (segments_fts, rowid, text) VALUES ('delete', old.id, old.text);
        INSERT INTO segments_fts (rowid, text) VALUES (new.id, new.text); END""",
    # The id is indexed too, so that a row is found again by it without reading the whole table.
    """CREATE VIRTUAL TABLE recordings_fts USING fts5(
        recording_id, title, tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER recordings_fts_insert AFTER INSERT ON recordings BEGIN
        INSERT INTO recordings_fts (recording_id, title) VALUES (new.id, new.title); END""",
    """CREATE TRIGGER recordings_fts_delete AFTER DELETE ON recordings BEGIN
        DELETE FROM recordings_fts WHERE rowid IN (
            SELECT rowid FROM recordings_fts WHERE recordings_fts MATCH '{recording_id} : "' || old.id || '"'); END""",
    """CREATE TRIGGER recordings_fts_update AFTER UPDATE OF title ON recordings BEGIN
        UPDATE recordings_fts SET title = new.title WHERE rowid IN (
            SELECT rowid FROM recordings_fts WHERE recordings_fts MATCH '{recording_id} : "' || old.id || '"'); END""",
)

# Once for each statement rather than for each row, and in the order of the key: writers that change several counters
# take them in the same order and cannot wait for each other in a circle.
POSTGRESQL_COUNT = """
CREATE FUNCTION count_recordings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO recording_counts AS c (owner_key, owner_id, status, recordings, bytes, seconds)
        SELECT coalesce(owner_id, ''), min(owner_id), status, count(*), sum(file_size), sum(duration_seconds)
        FROM added GROUP BY coalesce(owner_id, ''), status ORDER BY 1, 3
        ON CONFLICT (owner_key, status) DO UPDATE SET recordings = c.recordings + excluded.recordings,
            bytes = c.bytes + excluded.bytes, seconds = c.seconds + excluded.seconds;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO recording_counts AS c (owner_key, owner_id, status, recordings, bytes, seconds)
        SELECT coalesce(owner_id, ''), min(owner_id), status, -count(*), -sum(file_size), -sum(duration_seconds)
        FROM removed GROUP BY coalesce(owner_id, ''), status ORDER BY 1, 3
        ON CONFLICT (owner_key, status) DO UPDATE SET recordings = c.recordings + excluded.recordings,
            bytes = c.bytes + excluded.bytes, seconds = c.seconds + excluded.seconds;
    ELSE
        INSERT INTO recording_counts AS c (owner_key, owner_id, status, recordings, bytes, seconds)
        SELECT coalesce(owner_id, ''), min(owner_id), status, sum(n), sum(n * file_size), sum(n * duration_seconds)
        FROM (SELECT owner_id, status, file_size, duration_seconds, 1 AS n FROM added
              UNION ALL SELECT owner_id, status, file_size, duration_seconds, -1 FROM removed) AS changed
        GROUP BY coalesce(owner_id, ''), status
        HAVING sum(n) <> 0 OR sum(n * file_size) <> 0 OR sum(n * duration_seconds) <> 0 ORDER BY 1, 3
        ON CONFLICT (owner_key, status) DO UPDATE SET recordings = c.recordings + excluded.recordings,
            bytes = c.bytes + excluded.bytes, seconds = c.seconds + excluded.seconds;
    END IF;
    RETURN NULL;
END $$
"""

# Without punctuation, in which PostgreSQL sees addresses, numbers and mark-up instead of words.
PUNCTUATION = """'!"#$%&''()*+,-./:;<=>?@[\\]^_`{{|}}~'"""
WORDS = f"to_tsvector('simple'::regconfig, translate({{column}}, {PUNCTUATION}, '{' ' * 32}'))"

POSTGRESQL = (
    POSTGRESQL_COUNT,
    """CREATE TRIGGER recordings_count_insert AFTER INSERT ON recordings
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_recordings()""",
    """CREATE TRIGGER recordings_count_delete AFTER DELETE ON recordings
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_recordings()""",
    """CREATE TRIGGER recordings_count_update AFTER UPDATE ON recordings
    REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_recordings()""",
    f"CREATE INDEX ix_segments_text ON segments USING gin ({WORDS.format(column='text')})",
    f"CREATE INDEX ix_recordings_title_text ON recordings USING gin ({WORDS.format(column='title')})",
)


def upgrade() -> None:
    """Add triggers and indexes in the words of the database at hand."""
    for statement in POSTGRESQL if op.get_bind().dialect.name == "postgresql" else SQLITE:
        op.get_bind().exec_driver_sql(statement)
