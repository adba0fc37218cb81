"""Fixtures: a team whose members have keys."""

from __future__ import annotations

import pytest
from support_enterprise import Person
from support_teams import Crew, MakeUser, make_crew


@pytest.fixture
async def crew(admin: Person, make_user: MakeUser) -> Crew:
    """Give a team of owner, admin, member and viewer; ``root`` administers the server, ``stranger`` is outside."""
    return await make_crew(admin, make_user)
