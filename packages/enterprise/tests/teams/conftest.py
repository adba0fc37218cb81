"""Fixtures: people and the team they make."""

from __future__ import annotations

import pytest
from support_enterprise import Person
from support_teams import Crew, MakeUser, ok


@pytest.fixture
async def crew(admin: Person, make_user: MakeUser) -> Crew:
    """Give a team of owner, admin, member and viewer; ``root`` administers the server, ``stranger`` is outside."""
    people = {name: await make_user(name) for name in ("owner", "chief", "member", "viewer", "stranger")}
    team = ok(await people["owner"].post("/api/teams", json={"name": "Radio"}), 201)
    for name, role in (("chief", "admin"), ("member", "member"), ("viewer", "viewer")):
        body = {"user_id": people[name].id, "role": role}
        ok(await people["owner"].post(f"/api/teams/{team['id']}/members", json=body), 201)
    ok(await people["stranger"].post("/api/teams", json={"name": "Elsewhere"}), 201)
    return Crew(team["id"], {**people, "root": admin})


@pytest.fixture
async def loner(admin: Person) -> Crew:
    """Give a team of the administrator alone: quicker than a whole crew."""
    team = ok(await admin.post("/api/teams", json={"name": "Radio"}), 201)
    return Crew(team["id"], {"root": admin, "owner": admin})
