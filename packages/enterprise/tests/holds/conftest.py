"""Fixtures: a team with something that can be held."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from support_content import Content, make_content
from support_enterprise import Person
from support_teams import Crew, MakeUser, make_crew, ok


@pytest.fixture
async def crew(admin: Person, make_user: MakeUser) -> Crew:
    """Give a team of owner, admin, member and viewer; ``root`` administers the server, ``stranger`` is outside."""
    made = await make_crew(admin, make_user)
    for name in ("owner", "chief", "member", "viewer"):
        made[name].headers["X-Team-Id"] = made.team_id
    return made


@pytest.fixture
async def loner(admin: Person) -> Crew:
    """Give a team of the administrator alone: quicker than a whole crew."""
    team = ok(await admin.post("/api/teams", json={"name": "Radio"}), 201)
    admin.headers["X-Team-Id"] = team["id"]
    return Crew(team["id"], {"root": admin, "owner": admin})


@pytest.fixture
async def content(app: FastAPI, loner: Crew) -> Content:
    """Give a recording in a project of the loner's team."""
    return await make_content(app, loner)
