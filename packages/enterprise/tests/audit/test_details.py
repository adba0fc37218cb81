"""What exactly was done: fields before and after, and everything that a request was about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from support_audit import actions_of, only_row, rows_of
from support_content import Content, make_content
from support_enterprise import Person
from support_retention import activate, make_rule
from support_teams import Crew, make_settled_loner, ok, refused
from verbatim.core.clock import new_id

SPEECH = Path(__file__).parents[4] / "docs" / "examples" / "good-morning.wav"


@pytest.fixture
async def loner(admin: Person) -> Crew:
    return await make_settled_loner(admin)


@pytest.fixture
async def content(app: FastAPI, loner: Crew) -> Content:
    return await make_content(app, loner)


async def test_of_metadata_only_what_differs_is_told(app: FastAPI, admin: Person, content: Content) -> None:
    url = f"/api/projects/{content.project_id}"
    ok(await admin.patch(url, json={"description": "All of it", "metadata": {"case": "12", "court": "North"}}))
    ok(await admin.patch(url, json={"metadata": {"case": "13", "court": "North", "secret": "x"}}))
    first, second = await rows_of(app, action="project.updated")
    assert (first.before, first.after) == (
        {"description": None, "metadata": {}},
        {"description": "All of it", "metadata": {"case": "12", "court": "North"}},
    )
    assert (second.before, second.after) == ({"metadata": {"case": "12"}}, {"metadata": {"case": "13"}})
    url = f"/api/recordings/{content.recording_id}"
    ok(await admin.patch(url, json={"metadata": {"room": 4}}))
    ok(await admin.patch(url, json={"metadata": {"room": 5}}))
    row = (await rows_of(app, action="recording.updated"))[-1]
    assert (row.before, row.after) == ({"metadata": {"room": 4}}, {"metadata": {"room": 5}})


async def test_of_metadata_that_comes_or_goes_only_the_names_are_kept(
    app: FastAPI, loner: Crew, content: Content
) -> None:
    """The log outlives what people delete, and must not become a copy of it."""
    admin = loner["root"]
    body = {
        "name": "Interviews",
        "metadata": {"ai_summary": "They said marker", "passcode": "marker", "case": "marker"},
    }
    project = ok(await admin.post("/api/projects", json=body), 201)["id"]
    ok(await admin.patch(f"/api/projects/{project}", json={"metadata": {"ai_summary": "marker", "pin": "marker"}}))
    ok(await admin.delete(f"/api/projects/{project}"))
    ok(await admin.patch(f"/api/recordings/{content.recording_id}", json={"metadata": {"case": "13"}}))
    ok(await admin.delete(loner.url, params={"confirm": "Radio", "delete_content": "true"}))
    rows = await rows_of(app, resource_id=project)
    created, _, deleted = rows
    assert created.after is not None
    assert created.after["metadata"] == ["ai_summary", "case", "passcode"]
    assert deleted.before is not None
    assert deleted.before["metadata"] == ["ai_summary", "pin"]
    assert "They said" not in str([(row.before, row.after) for row in rows])
    gone = await only_row(app, action="recording.deleted", resource_id=content.recording_id)
    assert gone.before is not None
    assert gone.before["metadata"] == ["case"]


async def test_of_a_long_text_the_part_is_told_that_differs(app: FastAPI, admin: Person, content: Content) -> None:
    url, text = f"/api/projects/{content.project_id}", "word " * 500
    ok(await admin.patch(url, json={"description": f"{text}first"}))
    ok(await admin.patch(url, json={"description": f"{text}second"}))
    row = (await rows_of(app, action="project.updated"))[-1]
    assert row.before is not None
    assert row.after is not None
    assert row.before["description"].endswith("word first")
    assert row.after["description"].endswith("word second")


async def test_an_upload_is_told_before_what_is_put_on_it(app: FastAPI, admin: Person, content: Content) -> None:
    files = {"file": (SPEECH.name, SPEECH.read_bytes())}
    data = {"tags": "urgent,court", "project_id": content.project_id, "transcribe": "false", "title": "Morning"}
    made = ok(await admin.post("/api/recordings/upload", files=files, data=data), 201)
    recording_id = made.get("id") or made["recording_id"]
    rows = ok(await admin.get("/api/admin/audit", params={"about": recording_id}))["items"]
    assert [row["action"] for row in reversed(rows)] == [
        "recording.created",
        "project.recording_added",
        "recording.tagged",
        "recording.tagged",
    ]
    created, *later = reversed(rows)
    assert created["after"]["title"] == "Morning"
    assert [row["after"] for row in later] == [None] * 3, "each change is told once"
    many = {**data, "tags": ",".join(map(str, range(101)))}
    refused(await admin.post("/api/recordings/upload", files=files, data=many), 422, "bad_tag")


async def test_every_step_of_a_rule_is_told_with_its_id(app: FastAPI, loner: Crew, content: Content) -> None:
    rule = await make_rule(loner, 30)
    other = await make_rule(loner, 10, project_id=content.project_id)
    url = f"{loner.url}/retention/rules/{rule['id']}"
    ok(await loner["root"].patch(url, json={"keep_days": 60}))
    await activate(loner, rule["id"])
    assert (await loner["root"].delete(url)).status_code == 200
    rows = await rows_of(app, resource_type="retention_rule", resource_id=rule["id"])
    assert [(row.action, row.details["change"]) for row in rows] == [
        ("retention.rule_changed", change) for change in ("created", "activated", "changed", "activated", "deleted")
    ]
    created, _, changed, _, deleted = rows
    assert created.after is not None
    assert (created.after["keep_days"], created.after["status"]) == (30, "draft")
    assert changed.before is not None
    assert changed.after is not None
    assert (changed.before["keep_days"], changed.after["keep_days"], changed.after["status"]) == (30, 60, "draft")
    assert deleted.before is not None
    assert (deleted.before["keep_days"], deleted.before["status"]) == (60, "active")
    waits = [row for row in await rows_of(app, resource_id=other["id"]) if row.details["change"] == "waits_anew"]
    assert [sorted(row.after or {}) for row in waits] == [["starts_at"]] * 2


async def test_what_goes_with_a_team_is_told_one_by_one(app: FastAPI, loner: Crew, content: Content) -> None:
    title = ok(await loner["root"].get(f"/api/recordings/{content.recording_id}"))["title"]
    params = {"confirm": "Radio", "delete_content": "true"}
    ok(await loner["root"].delete(loner.url, params=params))
    row = await only_row(app, action="recording.deleted", resource_id=content.recording_id)
    assert (row.actor_name, row.team_id, row.resource_name) == ("ada", loner.team_id, title)
    assert row.before is not None
    assert (row.before["title"], row.details["with_team"]) == (title, True)
    assert (await only_row(app, action="project.deleted")).resource_name == "Evidence"
    left = await only_row(app, action="team.member_removed", team_id=loner.team_id)
    assert (left.before, left.details["user"]) == ({"role": "owner"}, "ada")
    assert (await only_row(app, action="team.deleted")).resource_id == loner.team_id


async def test_a_team_that_stays_leaves_no_such_rows(app: FastAPI, loner: Crew, content: Content) -> None:
    placed = ok(
        await loner["root"].post("/api/holds", json={"reason": "Smith v. Jones", "recording_id": content.recording_id}),
        201,
    )
    params = {"confirm": "Radio", "delete_content": "true"}
    assert (await loner["root"].delete(loner.url, params=params)).status_code == 409
    assert await rows_of(app, resource_id=content.recording_id, action="recording.deleted") == []
    assert await rows_of(app, action="team.member_removed") == []
    assert placed["id"]


async def test_an_account_that_goes_is_told_as_it_was(app: FastAPI, admin: Person) -> None:
    body = {"username": "bob", "email": "bob@example.org", "password": "a long pass phrase", "role": "viewer"}
    bob = ok(await admin.post("/api/users", json=body), 201)
    ok(await admin.delete(f"/api/users/{bob['id']}"))
    row = await only_row(app, action="user.deleted")
    assert row.before is not None
    assert {name: row.before[name] for name in ("username", "email", "role", "is_active")} == {
        "username": "bob",
        "email": "bob@example.org",
        "role": "viewer",
        "is_active": True,
    }


async def test_which_words_and_voices_of_a_transcript_were_corrected(
    app: FastAPI, admin: Person, content: Content
) -> None:
    made = content.made
    url = f"/api/transcripts/{made.id}"
    first, second = ok(await admin.get(url))["segments"]
    was, other = first["speaker_id"], second["speaker_id"]
    speakers = {one["id"]: one for one in ok(await admin.get(f"/api/speakers/by-transcript/{made.id}"))["items"]}
    name = speakers[other]["speaker_name"] or speakers[other]["speaker_label"]
    ok(await admin.patch(f"{url}/segments/{first['id']}", json={"text": "Good evening"}))
    ok(await admin.patch(f"{url}/segments/{first['id']}", json={"speaker": name}))
    decision = {"segment_ids": [second["id"]], "decision": "drop"}
    ok(await admin.post(f"{url}/segments/decide", json=decision))
    colour = speakers[was]["color"]
    ok(await admin.patch(f"/api/speakers/{was}", json={"speaker_name": "Ann Smith", "color": colour}))
    ok(await admin.post(f"/api/speakers/{was}/merge", json={"target_speaker_id": other}))
    ok(await admin.delete(f"{url}/segments/{second['id']}"))
    rows = await rows_of(app, action="transcript.updated")
    assert {(row.resource_type, row.resource_id, row.details["recording_id"]) for row in rows} == {
        ("transcript", made.id, content.recording_id)
    }
    assert None not in {row.resource_name for row in rows}
    text, voice, decided, renamed, merged, deleted = [_told(row) for row in rows]
    assert decided == ("doubt_decided", {"segment_ids": [second["id"]]}, {"decision": None}, {"decision": "drop"})
    assert text == ("segment_edited", {"segment_ids": [first["id"]], "text_changed": True}, {}, {})
    assert voice == ("segment_edited", {"segment_ids": [first["id"]]}, {"speaker_id": was}, {"speaker_id": other})
    before = {"speaker_name": speakers[was]["speaker_name"]}
    assert renamed == ("speaker_edited", {"speaker_id": was}, before, {"speaker_name": "Ann Smith"})
    assert merged[0] == "speakers_merged"
    assert (merged[2], merged[3]) == (
        {"speaker_id": was, "speaker_name": "Ann Smith"},
        {"speaker_id": other, "speaker_name": speakers[other]["speaker_name"]},
    )
    assert deleted == ("segments_deleted", {"segment_ids": [second["id"]]}, {}, {})


def _told(row: Any) -> tuple[str, dict[str, Any], dict[str, Any], dict[str, Any]]:
    left_out = {"change", "recording_id", "workspace_id"}
    details = {name: value for name, value in row.details.items() if name not in left_out}
    return row.details["change"], details, row.before or {}, row.after or {}


async def test_projects_and_tags_of_a_recording(app: FastAPI, admin: Person, content: Content) -> None:
    recording_id, first = content.recording_id, content.project_id
    second = ok(await admin.post("/api/projects", json={"name": "Second"}), 201)["id"]
    tag = ok(await admin.post("/api/tags", json={"name": "urgent"}), 201)["id"]
    for _ in range(2):  # doing it twice changes nothing
        ok(await admin.post("/api/recordings/bulk-assign", json={"ids": [recording_id], "project_id": second}))
        ok(await admin.post(f"/api/tags/recordings/{recording_id}", json={"tag_id": tag}), 201)
    for _ in range(2):
        ok(await admin.delete(f"/api/tags/recordings/{recording_id}/{tag}"))
        ok(await admin.delete(f"/api/projects/{second}/recordings/{recording_id}"))
    ok(await admin.post("/api/recordings/bulk-assign", json={"ids": [recording_id], "project_id": None}))
    rows = await rows_of(app, resource_type="project")
    assert [(row.action, row.resource_id, row.resource_name, row.details.get("recording_id")) for row in rows] == [
        ("project.created", second, "Second", None),
        ("project.recording_added", second, "Second", recording_id),
        ("project.recording_removed", second, "Second", recording_id),
        ("project.recording_removed", first, "Evidence", recording_id),
    ]
    tagged = [row for row in await rows_of(app, resource_id=recording_id) if row.action.endswith("tagged")]
    assert [(row.action, row.details["tag"], row.details["tag_id"]) for row in tagged] == [
        ("recording.tagged", "urgent", tag),
        ("recording.untagged", "urgent", tag),
    ]
    about = ok(await admin.get("/api/admin/audit", params={"about": recording_id, "search": "project"}))["items"]
    assert [row["action"] for row in about] == [row.action for row in reversed(rows[1:])]


async def test_a_recording_that_moves_leaves_its_projects(app: FastAPI, loner: Crew, content: Content) -> None:
    admin = loner["root"]
    room = ok(await admin.post(f"{loner.url}/workspaces", json={"name": "Archive"}), 201)["id"]
    ok(await admin.post("/api/recordings/move", json={"ids": [content.recording_id], "workspace_id": room}))
    row = await only_row(app, action="project.recording_removed")
    assert (row.resource_id, row.details["recording_id"]) == (content.project_id, content.recording_id)
    assert "recording.moved" in await actions_of(app, resource_id=content.recording_id)


async def test_what_else_the_path_of_a_refused_request_names(app: FastAPI, admin: Person, content: Content) -> None:
    missing = "999999"
    assert (await admin.delete(f"/api/transcripts/{content.made.id}/segments/{missing}")).status_code == 404
    row = await only_row(app, action="request.refused")
    assert (row.resource_type, row.resource_id) == ("segment", missing)
    assert row.details["transcript_id"] == content.made.id
    assert (await admin.delete(f"/api/keys/{new_id()}")).status_code == 404
    assert (await rows_of(app, action="request.refused"))[-1].resource_type == "api_key"


async def test_how_something_was_taken_away(app: FastAPI, admin: Person, content: Content) -> None:
    params = {"format": "srt", "include_speakers": "false"}
    assert (await admin.get(f"/api/transcripts/{content.made.id}/export", params=params)).status_code == 200
    assert (await only_row(app, action="transcript.exported")).details["parameters"] == params
    params = {"format": "csv", "outcome": "refused", "search": "Merger talks"}
    assert (await admin.get("/api/admin/audit/export", params=params)).status_code == 200
    kept = (await only_row(app, action="audit.exported")).details["parameters"]
    assert kept == {"format": "csv", "outcome": "refused", "search": "…"}
