"""The trash of a team: whose it is, and what holds, rules and the end of a team do with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError
from support_content import Content, factory_of, hold, lift, make_content, make_recording
from support_enterprise import Person
from support_retention import left, make_rule, run
from support_teams import Crew, ok, refused
from verbatim.core.trash.models import TrashedItem
from verbatim.trash.upkeep import purge_due
from verbatim_enterprise.host import as_system, content_class, utcnow


@pytest.fixture
def environment() -> Mapping[str, str]:
    return {"VERBATIM_RETENTION_GRACE_DAYS": "0"}


async def trash_of(person: Person) -> set[str]:
    return {item["id"] for item in ok(await person.get("/api/trash"))["items"]}


async def throw_away(person: Person, recording_id: str) -> None:
    ok(await person.delete(f"/api/recordings/{recording_id}"))


async def restore(person: Person, recording_id: str) -> int:
    return (await person.post("/api/trash/restore", json={"ids": [recording_id]})).status_code


async def let_time_pass(app: FastAPI) -> None:
    with as_system("a test lets time pass"):
        async with app.state.database.transaction() as session:
            await session.execute(update(TrashedItem).values(ends_at=utcnow() - timedelta(seconds=1)))


async def delete_by_hand(app: FastAPI, recording_id: str) -> None:
    table = content_class("recordings").__table__
    with as_system("somebody with a shell"):
        async with app.state.database.transaction() as session:
            await session.execute(delete(table).where(table.c.id == recording_id))


async def test_who_threw_it_away_and_who_runs_the_team_see_it_and_nobody_else(app: FastAPI, crew: Crew) -> None:
    recording_id = (await make_content(app, crew)).recording_id
    await throw_away(crew["member"], recording_id)
    assert (
        await trash_of(crew["member"])
        == await trash_of(crew["owner"])
        == await trash_of(crew["chief"])
        == {recording_id}
    )
    assert await trash_of(crew["stranger"]) == set()
    assert (await crew["viewer"].get("/api/trash")).status_code == 403
    for nobody in ("stranger", "viewer"):
        for what in ("restore", "purge"):
            answer = await crew[nobody].post(f"/api/trash/{what}", json={"ids": [recording_id]})
            assert answer.status_code in {403, 404}
    assert await restore(crew["chief"], recording_id) == 200
    await throw_away(crew["owner"], recording_id)
    assert await trash_of(crew["member"]) == set()
    assert await restore(crew["member"], recording_id) == 404
    assert await restore(crew["owner"], recording_id) == 200


async def test_a_private_room_has_a_trash_of_its_own(app: FastAPI, crew: Crew) -> None:
    room = ok(await crew["chief"].post(f"{crew.url}/workspaces", json={"name": "Room", "is_private": True}), 201)["id"]
    made = await make_recording(await factory_of(app, crew.team_id, room))
    await throw_away(crew["chief"], made.recording_id)
    assert await trash_of(crew["chief"]) == {made.recording_id}
    assert await trash_of(crew["owner"]) == set()
    assert await restore(crew["owner"], made.recording_id) == 404
    assert await restore(crew["chief"], made.recording_id) == 200
    assert ok(await crew["chief"].get(f"/api/recordings/{made.recording_id}"))["workspace_id"] == room


async def test_what_is_held_cannot_be_thrown_away(loner: Crew, content: Content) -> None:
    owner, path = loner["owner"], f"/api/recordings/{content.recording_id}"
    for target in ({"recording_id": content.recording_id}, {"project_id": content.project_id}):
        placed = await hold(owner, **target)
        refused(await owner.delete(path), 409, "held")
        refused(await owner.post("/api/recordings/bulk-delete", json={"ids": [content.recording_id]}), 409, "held")
        assert await trash_of(owner) == set()
        assert ok(await owner.get(path))["held"]
        await lift(owner, placed)


async def test_a_hold_on_its_project_keeps_what_lies_in_the_trash(app: FastAPI, loner: Crew, content: Content) -> None:
    owner = loner["owner"]
    await throw_away(owner, content.recording_id)
    placed = await hold(owner, project_id=content.project_id)
    [item] = ok(await owner.get("/api/trash"))["items"]
    assert item["held"]
    refused(await owner.post("/api/trash/purge", json={"ids": [content.recording_id]}), 409, "held")
    assert ok(await owner.delete("/api/trash")) == {
        "message": "0 things deleted for ever. 1 under legal hold stay.",
        "count": 0,
        "left": 1,
    }
    await let_time_pass(app)
    assert await purge_due(app.state.database) == 0
    with pytest.raises(DBAPIError):
        await delete_by_hand(app, content.recording_id)
    assert await restore(owner, content.recording_id) == 200
    assert ok(await owner.get(f"/api/recordings/{content.recording_id}"))["held"]
    await lift(owner, placed)
    await throw_away(owner, content.recording_id)
    await let_time_pass(app)
    assert await purge_due(app.state.database) == 1
    assert await left(app) == set()


async def test_a_rule_of_retention_reaches_into_the_trash_and_deletes_past_it(app: FastAPI, loner: Crew) -> None:
    owner, factory = loner["owner"], await factory_of(app, loner.team_id)
    old = {"created_at": utcnow() - timedelta(days=90)}
    thrown, lying, young = [(await make_recording(factory, **fields)).recording_id for fields in (old, old, {})]
    for one in (thrown, young):
        await throw_away(owner, one)
    await make_rule(loner, 30)
    assert await run(app) == 1
    assert await left(app) == {young}
    assert await trash_of(owner) == {young}
    assert (await restore(owner, thrown), await restore(owner, lying), await restore(owner, young)) == (404, 404, 200)


async def test_moving_a_room_moves_its_trash(app: FastAPI, loner: Crew) -> None:
    owner = loner["owner"]
    default = ok(await owner.get(f"{loner.url}/workspaces"))["items"][0]["id"]
    room = ok(await owner.post(f"{loner.url}/workspaces", json={"name": "Room"}), 201)["id"]
    made = await make_recording(await factory_of(app, loner.team_id, room))
    await throw_away(owner, made.recording_id)
    gone = await owner.request(
        "DELETE", f"{loner.url}/workspaces/{room}", params={"confirm": "Room", "move_to": default}
    )
    assert gone.status_code == 200, gone.text
    assert await restore(owner, made.recording_id) == 200
    assert ok(await owner.get(f"/api/recordings/{made.recording_id}"))["workspace_id"] == default


async def test_a_team_that_ends_takes_its_trash_along(app: FastAPI, loner: Crew, content: Content) -> None:
    await throw_away(loner["owner"], content.recording_id)
    ended = await loner["owner"].delete(loner.url, params={"confirm": "Radio", "delete_content": "true"})
    assert ended.status_code == 200, ended.text
    assert await left(app) == set()


async def test_the_log_tells_all_three(app: FastAPI, loner: Crew, content: Content) -> None:
    owner = loner["owner"]
    await throw_away(owner, content.recording_id)
    await restore(owner, content.recording_id)
    await throw_away(owner, content.recording_id)
    ok(await owner.post("/api/trash/purge", json={"ids": [content.recording_id]}))
    rows = ok(await owner.get("/api/admin/audit", params={"resource_id": content.recording_id}))["items"]
    told = [row["action"] for row in reversed(rows) if row["action"].startswith("recording.")]
    assert [one for one in told if one != "recording.opened"] == [
        "recording.trashed",
        "recording.restored",
        "recording.trashed",
        "recording.deleted",
    ]


async def test_figures_of_the_installation_leave_the_trash_out(loner: Crew, content: Content) -> None:
    await throw_away(loner["owner"], content.recording_id)
    figures = ok(await loner["owner"].get("/api/admin/overview"))["content"]
    assert figures["recordings"] == 0
    await restore(loner["owner"], content.recording_id)
    assert ok(await loner["owner"].get("/api/admin/overview"))["content"]["recordings"] == 1
