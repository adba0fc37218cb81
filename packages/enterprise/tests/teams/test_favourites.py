"""A star is one person's alone: not their colleagues', not seen through walls, and gone with their account."""

from __future__ import annotations

import json

from fastapi import FastAPI
from sqlalchemy import func, select
from support_content import factory_of, make_content, make_recording
from support_keys import make_key, program
from support_teams import Crew, ok, refused
from verbatim.favourites.models import Favourite
from verbatim_enterprise.system_session import system_transaction


async def _stars(crew: Crew, who: str) -> list[str]:
    return [one["id"] for one in ok(await crew[who].get("/api/favourites"))["items"]]


async def test_everybody_has_their_own_and_viewers_too(app: FastAPI, crew: Crew) -> None:
    content = await make_content(app, crew)
    path = f"/api/favourites/recordings/{content.recording_id}"
    for who in ("owner", "viewer"):
        ok(await crew[who].put(path))
    ok(await crew["owner"].put(f"/api/favourites/projects/{content.project_id}"))
    assert await _stars(crew, "owner") == [content.project_id, content.recording_id]
    assert await _stars(crew, "viewer") == [content.recording_id]
    assert await _stars(crew, "member") == []
    assert ok(await crew["member"].get("/api/recordings", params={"favourites": True}))["total"] == 0
    assert ok(await crew["viewer"].get("/api/recordings", params={"favourites": True}))["total"] == 1

    ok(await crew["viewer"].delete(path))
    assert await _stars(crew, "owner") == [content.project_id, content.recording_id]
    for method in ("PUT", "DELETE"):
        refused(await crew["stranger"].request(method, path), 404, "recording_not_found")
    assert await _stars(crew, "stranger") == []


async def test_what_one_may_no_longer_see_is_not_told_of(app: FastAPI, crew: Crew) -> None:
    body = {"name": "Merger", "is_private": True}
    workspace = ok(await crew["owner"].post(f"{crew.url}/workspaces", json=body), 201)["id"]
    members = f"{crew.url}/workspaces/{workspace}/members"
    ok(await crew["owner"].post(members, json={"user_id": crew["member"].id}), 201)
    made = await make_recording(await factory_of(app, crew.team_id, workspace), title="Secret takeover")
    ok(await crew["member"].put(f"/api/favourites/recordings/{made.recording_id}"))
    assert await _stars(crew, "member") == [made.recording_id]
    refused(await crew["viewer"].put(f"/api/favourites/recordings/{made.recording_id}"), 404, "recording_not_found")

    ok(await crew["owner"].delete(f"{members}/{crew['member'].id}"))
    answer = ok(await crew["member"].get("/api/favourites"))
    assert answer["items"] == []
    assert ok(await crew["member"].get("/api/recordings", params={"favourites": True}))["total"] == 0
    ok(await crew["owner"].post(members, json={"user_id": crew["member"].id}), 201)
    assert await _stars(crew, "member") == [made.recording_id]


async def test_a_key_sees_of_its_persons_stars_what_it_may_read(app: FastAPI, crew: Crew) -> None:
    content = await make_content(app, crew)
    ok(await crew["owner"].put(f"/api/favourites/recordings/{content.recording_id}"))
    ok(await crew["owner"].put(f"/api/favourites/projects/{content.project_id}"))
    reads = program(app, (await make_key(crew["owner"], "recording:read"))["key"])
    found = ok(await reads.get("/api/favourites"))["items"]
    assert [one["kind"] for one in found] == ["recording"]
    refused(await reads.put(f"/api/favourites/projects/{content.project_id}"), 403, "forbidden")
    await reads.aclose()


async def test_stars_go_with_the_account(app: FastAPI, crew: Crew) -> None:
    content = await make_content(app, crew)
    for who in ("member", "viewer"):
        ok(await crew[who].put(f"/api/favourites/recordings/{content.recording_id}"))
    ok(await crew["root"].delete(f"/api/users/{crew['member'].id}"))
    async with system_transaction(app.state.database, read_only=True) as session:
        left = await session.scalar(select(func.count(Favourite.id)))
    assert left == 1
    log = ok(await crew["root"].get("/api/admin/audit", params={"page_size": 100}))
    assert "favourite" not in json.dumps([one["action"] for one in log["items"]])
