"""Search behind the walls: found by the text indexes, and in the scope in force only, without any other filter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from verbatim.core.pagination import Page
from verbatim.search.everything import Wanted, search_all
from verbatim.search.query import parse_query
from verbatim_enterprise.host import Database, Scope, as_system, use_scope, utcnow
from verbatim_enterprise.teams.models import Team, Workspace

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

NORTH, SOUTH = "north-team", "south-team"
OPEN, COURT, FIELD = "open-place", "court-place", "field-place"

FILL = (
    """INSERT INTO recordings (id, owner_id, workspace_id, title, file_name, file_size, mime_type, sha256,
        storage_location, storage_key, duration_seconds, media, metadata, status, transcript_id, created_at, updated_at)
    VALUES ('r' || :key, :owner, :place, 'Harvest ' || :key, 'f.wav', 5, 'audio/wav', 's', 'local', 'k' || :key, 1,
        '{}', '{}', 'completed', NULL, now(), now())""",
    """INSERT INTO transcripts (id, owner_id, workspace_id, recording_id, language, engine, engine_reason,
        word_count, segment_count, created_at, updated_at)
    VALUES ('t' || :key, :owner, :place, 'r' || :key, 'en', 'e', '', 1, 300, now(), now())""",
    "UPDATE recordings SET transcript_id = 't' || :key WHERE id = 'r' || :key",
    """INSERT INTO segments (owner_id, workspace_id, transcript_id, recording_id, segment_index, start_time, end_time,
        text, words, version, created_at, updated_at)
    SELECT :owner, :place, 't' || :key, 'r' || :key, n, n, n + 1,
        CASE WHEN n = 7 THEN 'a pomegranate for ' || :key ELSE 'plain words ' || n END, '[]', 1, now(), now()
    FROM generate_series(1, 300) n""",
)
"""One recording with a transcript in which segment 7 alone says something rare."""


@pytest.fixture
async def database(app: FastAPI) -> Database:
    made: Database = app.state.database
    with as_system("test"):
        async with made.transaction() as session:
            for owner in (NORTH, SOUTH):
                session.add(Team(id=owner, name=owner))
            await session.flush()
            for place, owner in ((OPEN, NORTH), (COURT, NORTH), (FIELD, SOUTH)):
                session.add(Workspace(id=place, team_id=owner, name=place, name_key=place, is_private=place == COURT))
            await session.flush()
            for key, owner, place in (("n1", NORTH, OPEN), ("n2", NORTH, COURT), ("s1", SOUTH, FIELD)):
                for statement in FILL:
                    await session.execute(text(statement), {"key": key, "owner": owner, "place": place})
    return made


async def found(database: Database, call: str, owner: str, places: Sequence[str] | None = None) -> list[object]:
    seen = None if places is None else frozenset(places)
    with use_scope(Scope(frozenset({owner}), owner, workspaces=seen)):
        async with database.transaction(read_only=True) as session:
            raw = (await (await session.connection()).get_raw_connection()).driver_connection
            assert raw is not None
            return [row[0] for row in await raw.fetch(f"SELECT * FROM {call}")]  # noqa: S608 - the test's own text


RARE = "verbatim_find_segments(to_tsquery('simple', 'pomegranate'), {of}, 100)"
TITLES = "verbatim_find_titles(to_tsquery('simple', 'harvest'), 100)"
PARTS = "verbatim_find_title_parts('arves')"


async def test_a_look_up_tells_of_the_teams_own_rows_only(database: Database) -> None:
    everywhere = RARE.format(of="NULL, NULL")
    assert len(await found(database, everywhere, NORTH)) == 2
    assert len(await found(database, everywhere, SOUTH)) == 1
    assert len(await found(database, everywhere, "nobody")) == 0
    for titles in (TITLES, PARTS):
        assert sorted(map(str, await found(database, titles, NORTH))) == ["rn1", "rn2"]
        assert await found(database, titles, SOUTH) == ["rs1"]


async def test_a_look_up_keeps_to_the_workspaces_of_the_scope(database: Database) -> None:
    assert len(await found(database, RARE.format(of="NULL, NULL"), NORTH, [OPEN])) == 1
    assert await found(database, TITLES, NORTH, [COURT]) == ["rn2"]
    assert await found(database, PARTS, NORTH, []) == []


async def test_a_foreign_transcript_or_recording_named_outright_gives_nothing(database: Database) -> None:
    assert len(await found(database, RARE.format(of="'ts1', NULL"), SOUTH)) == 1
    assert await found(database, RARE.format(of="'ts1', NULL"), NORTH) == []
    assert await found(database, RARE.format(of="NULL, 'rs1'"), NORTH) == []


async def test_only_the_two_roles_in_force_may_look_up(database: Database) -> None:
    async with database.engine.connect() as connection:
        rows = await connection.execute(
            text("""
                SELECT proname, pg_get_userbyid(proowner), prosecdef, has_function_privilege('public', oid, 'EXECUTE')
                FROM pg_proc WHERE proname LIKE 'verbatim\\_find\\_%' ORDER BY 1
            """)
        )
        found = {row[0]: tuple(row[1:]) for row in rows}
        assert {"verbatim_find_segments", "verbatim_find_title_parts", "verbatim_find_titles"} <= found.keys()
        assert set(found.values()) == {("verbatim_system", True, False)}
        lent = await connection.scalar(text("SELECT has_schema_privilege('verbatim_system', 'public', 'CREATE')"))
        assert lent is False


async def test_a_search_on_a_walled_database_uses_its_text_indexes(database: Database) -> None:
    """What a plain statement may not do here, however much faster it would be."""
    others = FILL[0].replace("'Harvest ' || :key", "'Sowing ' || n").replace("'r' || :key", "'o' || n")
    others = others.replace("VALUES (", "SELECT ").replace(
        "now(), now())", "now(), now() FROM generate_series(1, 500) n"
    )
    with as_system("test"):
        async with database.transaction() as session:
            await session.execute(text(others), {"key": "o", "owner": NORTH, "place": OPEN})
    async with database.engine.begin() as connection:
        await connection.exec_driver_sql("ANALYZE recordings, segments")
        for name in ("segments", "titles", "title_parts"):
            alter = await connection.scalar(
                text("SELECT oid::regprocedure::text FROM pg_proc WHERE proname = :name"),
                {"name": f"verbatim_find_{name}"},
            )
            # Reading these few rows would be quicker; the plan must be possible at all.
            await connection.exec_driver_sql(f"ALTER FUNCTION {alter} SET enable_seqscan = off")
    for call in (RARE.format(of="NULL, NULL"), TITLES, PARTS):
        assert await found(database, call, NORTH)
    scans = "SELECT indexrelname, idx_scan > 0 FROM pg_stat_user_indexes WHERE indexrelname = ANY (:names) ORDER BY 1"
    names = ["ix_recordings_title_parts", "ix_recordings_title_text", "ix_segments_text"]
    await database.engine.dispose()  # a session tells what it has read at its end
    async with database.engine.connect() as connection:
        rows = await connection.execute(text(scans), {"names": names})
        assert [tuple(row) for row in rows] == [(name, True) for name in names]


async def test_what_passes_a_filter_is_found_behind_hundreds_of_others(database: Database) -> None:
    with as_system("test"):
        async with database.transaction() as session:
            for statement in FILL:
                await session.execute(text(statement), {"key": "n3", "owner": NORTH, "place": OPEN})
            await session.execute(text("UPDATE recordings SET created_at = now() + interval '1 day' WHERE id = 'rn3'"))
    with use_scope(Scope(frozenset({NORTH}), NORTH)):
        async with database.transaction(read_only=True) as session:
            late = Wanted(kinds=frozenset({"segment"}), date_from=utcnow() + timedelta(hours=1))
            results, total, capped = await search_all(session, parse_query("plain"), late, Page(page=1, page_size=20))
    assert {one.recording_id for one in results} == {"rn3"}
    assert (total, capped) == (299, False)
