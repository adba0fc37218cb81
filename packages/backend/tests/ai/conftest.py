"""Fixtures: a server of language models, and Verbatim that asks it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from support.model_server import ModelServer, model_server
from verbatim.config import Settings


@pytest.fixture
async def models() -> AsyncIterator[ModelServer]:
    """Give a server of language models; ask for it before `app`."""
    async with model_server() as server:
        yield server


@pytest.fixture
def settings(settings: Settings, request: pytest.FixtureRequest) -> Settings:
    """Give settings that name the model server where a test asks for one."""
    if "models" not in request.fixturenames:
        return settings
    server: ModelServer = request.getfixturevalue("models")
    return settings.model_copy(update={"llm_local_url": server.url, "llm_local_name": "garden-1"})
