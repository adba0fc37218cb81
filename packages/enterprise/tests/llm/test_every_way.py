"""Every way to a provider goes through the meter: found in the source, so that a new one is seen, and then walked."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
import verbatim
import verbatim_enterprise
from fastapi import FastAPI
from mcp.client.session import ClientSession
from mcp.client.streamable_http import streamable_http_client
from support.model_server import ModelServer
from support_enterprise import BASE_URL, Person
from support_teams import Json, ok

ASKING: dict[str, str] = {
    "ai/routes.py _answer": "POST summarize, analyze and ask of a transcript",
    "ai/automatic.py summarize_by_itself": "the job that summarises new transcripts",
    "ai/own_routes.py set_preferences": "chooses a model to see that it is there, and asks it nothing",
    "conversations/routes.py _asking": "POST messages of a conversation",
    "mcp_server/tools.py ask": "the tool of assistants",
}
"""Every function that gets a model from the desk. Whoever adds one adds a walk of it below."""

NEAR_THE_WIRE = {
    "adapters/llm/http.py",
    "adapters/llm/chat_completions.py",
    "adapters/llm/local.py",
    "adapters/llm/openai.py",
    "adapters/llm/anthropic.py",
    "adapters/llm/generic_openai.py",
    "plugins/api/language_models.py",
    "llm/desk.py",
}
"""Files that may name what sends requests to language models; only the desk hands it out."""

_WIRE = {"Door", "ChatCompletions", "OpenAIAdapter", "AnthropicAdapter", "GenericOpenAIAdapter"}


def sources() -> Iterator[tuple[str, ast.Module]]:
    for package in (verbatim, verbatim_enterprise):
        root = Path(str(package.__file__)).parent
        for path in sorted(root.rglob("*.py")):
            yield path.relative_to(root).as_posix(), ast.parse(path.read_text())


def asking() -> set[str]:
    """Return the functions that call ``choose`` with a model's caller."""
    found = set()
    for name, tree in sources():
        for function in ast.walk(tree):
            if not isinstance(function, ast.AsyncFunctionDef):
                continue
            # Not how the desk is called: that may be hidden behind any name.
            called = {one.attr for one in ast.walk(function) if isinstance(one, ast.Attribute)}
            if "choose" in called:
                found.add(f"{name} {function.name}")
    return found


def near_the_wire() -> set[str]:
    return {
        name
        for name, tree in sources()
        for one in ast.walk(tree)
        if isinstance(one, ast.ImportFrom | ast.ClassDef)
        and {getattr(one, "name", ""), *(alias.name for alias in getattr(one, "names", ()))} & _WIRE
    }


def test_only_the_desk_leads_to_a_model_and_only_these_ask_it() -> None:
    assert asking() == set(ASKING)
    assert near_the_wire() <= NEAR_THE_WIRE, near_the_wire() - NEAR_THE_WIRE


async def usage(admin: Person) -> list[Json]:
    items: list[Json] = ok(await admin.get("/api/llm/usage"))["items"]
    return items


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_each_way_leaves_one_row_for_each_request(
    admin: Person, app: FastAPI, models: ModelServer, add_endpoint: Any, make_transcript: Any
) -> None:
    endpoint, made = await add_endpoint(), await make_transcript(admin)
    talk = ok(await admin.post("/api/conversations", json={"transcript_ids": [made.id]}), 201)["id"]
    transcript = f"/api/ai/transcripts/{made.id}"
    walks: dict[str, tuple[str, Json]] = {
        "summary": (f"{transcript}/summarize", {}),
        "analysis": (f"{transcript}/analyze", {}),
        "answer": (f"{transcript}/ask", {"question": "What?"}),
        "conversation": (f"/api/conversations/{talk}/messages", {"content": "What?"}),
    }
    for feature, (path, body) in walks.items():
        for more in ({}, {"stream": True}):
            before = len(models.requests)
            assert (await admin.post(path, json={**body, **more})).status_code == 200
            assert len(models.requests) == before + 1
            rows = await usage(admin)
            assert len(rows) == len(models.requests)
            assert (rows[0]["feature"], rows[0]["outcome"], rows[0]["user_id"]) == (feature, "ok", admin.id)
    await ask_by_tool(app, admin, made.id)
    rows = await usage(admin)
    assert (rows[0]["feature"], len(rows)) == ("mcp", len(models.requests))
    # Trying a server out, and looking at what there is, asks no model anything.
    ok(await admin.post(f"/api/llm/endpoints/{endpoint['id']}/test"))
    ok(await admin.put("/api/ai/preferences", json={"summarize": False, "model": endpoint["models"][0]["id"]}))
    ok(await admin.get("/api/ai/models"))
    assert len(await usage(admin)) == len(models.requests)


async def ask_by_tool(app: FastAPI, person: Person, transcript_id: str) -> None:
    headers = {"Authorization": person.headers["Authorization"]}
    async with (
        httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), headers=headers) as http,
        streamable_http_client(f"{BASE_URL}/mcp", http_client=http) as streams,
        ClientSession(streams[0], streams[1]) as session,
    ):
        await session.initialize()
        answer = await session.call_tool("ask", {"transcript_id": transcript_id, "question": "What?"})
        assert not answer.is_error, answer.content
