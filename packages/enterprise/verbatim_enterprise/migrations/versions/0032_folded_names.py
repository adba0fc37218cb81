"""Names of people, teams and keys as lists are narrowed by them, whatever letters people have at hand."""

import sqlalchemy as sa
from alembic import op
from verbatim_enterprise.host import folded_text

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

BATCH = 2_000
NAMES = (("users", ("email", "display_name")), ("teams", ("name",)), ("api_keys", ("name",)))


def upgrade() -> None:
    """Add the columns and write them."""
    connection = op.get_bind()
    for table, columns in NAMES:
        for column in columns:
            op.add_column(table, sa.Column(f"{column}_folded", sa.Text(), nullable=True))
        _fold(connection, table, columns)


def _fold(connection: sa.Connection, table: str, columns: tuple[str, ...]) -> None:
    some = sa.text(f"SELECT id, {', '.join(columns)} FROM {table} WHERE id > :last ORDER BY id LIMIT {BATCH}")  # noqa: S608 - ours
    changes = ", ".join(f"{column}_folded = :{column}" for column in columns)
    change = sa.text(f"UPDATE {table} SET {changes} WHERE id = :id")  # noqa: S608 - own names
    last = ""
    while rows := connection.execute(some, {"last": last}).mappings().all():
        folded = [{column: folded_text(row[column]) for column in columns} for row in rows]
        connection.execute(change, [{"id": row["id"], **one} for row, one in zip(rows, folded, strict=True)])
        last = rows[-1]["id"]


def downgrade() -> None:
    """Take them away."""
    for table, columns in NAMES:
        for column in columns:
            op.drop_column(table, f"{column}_folded")
