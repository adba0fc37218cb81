"""What is held stays, whichever way somebody tries."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
from conftest_types import MakeApp
from fastapi import FastAPI
from sqlalchemy import Table, select
from sqlalchemy.exc import IntegrityError
from support_content import Content, hold, lift, make_recording
from support_enterprise import Person
from support_teams import Crew, ok, refused
from verbatim_enterprise.holds.errors import HeldError
from verbatim_enterprise.host import Base, Database, as_system, content_class, use_scope

Way = Callable[[Person, Crew, Content], Awaitable[httpx.Response]]

KEPT = ("recordings", "transcripts", "segments", "speakers", "engine_outputs", "projects", "project_recordings")


async def everything(app: FastAPI) -> dict[str, list[Any]]:
    """Return every row that can be held."""
    database: Database = app.state.database
    with as_system("a test compares"):
        async with database.transaction(read_only=True) as session:
            found = {}
            for name in KEPT:
                table = Base.metadata.tables[name]
                assert isinstance(table, Table)
                found[name] = sorted(map(repr, await session.execute(select(table))))
    return found


WAYS: dict[str, Way] = {
    "delete": lambda who, _, it: who.delete(f"/api/recordings/{it.recording_id}"),
    "bulk delete": lambda who, _, it: who.post("/api/recordings/bulk-delete", json={"ids": [it.recording_id]}),
    "project with files": lambda who, _, it: who.delete(
        f"/api/projects/{it.project_id}", params={"delete_files": True}
    ),
    "team": lambda who, crew, _: who.delete(crew.url, params={"confirm": "Radio", "delete_content": True}),
    "rename": lambda who, _, it: who.patch(f"/api/recordings/{it.recording_id}", json={"title": "other"}),
    "metadata": lambda who, _, it: who.patch(f"/api/recordings/{it.recording_id}", json={"metadata": {"a": 1}}),
    "edit": lambda who, _, it: who.patch(
        f"/api/transcripts/{it.made.id}/segments/{it.made.segment_ids[0]}", json={"text": "Bad morning"}
    ),
    "delete segment": lambda who, _, it: who.delete(f"/api/transcripts/{it.made.id}/segments/{it.made.segment_ids[0]}"),
    "delete segments": lambda who, _, it: who.post(
        f"/api/transcripts/{it.made.id}/segments/bulk-delete", json={"segment_ids": list(it.made.segment_ids)}
    ),
    "drop what is doubtful": lambda who, _, it: who.post(
        f"/api/transcripts/{it.made.id}/segments/decide",
        json={"segment_ids": list(it.made.segment_ids), "decision": "drop"},
    ),
    "listen again": lambda who, _, it: who.post(
        f"/api/transcripts/{it.made.id}/stretches", json={"start_time": 30, "end_time": 33}
    ),
    "rename speaker": lambda who, _, it: who.patch(
        f"/api/speakers/{it.made.speaker_ids[0]}", json={"speaker_name": "Eve"}
    ),
    "colour speaker": lambda who, _, it: who.patch(
        f"/api/speakers/{it.made.speaker_ids[0]}", json={"color": "#123456"}
    ),
    "transcribe again": lambda who, _, it: who.post(f"/api/recordings/{it.recording_id}/transcribe"),
    "transcribe as another language": lambda who, _, it: who.post(
        f"/api/recordings/{it.recording_id}/transcribe", params={"language": "en"}
    ),
    "merge speakers": lambda who, _, it: who.post(
        f"/api/speakers/{it.made.speaker_ids[0]}/merge", json={"target_speaker_id": it.made.speaker_ids[1]}
    ),
    "reassign": lambda who, _, it: who.post(
        "/api/speakers/reassign-segment",
        json={"transcript_id": it.made.id, "segment_id": it.made.segment_ids[0], "speaker_name": "B"},
    ),
}
OF_PROJECT: dict[str, Way] = {
    "delete project": lambda who, _, it: who.delete(f"/api/projects/{it.project_id}"),
    "rename project": lambda who, _, it: who.patch(f"/api/projects/{it.project_id}", json={"name": "other"}),
    "take out": lambda who, _, it: who.delete(f"/api/projects/{it.project_id}/recordings/{it.recording_id}"),
    "take out of all": lambda who, _, it: who.post(
        "/api/recordings/bulk-assign", json={"ids": [it.recording_id], "project_id": None}
    ),
}


@pytest.mark.parametrize("target", ["recording_id", "project_id"])
async def test_no_route_gets_round_a_hold_and_all_work_once_it_is_lifted(
    app: FastAPI, loner: Crew, content: Content, target: str
) -> None:
    owner = loner["owner"]
    placed = await hold(owner, **{target: getattr(content, target)})
    ways = WAYS if target == "recording_id" else WAYS | OF_PROJECT
    before = await everything(app)
    for name, way in ways.items():
        body = refused(await way(owner, loner, content), 409, "held")
        assert "ada" in body["detail"], name
        assert body["hold_id"] == placed, name
        assert await everything(app) == before, name
    await lift(owner, placed)
    ok(await OF_PROJECT["take out"](owner, loner, content))
    ok(await WAYS["edit"](owner, loner, content))
    ok(await WAYS["team"](owner, loner, content))
    assert not any((await everything(app)).values())


async def test_a_workspace_does_not_take_a_recording_out_of_a_held_project(loner: Crew, content: Content) -> None:
    owner = loner["owner"]
    room = ok(await owner.post(f"{loner.url}/workspaces", json={"name": "Room"}), 201)["id"]
    placed = await hold(owner, project_id=content.project_id)
    body = {"ids": [content.recording_id], "workspace_id": room}
    refused(await owner.post("/api/recordings/move", json=body), 409, "held")
    # Together with its project it may go, and is held there.
    ok(await owner.post(f"/api/projects/{content.project_id}/move", json={"workspace_id": room}))
    refused(await owner.delete(f"/api/recordings/{content.recording_id}"), 409, "held")
    default = next(one for one in ok(await owner.get(f"{loner.url}/workspaces"))["items"] if one["is_default"])["id"]
    ok(await owner.delete(f"{loner.url}/workspaces/{room}", params={"move_to": default, "confirm": "Room"}))
    refused(await owner.delete(f"/api/recordings/{content.recording_id}"), 409, "held")
    await lift(owner, placed)
    ok(await owner.delete(f"/api/recordings/{content.recording_id}"))


async def test_what_is_put_into_a_held_project_is_held(loner: Crew, content: Content) -> None:
    owner = loner["owner"]
    late = await content.factory.recording()
    await hold(owner, project_id=content.project_id)
    ok(await owner.post(f"/api/projects/{content.project_id}/recordings/{late}"))
    refused(await owner.delete(f"/api/recordings/{late}"), 409, "held")


async def test_what_is_beside_a_held_project_can_still_be_changed(loner: Crew, content: Content) -> None:
    """A hold freezes what it names and nothing more."""
    owner, (beside, inside) = loner["owner"], [await make_recording(content.factory) for _ in range(2)]
    other = await content.factory.project("Another", [inside.recording_id])
    await hold(owner, project_id=content.project_id)
    for made in (beside, inside):
        address = f"/api/transcripts/{made.id}/segments/{made.segment_ids[0]}"
        ok(await owner.patch(f"/api/recordings/{made.recording_id}", json={"title": "Another title"}))
        assert ok(await owner.patch(address, json={"text": "Good evening"}))["text"] == "Good evening"
        ok(await owner.patch(f"/api/speakers/{made.speaker_ids[0]}", json={"speaker_name": "Eve"}))
        ok(await owner.delete(f"/api/recordings/{made.recording_id}"))
    ok(await owner.patch(f"/api/projects/{other}", json={"name": "Renamed"}))
    refused(await owner.patch(f"/api/recordings/{content.recording_id}", json={"title": "other"}), 409, "held")


async def test_a_project_may_go_from_around_a_held_recording(loner: Crew, content: Content) -> None:
    owner = loner["owner"]
    await hold(owner, recording_id=content.recording_id)
    ok(await owner.delete(f"/api/projects/{content.project_id}"))
    assert ok(await owner.get(f"/api/recordings/{content.recording_id}"))["id"] == content.recording_id


async def test_several_holds_are_lifted_one_by_one(loner: Crew, content: Content) -> None:
    owner = loner["owner"]
    first = await hold(owner, recording_id=content.recording_id)
    second = await hold(owner, project_id=content.project_id)
    await lift(owner, first)
    refused(await owner.delete(f"/api/recordings/{content.recording_id}"), 409, "held")
    await lift(owner, second)
    ok(await owner.delete(f"/api/recordings/{content.recording_id}"))


SQL = (
    "DELETE FROM recordings",
    "DELETE FROM transcripts",
    "DELETE FROM segments",
    "DELETE FROM speakers",
    "DELETE FROM engine_outputs",
    "UPDATE engine_outputs SET error = 'nothing'",
    "UPDATE segments SET doubt = NULL",
    "UPDATE segments SET decision = 'drop'",
    "UPDATE transcripts SET not_understood = NULL",
    "DELETE FROM holds",
    "UPDATE segments SET text = 'nothing'",
    "UPDATE segments SET words = NULL",
    "UPDATE segments SET recording_id = 'another'",
    "UPDATE speakers SET speaker_name = 'Eve'",
    "UPDATE speakers SET color = '#123456'",
    "UPDATE transcripts SET language = 'de'",
    "UPDATE recordings SET language = 'fi'",
    "UPDATE recordings SET transcript_id = NULL",
    "UPDATE recordings SET title = 'nothing'",
    "UPDATE recordings SET metadata = '{\"a\": 1}'",
    "UPDATE holds SET recording_id = 'another'",
    "UPDATE holds SET reason = 'nothing'",
    (
        "INSERT INTO stray_files (id, storage_location, storage_key, created_at) "
        "SELECT 'stray', storage_location, storage_key, created_at FROM recordings"
    ),
)
SQL_OF_PROJECT = (
    *(statement for statement in SQL if "holds SET recording_id" not in statement),
    "DELETE FROM projects",
    "DELETE FROM project_recordings",
    "UPDATE projects SET description = 'nothing'",
    "UPDATE project_recordings SET project_id = (SELECT id FROM projects WHERE name = 'Another')",
)


@pytest.mark.parametrize(
    ("target", "statements"), [("recording_id", SQL), ("project_id", SQL_OF_PROJECT)], ids=["recording", "project"]
)
@pytest.mark.parametrize("as_owner", [True, False], ids=["in-the-team", "as-the-server"])
async def test_hand_written_sql_is_refused_by_the_database_itself(
    app: FastAPI, loner: Crew, content: Content, target: str, statements: tuple[str, ...], *, as_owner: bool
) -> None:
    await content.factory.project("Another")
    placed = await hold(loner["owner"], **{target: getattr(content, target)})
    before, database = await everything(app), app.state.database
    for statement in statements:
        scope = use_scope(content.factory.scope) if as_owner else as_system("a test")
        with scope, pytest.raises(IntegrityError, match="verbatim_held"):
            await _run(database, statement)
        assert await everything(app) == before, statement
    await lift(loner["owner"], placed)
    with as_system("a test"):
        await _run(database, "UPDATE segments SET text = 'free'")
        with pytest.raises(IntegrityError, match="verbatim_held"):
            await _run(database, "UPDATE holds SET lifted_at = NULL, lift_reason = NULL")


async def _run(database: Database, statement: str) -> None:
    async with database.transaction() as session:
        connection = await session.connection()
        await connection.exec_driver_sql(statement)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_not_even_a_superuser_past_all_walls_deletes_what_is_held(
    app: FastAPI, loner: Crew, content: Content
) -> None:
    await hold(loner["owner"], recording_id=content.recording_id)
    database: Database = app.state.database
    for statement in (*SQL, "TRUNCATE recordings CASCADE", "TRUNCATE holds"):
        with pytest.raises(IntegrityError, match="verbatim_held"):
            async with database.engine.begin() as connection:
                await connection.exec_driver_sql(statement)
    async with database.engine.begin() as connection:  # what is not the content may change
        await connection.exec_driver_sql("UPDATE recordings SET status = 'completed', updated_at = created_at")


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_trigger_that_somebody_took_away_is_back_after_the_next_start(
    app: FastAPI, make_app: MakeApp, loner: Crew, content: Content
) -> None:
    await hold(loner["owner"], recording_id=content.recording_id)
    database: Database = app.state.database
    async with database.engine.begin() as connection:
        await connection.exec_driver_sql("DROP TRIGGER verbatim_keep_delete ON segments")
        await connection.exec_driver_sql("ALTER TABLE speakers DISABLE TRIGGER verbatim_keep_update")
        await connection.exec_driver_sql("DROP FUNCTION verbatim_keep_transcripts CASCADE")
    another = make_app()
    async with another.router.lifespan_context(another):
        pass
    for statement in SQL:
        with pytest.raises(IntegrityError, match="verbatim_held"):
            async with database.engine.begin() as connection:
                await connection.exec_driver_sql(statement)


async def test_rows_deleted_in_a_session_are_refused_with_a_name(app: FastAPI, loner: Crew, content: Content) -> None:
    await hold(loner["owner"], recording_id=content.recording_id)
    database: Database = app.state.database
    for name in ("recordings", "transcripts", "segments", "speakers"):
        model = content_class(name)
        with use_scope(content.factory.scope), pytest.raises(HeldError, match="ada"):
            async with database.transaction() as session:
                await session.delete((await session.scalars(select(model))).first())
