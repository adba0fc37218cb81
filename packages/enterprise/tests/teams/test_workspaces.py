"""Workspaces: exactly one default, private ones for their own people."""

from __future__ import annotations

import asyncio
from typing import Any

from support_teams import Crew, ok, refused


async def _names(crew: Crew, who: str) -> list[str]:
    return [item["name"] for item in ok(await crew[who].get(f"{crew.url}/workspaces"))["items"]]


async def _make(crew: Crew, who: str, name: str, **fields: Any) -> str:
    made = ok(await crew[who].post(f"{crew.url}/workspaces", json={"name": name, **fields}), 201)
    return str(made["id"])


async def test_a_private_one_is_for_its_people(crew: Crew) -> None:
    workspace = await _make(crew, "chief", "Merger", is_private=True)
    url = f"{crew.url}/workspaces/{workspace}"
    assert await _names(crew, "chief") == ["General", "Merger"]
    for who in ("member", "viewer", "root"):
        assert await _names(crew, who) == ["General"]
        for method, path, body in (
            ("GET", "", None),
            ("PATCH", "", {"name": "x"}),
            ("DELETE", "", None),
            ("GET", "/members", None),
            ("POST", "/members", {"user_id": crew[who].id}),
            ("DELETE", f"/members/{crew[who].id}", None),
        ):
            refused(await crew[who].request(method, url + path, json=body), 404, "workspace_not_found")
    assert await _names(crew, "owner") == ["General", "Merger"]
    ok(await crew["chief"].post(f"{url}/members", json={"user_id": crew["viewer"].id}), 201)
    assert await _names(crew, "viewer") == ["General", "Merger"]
    listed = ok(await crew["viewer"].get(f"{url}/members"))
    assert [item["username"] for item in listed["items"]] == ["chief", "viewer"]
    refused(await crew["chief"].post(f"{url}/members", json={"user_id": crew["stranger"].id}), 404, "member_not_found")
    ok(await crew["viewer"].delete(f"{url}/members/{crew['viewer'].id}"))
    refused(await crew["chief"].delete(f"{url}/members/{crew['chief'].id}"), 409, "last_workspace_member")


async def test_leaving_the_team_leaves_its_private_workspaces(crew: Crew) -> None:
    workspace = await _make(crew, "owner", "Merger", is_private=True)
    ok(await crew["owner"].post(f"{crew.url}/workspaces/{workspace}/members", json={"user_id": crew["member"].id}), 201)
    ok(await crew["owner"].delete(f"{crew.url}/members/{crew['member'].id}"))
    ok(await crew["owner"].post(f"{crew.url}/members", json={"user_id": crew["member"].id}), 201)
    assert await _names(crew, "member") == ["General"]


async def test_exactly_one_default(crew: Crew) -> None:
    one, two = await _make(crew, "owner", "One"), await _make(crew, "owner", "Two")
    general = ok(await crew["owner"].get(f"{crew.url}/workspaces"))["items"][0]
    url = f"{crew.url}/workspaces/"
    refused(await crew["owner"].patch(url + general["id"], json={"is_default": False}), 409, "default_workspace")
    refused(await crew["owner"].patch(url + general["id"], json={"is_private": True}), 409, "default_workspace")
    refused(await crew["owner"].delete(url + general["id"]), 409, "default_workspace")
    await asyncio.gather(
        *(
            crew["owner"].patch(url + id_, json={"is_default": True})
            for id_ in (one, two, general["id"])
            for _ in range(3)
        )
    )
    items = ok(await crew["owner"].get(f"{crew.url}/workspaces"))["items"]
    assert [item["is_default"] for item in items] == [True, False, False]
    ok(await crew["owner"].patch(url + one, json={"is_default": True}))
    ok(await crew["owner"].delete(url + general["id"]))
    assert await _names(crew, "member") == ["One", "Two"]


async def test_names_are_unique_in_a_team(crew: Crew) -> None:
    one = await _make(crew, "owner", "One")
    response = await crew["owner"].post(f"{crew.url}/workspaces", json={"name": "ONE"})
    refused(response, 409, "workspace_exists")
    ok(await crew["owner"].patch(f"{crew.url}/workspaces/{one}", json={"name": "one"}))
    response = await crew["owner"].patch(f"{crew.url}/workspaces/{one}", json={"name": "general"})
    refused(response, 409, "workspace_exists")
    responses = await asyncio.gather(
        *(crew["owner"].post(f"{crew.url}/workspaces", json={"name": "Same"}) for _ in range(8))
    )
    assert sorted(response.status_code for response in responses) == [201] + [409] * 7


async def test_sharing_a_private_one(crew: Crew) -> None:
    workspace = await _make(crew, "owner", "One", is_private=True)
    both = {"is_private": False, "is_default": True}
    ok(await crew["owner"].patch(f"{crew.url}/workspaces/{workspace}", json=both))
    assert await _names(crew, "viewer") == ["One", "General"]
    refused(
        await crew["owner"].patch(f"{crew.url}/workspaces/{workspace}", json={"is_private": True}),
        409,
        "default_workspace",
    )
