"""On PostgreSQL the server's roles cannot change or remove rows; on both databases triggers stop everybody else."""

from __future__ import annotations

from typing import Any

import pytest
from conftest_types import MakeApp
from fastapi import FastAPI
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError
from support_audit import rows_of
from support_enterprise import Person
from verbatim_enterprise.host import Base, Scope, as_system, use_scope

TABLES = ("audit_log", "audit_seals", "audit_heads")
CHANGES = ("UPDATE {table} SET {column} = {column}", "DELETE FROM {table}", "TRUNCATE {table}")
COLUMNS = {"audit_log": "action", "audit_seals": "hash", "audit_heads": "chain"}
postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@postgresql
@pytest.mark.parametrize("scope", ["system", "team"])
async def test_neither_of_the_servers_roles_may_take_anything_back(
    app: FastAPI, admin: Person, make_app: MakeApp, scope: str
) -> None:
    again = make_app()
    async with again.router.lifespan_context(again):  # a second start gives rights on all tables once more
        for table in TABLES:
            for change in CHANGES:
                statement = text(change.format(table=table, column=COLUMNS[table]))
                entered: Any = as_system("test") if scope == "system" else use_scope(Scope(frozenset({"t"}), "t"))
                with entered, pytest.raises(DBAPIError, match="permission denied"):
                    async with again.state.database.transaction() as session:
                        await (await session.connection()).execute(statement)
    assert await rows_of(app)


@postgresql
async def test_who_serves_a_team_cannot_even_read_it(app: FastAPI, admin: Person) -> None:
    assert await rows_of(app)
    for table in TABLES:
        with use_scope(Scope(frozenset({"t"}), "t")), pytest.raises(DBAPIError, match="permission denied"):
            async with app.state.database.transaction() as session:
                await (await session.connection()).execute(
                    select(func.count()).select_from(Base.metadata.tables[table])
                )


async def test_triggers_stop_whoever_has_all_rights(app: FastAPI, admin: Person) -> None:
    await app.state.audit.sealer.seal_all()
    engine = app.state.database.engine
    for table in TABLES:
        for change in CHANGES:
            if engine.dialect.name == "sqlite" and change.startswith("TRUNCATE"):
                continue
            with pytest.raises(DBAPIError, match="the audit log is kept"):
                async with engine.begin() as connection:
                    await connection.execute(text(change.format(table=table, column=COLUMNS[table])))
    assert await rows_of(app)
