"""Text indexes behind walls: functions of the database that use them and show rows of the scope in force only.

Row-level security lets no condition near an index that might tell of rows it hides, and neither ``@@`` nor ``@>`` is
marked leakproof; only a superuser could mark them. So the look-up runs in functions of ``verbatim_system``, for which
no row is hidden, and they repeat the two rules of the walls themselves. They give keys and scores, never text: the
statement around them reads the rows, behind the walls.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from verbatim_enterprise.adapters.rules import APP_ROLE, INSIDE, SYSTEM_ROLE, VISIBLE
from verbatim_enterprise.host import TextLookups

LOOKUPS: Final = TextLookups(
    segments="verbatim_find_segments",
    titles="verbatim_find_titles",
    title_parts="verbatim_find_title_parts",
    texts={name: f"verbatim_find_{name}" for name in ("documents", "document_passages", "notes")},
)


def _typed(column: str) -> str:
    """Return the expression of the core's text index for rows without words of their own (core migration 0003)."""
    written = column
    for character in "-./<&+~":
        written = f"replace({written}, '{character}', ' ')"
    return f"to_tsvector('simple'::regconfig, {written})"


def _matches(column: str) -> str:
    return f"(search_words @@ query OR (search_words IS NULL AND {_typed(column)} @@ query))"


def _score(column: str) -> str:
    return f"ts_rank(coalesce(search_words, {_typed(column)}), query, 1)"


_SEGMENTS = f"""
    SELECT segments.id, {_score("segments.text")} FROM segments
    WHERE {_matches("segments.text")} AND {VISIBLE} AND {INSIDE}
      AND (of_recording IS NULL OR recording_id = of_recording)
      AND CASE WHEN of_transcript IS NOT NULL THEN transcript_id = of_transcript ELSE coalesce(
        transcript_id = (SELECT r.transcript_id FROM recordings r WHERE r.id = segments.recording_id), false) END
    LIMIT most
"""  # noqa: S608 - constants of this package only
_TITLES = f"""
    SELECT recordings.id::text, {_score("title")} FROM recordings
    WHERE {_matches("title")} AND {VISIBLE} AND {INSIDE}
    LIMIT most
"""  # noqa: S608 - constants of this package only
_TITLE_PARTS = f"""
    SELECT recordings.id::text FROM recordings
    WHERE verbatim_parts(coalesce(title_folded, title) || ' ' || coalesce(file_name_folded, file_name))
      @> verbatim_parts(written) AND {VISIBLE} AND {INSIDE}
"""  # noqa: S608 - constants of this package only


def _text(table: str, key: str) -> str:
    """Return the query of a table whose rows all have words of their own."""
    return f"""
    SELECT {table}.{key}, ts_rank(search_words, query, 1) FROM {table}
    WHERE search_words @@ query AND {VISIBLE} AND {INSIDE}
    LIMIT most
"""  # noqa: S608 - constants of this package only


_FUNCTIONS: Sequence[tuple[str, str, str, str]] = (
    (
        LOOKUPS.segments,
        "query tsquery, of_transcript text, of_recording text, most integer",
        "id bigint, score real",
        _SEGMENTS,
    ),
    (LOOKUPS.titles, "query tsquery, most integer", "id text, score real", _TITLES),
    (LOOKUPS.title_parts, "written text", "id text", _TITLE_PARTS),
    *(
        (
            function,
            "query tsquery, most integer",
            "id bigint, score real" if name == "document_passages" else "id text, score real",
            _text(name, "id" if name == "document_passages" else "id::text"),
        )
        for name, function in LOOKUPS.texts.items()
    ),
)


def _statements(name: str, takes: str, gives: str, query: str) -> Sequence[str]:
    # A plan for what is really looked for: a rare word is found by the index, a common one sooner without it.
    made = (
        f"CREATE FUNCTION {name}({takes}) RETURNS TABLE ({gives}) "
        "LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 "
        "SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan "
        f"AS $$\n#variable_conflict use_column\nBEGIN RETURN QUERY {query}; END\n$$"
    )
    return (
        f"DROP FUNCTION IF EXISTS {name}",
        made,
        f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC",
        f"GRANT EXECUTE ON FUNCTION {name} TO {APP_ROLE}",
        f"COMMENT ON FUNCTION {name} IS '{version_of(takes, gives, query)}'",
    )


def version_of(*parts: str) -> str:
    """Return what a function is known by, so that another wording is another version."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


async def build_lookups(connection: AsyncConnection) -> None:
    """Make the functions that are missing or of another version, in the caller's transaction.

    Raises:
        ProgrammingError: the server's role may not let ``verbatim_system`` make functions.
    """
    standing = await standing_functions(connection)
    missing = [made for made in _FUNCTIONS if (made[0], version_of(*made[1:])) not in standing]
    if missing:
        await make_as_system(connection, [statement for made in missing for statement in _statements(*made)])


async def make_as_system(connection: AsyncConnection, statements: Sequence[str]) -> None:
    """Make functions that belong to ``verbatim_system``, for which no row is hidden.

    Raises:
        ProgrammingError: the server's role may not let it make functions.
    """
    may = f"SELECT has_schema_privilege('{SYSTEM_ROLE}', 'public', 'CREATE')"
    lent = not await connection.scalar(text(may))
    if lent:
        await connection.execute(text(f"GRANT CREATE ON SCHEMA public TO {SYSTEM_ROLE}"))
    await connection.execute(text(f"SET LOCAL ROLE {SYSTEM_ROLE}"))
    for statement in statements:
        await connection.exec_driver_sql(statement)
    await connection.execute(text("RESET ROLE"))
    if lent:
        await connection.execute(text(f"REVOKE CREATE ON SCHEMA public FROM {SYSTEM_ROLE}"))


async def standing_functions(connection: AsyncConnection) -> AbstractSet[tuple[str, str]]:
    """Return the name and the version of each function of ``verbatim_system`` that there is."""
    found = await connection.execute(
        text("""
            SELECT p.proname, obj_description(p.oid, 'pg_proc') FROM pg_proc p
            WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef AND p.proowner = CAST(:owner AS regrole)
        """),
        {"owner": SYSTEM_ROLE},
    )
    return {(name, version) for name, version in found}
