"""Joining, changing and leaving; a team never loses its last owner."""

from __future__ import annotations

import asyncio

import pytest
from support_enterprise import Person
from support_teams import Crew, MakeUser, ok, refused


class TestTeams:
    async def test_the_first_administrator_has_one(self, admin: Person) -> None:
        items = ok(await admin.get("/api/teams"))["items"]
        assert [(item["role"], item["is_default"], item["member_count"]) for item in items] == [("owner", True, 1)]

    async def test_make_and_rename(self, crew: Crew) -> None:
        team = ok(await crew["member"].post("/api/teams", json={"name": "  New\n team "}), 201)
        assert (team["name"], team["role"], team["member_count"], team["is_default"]) == ("New team", "owner", 1, False)
        url = f"/api/teams/{team['id']}"
        assert ok(await crew["member"].patch(url, json={"name": "Newer"}))["name"] == "Newer"
        assert [item["name"] for item in ok(await crew["member"].get("/api/teams"))["items"]] == ["Newer", "Radio"]
        found = ok(await crew["member"].get("/api/teams", params={"search": "rad"}))
        assert [item["id"] for item in found["items"]] == [crew.team_id]

    async def test_all_teams_are_for_administrators(self, crew: Crew) -> None:
        refused(await crew["owner"].get("/api/teams", params={"all": True}), 403, "forbidden")
        everything = ok(await crew["root"].get("/api/teams", params={"all": True}))["items"]
        assert {item["name"]: item["role"] for item in everything} == {
            "Elsewhere": None,
            "My team": "owner",
            "Radio": None,
        }

    @pytest.mark.parametrize("environment", [{"VERBATIM_TEAMS_CREATION": "admins"}])
    async def test_a_setting_leaves_it_to_administrators(self, admin: Person, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        refused(await bob.post("/api/teams", json={"name": "Mine"}), 403, "team_creation_restricted")
        assert [(await person.me())["may_create_teams"] for person in (bob, admin)] == [False, True]
        ok(await admin.post("/api/teams", json={"name": "Ours"}), 201)


class TestMembers:
    async def test_by_name_and_address(self, crew: Crew) -> None:
        for name in ("STRANGER", "Stranger@Example.org"):
            body = {"username": name, "role": "viewer"}
            assert ok(await crew["chief"].post(f"{crew.url}/members", json=body), 201)["username"] == "stranger"
            refused(await crew["chief"].post(f"{crew.url}/members", json=body), 409, "already_member")
            ok(await crew["chief"].delete(f"{crew.url}/members/{crew['stranger'].id}"))
        refused(await crew["chief"].post(f"{crew.url}/members", json={"username": "nobody"}), 404, "user_not_found")
        assert (await crew["chief"].post(f"{crew.url}/members", json={})).status_code == 422

    async def test_whoever_may_not_sign_in_cannot_join(self, crew: Crew) -> None:
        ok(await crew["root"].patch(f"/api/users/{crew['stranger'].id}", json={"is_active": False}))
        refused(await crew["owner"].post(f"{crew.url}/members", json={"username": "stranger"}), 409, "user_inactive")

    async def test_search_and_paging(self, crew: Crew) -> None:
        page = ok(await crew["viewer"].get(f"{crew.url}/members", params={"page_size": 2, "page": 2}))
        assert ([item["username"] for item in page["items"]], page["total"]) == (["owner", "viewer"], 4)
        page = ok(await crew["viewer"].get(f"{crew.url}/members", params={"search": "MEMB"}))
        assert [item["username"] for item in page["items"]] == ["member"]

    async def test_access_ends_with_the_membership(self, crew: Crew) -> None:
        assert (await crew["member"].get("/api/recordings", headers={"X-Team-Id": crew.team_id})).status_code == 200
        ok(await crew["chief"].delete(f"{crew.url}/members/{crew['member'].id}"))
        response = await crew["member"].get("/api/recordings", headers={"X-Team-Id": crew.team_id})
        refused(response, 404, "team_not_found")
        refused(await crew["member"].get(crew.url), 404, "team_not_found")

    async def test_an_administrator_is_no_member_until_they_join(self, crew: Crew) -> None:
        root = crew["root"]
        response = await root.get("/api/recordings", headers={"X-Team-Id": crew.team_id})
        refused(response, 404, "team_not_found")
        ok(await root.post(f"{crew.url}/members", json={"user_id": root.id, "role": "viewer"}), 201)
        assert (await root.get("/api/recordings", headers={"X-Team-Id": crew.team_id})).status_code == 200
        assert (await crew.roles())["root"] == "viewer"

    async def test_leave_and_transfer(self, crew: Crew) -> None:
        owner = crew["owner"]
        refused(await owner.post(f"{crew.url}/leave"), 409, "last_owner")
        refused(await owner.patch(f"{crew.url}/members/{owner.id}", json={"role": "admin"}), 409, "last_owner")
        refused(await owner.post(f"{crew.url}/transfer", json={"user_id": "x"}), 404, "member_not_found")
        ok(await owner.post(f"{crew.url}/transfer", json={"user_id": crew["member"].id}))
        assert await crew.roles() == {"owner": "admin", "chief": "admin", "member": "owner", "viewer": "viewer"}
        ok(await owner.post(f"{crew.url}/leave"))
        ok(await crew["viewer"].delete(f"{crew.url}/members/{crew['viewer'].id}"))
        assert await crew.roles() == {"chief": "admin", "member": "owner"}

    async def test_an_owner_who_may_not_sign_in_is_none(self, crew: Crew) -> None:
        ok(await crew["owner"].patch(f"{crew.url}/members/{crew['member'].id}", json={"role": "owner"}))
        ok(await crew["root"].patch(f"/api/users/{crew['member'].id}", json={"is_active": False}))
        refused(await crew["owner"].post(f"{crew.url}/leave"), 409, "last_owner")


async def test_owners_cannot_all_leave_at_once(crew: Crew) -> None:
    for role in ("chief", "member"):
        ok(await crew["owner"].patch(f"{crew.url}/members/{crew[role].id}", json={"role": "owner"}))
    owners = [crew[role] for role in ("owner", "chief", "member")]
    responses = await asyncio.gather(
        *(owner.post(f"{crew.url}/leave") for owner in owners),
        *(
            owner.delete(f"{crew.url}/members/{other.id}")
            for owner, other in zip(owners, [*owners[1:], owners[0]], strict=True)
        ),
        *(owner.patch(f"{crew.url}/members/{owner.id}", json={"role": "viewer"}) for owner in owners),
    )
    statuses = [response.status_code for response in responses]
    assert set(statuses) <= {200, 403, 404, 409}, statuses
    assert list((await crew.roles()).values()).count("owner") == 1


async def test_two_owners_hand_over_to_each_other(crew: Crew) -> None:
    ok(await crew["owner"].patch(f"{crew.url}/members/{crew['chief'].id}", json={"role": "owner"}))
    for _ in range(4):
        await asyncio.gather(
            crew["owner"].post(f"{crew.url}/transfer", json={"user_id": crew["chief"].id}),
            crew["chief"].post(f"{crew.url}/transfer", json={"user_id": crew["owner"].id}),
            crew["owner"].post(f"{crew.url}/transfer", json={"user_id": crew["member"].id}),
        )
        assert "owner" in (await crew.roles()).values()


async def test_one_person_joins_once(crew: Crew) -> None:
    body = {"user_id": crew["stranger"].id, "role": "member"}
    responses = await asyncio.gather(
        *(crew[role].post(f"{crew.url}/members", json=body) for role in ("owner", "chief", "root") for _ in range(5))
    )
    statuses = [response.status_code for response in responses]
    assert (statuses.count(201), statuses.count(409)) == (1, 14)


async def test_deleting_accounts_while_they_join(crew: Crew, make_user: MakeUser) -> None:
    people = [await make_user(f"guest{number}") for number in range(4)]
    responses = await asyncio.gather(
        *(crew["owner"].post(f"{crew.url}/members", json={"user_id": person.id}) for person in people),
        *(crew["root"].delete(f"/api/users/{person.id}") for person in people),
        *(person.post("/api/teams", json={"name": "Mine"}) for person in people),
    )
    statuses = [response.status_code for response in responses]
    assert set(statuses) <= {200, 201, 401, 404, 409}, statuses
    listed = ok(await crew["root"].get(f"{crew.url}/members", params={"search": "guest"}))["items"]
    existing = ok(await crew["root"].get("/api/users", params={"search": "guest"}))["items"]
    assert {item["user_id"] for item in listed} <= {item["id"] for item in existing}
