"""`/api/holds`: who places, sees and lifts them."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from support.waiting import until
from support_content import factory_of, hold, make_content
from support_events import hear
from support_stream import follow_events
from support_teams import Crew, Json, ok, refused

REASON = {"reason": "The case is closed"}


@pytest.fixture
def heard(app: FastAPI) -> list[Json]:
    """Give the events of holds, as the audit log and webhooks are told of them."""
    return hear(app, "hold.")


async def test_who_runs_the_team_places_and_lifts_with_a_reason(app: FastAPI, crew: Crew, heard: list[Json]) -> None:
    content = await make_content(app, crew)
    body = {"recording_id": content.recording_id, "reason": "Smith v. Jones"}
    for role in ("member", "viewer"):
        refused(await crew[role].post("/api/holds", json=body), 403, "forbidden")
    placed = ok(await crew["chief"].post("/api/holds", json=body), 201)
    assert (placed["kind"], placed["title"], placed["active"]) == ("recording", "A recording", True)
    assert (placed["placed_by_name"], placed["reason"], placed["may_lift"]) == ("chief", "Smith v. Jones", True)
    address = f"/api/holds/{placed['id']}"
    for role in ("member", "viewer"):
        refused(await crew[role].post(f"{address}/lift", json=REASON), 403, "forbidden")
    for nothing in ({}, {"reason": ""}, {"reason": "  \n "}):
        assert (await crew["owner"].post(f"{address}/lift", json=nothing)).status_code == 422
    lifted = ok(await crew["owner"].post(f"{address}/lift", json=REASON))
    assert (lifted["active"], lifted["lifted_by_name"], lifted["lift_reason"]) == (False, "owner", REASON["reason"])
    refused(await crew["owner"].post(f"{address}/lift", json=REASON), 409, "hold_lifted")
    named = {"hold_id": placed["id"], "recording_id": content.recording_id, "project_id": None, "document_id": None}
    assert heard == [
        {"event": "hold.placed", **named, "reason": "Smith v. Jones"},
        {"event": "hold.lifted", **named, "reason": REASON["reason"]},
    ]


async def test_who_deletes_is_told_who_placed_the_hold_but_not_why(app: FastAPI, crew: Crew) -> None:
    content = await make_content(app, crew)
    await hold(crew["owner"], recording_id=content.recording_id, reason="A secret investigation")
    answer = await crew["member"].delete(f"/api/recordings/{content.recording_id}")
    body = refused(answer, 409, "held")
    assert body["placed_by"] == "owner"
    assert "lifts the hold under Team, Retention" in body["detail"]
    assert "secret" not in answer.text
    [seen] = ok(await crew["member"].get("/api/holds", params={"recording_id": content.recording_id}))["items"]
    assert (seen["reason"], seen["may_lift"], seen["title"]) == (None, False, "A recording")
    assert ok(await crew["viewer"].get(f"/api/holds/{seen['id']}"))["reason"] is None


async def test_a_recording_shows_the_holds_of_its_projects(app: FastAPI, crew: Crew) -> None:
    content = await make_content(app, crew)
    placed = await hold(crew["owner"], project_id=content.project_id)
    [seen] = ok(await crew["owner"].get("/api/holds", params={"recording_id": content.recording_id}))["items"]
    assert (seen["id"], seen["kind"], seen["title"]) == (placed, "project", "Evidence")
    other = await content.factory.recording()
    assert ok(await crew["owner"].get("/api/holds", params={"recording_id": other}))["items"] == []
    refused(await crew["owner"].get("/api/holds", params={"recording_id": "nowhere"}), 404, "target_not_found")


async def test_recordings_say_whether_they_are_held(app: FastAPI, crew: Crew) -> None:
    content = await make_content(app, crew)
    other = await content.factory.recording()

    async def held(who: str) -> dict[str, bool]:
        for query in ({}, {"search": "recording"}, {"project_id": content.project_id}):
            listed = ok(await crew[who].get("/api/recordings", params=query))["items"]
            one = ok(await crew[who].get(f"/api/recordings/{content.recording_id}"))
            assert [row["held"] for row in listed if row["id"] == one["id"]] == [one["held"]], query
        return {row["id"]: row["held"] for row in ok(await crew[who].get("/api/recordings"))["items"]}

    assert await held("viewer") == {content.recording_id: False, other: False}
    first = await hold(crew["owner"], recording_id=content.recording_id)
    assert await held("viewer") == {content.recording_id: True, other: False}
    second = await hold(crew["owner"], project_id=content.project_id)
    ok(await crew["owner"].post(f"/api/holds/{first}/lift", json=REASON))
    assert await held("member") == {content.recording_id: True, other: False}
    ok(await crew["owner"].post(f"/api/holds/{second}/lift", json=REASON))
    assert await held("member") == {content.recording_id: False, other: False}


async def test_a_hold_is_on_one_thing_that_its_placer_sees(app: FastAPI, crew: Crew) -> None:
    content = await make_content(app, crew)
    both = {"recording_id": content.recording_id, "project_id": content.project_id, "reason": "why"}
    refused(await crew["owner"].post("/api/holds", json=both), 422, "one_target")
    refused(await crew["owner"].post("/api/holds", json={"reason": "why"}), 422, "one_target")
    for target in ("recording_id", "project_id"):
        body = {target: "nowhere", "reason": "why"}
        refused(await crew["owner"].post("/api/holds", json=body), 404, "target_not_found")
    body = {"recording_id": content.recording_id, "reason": "why"}
    refused(await crew["stranger"].post("/api/holds", json=body), 404, "target_not_found")


async def test_another_team_neither_sees_nor_lifts(app: FastAPI, crew: Crew) -> None:
    content = await make_content(app, crew)
    placed = await hold(crew["owner"], recording_id=content.recording_id)
    for person in (crew["stranger"], crew["root"]):
        assert ok(await person.get("/api/holds"))["items"] == []
        refused(await person.get(f"/api/holds/{placed}"), 404, "hold_not_found")
        refused(await person.post(f"/api/holds/{placed}/lift", json=REASON), 404, "hold_not_found")


async def test_what_lies_in_a_private_workspace_is_not_named_to_who_does_not_see_it(app: FastAPI, crew: Crew) -> None:
    room = ok(await crew["owner"].post(f"{crew.url}/workspaces", json={"name": "R", "is_private": True}), 201)["id"]
    secret = await (await factory_of(app, crew.team_id, room)).recording(title="Secret title")
    placed = await hold(crew["owner"], recording_id=secret)
    answer = await crew["chief"].get("/api/holds")
    [seen] = ok(answer)["items"]
    assert (seen["id"], seen["title"], seen["recording_id"]) == (placed, None, None)
    assert secret not in answer.text
    assert ok(await crew["member"].get("/api/holds"))["items"] == []
    refused(await crew["member"].get(f"/api/holds/{placed}"), 404, "hold_not_found")
    # Whoever runs the team may lift it all the same: nothing is stuck when its people leave.
    ok(await crew["chief"].post(f"/api/holds/{placed}/lift", json=REASON))


async def test_lists_tell_standing_holds_from_lifted_ones(app: FastAPI, crew: Crew) -> None:
    content = await make_content(app, crew)
    first = await hold(crew["owner"], recording_id=content.recording_id)
    second = await hold(crew["owner"], project_id=content.project_id)
    ok(await crew["owner"].post(f"/api/holds/{first}/lift", json=REASON))

    async def listed(**params: int) -> list[str]:
        return [item["id"] for item in ok(await crew["owner"].get("/api/holds", params=params))["items"]]

    assert await listed() == [second, first]
    assert await listed(active=True) == [second]
    assert await listed(active=False) == [first]
    assert await listed(page_size=1, page=2) == [first]


async def test_a_hold_outlives_whoever_placed_it(app: FastAPI, crew: Crew) -> None:
    content = await make_content(app, crew)
    placed = await hold(crew["owner"], recording_id=content.recording_id)
    root, owner = crew["root"], crew["owner"]
    ok(await root.delete(f"/api/users/{owner.id}", params={"transfer_to": crew["chief"].id}))
    seen = ok(await crew["chief"].get(f"/api/holds/{placed}"))
    assert (seen["active"], seen["placed_by_name"]) == (True, "owner")
    refused(await crew["chief"].delete(f"/api/recordings/{content.recording_id}"), 409, "held")
    refused(await root.delete(crew.url, params={"confirm": "Radio", "delete_content": True}), 409, "held")


async def test_open_pages_hear_that_something_changed_but_not_why(app: FastAPI, crew: Crew) -> None:
    content = await make_content(app, crew)
    async with follow_events(app, crew["member"]) as stream:
        placed = await hold(crew["owner"], recording_id=content.recording_id, reason="A secret investigation")
        ok(await crew["owner"].post(f"/api/holds/{placed}/lift", json={"reason": "No secret any more"}))

        async def heard() -> bool:
            return stream.text.count("recording.updated") == 2

        await until(heard, 20)
        assert content.recording_id in stream.text
        assert "secret" not in stream.text
        assert "hold." not in stream.text
