"""Assistants see exactly what their person may see, and each of their looks is in the log with the program's name."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx2
import mcp_types
import pytest
from fastapi import FastAPI
from mcp.client.session import ClientSession
from mcp.client.streamable_http import streamable_http_client
from support_enterprise import BASE_URL, Person
from support_matrix.worlds import World, hide, join, make_world, sign_in
from support_teams import Json, ok
from verbatim_enterprise.teams.models import TeamRole

TOOLS = {"search", "get_transcript", "fetch", "list_recordings", "list_projects", "ask"}


@asynccontextmanager
async def assistant(
    app: FastAPI, token: str, name: str = "Garden helper", *, introduces: bool = True
) -> AsyncIterator[ClientSession]:
    """Give an assistant's session: of today's protocol, in which each request says who asks, or of the one before."""
    headers = {"Authorization": f"Bearer {token}", "User-Agent": f"{name.split(maxsplit=1)[0]}/1.0"}
    async with (
        httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), headers=headers) as http,
        streamable_http_client(f"{BASE_URL}/mcp", http_client=http) as streams,
        ClientSession(streams[0], streams[1], client_info=mcp_types.Implementation(name=name, version="1")) as session,
    ):
        await (session.discover() if introduces else session.initialize())
        yield session


async def tried(session: ClientSession, ids: dict[str, str], word: str) -> str:
    """Call every tool with these ids and return all that was answered."""
    calls: dict[str, Json] = {
        "search": {"query": word},
        "get_transcript": {"transcript_id": ids["transcript_id"]},
        "fetch": {"id": ids["transcript_id"]},
        "list_recordings": {"project_id": ids["project_id"]},
        "list_projects": {},
        "ask": {"transcript_id": ids["transcript_id"], "question": "What?"},
    }
    assert {one.name for one in (await session.list_tools()).tools} == TOOLS == set(calls)
    found: list[Any] = []
    for tool, arguments in calls.items():
        answer = await session.call_tool(tool, arguments)
        found.append([tool, answer.is_error, answer.structured_content, [one.model_dump() for one in answer.content]])
    return json.dumps(found, default=str)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_no_tool_shows_what_its_person_may_not_see(app: FastAPI, admin: Person, bob: Person) -> None:
    world: World = await make_world(app, "quokkacontent", "numbatpeople")
    inner = await hide(world, "wombatcontent")
    await join(world, bob.id, TeamRole.MEMBER)
    ok(await bob.post("/api/auth/team", json={"team_id": world.team_id}))
    async with assistant(app, bob.tokens["access_token"]) as session:
        behind = await tried(session, inner.ids, "wombatcontent")
        nowhere = await tried(session, {"transcript_id": "x" * 36, "project_id": "x" * 36}, "wombatcontent")
    assert "wombatcontent said" not in behind
    same = behind.replace(inner.ids["transcript_id"], "x" * 36).replace(inner.ids["project_id"], "x" * 36)
    assert same == nowhere
    # An administrator of the installation is no member.
    async with assistant(app, admin.tokens["access_token"]) as session:
        answers = await tried(session, world.ids, "quokkacontent")
    assert "quokkacontent" not in answers
    async with assistant(app, (await sign_in(app, world.owner_id)).access_token) as session:
        assert "quokkacontent said" in await tried(session, world.ids, "quokkacontent")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_each_look_is_in_the_log_with_the_name_of_the_program(
    app: FastAPI, admin: Person, make_transcript: Any
) -> None:
    made = await make_transcript(admin)
    token = admin.tokens["access_token"]
    async with assistant(app, token, introduces=False) as session:
        await session.call_tool("search", {"query": "hose"})
    async with assistant(app, token, "Garden\nhelper") as session:
        await session.call_tool("list_recordings", {})
        await session.call_tool("list_projects", {})
        await session.call_tool("get_transcript", {"transcript_id": made.id})
    rows: list[Json] = ok(await admin.get("/api/admin/audit", params={"action": "assistant.looked"}))["items"]
    told = [(one["details"]["tool"], one["details"]["client"], one["details"]["found"]) for one in rows[::-1]]
    assert told == [
        ("search", "Garden/1.0", 1),
        ("list_recordings", "Garden helper", 1),
        ("list_projects", "Garden helper", 0),
    ]
    assert "hose" not in json.dumps(rows)
    (read,) = ok(await admin.get("/api/admin/audit", params={"action": "transcript.read_by_tool"}))["items"]
    assert (read["details"]["client"], read["actor_id"]) == ("Garden helper", admin.id)
