"""Triggers of PostgreSQL that keep what is held; `adapters.keepers_sqlite` are those of SQLite.

Their functions belong to ``verbatim_system``, for which no hold is hidden.

Placing a hold locks what it covers (`holds.service`), so that the triggers need no locks but one: who takes a
recording out of a project locks the project against holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from verbatim_enterprise.adapters.kept import OF_HOLDS, SIGN, Held, KeptByHolds, KeptFile, KeptTable
from verbatim_enterprise.adapters.lookups import make_as_system, standing_functions, version_of

_HEAD = (
    "CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
    "SET search_path = pg_catalog, public, pg_temp AS $$\n"
)
_REFUSE = f"RAISE EXCEPTION '{SIGN}: % is under legal hold', TG_TABLE_NAME USING ERRCODE = '23001';"

_ROWS = """
DECLARE touched text[];
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        IF EXISTS (SELECT FROM holds WHERE lifted_at IS NULL) THEN {refuse} END IF;
        RETURN NULL;
    ELSIF TG_OP = 'DELETE' THEN
        SELECT array_agg(DISTINCT {key}::text) INTO touched FROM gone g;
    ELSE
        SELECT array_agg(DISTINCT {key}::text) INTO touched FROM gone g
        WHERE NOT EXISTS (SELECT FROM made m WHERE {same} AND ROW({mine}) IS NOT DISTINCT FROM ROW({theirs}));
    END IF;
    IF touched IS NULL THEN RETURN NULL; END IF;
    {first}
    IF EXISTS (SELECT FROM holds WHERE lifted_at IS NULL AND {by}) THEN {refuse} END IF;
    RETURN NULL;
END $$
"""

_FILES = """
DECLARE touched text[];
BEGIN
    {checks}
    RETURN NULL;
END $$
"""
_FILE = """SELECT array_agg(r.id) INTO touched FROM made m
    JOIN {table} r ON r.id = {key} AND r.{column} = m.{column} AND r.{place} = m.{place};
    IF touched IS NOT NULL AND EXISTS (SELECT FROM holds WHERE lifted_at IS NULL AND {by}) THEN {refuse} END IF;"""

_HOLDS = """
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        IF EXISTS (SELECT FROM holds WHERE lifted_at IS NULL) THEN {refuse} END IF;
    ELSIF TG_OP = 'DELETE' THEN
        IF EXISTS (SELECT FROM gone WHERE lifted_at IS NULL) THEN {refuse} END IF;
    ELSIF EXISTS (
        SELECT FROM gone g WHERE NOT EXISTS (
            SELECT FROM made m
            WHERE m.id = g.id AND (g.lifted_at IS NULL OR m.lifted_at IS NOT DISTINCT FROM g.lifted_at)
              AND ROW({mine}) IS NOT DISTINCT FROM ROW({theirs})
        )
    ) THEN {refuse} END IF;
    RETURN NULL;
END $$
"""
_EVENTS: Final[Mapping[str, str]] = {
    "delete": "AFTER DELETE ON {table} REFERENCING OLD TABLE AS gone",
    "update": "AFTER UPDATE ON {table} REFERENCING OLD TABLE AS gone NEW TABLE AS made",
    "truncate": "BEFORE TRUNCATE ON {table}",
    "insert": "AFTER INSERT ON {table} REFERENCING NEW TABLE AS made",
}


_CHANGES: Final = ("delete", "update", "truncate")
_ADDITIONS: Final = ("insert",)


def functions_of(kept: KeptByHolds) -> Mapping[str, tuple[str, Sequence[str], str]]:
    """Return what each function is: by its name, the table whose triggers call it, how they do, and what it does."""
    found: dict[str, tuple[str, Sequence[str], str]]
    found = {f"verbatim_keep_{one.table}": (one.table, _CHANGES, _rows(one)) for one in kept.tables}
    for given_up in {file.given_up for file in kept.files}:
        checks = "\n    ".join(_file(file) for file in kept.files if file.given_up == given_up)
        found[f"verbatim_keep_{given_up}"] = (given_up, _ADDITIONS, _FILES.format(checks=checks))
    body = _HOLDS.format(refuse=_REFUSE, mine=_row("m", OF_HOLDS), theirs=_row("g", OF_HOLDS))
    return {**found, "verbatim_keep_holds": ("holds", _CHANGES, body)}


def _file(kept: KeptFile) -> str:
    key, by = kept.id_in("m"), _by(kept.held)
    return _FILE.format(table=kept.table, column=kept.column, place=kept.place, key=key, by=by, refuse=_REFUSE)


def _by(held: Held) -> str:
    """Return the condition of holds on what was touched."""
    found = [f"{held.target} = ANY (touched)"]
    found += [
        f"{link.target} IN (SELECT {link.into} FROM {link.table} WHERE {link.of} = ANY (touched))"  # noqa: S608 - names only
        for link in held.links
    ]
    return f"({' OR '.join(found)})"


def _rows(kept: KeptTable) -> str:
    columns = (*kept.columns, *(f"{column}::text" for column in kept.as_text))
    lock = f"PERFORM 1 FROM {kept.locked_first} WHERE id = ANY (touched) ORDER BY id FOR KEY SHARE;"
    return _ROWS.format(
        key=kept.key("g"),
        by=_by(kept.held),
        first=lock if kept.locked_first else "",
        refuse=_REFUSE,
        same=" AND ".join(f"m.{key} = g.{key}" for key in kept.keys),
        mine=", ".join((_row("m", columns), *_once("m", kept))),
        theirs=", ".join((_row("g", columns), *_once("g", kept))),
    )


def _once(alias: str, kept: KeptTable) -> list[str]:
    return [f"CASE WHEN g.{kept.since} IS NOT NULL THEN {alias}.{column} END" for column in kept.once]


def _row(alias: str, columns: Sequence[str]) -> str:
    return ", ".join(f"{alias}.{column}" for column in columns)


async def build_keepers(connection: AsyncConnection, kept: KeptByHolds) -> None:
    """Make the functions and triggers that are missing or of another version, in the caller's transaction.

    Raises:
        ProgrammingError: the server's role may not let ``verbatim_system`` make functions.
    """
    wanted, functions = functions_of(kept), []
    standing = await standing_functions(connection)
    for name, (_, _, body) in wanted.items():
        if (name, version_of(body)) not in standing:
            functions += [_HEAD.format(name=name) + body, f"COMMENT ON FUNCTION {name} IS '{version_of(body)}'"]
    if functions:
        await make_as_system(connection, functions)
    watching = await _watching(connection)
    for name, (table, events, _) in wanted.items():
        for event in events:
            if (table, f"verbatim_keep_{event}", name) not in watching:
                await connection.exec_driver_sql(
                    f"CREATE OR REPLACE TRIGGER verbatim_keep_{event} {_EVENTS[event].format(table=table)} "
                    f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
                )


async def _watching(connection: AsyncConnection) -> set[tuple[str, str, str]]:
    """Return the triggers of this kind that work: table, name and function of each."""
    found = await connection.execute(
        text(r"""
            SELECT c.relname, t.tgname, p.proname FROM pg_trigger t
            JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_class c ON c.oid = t.tgrelid
            WHERE c.relnamespace = 'public'::regnamespace AND t.tgname LIKE 'verbatim\_keep\_%'
              AND t.tgenabled IN ('O', 'A')
        """)
    )
    return {(table, name, function) for table, name, function in found}
