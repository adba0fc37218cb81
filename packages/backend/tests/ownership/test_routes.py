"""Every route of the live application, called by somebody whose things these are not."""

from __future__ import annotations

import asyncio
from dataclasses import asdict, replace

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import Table, select
from support.client import Client
from support.recordings import REPORT
from support.route_calls import UPLOAD, World, call, make_world, routes_of
from support.sign_in import as_owner
from verbatim.core.ownership import Scope, as_system

ALICE = as_owner("alice")
MAKING = {("POST", "/api/projects"), ("POST", "/api/tags"), ("POST", "/api/ai/prompts")}
TELLING_TIME = {("GET", "/api/admin/health"), ("GET", "/api/admin/health/support-packet")}
"""What differs from one moment to the next, whoever asks for what."""


async def everything_of(app: FastAPI, owner: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    with as_system("a test compares"):
        async with app.state.database.transaction(read_only=True) as session:
            # Not all that this process has imported: a plugin's tables are not in this database.
            for table in {model.__table__ for model in app.state.registry.contributions.models}:
                assert isinstance(table, Table)
                if "owner_id" in table.columns:
                    rows = await session.execute(select(table).where(table.c.owner_id == owner))
                    found[table.name] = sorted(map(repr, rows))
    return found


def _anonymised(answer: httpx.Response, ids: World) -> tuple[int, str]:
    text = answer.text
    for name, value in asdict(ids).items():
        text = text.replace(f'"{value}"', f"<{name}>")
    return answer.status_code, text


@pytest.fixture
async def bobs(app: FastAPI) -> World:
    return await make_world(app, "bob")


@pytest.fixture
async def alices(app: FastAPI) -> World:
    return await make_world(app, "alice")


async def test_what_is_not_ones_own_is_not_there(app: FastAPI, client: Client, bobs: World) -> None:
    before = await everything_of(app, "bob")
    assert sum(map(len, before.values())) >= 10
    nowhere = World.nowhere()
    tried = 0
    for route in routes_of(app):
        foreign = await call(client, route, ALICE, bobs)
        missing = await call(client, route, ALICE, nowhere)
        if route not in MAKING | TELLING_TIME:
            assert _anonymised(foreign, bobs) == _anonymised(missing, nowhere), route
        assert "bob" not in foreign.text.lower(), route
        if "{" in route[1]:
            assert foreign.status_code == 404, route
            tried += 1
    assert tried >= 30
    assert await everything_of(app, "bob") == before


async def test_own_things_do_not_lead_to_those_of_others(
    app: FastAPI, client: Client, alices: World, bobs: World
) -> None:
    before = await everything_of(app, "bob")
    for name, value in asdict(bobs).items():
        if name == "number":
            continue  # of a version: counted within its transcript
        # All of alice's but one: in the path, and in the body.
        mixed = replace(alices, **{name: value})
        for route in routes_of(app):
            if route[0] == "DELETE" and name not in route[1]:
                continue  # she may delete her own
            for answer in (
                await call(client, route, ALICE, mixed, alices) if f"{{{name}}}" in route[1] else None,
                await call(client, route, ALICE, alices, mixed) if route[0] == "GET" else None,
            ):
                if answer is not None:
                    assert "bob" not in answer.text.lower(), (route, name)
                    if f"{{{name}}}" in route[1] and answer.request.url.path.count(value):
                        assert answer.status_code == 404, (route, name)
    assert await everything_of(app, "bob") == before


@pytest.mark.parametrize(
    "route",
    [
        ("POST", "/api/tags/recordings/{recording_id}"),
        ("POST", "/api/speakers/{speaker_id}/merge"),
        ("POST", "/api/speakers/reassign-segment"),
        ("POST", "/api/transcripts/{transcript_id}/segments/bulk-delete"),
        ("POST", "/api/recordings/bulk-assign"),
        ("POST", "/api/recordings/bulk-delete"),
    ],
    ids=lambda route: route[1],
)
async def test_an_id_in_a_body_is_no_way_in_either(
    app: FastAPI, client: Client, alices: World, bobs: World, route: tuple[str, str]
) -> None:
    before = await everything_of(app, "bob")
    nowhere = World.nowhere()
    foreign = await call(client, route, ALICE, alices, bobs)
    missing = await call(client, route, ALICE, alices, nowhere)
    assert _anonymised(foreign, bobs) == _anonymised(missing, nowhere)
    assert "bob" not in foreign.text.lower()
    assert await everything_of(app, "bob") == before


async def test_nothing_is_uploaded_into_a_project_of_another(app: FastAPI, client: Client, bobs: World) -> None:
    before = await everything_of(app, "bob")
    answer = await client.post(
        UPLOAD[1],
        headers=ALICE,
        data={"project_id": bobs.project_id, "transcribe": "false"},
        files={"file": ("a.flac", REPORT.read_bytes())},
    )
    assert answer.status_code == 404
    assert await everything_of(app, "bob") == before
    assert (await client.get("/api/recordings", headers=ALICE)).json()["total"] == 0


async def test_a_file_that_another_has_too_is_no_duplicate(client: Client) -> None:
    for owner in ("bob", "alice"):
        answer = await client.post(
            UPLOAD[1],
            headers=as_owner(owner),
            data={"transcribe": "false", "tags": "Shared"},
            files={"file": ("a.flac", REPORT.read_bytes())},
        )
        assert answer.status_code == 201, answer.text
        assert answer.json()["duplicate_of"] is None
        tags = (await client.get("/api/tags", headers=as_owner(owner))).json()["items"]
        assert [tag["name"] for tag in tags] == ["Shared"]


async def test_lists_search_figures_and_export_show_only_ones_own(client: Client, alices: World, bobs: World) -> None:
    for route in ("/api/recordings", "/api/projects", "/api/tags", "/api/jobs", "/api/speakers/unique", "/api/stats"):
        answer = await client.get(route, headers=ALICE)
        assert answer.status_code == 200, route
        assert "bob" not in answer.text.lower(), route
    for route in ("/api/recordings", "/api/projects"):
        assert (await client.get(route, headers=ALICE)).json()["total"] == 1
    figures = (await client.get("/api/stats", headers=ALICE)).json()
    assert figures["recordings"]["total_recordings"] == 1
    assert figures["transcriptions"]["total_segments"] == 1
    assert figures["projects"]["total_projects"] == 1
    for route, word in (("/api/search/global", "bob"), ("/api/search/segments", "bob"), ("/api/search/global", "word")):
        found = (await client.get(route, headers=ALICE, params={"q": word})).json()
        # What was said, a piece of a document and a note.
        assert found["total"] == (3 if word == "word" else 0)
    exported = await client.get(f"/api/transcripts/{bobs.transcript_id}/export", headers=ALICE)
    assert exported.status_code == 404
    own = await client.get(f"/api/transcripts/{alices.transcript_id}/export", headers=ALICE)
    assert "alice said" in own.text


async def test_the_event_stream_tells_each_owner_of_their_own_changes(
    app: FastAPI, client: Client, alice: Scope, bob: Scope
) -> None:
    alices, bobs = app.state.live.subscribe(alice), app.state.live.subscribe(bob)
    await client.post("/api/tags", headers=as_owner("bob"), json={"name": "new"})
    message = await asyncio.wait_for(anext(bobs.messages(5)), 5)
    assert message["type"] == "tag.changed"
    assert alices.queue.empty()
