"""Legal holds on documents, and how many a retention rule has deleted."""

import sqlalchemy as sa
from alembic import op
from verbatim_enterprise.host import as_system

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

ONE_TARGET = (
    "CASE WHEN recording_id IS NULL THEN 0 ELSE 1 END + CASE WHEN project_id IS NULL THEN 0 ELSE 1 END "
    "+ CASE WHEN document_id IS NULL THEN 0 ELSE 1 END = 1"
)


def upgrade() -> None:
    """Add the columns."""
    connection = op.get_bind()
    sqlite = connection.dialect.name == "sqlite"
    # SQLite makes the table anew, which triggers that look into it would not let it do.
    triggers = _triggers(connection) if sqlite else []
    for name, _ in triggers:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    with as_system("legal holds on documents"), op.batch_alter_table("holds") as table:
        table.add_column(sa.Column("document_id", sa.String(length=36), nullable=True))
        table.drop_constraint(op.f("ck_holds_target"), type_="check")
        table.create_check_constraint(op.f("ck_holds_target"), ONE_TARGET)
    for _, made in triggers:
        connection.exec_driver_sql(made)
    op.add_column(
        "retention_rules", sa.Column("deleted_documents", sa.BigInteger(), nullable=False, server_default="0")
    )
    standing = sa.text("lifted_at IS NULL")
    op.create_index(
        "ix_holds_document_id",
        "holds",
        ["document_id"],
        unique=False,
        sqlite_where=standing,
        postgresql_where=standing,
    )


def _triggers(connection: sa.Connection) -> list[tuple[str, str]]:
    """Return name and text of the triggers that look into the table of holds."""
    found = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%holds%'"
    )
    return [(name, made) for name, made in found]
