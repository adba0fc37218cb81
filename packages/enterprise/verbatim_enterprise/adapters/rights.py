"""Whether the server's own roles have the rights they are to have, no fewer and where it matters no more.

Nearly every start finds them as they are to be. Granting them all the same would write each table's entry in the
catalogue anew, twice, and everybody who is connected would have to read those entries again.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from verbatim_enterprise.adapters.keeping import FORGET, LOG, SEALS
from verbatim_enterprise.adapters.rules import APP_ROLE, SYSTEM_ROLE

MAY_TAKE: Final = "CASE WHEN current_setting('server_version_num')::int < 160000 THEN 'MEMBER' ELSE 'SET' END"
"""What `pg_has_role` is asked for: before PostgreSQL 16 a member may always take the role, and has no right of that
name.
"""

_EVERYDAY: Final = " AND ".join(
    f"has_table_privilege(r.oid, c.oid, '{right}')" for right in ("SELECT", "INSERT", "UPDATE", "DELETE")
)
# Whoever may take a right away takes it of single columns too, so these count where nobody is to have more.
_LOG_ALONE: Final = f"""
    has_table_privilege(r.oid, c.oid, 'INSERT') = (r.rolname = '{SYSTEM_ROLE}' OR c.relname = '{LOG}')
    AND has_any_column_privilege(r.oid, c.oid, 'INSERT') = has_table_privilege(r.oid, c.oid, 'INSERT')
    AND has_table_privilege(r.oid, c.oid, 'SELECT') = (r.rolname = '{SYSTEM_ROLE}')
    AND has_any_column_privilege(r.oid, c.oid, 'SELECT') = (r.rolname = '{SYSTEM_ROLE}')
    AND NOT has_any_column_privilege(r.oid, c.oid, 'UPDATE, REFERENCES')
    AND NOT has_table_privilege(r.oid, c.oid, 'DELETE, TRUNCATE, TRIGGER')
"""
_AS_THEY_ARE_TO_BE: Final = f"""
SELECT count(*) = 2 AND bool_and(
    pg_has_role(current_user, r.oid, {MAY_TAKE}) AND has_schema_privilege(r.oid, 'public', 'USAGE')
    AND NOT EXISTS (
        SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND NOT CASE
            WHEN c.relname IN ('{LOG}', '{"', '".join(SEALS)}') THEN {_LOG_ALONE}
            WHEN c.relkind IN ('r', 'p', 'v', 'm', 'f') THEN {_EVERYDAY}
            WHEN c.relkind = 'S' THEN
                has_sequence_privilege(r.oid, c.oid, 'USAGE') AND has_sequence_privilege(r.oid, c.oid, 'SELECT')
            ELSE true END)
    AND (r.rolname = '{APP_ROLE}' OR to_regclass('public.{LOG}') IS NULL OR EXISTS (
        SELECT FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname = '{FORGET}'
          AND has_function_privilege(r.oid, p.oid, 'EXECUTE')))
) FROM pg_roles r WHERE r.rolname IN ('{APP_ROLE}', '{SYSTEM_ROLE}')
"""  # noqa: S608 - constants of this package only


async def rights_stand(connection: AsyncConnection) -> bool:
    """Say whether both roles are there, may be taken by this server's, and have their rights."""
    return bool(await connection.scalar(text(_AS_THEY_ARE_TO_BE)))
