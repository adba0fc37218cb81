"""The plugin's migrations make what its models say, on both databases."""

from __future__ import annotations

from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from fastapi import FastAPI
from sqlalchemy import Connection, text
from verbatim_enterprise.host import Base


def differences(connection: Connection) -> list[Any]:
    own = {
        table.name
        for mapper in Base.registry.mappers
        if mapper.class_.__module__.startswith("verbatim_enterprise.")
        for table in mapper.tables
    }

    def ours(_object: Any, name: str | None, kind: str, reflected: bool, _other: Any) -> bool:  # noqa: FBT001 - Alembic's
        if kind == "table":
            return name in own
        # Text indexes are written in each database's own words; no model can describe them.
        return not (kind == "index" and reflected and str(name).endswith("_text"))

    context = MigrationContext.configure(
        connection, opts={"compare_type": True, "compare_server_default": False, "include_object": ours}
    )
    return list(compare_metadata(context, Base.metadata))


async def test_the_result_is_what_the_models_say(app: FastAPI) -> None:
    async with app.state.database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_a_missing_index_would_be_seen(app: FastAPI) -> None:
    async with app.state.database.engine.connect() as connection:
        await connection.execute(text("DROP INDEX ix_audit_log_actor"))
        assert [kind for kind, *_ in await connection.run_sync(differences)] == ["add_index"]
