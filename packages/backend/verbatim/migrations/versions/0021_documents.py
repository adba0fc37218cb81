"""Documents: their text with its words, and where they lie."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

SQLITE_FTS = (
    # As for segments and recordings (0011).
    """CREATE VIRTUAL TABLE document_passages_fts USING fts5(
        search_words, content='document_passages', content_rowid='id', tokenize='ascii')""",
    """CREATE TRIGGER document_passages_fts_insert AFTER INSERT ON document_passages
    WHEN new.search_words IS NOT NULL BEGIN
        INSERT INTO document_passages_fts (rowid, search_words) VALUES (new.id, new.search_words); END""",
    """CREATE TRIGGER document_passages_fts_delete AFTER DELETE ON document_passages
    WHEN old.search_words IS NOT NULL BEGIN
        INSERT INTO document_passages_fts (document_passages_fts, rowid, search_words)
        VALUES ('delete', old.id, old.search_words); END""",
    "CREATE VIRTUAL TABLE documents_fts USING fts5(document_id, title, tokenize='ascii')",
    """CREATE TRIGGER documents_fts_insert AFTER INSERT ON documents BEGIN
        INSERT INTO documents_fts (document_id, title) VALUES (new.id, new.search_words); END""",
    """CREATE TRIGGER documents_fts_delete AFTER DELETE ON documents BEGIN
        DELETE FROM documents_fts WHERE rowid IN (
            SELECT rowid FROM documents_fts WHERE documents_fts MATCH '{document_id} : "' || old.id || '"'); END""",
    """CREATE TRIGGER documents_fts_update AFTER UPDATE OF search_words ON documents BEGIN
        UPDATE documents_fts SET title = new.search_words WHERE rowid IN (
            SELECT rowid FROM documents_fts WHERE documents_fts MATCH '{document_id} : "' || old.id || '"'); END""",
)


def upgrade() -> None:
    """Make the tables and their indexes."""
    connection = op.get_bind()
    postgresql = connection.dialect.name == "postgresql"
    words = TSVECTOR() if postgresql else sa.Text()
    _documents(words)
    _passages(words)
    for name, other, table in (
        ("project_documents", "project_id", "projects"),
        ("document_tags", "tag_id", "tags"),
    ):
        op.create_table(
            name,
            sa.Column("document_id", sa.String(36), nullable=False),
            sa.Column(other, sa.String(36), nullable=False),
            sa.Column("workspace_id", sa.String(36), nullable=True),
            sa.Column("owner_id", sa.String(36), nullable=True),
            sa.ForeignKeyConstraint(
                ["document_id"], ["documents.id"], name=op.f(f"fk_{name}_document_id_documents"), ondelete="CASCADE"
            ),
            sa.ForeignKeyConstraint(
                [other], [f"{table}.id"], name=op.f(f"fk_{name}_{other}_{table}"), ondelete="CASCADE"
            ),
            sa.PrimaryKeyConstraint(
                *(("project_id", "document_id") if other == "project_id" else ("document_id", "tag_id")),
                name=op.f(f"pk_{name}"),
            ),
        )
    op.create_index("ix_project_documents_document_id", "project_documents", ["document_id"], unique=False)
    op.create_index("ix_document_tags_tag_id", "document_tags", ["tag_id"], unique=False)
    if postgresql:
        for table, name in (
            ("documents", "ix_documents_words_text"),
            ("document_passages", "ix_document_passages_words_text"),
        ):
            connection.exec_driver_sql(
                f"CREATE INDEX {name} ON {table} USING gin (search_words) WITH (fastupdate = off)"
            )
    else:
        for statement in SQLITE_FTS:
            connection.exec_driver_sql(statement)


def _documents(words: sa.types.TypeEngine[str]) -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("title", sa.String(500), nullable=False),
        sa.Column("file_name", sa.String(500), nullable=False),
        sa.Column("file_size", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("mime_type", sa.String(100), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("storage_location", sa.String(100), nullable=False),
        sa.Column("storage_key", sa.String(1000), nullable=False),
        sa.Column("metadata", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("error_code", sa.String(100), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("page_count", sa.Integer(), nullable=True),
        sa.Column("job_id", sa.String(36), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("search_words", words, nullable=True),
        sa.Column("workspace_id", sa.String(36), nullable=True),
        sa.Column("owner_id", sa.String(36), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    for column in ("created_at", "title", "file_size"):
        op.create_index(f"ix_documents_{column}", "documents", [column, "id"], unique=False)
        op.create_index(f"ix_documents_{column}_owner", "documents", ["owner_id", column, "id"], unique=False)
        op.create_index(f"ix_documents_{column}_workspace", "documents", ["workspace_id", column, "id"], unique=False)
    op.create_index("ix_documents_sha256", "documents", ["sha256"], unique=False)


def _passages(words: sa.types.TypeEngine[str]) -> None:
    op.create_table(
        "document_passages",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("document_id", sa.String(36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("sheet", sa.String(200), nullable=True),
        sa.Column("row", sa.Integer(), nullable=True),
        sa.Column("paragraph", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("search_words", words, nullable=True),
        sa.Column("workspace_id", sa.String(36), nullable=True),
        sa.Column("owner_id", sa.String(36), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.id"],
            name=op.f("fk_document_passages_document_id_documents"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_passages")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_document_passages_document_id", "document_passages", ["document_id", "position"], unique=False)
    op.create_index("ix_document_passages_page", "document_passages", ["document_id", "page"], unique=False)
