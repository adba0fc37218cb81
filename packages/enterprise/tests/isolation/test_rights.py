"""Rights of the server's own roles: found as they are to be at nearly every start, and mended at the next if not."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection
from verbatim_enterprise.adapters.database import build_walls
from verbatim_enterprise.adapters.rights import rights_stand
from verbatim_enterprise.adapters.rules import APP_ROLE, SYSTEM_ROLE
from verbatim_enterprise.host import Database

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

TOO_FEW = (
    f"REVOKE SELECT ON tags FROM {APP_ROLE}",  # noqa: S608 - a constant
    f"REVOKE DELETE ON users FROM {SYSTEM_ROLE}",
    "CREATE TABLE of_a_plugin (id bigserial)",
    f"REVOKE USAGE ON ALL SEQUENCES IN SCHEMA public FROM {APP_ROLE}",
    f"REVOKE INSERT ON audit_log FROM {APP_ROLE}",
    f"REVOKE SELECT ON audit_heads FROM {SYSTEM_ROLE}",  # noqa: S608 - a constant
    f"REVOKE EXECUTE ON FUNCTION verbatim_forget_audit FROM {SYSTEM_ROLE}",
    f"REVOKE USAGE ON SCHEMA public FROM {SYSTEM_ROLE}, PUBLIC",
)
TOO_MANY = (
    f"GRANT SELECT ON audit_log TO {APP_ROLE}",
    f"GRANT SELECT (action) ON audit_log TO {APP_ROLE}",
    f"GRANT INSERT (seq) ON audit_seals TO {APP_ROLE}",
    f"GRANT UPDATE ON audit_log TO {SYSTEM_ROLE}",
    f"GRANT UPDATE (outcome) ON audit_log TO {SYSTEM_ROLE}",
    f"GRANT DELETE ON audit_seals TO {SYSTEM_ROLE}",
    f"GRANT TRUNCATE ON audit_heads TO {SYSTEM_ROLE}",
    f"GRANT ALL ON audit_log TO {APP_ROLE}",
)


async def rights_of(connection: AsyncConnection) -> list[tuple[str, str]]:
    """Return who may do what with each table, sequence, column and function."""
    rows = await connection.execute(
        text("""
            SELECT relname::text, array_to_string(ARRAY(SELECT a::text FROM unnest(relacl) a ORDER BY 1), ' ')
            FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'S')
            UNION ALL SELECT attrelid::regclass || '.' || attname, array_to_string(attacl, ' ') FROM pg_attribute
            WHERE array_length(attacl, 1) > 0 AND attrelid::regclass::text LIKE 'audit%'
            UNION ALL SELECT proname, array_to_string(ARRAY(SELECT a::text FROM unnest(proacl) a ORDER BY 1), ' ')
            FROM pg_proc WHERE pronamespace = 'public'::regnamespace
            ORDER BY 1
        """)
    )
    return [(name, rights) for name, rights in rows]


async def test_a_server_leaves_them_as_they_are_to_be(app: FastAPI) -> None:
    database: Database = app.state.database
    async with database.engine.begin() as connection:
        assert await rights_stand(connection)
        before = await rights_of(connection)
        assert len(before) > 50
        await build_walls(connection)
        assert await rights_of(connection) == before


@pytest.mark.parametrize("changes", [TOO_FEW, TOO_MANY], ids=["too few", "too many"])
async def test_the_next_start_mends_whatever_changed(app: FastAPI, changes: tuple[str, ...]) -> None:
    database: Database = app.state.database
    for change in changes:
        async with database.engine.connect() as connection:
            before = await rights_of(connection)
            await connection.execute(text(change))
            assert not await rights_stand(connection), change
            await build_walls(connection)
            assert await rights_stand(connection), change
            assert [one for one in await rights_of(connection) if "of_a_plugin" not in one[0]] == before, change
            await connection.rollback()
