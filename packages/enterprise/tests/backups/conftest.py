"""Fixtures: people and the team they make."""

from __future__ import annotations

import pytest
from support_enterprise import Person
from support_teams import Crew, MakeUser, make_crew, ok


@pytest.fixture
async def crew(admin: Person, make_user: MakeUser) -> Crew:
    """Give a team of owner, admin, member and viewer; ``root`` administers the server, ``stranger`` is outside."""
    return await make_crew(admin, make_user)


@pytest.fixture
async def loner(admin: Person) -> Crew:
    """Give a team of the administrator alone: quicker than a whole crew."""
    team = ok(await admin.post("/api/teams", json={"name": "Radio"}), 201)
    return Crew(team["id"], {"root": admin, "owner": admin})
