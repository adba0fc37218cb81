"""The walls around tickets: each says in its entry point whose job it is for, and only they may see or write it."""

from __future__ import annotations

from typing import Final

from verbatim_enterprise.adapters.queue.tickets import LOG, TABLE
from verbatim_enterprise.adapters.rules import APP_ROLE, SYSTEM_ROLE, VISIBLE, WRITABLE

POLICY: Final = "verbatim_job"
_OWNER: Final = "split_part(entrypoint, ':', -1)"
_VISIBLE: Final = VISIBLE.replace("owner_id", _OWNER)
_WRITABLE: Final = WRITABLE.replace("owner_id", _OWNER)

# pgqueuer notes each ticket in its log as well; nobody but the server needs to read that.
_RULES: Final = {
    TABLE: f"FOR ALL TO {APP_ROLE} USING ({_VISIBLE}) WITH CHECK ({_WRITABLE})",
    LOG: f"FOR INSERT TO {APP_ROLE} WITH CHECK ({_WRITABLE})",
}
TABLES: Final = tuple(_RULES)


def ticket_walls(table: str) -> tuple[str, ...]:
    """Return the statements that wall a table of tickets in."""
    return (
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS {POLICY} ON {table}",
        f"DROP POLICY IF EXISTS verbatim_system ON {table}",
        f"CREATE POLICY {POLICY} ON {table} {_RULES[table]}",
        f"CREATE POLICY verbatim_system ON {table} TO {SYSTEM_ROLE} USING (true) WITH CHECK (true)",
    )
