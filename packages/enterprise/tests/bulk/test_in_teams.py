"""Something done to many recordings of a team: holds, roles, rooms, keys and the log see each of them."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import FastAPI
from support_audit import rows_of
from support_content import factory_of, hold, make_recording
from support_enterprise import Person
from support_keys import make_key, program
from support_license import make_license
from support_teams import Crew, Json, ok, refused
from verbatim.bulk.models import BulkRun
from verbatim_enterprise.audit.models import AuditLog
from verbatim_enterprise.host import as_system


async def ended(person: Person, run_id: str) -> Json:
    """Wait until a task has ended."""
    while True:
        found = ok(await person.get(f"/api/bulk/{run_id}"))
        if found["ended_at"] is not None:
            return found
        await asyncio.sleep(0.05)


async def ended_unseen(app: FastAPI, run_id: str) -> BulkRun:
    """Wait for the end of a task whose person cannot ask for it any more."""
    while True:
        with as_system("test"):
            async with app.state.database.transaction(read_only=True) as session:
                found: BulkRun = await session.get_one(BulkRun, run_id)
        if found.ended_at is not None:
            return found
        await asyncio.sleep(0.05)


async def bulk(person: Person, action: str, **body: Any) -> Json:
    started = ok(await person.post("/api/bulk", json={"action": action, **body}), 202)
    return await ended(person, started["id"])


def told(row: AuditLog) -> tuple[str, str | None, str | None, str | None]:
    return row.actor_type, row.actor_name, row.resource_id, row.resource_name


async def test_a_held_one_is_left_and_counted_and_each_of_the_others_told_of(app: FastAPI, crew: Crew) -> None:
    factory = await factory_of(app, crew.team_id)
    ids = await factory.recordings([{"title": f"Board {number}"} for number in range(4)])
    await hold(crew["owner"], recording_id=ids[1])
    run = await bulk(crew["member"], "delete", wanted={"search": "board"})
    assert (run["state"], run["total"], run["done"]) == ("done", 4, 3)
    (left,) = run["left"]
    assert (left["code"], left["count"]) == ("held", 1)
    assert "legal hold" in left["detail"]
    assert [item["id"] for item in ok(await crew["member"].get("/api/recordings"))["items"]] == [ids[1]]
    rows = await rows_of(app, action="recording.trashed")
    expected = {("user", "member", one, f"Board {number}") for number, one in enumerate(ids) if number != 1}
    assert {told(row) for row in rows} == expected
    assert {row.team_id for row in rows} == {crew.team_id}
    trash = ok(await crew["member"].get("/api/trash"))["items"]
    assert {item["trashed_by_name"] for item in trash} == {"member"}

    answer = await crew["owner"].post(f"/api/bulk/{run['id']}/undo")
    refused(answer, 404, "bulk_not_found")
    undone = await ended(crew["member"], ok(await crew["member"].post(f"/api/bulk/{run['id']}/undo"), 202)["id"])
    assert undone["done"] == 3
    assert ok(await crew["member"].get("/api/recordings"))["total"] == 4


async def test_whoever_is_let_out_of_the_team_loses_the_rest(app: FastAPI, crew: Crew) -> None:
    await (await factory_of(app, crew.team_id)).recordings([{}, {}])
    refused(await crew["viewer"].post("/api/bulk", json={"action": "delete"}), 403, "forbidden")
    await app.state.runtime.jobs.stop()
    started = ok(await crew["member"].post("/api/bulk", json={"action": "delete"}), 202)
    demoted = ok(await crew["chief"].post("/api/bulk", json={"action": "delete"}), 202)
    ok(await crew["owner"].delete(f"{crew.url}/members/{crew['member'].id}"))
    ok(await crew["owner"].patch(f"{crew.url}/members/{crew['chief'].id}", json={"role": "viewer"}))
    await app.state.runtime.jobs.start()
    run = await ended(crew["chief"], demoted["id"])
    assert (run["state"], run["done"]) == ("stopped", 0)
    assert "recording:delete" in run["reason"]
    gone = await ended_unseen(app, started["id"])
    assert (gone.state, gone.done) == ("stopped", 0)
    assert "no way in" in str(gone.reason)
    assert ok(await crew["owner"].get("/api/recordings"))["total"] == 2


async def test_to_another_room_and_only_what_one_sees(app: FastAPI, crew: Crew) -> None:
    room = ok(await crew["chief"].post(f"{crew.url}/workspaces", json={"name": "Room", "is_private": True}), 201)["id"]
    general = await factory_of(app, crew.team_id)
    await general.recordings([{}, {}])
    await (await factory_of(app, crew.team_id, room)).recordings([{"title": "Secret"}])
    unseen = await crew["member"].post("/api/bulk", json={"action": "move", "workspace_id": room})
    refused(unseen, 404, "workspace_not_found")
    run = await bulk(crew["chief"], "move", workspace_id=room)
    assert (run["total"], run["done"], run["left"]) == (3, 3, [])
    assert ok(await crew["member"].get("/api/recordings"))["total"] == 0
    assert len(await rows_of(app, action="recording.moved")) == 2, "what lay there already is not moved"


async def test_a_server_that_became_read_only_goes_on_deleting_and_changes_nothing(
    app: FastAPI, crew: Crew, admin: Person
) -> None:
    ids = await (await factory_of(app, crew.team_id)).recordings([{}, {}])
    tag = ok(await crew["member"].post("/api/tags", json={"name": "minutes"}), 201)
    await app.state.runtime.jobs.stop()
    wishes: list[Json] = [{"action": "tag", "tag_id": tag["id"]}, {"action": "delete", "ids": ids[:1]}]
    tagging, deleting = [ok(await crew["member"].post("/api/bulk", json=wish), 202)["id"] for wish in wishes]
    ok(await admin.post("/api/license", json={"license_key": make_license(days=-15)}))
    await app.state.license.verdict()  # the server looks now and then
    await app.state.runtime.jobs.start()
    stopped, done = await ended(crew["member"], tagging), await ended(crew["member"], deleting)
    assert (stopped["state"], stopped["done"], "licence" in stopped["reason"]) == ("stopped", 0, True)
    assert (done["state"], done["done"]) == ("done", 1)


async def test_in_a_room_it_is_the_recordings_of_that_room(app: FastAPI, crew: Crew) -> None:
    """Wherever things are moved to or brought back from, what is meant is what the list of that room shows."""
    chief = crew["chief"]
    rooms = [
        ok(await chief.post(f"{crew.url}/workspaces", json={"name": name}), 201)["id"] for name in ("Left", "Right")
    ]
    left, right = ({"X-Workspace-Id": room} for room in rooms)
    await (await factory_of(app, crew.team_id)).recordings([{"title": "Everyday"}] * 2)
    await (await factory_of(app, crew.team_id, rooms[0])).recordings([{"title": "Here"}] * 3)

    async def in_room(headers: dict[str, str], path: str, body: Json) -> Json:
        started = ok(await chief.post(path, json=body, headers=headers), 202)
        return await ended(chief, started["id"])

    async def total(headers: dict[str, str]) -> int:
        return int(ok(await chief.get("/api/recordings", headers=headers))["total"])

    stays = await in_room(left, "/api/bulk", {"action": "move", "workspace_id": rooms[0]})
    assert (stays["total"], stays["done"], await total(left), await total({"X-Workspace-Id": "*"})) == (3, 3, 3, 5)
    goes = await in_room(left, "/api/bulk", {"action": "move", "workspace_id": rooms[1]})
    assert (goes["total"], goes["done"], await total(left), await total(right)) == (3, 3, 0, 3)
    assert len(await rows_of(app, action="recording.moved")) == 3

    gone = await in_room(right, "/api/bulk", {"action": "delete"})
    assert (gone["done"], await total(right)) == (3, 0)
    back = await in_room(left, f"/api/bulk/{gone['id']}/undo", {})
    assert (back["total"], back["done"], back["left"], await total(right)) == (3, 3, [], 3)


async def test_a_key_does_not_fetch_what_its_owner_or_another_key_exported(app: FastAPI, crew: Crew) -> None:
    """A key of one workspace may read less than its owner."""
    chief = crew["chief"]
    room = ok(await chief.post(f"{crew.url}/workspaces", json={"name": "Room"}), 201)["id"]
    await make_recording(await factory_of(app, crew.team_id))
    run = await bulk(chief, "export")
    wide = await make_key(chief, "recording:read", "transcript:read", "recording:delete")
    narrow = await make_key(chief, "recording:read", "transcript:read", team_id=crew.team_id, workspace_id=room)
    async with program(app, wide["key"]) as one, program(app, narrow["key"]) as other:
        one.headers["X-Team-Id"] = crew.team_id
        runs = [run, await bulk(one, "export")]
        for caller, unseen in ((one, runs[:1]), (other, runs)):
            for each in unseen:
                for path in ("", "/file"):
                    refused(await caller.get(f"/api/bulk/{each['id']}{path}"), 404, "bulk_not_found")
                refused(await caller.post(f"/api/bulk/{each['id']}/stop"), 404, "bulk_not_found")
        assert ok(await other.get("/api/bulk"))["items"] == []
    assert len(ok(await chief.get("/api/bulk"))["items"]) == 2, "a person sees what was begun in their name"


async def test_a_key_exports_what_its_owner_may_read_and_the_log_names_both(app: FastAPI, crew: Crew) -> None:
    made = await make_recording(await factory_of(app, crew.team_id))
    key = await make_key(crew["member"], "recording:read", "transcript:read")
    caller = program(app, key["key"])
    async with caller:
        caller.headers["X-Team-Id"] = crew.team_id
        refused(await caller.post("/api/bulk", json={"action": "delete"}), 403, "forbidden")
        run = await bulk(caller, "export", format="srt")
        assert (run["done"], run["has_file"]) == (1, True)
        assert (await caller.get(f"/api/bulk/{run['id']}/file")).status_code == 200
        mine = ok(await caller.get("/api/bulk"))["items"]
        assert [one["id"] for one in mine] == [run["id"]]
    rows = await rows_of(app, action="transcript.exported")
    assert [(row.actor_type, row.actor_name, row.key_id) for row in rows] == [("key", "member", key["id"])] * 2
    assert (rows[0].resource_type, rows[0].resource_id) == ("transcript", made.id)
    assert (rows[1].resource_type, rows[1].resource_id) == ("bulk_run", run["id"])


async def test_a_file_goes_with_the_right_to_what_is_in_it(app: FastAPI, crew: Crew) -> None:
    """The file is kept for a day; whoever loses the room of one recording meanwhile gets it no more."""
    chief, member = crew["chief"], crew["member"]
    closed = {"name": "Closed", "is_private": True}
    room = ok(await chief.post(f"{crew.url}/workspaces", json=closed), 201)["id"]
    seats = f"{crew.url}/workspaces/{room}/members"
    ok(await chief.post(seats, json={"user_id": member.id}), 201)
    await make_recording(await factory_of(app, crew.team_id, room))
    everyday = (await make_recording(await factory_of(app, crew.team_id))).recording_id
    gone = (await make_recording(await factory_of(app, crew.team_id))).recording_id
    every = {"X-Workspace-Id": "*"}
    started = ok(await member.post("/api/bulk", json={"action": "export"}, headers=every), 202)
    only = await bulk(member, "export", ids=[everyday, gone])
    whole = await ended(member, started["id"])
    assert (whole["done"], only["done"]) == (3, 2)

    async def fetched(run: Json, headers: dict[str, str]) -> int:
        return (await member.get(f"/api/bulk/{run['id']}/file", headers=headers)).status_code

    assert await fetched(whole, {"X-Workspace-Id": room}) == 200, "working in one room is no loss of the others"
    ok(await chief.delete(f"/api/recordings/{gone}"))
    assert (await fetched(whole, every), await fetched(only, every)) == (200, 200), "nobody reads that by now"

    ok(await chief.delete(f"{seats}/{member.id}"))
    for headers in (every, {}):
        refused(await member.get(f"/api/bulk/{whole['id']}/file", headers=headers), 403, "bulk_file_beyond_reach")
        assert await fetched(only, headers) == 200
    ok(await chief.post("/api/recordings/move", json={"ids": [everyday], "workspace_id": room}, headers=every))
    assert await fetched(only, {}) == 403, "it lies out of reach by now"
    ok(await chief.post(seats, json={"user_id": member.id}), 201)
    assert (await fetched(whole, {}), await fetched(only, {})) == (200, 200)
