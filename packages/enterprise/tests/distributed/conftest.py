"""A server of teams with jobs whose course a test decides, on either engine."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from support.made_jobs import Jobs, JobsPlugin, hurry
from verbatim.app import create_app
from verbatim.config import Settings
from verbatim.core.jobs.parts import WorkerOptions
from verbatim.core.ownership import Scope, as_system
from verbatim_enterprise.plugin import EnterprisePlugin
from verbatim_enterprise.teams.models import Team

TEAM = "north-team"
TICKETS = """
INSERT INTO pgqueuer (priority, entrypoint, payload, dedupe_key, status)
SELECT priority, job_type || ':' || owner_id, convert_to(id, 'UTF8'), id, 'queued' FROM jobs WHERE status = 'queued'
"""


@pytest.fixture(params=["embedded", "distributed"])
def kind(request: pytest.FixtureRequest) -> str:
    """Give the engine under test."""
    return str(request.param)


class TicketedJobs(Jobs):
    """Jobs that have tickets when the engine needs them."""

    ticketed = False

    async def filled(self, session: AsyncSession) -> None:
        if self.ticketed:
            with as_system("a test"):  # the walls stand all the same
                await session.execute(text(TICKETS))


@pytest.fixture
def made(kind: str) -> Jobs:
    jobs = TicketedJobs(scope=Scope(frozenset({TEAM}), TEAM))
    jobs.ticketed = kind == "distributed"
    return jobs


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
            session.add_all(Team(id=name, name=name) for name in (TEAM, "greedy", "modest", "patient", "pushy"))
    return made
