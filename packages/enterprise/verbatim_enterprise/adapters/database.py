"""PostgreSQL with walls: row-level security repeats the scope of each transaction inside the database.

Every transaction begins with a statement, sent along with its BEGIN, that leaves the login role for one of two roles
without any rights of their own. ``verbatim_app`` sees the rows of the owners in ``verbatim.scope`` and may write those
of ``verbatim.owner``, of both only those in ``verbatim.workspaces``; ``verbatim_system`` is the server's own work
across owners. A statement that forgot its filter, a hand-written one, even a login role that is a superuser: all are
walled in, because the role in force is neither the tables' owner nor a superuser, and row-level security is forced.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Final

from sqlalchemy import Connection, event, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from verbatim_enterprise.adapters.keeping import keep
from verbatim_enterprise.adapters.lookups import LOOKUPS, build_lookups
from verbatim_enterprise.adapters.queue.walls import POLICY as TICKET_POLICY
from verbatim_enterprise.adapters.queue.walls import TABLES as TICKET_TABLES
from verbatim_enterprise.adapters.queue.walls import ticket_walls
from verbatim_enterprise.adapters.rights import MAY_TAKE, rights_stand
from verbatim_enterprise.adapters.rules import APP_ROLE, EVERYWHERE, INSIDE, SYSTEM_ROLE, VISIBLE, WRITABLE
from verbatim_enterprise.adapters.standing import QUESTION, Standing
from verbatim_enterprise.host import (
    CorePostgresqlAdapter,
    DatabaseError,
    Placed,
    PostgresqlReader,
    Reader,
    Scope,
    Settings,
    Unscoped,
    current_scope,
    owned_classes,
)

OWNER_POLICY: Final = "verbatim_owner"
PLACE_POLICY: Final = "verbatim_place"
"""For rows that also lie in a workspace. Another name for another rule: what stands is known by its names."""

SETTINGS: Final = ("role", "verbatim.scope", "verbatim.owner", "verbatim.workspaces")

MAKE_ROLE = """
DO $$ BEGIN
    CREATE ROLE {role} NOLOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$
"""

MAY_TAKE_ROLE = f"SELECT pg_has_role(current_user, :role, {MAY_TAKE})"

ROLES_MISSING = (
    "The database role of this server may not make the roles that keep teams apart. Have a superuser run once: "
    f"CREATE ROLE {APP_ROLE} NOLOGIN; CREATE ROLE {SYSTEM_ROLE} NOLOGIN; "
    f"GRANT {APP_ROLE}, {SYSTEM_ROLE} TO <the server's role>;"
)

LOOKUPS_MISSING = (
    "The database role of this server may not make the functions that search within a team. "
    "Have a superuser run once: "
    f"GRANT CREATE ON SCHEMA public TO {SYSTEM_ROLE};"
)


class UnscopedServerError(RuntimeError):
    """A single-user scope was used on a server of teams."""


class PostgresqlAdapter(CorePostgresqlAdapter):
    """The core's adapter, with the scope of each transaction repeated inside the database."""

    lookups = LOOKUPS

    def create_watcher(self, settings: Settings) -> AsyncEngine:
        engine = super().create_watcher(settings)

        @event.listens_for(engine.sync_engine, "connect")
        def see_everything(connection: Any, _: object) -> None:
            cursor = connection.cursor()
            cursor.execute(f"SET ROLE {SYSTEM_ROLE}")
            cursor.close()
            connection.commit()

        return engine

    async def after_migrations(self, connection: AsyncConnection) -> None:
        await build_walls(connection)

    def enter_scope(self, connection: Connection) -> Standing | None:
        scope = current_scope()
        reads = connection.get_execution_options().get("read_only", False)
        asks = isinstance(scope, Scope) and scope.write and not reads
        return Standing.told(self.begin_with(connection, self.beginning(), QUESTION if asks else ""))

    def create_reader(self, engine: AsyncEngine) -> Reader | None:
        return PostgresqlReader(engine, self.beginning)

    def beginning(self) -> str:
        scope = current_scope()
        if isinstance(scope, Unscoped):
            raise UnscopedServerError
        if isinstance(scope, Scope):
            places = EVERYWHERE if scope.places is None else ",".join(sorted(scope.places))
            values = (APP_ROLE, ",".join(sorted(scope.read)), scope.write or "", places)
        else:
            values = (SYSTEM_ROLE, "", "", "")
        return f"SELECT {', '.join(map(_set, SETTINGS, values))}"


def _set(name: str, value: str) -> str:
    """Return what gives a setting a value until the transaction ends. Without parameters, so that it can travel with
    the BEGIN: the value is quoted, whatever is in it and however the server reads backslashes.
    """
    if "\0" in value:
        raise ValueError("A scope cannot name what holds a zero byte.")
    quoted = value.replace("\\", "\\\\").replace("'", "''")
    return f"set_config('{name}', E'{quoted}', true)"


async def build_walls(connection: AsyncConnection) -> list[str]:
    """Give every table whose rows belong to somebody its policies. Does nothing where they stand already.

    Returns the tables that were walled in now. Runs in the caller's transaction, under the migration lock.

    Raises:
        DatabaseError: the server's role lacks the right to make the two roles, or their functions.
    """
    if not await rights_stand(connection):
        await _make_roles(connection)
        await keep(connection)
    placed = {cls.__table__.name for cls in owned_classes(Placed)}  # type: ignore[attr-defined] # mapped classes
    owned = {cls.__table__.name for cls in owned_classes()} - placed  # type: ignore[attr-defined] # mapped classes
    missing: list[str] = []
    standing = await _standing_walls(connection)
    for tables, policy in ((owned, OWNER_POLICY), (placed, PLACE_POLICY)):
        # A plugin may be imported that is not loaded here, and has no tables.
        found = [table for table in sorted(tables & standing.keys()) if standing[table] != {policy, "verbatim_system"}]
        for table in found:
            for statement in _walls(table, policy):
                await connection.execute(text(statement))
        missing += found
    for table in TICKET_TABLES:
        if standing.get(table) != {TICKET_POLICY, "verbatim_system"}:
            for statement in ticket_walls(table):
                await connection.execute(text(statement))
            missing.append(table)
    try:
        await build_lookups(connection)
    except ProgrammingError as error:
        raise DatabaseError(LOOKUPS_MISSING) from error
    return sorted(missing)


async def _make_roles(connection: AsyncConnection) -> None:
    try:
        for role in (APP_ROLE, SYSTEM_ROLE):
            known = await connection.scalar(text("SELECT 1 FROM pg_roles WHERE rolname = :role"), {"role": role})
            if known is None:
                await connection.execute(text(MAKE_ROLE.format(role=role)))
            member = await connection.scalar(text(MAY_TAKE_ROLE), {"role": role})
            if not member:
                await connection.execute(text(f"GRANT {role} TO current_user"))
            for statement in _grants(role):
                await connection.execute(text(statement))
    except ProgrammingError as error:
        raise DatabaseError(ROLES_MISSING) from error


def _grants(role: str) -> Sequence[str]:
    return (
        f"GRANT USAGE ON SCHEMA public TO {role}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
    )


async def _standing_walls(connection: AsyncConnection) -> Mapping[str, AbstractSet[str]]:
    """Return the names of the policies of each table there is, none where they are not in force for everybody."""
    rows = await connection.execute(
        text("""
            SELECT c.relname, CASE WHEN c.relrowsecurity AND c.relforcerowsecurity THEN
                ARRAY(SELECT p.polname::text FROM pg_policy p WHERE p.polrelid = c.oid) ELSE '{}' END
            FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        """)
    )
    return {table: frozenset(policies) for table, policies in rows}


def _walls(table: str, policy: str) -> Sequence[str]:
    also = f" AND {INSIDE}" if policy == PLACE_POLICY else ""
    return (
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS {OWNER_POLICY} ON {table}",
        f"DROP POLICY IF EXISTS {PLACE_POLICY} ON {table}",
        f"DROP POLICY IF EXISTS verbatim_system ON {table}",
        f"CREATE POLICY {policy} ON {table} TO {APP_ROLE} USING ({VISIBLE}{also}) WITH CHECK ({WRITABLE}{also})",
        f"CREATE POLICY verbatim_system ON {table} TO {SYSTEM_ROLE} USING (true) WITH CHECK (true)",
    )
