"""Fixtures of a settled team with something in it, for the folders that say in their conftest that they want them."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from support_content import Content, make_content
from support_enterprise import Person
from support_teams import Crew, MakeUser, make_settled_crew, make_settled_loner
from verbatim.config import Settings


@pytest.fixture
async def crew(admin: Person, make_user: MakeUser) -> Crew:
    """Give a team of owner, admin, member and viewer; ``root`` administers the server, ``stranger`` is outside."""
    return await make_settled_crew(admin, make_user)


@pytest.fixture
async def loner(admin: Person) -> Crew:
    """Give a team of the administrator alone: quicker than a whole crew."""
    return await make_settled_loner(admin)


@pytest.fixture
async def content(app: FastAPI, loner: Crew) -> Content:
    """Give a recording in a project of the loner's team."""
    return await make_content(app, loner)


@pytest.fixture(name="settings")
def settings_with_trash(settings: Settings) -> Settings:
    """Give the settings of a server with a trash."""
    return settings.model_copy(update={"trash_days": 30})
