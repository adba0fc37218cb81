"""The audit log with its seals, and triggers that let nobody change or remove a row."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

FAILED = sa.text("outcome <> 'success'")
TABLES = ("audit_log", "audit_seals", "audit_heads")

PURGED = {
    "audit_log": "EXISTS (SELECT 1 FROM audit_seals s WHERE s.audit_id = OLD.id AND s.seq <= "
    "(SELECT max(h.last_seq) FROM audit_heads h WHERE h.kind = 'purge'))",
    "audit_seals": "OLD.seq <= (SELECT max(h.last_seq) FROM audit_heads h WHERE h.kind = 'purge')",
    "audit_heads": "OLD.number < (SELECT b.number FROM audit_heads b WHERE b.kind = 'seal' AND b.last_seq = "
    "(SELECT max(h.last_seq) FROM audit_heads h WHERE h.kind = 'purge'))",
}
"""Which rows may go: those up to the last number that a head of the kind ``purge`` has signed for, and the heads before
the one that ends there.
"""

KEPT = "the audit log is kept: its rows are neither changed nor removed"

FUNCTION = """
CREATE FUNCTION verbatim_keep_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF {purged} THEN RETURN OLD; END IF;
    END IF;
    RAISE EXCEPTION '{kept}' USING ERRCODE = 'insufficient_privilege';
END $$
"""

FORGET = """
CREATE FUNCTION verbatim_forget_audit(most integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    upto bigint := (SELECT max(last_seq) FROM audit_heads WHERE kind = 'purge');
    seqs bigint[];
    ids uuid[];
BEGIN
    SELECT array_agg(seq), array_agg(audit_id) INTO seqs, ids
        FROM (SELECT seq, audit_id FROM audit_seals WHERE seq <= upto ORDER BY seq LIMIT most) AS oldest;
    DELETE FROM audit_log WHERE id = ANY (ids);
    DELETE FROM audit_seals WHERE seq = ANY (seqs);
    DELETE FROM audit_heads WHERE number < (SELECT number FROM audit_heads WHERE kind = 'seal' AND last_seq = upto);
    RETURN coalesce(cardinality(seqs), 0);
END $$
"""


def _id(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Uuid(as_uuid=False), nullable=False)


def _text(name: str, length: int, *, nullable: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=length), nullable=nullable)


def upgrade() -> None:
    """Make the tables and what protects them."""
    _log()
    _seals()
    _readers()
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE INDEX ix_audit_log_text ON audit_log USING gin (to_tsvector('simple'::regconfig, words))")
        # People work in one team and from a few places: without knowing that, the planner reads far too many rows.
        op.execute("CREATE STATISTICS audit_log_people (dependencies) ON actor_id, team_id, address FROM audit_log")
        for table in TABLES:
            op.execute(FUNCTION.format(table=table, purged=PURGED[table], kept=KEPT))
            made = f"EXECUTE FUNCTION verbatim_keep_{table}()"
            op.execute(f"CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {made}")
            op.execute(f"CREATE TRIGGER keep_table BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {made}")
        op.execute(FORGET)
        op.execute("REVOKE ALL ON FUNCTION verbatim_forget_audit FROM PUBLIC")
        return
    for table in TABLES:
        stop = f"BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
        op.execute(f"CREATE TRIGGER keep_{table}_changed BEFORE UPDATE ON {table} {stop}")
        op.execute(
            f"CREATE TRIGGER keep_{table}_removed BEFORE DELETE ON {table} WHEN NOT coalesce({PURGED[table]}, 0) {stop}"
        )


def _log() -> None:
    op.create_table(
        "audit_log",
        _id("id"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _text("action", 64, nullable=False),
        _text("outcome", 16, nullable=False),
        _text("actor_type", 16, nullable=False),
        _text("actor_id", 36),
        _text("actor_name", 300),
        _text("team_id", 36),
        _text("resource_type", 40),
        _text("resource_id", 64),
        _text("resource_name", 300),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        _text("address", 64),
        _text("user_agent", 300),
        _text("request_id", 64),
        _text("session_id", 36),
        _text("key_id", 36),
        sa.Column("words", sa.Text(), nullable=False),
        _text("mac", 80, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_log")),
    )
    for name, columns in {
        "action": ["action"],
        "actor": ["actor_id"],
        "team": ["team_id"],
        "actor_action": ["actor_id", "action"],
        "team_action": ["team_id", "action"],
        "resource": ["resource_type", "resource_id"],
        "resource_type": ["resource_type"],
        "resource_id": ["resource_id"],
        "address": ["address"],
    }.items():
        op.create_index(f"ix_audit_log_{name}", "audit_log", [*columns, "id"])
    op.create_index(
        "ix_audit_log_outcome", "audit_log", ["outcome", "id"], sqlite_where=FAILED, postgresql_where=FAILED
    )


def _seals() -> None:
    op.create_table(
        "audit_seals",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        _id("audit_id"),
        _text("hash", 64, nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit_seals")),
        sa.UniqueConstraint("audit_id", name=op.f("uq_audit_seals_audit_id")),
    )
    op.create_table(
        "audit_heads",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        _text("kind", 10, nullable=False),
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        _text("chain", 64, nullable=False),
        _text("previous", 64, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _text("key_id", 16, nullable=False),
        sa.Column("marks", sa.Text(), nullable=False),
        _text("signature", 100, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_heads")),
    )
    op.create_index("ix_audit_heads_kind", "audit_heads", ["kind", "last_seq"])


def _readers() -> None:
    op.create_table(
        "audit_filters",
        _text("id", 36, nullable=False),
        _text("user_id", 36, nullable=False),
        _text("name", 100, nullable=False),
        sa.Column("query", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_audit_filters_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_filters")),
    )
    op.create_index("ix_audit_filters_user", "audit_filters", ["user_id", "name"])
    op.create_table(
        "audit_streams",
        _text("name", 40, nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        _text("lease", 36),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failing_since", sa.DateTime(timezone=True), nullable=True),
        _text("error", 300),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_audit_streams")),
    )
