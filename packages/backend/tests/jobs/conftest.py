"""A server with jobs whose course a test decides."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from support.made_jobs import Jobs, JobsPlugin
from verbatim.core.jobs import engine, job_type
from verbatim.plugins.loader import Plugin


@pytest.fixture
def made() -> Jobs:
    return Jobs()


@pytest.fixture
def plugins(made: Jobs, monkeypatch: pytest.MonkeyPatch) -> list[Plugin]:
    monkeypatch.setattr(job_type, "BACKOFF_SECONDS", (0.05, 0.1))
    monkeypatch.setattr(engine, "POLL_SECONDS", 0.1)
    monkeypatch.setattr(engine, "CANCEL_POLL_SECONDS", 0.05)
    return [JobsPlugin(made)]


@pytest.fixture
def jobs(app: FastAPI, made: Jobs) -> Jobs:
    made.database = app.state.database
    return made
