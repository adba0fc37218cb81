"""Names of content in the log: kept for good, and read by those who may see the content."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest_types import MakeUser
from fastapi import FastAPI
from support_content import factory_of, hold, lift, make_recording
from support_enterprise import Person
from support_teams import Crew, make_settled_crew, ok, refused
from verbatim_enterprise.audit.service import log_event
from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.system_session import system_transaction

URL = "/api/admin/audit"
TITLE = "Merger talks with Wombat"


@pytest.fixture
async def crew(admin: Person, make_user: MakeUser) -> Crew:
    return await make_settled_crew(admin, make_user)


async def _about(reader: Person, resource_id: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ok(await reader.get(URL, params={"resource_id": resource_id}))["items"]
    detail = ok(await reader.get(f"{URL}/{found[0]['id']}"))
    assert {**detail, **found[0]} == detail
    return found


async def _join(crew: Crew) -> None:
    body = {"user_id": crew["root"].id, "role": "viewer"}
    ok(await crew["owner"].post(f"{crew.url}/members", json=body), 201)


async def test_who_heard_what_is_said_by_name_to_those_who_may_hear_it(app: FastAPI, crew: Crew) -> None:
    made = await make_recording(await factory_of(app, crew.team_id), title=TITLE)
    url = f"/api/recordings/{made.recording_id}"
    ok(await crew["member"].get(url))
    ok(await crew["member"].get(f"/api/transcripts/{made.id}"))
    ok(await crew["owner"].patch(url, json={"title": f"{TITLE}, part 2"}))
    admin = crew["root"]
    assert [
        (row["actor"], row["action"], row["resource_name"], row["before"], row["names_hidden"])
        for row in await _about(admin, made.recording_id)
    ] == [("owner", "recording.updated", None, None, True), ("member", "recording.opened", None, None, True)]
    await _join(crew)
    assert [
        (row["actor"], row["action"], row["resource_name"], row["before"], row["names_hidden"])
        for row in await _about(admin, made.recording_id)
    ] == [
        ("owner", "recording.updated", f"{TITLE}, part 2", {"title": TITLE}, False),
        ("member", "recording.opened", TITLE, None, False),
    ]
    assert [row["resource_name"] for row in await _about(admin, made.id)] == [TITLE]


async def test_all_about_a_recording_is_also_what_was_done_to_its_transcript(app: FastAPI, crew: Crew) -> None:
    factory = await factory_of(app, crew.team_id)
    made, other = await make_recording(factory, title=TITLE), await make_recording(factory)
    member = crew["member"]
    for one in (made, other):
        ok(await member.get(f"/api/recordings/{one.recording_id}"))
        assert (await member.get(f"/api/transcripts/{one.id}/export", params={"format": "txt"})).status_code == 200
        url = f"/api/transcripts/{one.id}/segments/{one.segment_ids[0]}"
        ok(await member.patch(url, json={"text": "Good evening", "version": 1}))
    found = ok(await crew["root"].get(URL, params={"about": made.recording_id}))["items"]
    assert sorted(row["action"] for row in found) == ["recording.opened", "transcript.exported", "transcript.updated"]
    assert {row["resource_id"] for row in found} == {made.recording_id, made.id}
    exports = {"about": made.recording_id, "search": "export"}
    assert [row["actor"] for row in ok(await crew["root"].get(URL, params=exports))["items"]] == ["member"]
    assert ok(await crew["root"].get(URL, params={"about": made.recording_id[:-1]}))["items"] == []


async def test_names_outlive_what_they_name(app: FastAPI, crew: Crew) -> None:
    await _join(crew)
    made = await make_recording(await factory_of(app, crew.team_id), title=TITLE)
    ok(await crew["member"].get(f"/api/recordings/{made.recording_id}"))
    ok(await crew["owner"].delete(f"/api/recordings/{made.recording_id}"))
    rows = await _about(crew["root"], made.recording_id)
    assert [(row["action"], row["resource_name"]) for row in rows] == [
        ("recording.deleted", TITLE),
        ("recording.opened", TITLE),
    ]


async def test_names_in_a_private_workspace_are_for_those_who_are_listed(app: FastAPI, crew: Crew) -> None:
    await _join(crew)
    owner, admin = crew["owner"], crew["root"]
    room = ok(await owner.post(f"{crew.url}/workspaces", json={"name": "Board", "is_private": True}), 201)["id"]
    made = await make_recording(await factory_of(app, crew.team_id, room), title=TITLE)
    ok(await owner.patch(f"/api/recordings/{made.recording_id}", json={"title": TITLE}))
    project = ok(await owner.post("/api/projects", json={"name": TITLE}, headers={"X-Workspace-Id": room}), 201)["id"]
    for thing in (made.recording_id, project):
        assert {row["resource_name"] for row in await _about(admin, thing)} == {None}
    ok(await owner.post(f"{crew.url}/workspaces/{room}/members", json={"user_id": admin.id}), 201)
    for thing in (made.recording_id, project):
        assert {row["resource_name"] for row in await _about(admin, thing)} == {TITLE}


async def test_where_a_row_does_not_say_where_its_thing_lay_it_is_for_those_who_see_all_of_the_team(
    app: FastAPI, crew: Crew
) -> None:
    await _join(crew)
    admin = crew["root"]
    thing: dict[str, Any] = {"resource_type": "recording", "resource_id": "long-gone", "resource_name": TITLE}
    async with system_transaction(app.state.database) as session:
        await log_event(session, tag=AuditTag.RECORDING_DELETED, team_id=crew.team_id, **thing)
    assert [row["resource_name"] for row in await _about(admin, "long-gone")] == [TITLE]
    ok(await crew["owner"].post(f"{crew.url}/workspaces", json={"name": "Board", "is_private": True}), 201)
    assert [row["resource_name"] for row in await _about(admin, "long-gone")] == [None]


async def test_names_are_in_no_file_either_and_not_found_by_their_words(app: FastAPI, crew: Crew) -> None:
    made = await make_recording(await factory_of(app, crew.team_id), title=TITLE)
    ok(await crew["owner"].get(f"/api/recordings/{made.recording_id}"))
    ok(await crew["owner"].post("/api/projects", json={"name": TITLE}), 201)
    ok(await crew["owner"].post("/api/tags", json={"name": "wombat"}), 201)
    admin = crew["root"]
    for wanted in ("csv", "jsonl"):
        answer = await admin.get(f"{URL}/export", params={"format": wanted})
        assert made.recording_id in answer.text
        assert "wombat" not in answer.text.lower()
    assert ok(await admin.get(URL, params={"search": "wombat"}))["items"] == []
    assert len(ok(await admin.get(URL, params={"search": "recording opened"}))["items"]) == 1
    await _join(crew)
    told = (await admin.get(f"{URL}/export", params={"format": "jsonl"})).text
    assert {json.loads(line)["resource_name"] for line in told.splitlines()} >= {TITLE, "wombat"}


async def test_a_key_sees_names_when_it_may_read_recordings(app: FastAPI, crew: Crew) -> None:
    await _join(crew)
    admin = crew["root"]
    made = await make_recording(await factory_of(app, crew.team_id), title=TITLE)
    ok(await crew["owner"].get(f"/api/recordings/{made.recording_id}"))
    for scopes, seen in ((["audit:read"], None), (["audit:read", "recording:read"], TITLE)):
        key = ok(await admin.post("/api/keys", json={"name": "auditor", "scopes": scopes}), 201)["key"]
        bearer = {"Authorization": f"Bearer {key}"}
        answer = await admin.get(URL, params={"resource_id": made.recording_id}, headers=bearer)
        assert [row["resource_name"] for row in ok(answer)["items"]] == [seen]


async def test_the_proof_has_names_too_and_is_for_administrators(crew: Crew) -> None:
    admin = crew["root"]
    key = ok(await admin.post("/api/keys", json={"name": "auditor", "scopes": ["audit:read"]}), 201)["key"]
    bearer = {"Authorization": f"Bearer {key}"}
    assert (await admin.get(f"{URL}/export", params={"format": "proof"})).status_code == 200
    refused(await admin.get(f"{URL}/export", params={"format": "proof"}, headers=bearer), 403, "forbidden")


async def test_why_something_is_held_is_read_and_found_by_nobody_outside_the_team(app: FastAPI, crew: Crew) -> None:
    made, admin = await make_recording(await factory_of(app, crew.team_id)), crew["root"]
    placed = await hold(crew["owner"], TITLE, recording_id=made.recording_id)
    await lift(crew["owner"], placed)
    rows = await _about(admin, placed)
    assert [(row["action"], row["details"], row["names_hidden"]) for row in rows] == [
        (action, {"recording_id": made.recording_id, "project_id": None, "document_id": None}, True)
        for action in ("hold.lifted", "hold.placed")
    ]
    for wanted in ("csv", "jsonl"):
        text = (await admin.get(f"{URL}/export", params={"format": wanted})).text
        assert placed in text
        assert "Wombat" not in text
        assert "case is closed" not in text
    assert ok(await admin.get(URL, params={"search": "wombat"}))["items"] == []
    await _join(crew)
    assert (await _about(admin, placed))[1]["details"]["reason"] == TITLE
