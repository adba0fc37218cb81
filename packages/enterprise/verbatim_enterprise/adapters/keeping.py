"""What the server's own roles may not take back: rows of the audit log, their seals and the signed heads.

The roles get rights on all tables whenever one is missing (`rights`), so these are taken away then, in the same
transaction.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from verbatim_enterprise.adapters.rules import APP_ROLE, SYSTEM_ROLE

LOG: Final = "audit_log"
SEALS: Final = ("audit_seals", "audit_heads")
FORGET: Final = "verbatim_forget_audit"
"""Removes what a head of the kind ``purge`` says may go; nothing else can."""

STATEMENTS: Final = (
    f"REVOKE ALL ON {LOG}, {', '.join(SEALS)} FROM {APP_ROLE}, {SYSTEM_ROLE}",
    f"GRANT INSERT ON {LOG} TO {APP_ROLE}",
    f"GRANT SELECT, INSERT ON {LOG}, {', '.join(SEALS)} TO {SYSTEM_ROLE}",
    f"GRANT EXECUTE ON FUNCTION {FORGET} TO {SYSTEM_ROLE}",
)


async def keep(connection: AsyncConnection) -> None:
    """Leave the roles what they need to add to the log and to read it."""
    if await connection.scalar(text(f"SELECT to_regclass('public.{LOG}')")) is None:
        return
    for statement in STATEMENTS:
        await connection.execute(text(statement))
