"""All that a team or a workspace has, to see whether it is the same as before."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Table, select
from verbatim_enterprise.host import Base, Database, as_system

from support_matrix.worlds import World


def tables_of(database: Database) -> list[Table]:
    """Return the tables of this server: other tests may have imported plugins that it has not loaded."""
    there = {model.__table__ for model in database.info["models"]}
    return [table for table in Base.metadata.sorted_tables if isinstance(table, Table) and table in there]


async def everything_in(world: World) -> dict[str, list[str]]:
    """Return every row that lies in a world's workspace, to compare."""
    found: dict[str, list[str]] = {}
    with as_system("a test compares"):
        async with world.database.transaction(read_only=True) as session:
            for table in tables_of(world.database):
                if "workspace_id" in table.columns and table.name != "sessions":
                    rows = await session.execute(select(table).where(table.c.workspace_id == world.workspace_id))
                    found[table.name] = sorted(map(repr, rows))
    return found


_NOT_OF_THE_TEAM = frozenset({"sessions", "audit_log"})
"""Sessions are their people's, and the log tells of tries too."""


async def everything_of(world: World) -> dict[str, list[str]]:
    """Return every row and file of a team, to compare."""
    found: dict[str, list[str]] = {}
    with as_system("a test compares"):
        async with world.database.transaction(read_only=True) as session:
            for table in tables_of(world.database):
                for column in ("owner_id", "team_id"):
                    if column in table.columns and table.name not in _NOT_OF_THE_TEAM:
                        rows = await session.execute(select(table).where(table.c[column] == world.team_id))
                        found[f"{table.name}.{column}"] = sorted(map(repr, rows))
    root = Path(world.app.state.settings.data_dir) / "files"
    found["files"] = sorted(
        f"{path.relative_to(root)} {path.read_bytes()!r}"
        for path in root.rglob(f"teams/{world.team_id}/**/*")
        if path.is_file()
    )
    return found
