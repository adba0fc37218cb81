"""A server with jobs whose course a test decides."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from support.made_jobs import Jobs, JobsPlugin, hurry
from verbatim.plugins.loader import Plugin


@pytest.fixture
def made() -> Jobs:
    return Jobs()


@pytest.fixture
def plugins(made: Jobs, monkeypatch: pytest.MonkeyPatch) -> list[Plugin]:
    hurry(monkeypatch)
    return [JobsPlugin(made)]


@pytest.fixture
def jobs(app: FastAPI, made: Jobs) -> Jobs:
    made.database = app.state.database
    return made
