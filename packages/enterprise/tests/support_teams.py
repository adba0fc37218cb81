"""Answers checked, and a team with somebody in each role."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
from support_enterprise import Person

Json = dict[str, Any]
MakeUser = Callable[..., Awaitable[Person]]


def ok(response: httpx.Response, status: int = 200) -> Json:
    """Return what a request brought, which must have worked."""
    assert response.status_code == status, response.text
    body: Json = response.json()
    return body


def refused(response: httpx.Response, status: int, code: str) -> Json:
    """Return the body of a request that must have been refused for this reason."""
    body: Json = response.json()
    assert (response.status_code, body.get("code")) == (status, code), response.text
    assert isinstance(body["detail"], str)
    return body


class Crew:
    """A team with one person in each role, and a stranger."""

    def __init__(self, team_id: str, people: dict[str, Person]) -> None:
        self.team_id = team_id
        self.url = f"/api/teams/{team_id}"
        self.people = people

    def __getitem__(self, role: str) -> Person:
        return self.people[role]

    async def roles(self) -> dict[str, str]:
        """Return who is what in the team, by the names the people have here."""
        response = await self.people["root"].get(f"{self.url}/members", params={"page_size": 100})
        names = {person.id: name for name, person in self.people.items()}
        return {names.get(item["user_id"], item["username"]): item["role"] for item in ok(response)["items"]}


async def make_crew(admin: Person, make_user: MakeUser) -> Crew:
    """Make a team of owner, admin, member and viewer; ``root`` administers the server, ``stranger`` is outside."""
    if admin.crew is not None:  # made before, see support_templates
        return admin.crew
    people = {name: await make_user(name) for name in ("owner", "chief", "member", "viewer", "stranger")}
    team = ok(await people["owner"].post("/api/teams", json={"name": "Radio"}), 201)
    for name, role in (("chief", "admin"), ("member", "member"), ("viewer", "viewer")):
        body = {"user_id": people[name].id, "role": role}
        ok(await people["owner"].post(f"/api/teams/{team['id']}/members", json=body), 201)
    ok(await people["stranger"].post("/api/teams", json={"name": "Elsewhere"}), 201)
    return Crew(team["id"], {**people, "root": admin})


async def make_settled_crew(admin: Person, make_user: MakeUser) -> Crew:
    """Make the same, with everybody in the team at work in it."""
    made = await make_crew(admin, make_user)
    for name in ("owner", "chief", "member", "viewer"):
        made[name].headers["X-Team-Id"] = made.team_id
    return made


async def make_settled_loner(admin: Person) -> Crew:
    """Make a team of the administrator alone, at work in it: quicker than a whole crew."""
    team = ok(await admin.post("/api/teams", json={"name": "Radio"}), 201)
    admin.headers["X-Team-Id"] = team["id"]
    return Crew(team["id"], {"root": admin, "owner": admin})
