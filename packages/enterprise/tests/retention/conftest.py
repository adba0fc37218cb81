"""Fixtures: a team with content of all ages."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from fastapi import FastAPI
from support.factories import Factory
from support_content import factory_of
from support_enterprise import Person
from support_teams import Crew, MakeUser, make_settled_crew, make_settled_loner


@pytest.fixture
def environment() -> Mapping[str, str]:
    """Let rules delete as soon as they are activated; other tests replace it."""
    return {"VERBATIM_RETENTION_GRACE_DAYS": "0"}


@pytest.fixture
async def crew(admin: Person, make_user: MakeUser) -> Crew:
    """Give a team of owner, admin, member and viewer; ``root`` administers the server, ``stranger`` is outside."""
    return await make_settled_crew(admin, make_user)


@pytest.fixture
async def loner(admin: Person) -> Crew:
    """Give a team of the administrator alone: quicker than a whole crew."""
    return await make_settled_loner(admin)


@pytest.fixture
async def factory(app: FastAPI, loner: Crew) -> Factory:
    """Give a maker of rows in the loner's team."""
    return await factory_of(app, loner.team_id)
