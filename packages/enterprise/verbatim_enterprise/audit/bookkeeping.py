"""What the server writes for itself while it answers: no change that somebody made, and worth no row."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from sqlalchemy.orm import ORMExecuteState
from sqlalchemy.sql.dml import UpdateBase

TABLES: Final = frozenset(
    {
        "api_key_usage",  # counts requests
        "auth_throttles",  # counts attempts, also such as are refused afterwards
        "license_watch",  # remembers the clock
        "recording_counts",  # follows from the recordings
        "server_processes",  # says that a server is alive
        "stray_files",  # remembers a file from before its recording is there, and forgets it afterwards
    }
)
"""Of these no change counts. Jobs are not among them: to cancel one is something that a person does."""

COLUMNS: Final[Mapping[str, frozenset[str]]] = {
    "mfa_recovery_codes": frozenset({"used_at"}),
    "sessions": frozenset({"expires_at", "generation", "key_id", "rotated_at", "token_hash"}),
    "users": frozenset({"last_sign_in_at", "totp_last_step"}),
}
"""Of these tables no change of these columns counts: a token was renewed, a code used up."""


def counts(table: str, columns: Collection[str] | None = None) -> bool:
    """Say whether a change of a table is one that somebody made; ``columns`` are given when rows were updated."""
    if table in TABLES:
        return False
    return not columns or not COLUMNS.get(table, frozenset()).issuperset(columns)


def statement_counts(state: ORMExecuteState) -> bool:
    """Say whether a statement makes a change that counts."""
    statement = state.statement
    if isinstance(statement, UpdateBase):
        table = str(getattr(statement.table, "name", ""))
        return counts(table, _updated(statement) if statement.is_update else None)
    words = str(getattr(statement, "text", "")).split(None, 1)
    return bool(words) and words[0].upper() in {"INSERT", "UPDATE", "DELETE", "WITH", "MERGE"}


def _updated(statement: Any) -> set[str]:
    """Return which columns an UPDATE sets; none when its values come as parameters, and then it counts."""
    return {str(getattr(column, "key", column)) for column in getattr(statement, "_values", None) or ()}
