"""A server of teams with jobs whose course a test decides, on either engine."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI
from support.made_jobs import Jobs, JobsPlugin, hurry
from verbatim.app import create_app
from verbatim.config import Settings
from verbatim.core.jobs.parts import WorkerOptions
from verbatim.core.ownership import Scope, as_system
from verbatim_enterprise.plugin import EnterprisePlugin
from verbatim_enterprise.teams.models import Team

TEAM = "north-team"


@pytest.fixture(params=["embedded", "distributed"])
def kind(request: pytest.FixtureRequest) -> str:
    """Give the engine under test."""
    return str(request.param)


@pytest.fixture
def made() -> Jobs:
    return Jobs(scope=Scope(frozenset({TEAM}), TEAM))


@pytest.fixture
async def app(kind: str, settings: Settings, made: Jobs, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FastAPI]:
    """Give a running process that works."""
    hurry(monkeypatch)
    worker = WorkerOptions() if kind == "distributed" else None
    chosen = settings.model_copy(update={"jobs": kind})
    application = create_app(chosen, [EnterprisePlugin(), JobsPlugin(made)], worker=worker)
    async with application.router.lifespan_context(application):
        yield application


@pytest.fixture
async def jobs(app: FastAPI, made: Jobs) -> Jobs:
    made.database = app.state.database
    with as_system("a test"):
        async with app.state.database.transaction() as session:
            session.add(Team(id=TEAM, name="North"))
    return made
