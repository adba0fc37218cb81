"""What is under legal hold stays, whoever asks the database: triggers of PostgreSQL.

The sessions' guards (`holds.guard`) refuse first, with a better sentence. These hold where nobody asked them: in
hand-written SQL, in cascades, and when a hold was placed in this very moment. They are checked at each start, so that
a trigger somebody removed is back. Their functions belong to ``verbatim_system``, for which no hold is hidden. On
SQLite the triggers of enterprise migrations 0011, 0017 and 0018 do the same.

Placing a hold locks what it covers (`holds.service`), so that the triggers need no locks but one: who takes a
recording out of a project locks the project against holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from verbatim_enterprise.adapters.lookups import make_as_system, stands, version_of

SIGN: Final = "verbatim_held"
"""What the message begins with; `holds.errors.HeldError` knows it."""

_PROJECTS = "SELECT project_id FROM project_recordings WHERE recording_id = ANY (touched)"
_BY_RECORDING = f"(recording_id = ANY (touched) OR project_id IN ({_PROJECTS}))"
_BY_PROJECT = "project_id = ANY (touched)"


@dataclass(frozen=True)
class Kept:
    """A table with rows that can be held: through which ``key`` of each row ``g``, by which condition on holds.

    ``columns`` may not change either; those in ``as_text`` have a type without equality, those in ``once_heard`` may
    change until there is a transcript.
    """

    key: str
    by: str
    columns: Sequence[str]
    as_text: Sequence[str] = ()
    once_heard: Sequence[str] = ()
    first: str = ""


KEPT: Final[Mapping[str, Kept]] = {
    "recordings": Kept(
        "g.id",
        _BY_RECORDING,
        ("owner_id", "title", "file_name", "file_size", "mime_type", "sha256", "duration_seconds", "created_at"),
        as_text=("metadata",),
        once_heard=("language", "transcript_id"),
    ),
    "transcripts": Kept(
        "g.recording_id",
        _BY_RECORDING,
        ("owner_id", "recording_id", "language", "engine", "model_used", "created_at"),
        as_text=("not_understood",),
    ),
    "speakers": Kept(
        "(SELECT t.recording_id FROM transcripts t WHERE t.id = g.transcript_id)",
        _BY_RECORDING,
        ("owner_id", "transcript_id", "speaker_label", "speaker_name", "color"),
    ),
    "segments": Kept(
        "g.recording_id",
        _BY_RECORDING,
        (
            *("owner_id", "recording_id", "transcript_id", "speaker_id", "segment_index", "start_time", "end_time"),
            *("text", "original_text", "doubt", "folded", "decision"),
        ),
        as_text=("words",),
    ),
    "engine_outputs": Kept(
        "g.recording_id",
        _BY_RECORDING,
        (
            *("owner_id", "recording_id", "job_id", "transcript_id", "engine", "model_used", "error", "content"),
            "created_at",
        ),
    ),
    "projects": Kept("g.id", _BY_PROJECT, ("owner_id", "name", "description"), as_text=("metadata",)),
    "project_recordings": Kept(
        "g.project_id",
        _BY_PROJECT,
        ("owner_id", "project_id", "recording_id"),
        first="PERFORM 1 FROM projects WHERE id = ANY (touched) ORDER BY id FOR KEY SHARE;",
    ),
}

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
    SELECT array_agg(r.id) INTO touched FROM made m
    JOIN recordings r ON r.id = substr(m.storage_key, length(m.storage_key) - 44, 36) AND r.storage_key = m.storage_key;
    IF touched IS NULL THEN RETURN NULL; END IF;
    IF EXISTS (SELECT FROM holds WHERE lifted_at IS NULL AND {by}) THEN {refuse} END IF;
    RETURN NULL;
END $$
"""
"""A stray file is deleted soon. Keys of originals end in ``<36 characters of the id>/original``."""

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
"""A hold is no way round itself: it is lifted, and changes in no other way."""

_OF_HOLDS = ("owner_id", "recording_id", "project_id", "reason", "placed_by_name", "placed_at")

_EVENTS: Final[Mapping[str, str]] = {
    "delete": "AFTER DELETE ON {table} REFERENCING OLD TABLE AS gone",
    "update": "AFTER UPDATE ON {table} REFERENCING OLD TABLE AS gone NEW TABLE AS made",
    "truncate": "BEFORE TRUNCATE ON {table}",
    "insert": "AFTER INSERT ON {table} REFERENCING NEW TABLE AS made",
}


def _bodies() -> Mapping[str, str]:
    """Return what each table's function does."""
    bodies = {table: _rows(table, kept) for table, kept in KEPT.items()}
    bodies["stray_files"] = _FILES.format(by=_BY_RECORDING, refuse=_REFUSE)
    bodies["holds"] = _HOLDS.format(refuse=_REFUSE, mine=_row("m", _OF_HOLDS), theirs=_row("g", _OF_HOLDS))
    return bodies


def _rows(table: str, kept: Kept) -> str:
    keys = ("project_id", "recording_id") if table == "project_recordings" else ("id",)
    columns = (*kept.columns, *(f"{column}::text" for column in kept.as_text))
    return _ROWS.format(
        key=kept.key,
        by=kept.by,
        first=kept.first,
        refuse=_REFUSE,
        same=" AND ".join(f"m.{key} = g.{key}" for key in keys),
        mine=", ".join((_row("m", columns), *_once_heard("m", kept))),
        theirs=", ".join((_row("g", columns), *_once_heard("g", kept))),
    )


def _once_heard(alias: str, kept: Kept) -> list[str]:
    return [f"CASE WHEN g.transcript_id IS NOT NULL THEN {alias}.{column} END" for column in kept.once_heard]


def _row(alias: str, columns: Sequence[str]) -> str:
    return ", ".join(f"{alias}.{column}" for column in columns)


async def build_keepers(connection: AsyncConnection) -> None:
    """Make the functions and triggers that are missing or of another version, in the caller's transaction.

    Does nothing before the table of holds is there.

    Raises:
        ProgrammingError: the server's role may not let ``verbatim_system`` make functions.
    """
    if await connection.scalar(text("SELECT to_regclass('public.holds')")) is None:
        return
    functions = []
    for table, body in _bodies().items():
        name = f"verbatim_keep_{table}"
        if not await stands(connection, name, version_of(body)):
            functions += [_HEAD.format(name=name) + body, f"COMMENT ON FUNCTION {name} IS '{version_of(body)}'"]
    if functions:
        await make_as_system(connection, functions)
    watching = await _watching(connection)
    for table in _bodies():
        for event in ("insert",) if table == "stray_files" else ("delete", "update", "truncate"):
            if (table, f"verbatim_keep_{event}", f"verbatim_keep_{table}") not in watching:
                await connection.exec_driver_sql(
                    f"CREATE OR REPLACE TRIGGER verbatim_keep_{event} {_EVENTS[event].format(table=table)} "
                    f"FOR EACH STATEMENT EXECUTE FUNCTION verbatim_keep_{table}()"
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
