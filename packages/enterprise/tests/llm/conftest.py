"""Fixtures: servers of language models, and a server for organisations that may reach them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from conftest_types import MakeUser
from fastapi import FastAPI
from support.factories import Factory, MadeTranscript
from support.model_server import GOOD_KEY, ModelServer, model_server
from support_enterprise import Person
from support_teams import Json, ok
from verbatim.core.ownership import Scope

AddEndpoint = Callable[..., Awaitable[Json]]
MakeTranscript = Callable[[Person], Awaitable[MadeTranscript]]


@pytest.fixture
def environment(request: pytest.FixtureRequest) -> dict[str, str]:
    """Let language models lie on this machine; with ``parametrize(indirect=True)`` more."""
    return {"VERBATIM_LLM_ALLOW_PRIVATE": "127.0.0.0/8", **getattr(request, "param", {})}


@pytest.fixture
async def models() -> AsyncIterator[ModelServer]:
    """Give a server of language models."""
    async with model_server() as server:
        yield server


@pytest.fixture
def add_endpoint(admin: Person, models: ModelServer) -> AddEndpoint:
    """Add the server of language models, by default as one that speaks as OpenAI does."""

    async def add(**more: Any) -> Json:
        usual = {"name": "Garden", "kind": "generic_openai", "base_url": models.url, "api_key": GOOD_KEY}
        body = {**usual, "models": [{"name": "garden-1"}], **more}
        return ok(await admin.post("/api/llm/endpoints", json=body), 201)

    return add


@pytest.fixture
def make_transcript(app: FastAPI) -> MakeTranscript:
    """Make a transcript in the team that somebody works in."""

    async def make(person: Person) -> MadeTranscript:
        owner = (await person.get("/api/info")).json()["user"]["owner"]
        spaces = (await person.get(f"/api/teams/{owner}/workspaces")).json()["items"]
        place = next(one["id"] for one in spaces if one["is_default"])
        factory = Factory(app, Scope(frozenset({owner}), owner, workspace=place))
        return await factory.transcript("We begin with the watering plan.", "Maria will buy a hose by Friday.")

    return make


@pytest.fixture
async def bob(make_user: MakeUser) -> Person:
    """Give somebody who works in a team of their own."""
    person = await make_user("bob")
    ok(await person.post("/api/teams", json={"name": "Elsewhere"}), 201)
    return person
