"""Notes on recordings, documents and projects."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

SQLITE_FTS = (
    "CREATE VIRTUAL TABLE notes_fts USING fts5(note_id, content, tokenize='ascii')",
    """CREATE TRIGGER notes_fts_insert AFTER INSERT ON notes BEGIN
        INSERT INTO notes_fts (note_id, content) VALUES (new.id, new.search_words); END""",
    """CREATE TRIGGER notes_fts_delete AFTER DELETE ON notes BEGIN
        DELETE FROM notes_fts WHERE rowid IN (
            SELECT rowid FROM notes_fts WHERE notes_fts MATCH '{note_id} : "' || old.id || '"'); END""",
    """CREATE TRIGGER notes_fts_update AFTER UPDATE OF search_words ON notes BEGIN
        UPDATE notes_fts SET content = new.search_words WHERE rowid IN (
            SELECT rowid FROM notes_fts WHERE notes_fts MATCH '{note_id} : "' || old.id || '"'); END""",
)


def upgrade() -> None:
    """Make the table and its indexes."""
    connection = op.get_bind()
    postgresql = connection.dialect.name == "postgresql"
    things = ("recording", "document", "project")
    op.create_table(
        "notes",
        sa.Column("id", sa.String(36), nullable=False),
        *(sa.Column(f"{thing}_id", sa.String(36), nullable=True) for thing in things),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("anchor_type", sa.String(20), nullable=False),
        sa.Column("anchor_data", sa.JSON(), nullable=False),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("search_words", TSVECTOR() if postgresql else sa.Text(), nullable=True),
        sa.Column("workspace_id", sa.String(36), nullable=True),
        sa.Column("owner_id", sa.String(36), nullable=True),
        *(
            sa.ForeignKeyConstraint(
                [f"{thing}_id"], [f"{thing}s.id"], name=op.f(f"fk_notes_{thing}_id_{thing}s"), ondelete="CASCADE"
            )
            for thing in things
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
    )
    op.create_index("ix_notes_created_at", "notes", ["created_at", "id"], unique=False)
    op.create_index("ix_notes_created_at_owner", "notes", ["owner_id", "created_at", "id"], unique=False)
    op.create_index("ix_notes_created_at_workspace", "notes", ["workspace_id", "created_at", "id"], unique=False)
    for thing in things:
        op.create_index(f"ix_notes_{thing}_id", "notes", [f"{thing}_id"], unique=False)
    if postgresql:
        connection.exec_driver_sql(
            "CREATE INDEX ix_notes_words_text ON notes USING gin (search_words) WITH (fastupdate = off)"
        )
    else:
        for statement in SQLITE_FTS:
            connection.exec_driver_sql(statement)
