"""Fixtures: a team with content of all ages."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from fastapi import FastAPI
from support.factories import Factory
from support_content import factory_of
from support_settled import crew, loner  # noqa: F401 - pytest finds fixtures by their names here
from support_teams import Crew


@pytest.fixture
def environment() -> Mapping[str, str]:
    """Let rules delete as soon as they are activated; other tests replace it."""
    return {"VERBATIM_RETENTION_GRACE_DAYS": "0"}


@pytest.fixture
async def factory(app: FastAPI, loner: Crew) -> Factory:  # noqa: F811 - the fixture from above
    """Give a maker of rows in the loner's team."""
    return await factory_of(app, loner.team_id)
