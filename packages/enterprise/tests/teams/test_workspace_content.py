"""What lies in which workspace, who sees it there, and how it gets to another."""

from __future__ import annotations

import asyncio

import pytest
from fastapi import FastAPI
from sqlalchemy import Table, select
from support_enterprise import Person
from support_matrix.comparing import everything_in, tables_of
from support_matrix.worlds import World, add_content, make_world
from support_stream import follow_events
from support_teams import Crew, Json, ok, refused
from verbatim_enterprise.host import as_system

SOON = 5.0


async def _room(owner: Person, crew: Crew, name: str, *, private: bool = True) -> str:
    made = ok(await owner.post(f"{crew.url}/workspaces", json={"name": name, "is_private": private}), 201)
    room: str = made["id"]
    return room


async def _default(crew: Crew) -> str:
    listed = ok(await crew["owner"].get(f"{crew.url}/workspaces"))["items"]
    found: str = next(item["id"] for item in listed if item["is_default"])
    return found


async def _project(person: Person, name: str, **headers: str) -> Json:
    return ok(await person.post("/api/projects", json={"name": name}, headers=headers), 201)


async def _projects(person: Person, workspace_id: str | None = None, **headers: str) -> list[str]:
    params = {} if workspace_id is None else {"workspace_id": workspace_id}
    body = ok(await person.get("/api/projects", params=params, headers=headers))
    assert body["total"] == len(body["items"])
    return sorted(item["name"] for item in body["items"])


async def test_new_things_lie_in_the_default_workspace_or_the_chosen_one(crew: Crew) -> None:
    owner, default = crew["owner"], await _default(crew)
    room = await _room(owner, crew, "Board")
    in_room = {"X-Workspace-Id": room}
    assert (await _project(owner, "everyday"))["workspace_id"] == default
    assert (await _project(owner, "secret", **in_room))["workspace_id"] == room
    assert await _projects(owner) == ["everyday", "secret"]
    assert await _projects(owner, **in_room) == ["secret"]
    assert await _projects(owner, workspace_id=default) == ["everyday"]
    ok(await owner.post("/api/auth/workspace", json={"workspace_id": room}))
    assert (await owner.me())["workspace_id"] == room
    assert await _projects(owner) == ["secret"]
    assert await _projects(owner, **{"X-Workspace-Id": "*"}) == ["everyday", "secret"]
    ok(await owner.post("/api/auth/workspace", json={"workspace_id": None}))
    assert await _projects(owner) == ["everyday", "secret"]


async def test_a_private_workspace_is_for_those_who_are_listed(crew: Crew, app: FastAPI) -> None:
    owner, member = crew["owner"], crew["member"]
    room = await _room(owner, crew, "Board")
    secret = await _project(owner, "secret", **{"X-Workspace-Id": room})
    for person in (member, crew["chief"], crew["root"], crew["stranger"]):
        assert (await person.get(f"/api/projects/{secret['id']}")).status_code == 404
        refused(await person.get("/api/projects", headers={"X-Workspace-Id": room}), 404, "workspace_not_found")
        refused(await person.post("/api/auth/workspace", json={"workspace_id": room}), 404, "workspace_not_found")
    ok(await owner.post(f"{crew.url}/workspaces/{room}/members", json={"user_id": member.id}), 201)
    assert await _projects(member) == ["secret"]
    async with follow_events(app, member) as stream:
        ok(await owner.delete(f"{crew.url}/workspaces/{room}/members/{member.id}"))
        await _project(owner, "not for them", **{"X-Workspace-Id": room})
        await asyncio.wait_for(stream.ended.wait(), SOON)
    assert "project." not in stream.text
    assert await _projects(member) == []


async def test_what_is_moved_takes_along_what_hangs_under_it(app: FastAPI, admin: Person) -> None:
    world = await make_world(app, "wombat", "kookaburra", admin.id)
    app.state.auth_services.cache.forget()
    admin.headers["X-Team-Id"] = world.team_id
    recording, project, room = (world.ids[name] for name in ("recording_id", "project_id", "workspace_id"))
    body = {"ids": [recording], "workspace_id": room}
    refused(await admin.post("/api/recordings/move", json=body), 409, "busy")
    ok(await admin.post(f"/api/jobs/{world.ids['job_id']}/cancel"))
    ok(await admin.post("/api/recordings/move", json=body))
    shown = ok(await admin.get(f"/api/recordings/{recording}"))
    assert (shown["workspace_id"], shown["project_ids"]) == (room, [])
    refused(await admin.post(f"/api/projects/{project}/recordings/{recording}"), 409, "other_workspace")
    ok(await admin.post(f"/api/projects/{project}/move", json={"workspace_id": room}))
    ok(await admin.post(f"/api/projects/{project}/recordings/{recording}"))
    stays = {"recording_counts", "unfinished_uploads"}  # what is on its way goes where it was sent
    left = {table: rows for table, rows in (await everything_in(world)).items() if rows and table not in stays}
    assert left == {}
    for workspace_id, total in ((world.workspace_id, 0), (room, 1)):
        listed = ok(await admin.get("/api/recordings", params={"workspace_id": workspace_id}))
        assert listed["total"] == len(listed["items"]) == total
        figures = ok(await admin.get("/api/stats", headers={"X-Workspace-Id": workspace_id}))
        assert figures["recordings"]["total_recordings"] == total
    elsewhere = {"ids": [recording], "workspace_id": "nowhere"}
    refused(await admin.post("/api/recordings/move", json=elsewhere), 404, "workspace_not_found")


async def test_a_workspace_with_content_goes_only_when_its_content_has_somewhere_to_go(crew: Crew) -> None:
    owner, default = crew["owner"], await _default(crew)
    room = await _room(owner, crew, "Board", private=False)
    secret = await _project(owner, "minutes", **{"X-Workspace-Id": room})
    address = f"{crew.url}/workspaces/{room}"
    refused(await owner.delete(address), 409, "workspace_not_empty")
    refused(await owner.delete(address, params={"move_to": default}), 422, "workspace_not_confirmed")
    refused(await owner.delete(address, params={"move_to": room, "confirm": "Board"}), 404, "workspace_not_found")
    ok(await owner.delete(address, params={"move_to": default, "confirm": "Board"}))
    assert ok(await owner.get(f"/api/projects/{secret['id']}"))["workspace_id"] == default


async def _astray(world: World) -> list[str]:
    """Return where a row lies elsewhere than what it hangs under."""
    found = []
    with as_system("a test compares"):
        async with world.database.transaction(read_only=True) as session:
            for child in tables_of(world.database):
                for key in child.foreign_keys if "workspace_id" in child.columns else ():
                    parent = key.column.table
                    assert isinstance(parent, Table)
                    if "workspace_id" in parent.columns and parent.name not in {"workspaces", "teams", "users"}:
                        beside = child.join(parent, key.parent == key.column)
                        apart = child.c.workspace_id.is_distinct_from(parent.c.workspace_id)
                        if (await session.execute(select(key.parent).select_from(beside).where(apart))).first():
                            found.append(f"{child.name}.{key.parent.name}")
    return found


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_what_is_added_to_something_lies_beside_it(app: FastAPI, admin: Person) -> None:
    """Somebody who has chosen no workspace changes things that lie in another than the default one."""
    world = await make_world(app, "wombat", "kookaburra", admin.id)
    world.workspace_id = world.ids["workspace_id"]
    await add_content(world)
    app.state.auth_services.cache.forget()
    admin.headers["X-Team-Id"] = world.team_id
    ids = world.ids
    tag = ok(await admin.post("/api/tags", json={"name": "fresh"}), 201)["id"]
    ok(await admin.post(f"/api/tags/recordings/{ids['recording_id']}", json={"tag_id": tag}), 201)
    fresh = {key: ids[key] for key in ("segment_id", "transcript_id")} | {"speaker_name": "Somebody new"}
    ok(await admin.post("/api/speakers/reassign-segment", json=fresh))
    begun = ok(await admin.post(f"/api/recordings/{ids['recording_id']}/transcribe"))
    assert await _astray(world) == []
    jobs = (await everything_in(world))["jobs"]
    assert any(begun["job_id"] in job for job in jobs)
