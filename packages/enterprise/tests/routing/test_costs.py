"""What requests may cost, in counts that no busy machine blurs."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
import structlog
from fastapi import FastAPI
from support.costs import Answer, ask, calls, questions
from support.factories import MadeTranscript
from support_content import factory_of
from support_enterprise import Person
from support_teams import make_settled_loner
from verbatim.core.logging import configure_logging
from verbatim_enterprise.host import Database

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

CALLS_PER_LIST, TRIPS_PER_LIST, TRIPS_PER_CORRECTION = 4_500, 3, 12


class World:
    """A team's library, and somebody who asks for it."""

    def __init__(self, app: FastAPI, made: MadeTranscript, headers: dict[str, str]) -> None:
        self.app, self.made, self.headers = app, made, headers

    async def ask(self, method: str, path: str, query: str = "", **body: Any) -> Answer:
        sent = json.dumps(body).encode() if body else b""
        answer = await ask(self.app, method, path, self.headers, sent, query)
        assert answer.status == 200, answer.body
        return answer

    async def trips(self, method: str, path: str, query: str = "", **body: Any) -> list[str]:
        """Return what a request asks the database once every connection knows its statements."""
        found: list[list[str]] = []
        for number in range(25):
            with questions() as asked:
                await self.ask(method, path, query, **{name: f"{value} {number}" for name, value in body.items()})
                await asyncio.sleep(0.02)  # the COMMIT of a read leaves after its answer
            found.append(asked)
        return min(found, key=len)


@pytest.fixture
async def world(app: FastAPI, admin: Person) -> World:
    crew = await make_settled_loner(admin)
    factory = await factory_of(app, crew.team_id)
    rows = [{"id": f"recording-{number}", "title": f"Meeting {number}"} for number in range(30)]
    ids = await factory.recordings(rows)
    await factory.project("Evidence", ids[::2])
    for number in range(3):
        await factory.tag(f"tag {number}", ids[number::3] + ids[number + 1 :: 3])
    made = await factory.transcript("Good morning", "And good night", speakers=("A", "B"), recording_id=ids[0])
    headers = {"Authorization": admin.headers["Authorization"], "X-Team-Id": crew.team_id}
    return World(app, made, headers)


async def test_a_list_takes_few_calls(world: World) -> None:
    configure_logging("info", "json")
    await world.ask("GET", "/api/recordings", "page_size=25")
    counted = await calls(world.app, "GET", "/api/recordings", world.headers, query="page_size=25")
    structlog.reset_defaults()
    assert counted <= CALLS_PER_LIST


@pytest.mark.parametrize(
    "path", ["/api/recordings", "/api/recordings/recording-0", "/api/auth/me", "/api/recordings?sort_by=title&page=2"]
)
async def test_a_page_of_a_list_a_recording_and_an_account_take_three_round_trips(world: World, path: str) -> None:
    path, _, query = path.partition("?")
    asked = await world.trips("GET", path, query)
    assert len(asked) <= TRIPS_PER_LIST, asked


async def test_a_whole_transcript_takes_four_round_trips(world: World) -> None:
    asked = await world.trips("GET", f"/api/transcripts/{world.made.id}")
    assert len(asked) <= 4, asked


async def test_a_correction_takes_no_more_round_trips_than_it_did(world: World) -> None:
    path = f"/api/transcripts/{world.made.id}/segments/{world.made.segment_ids[0]}"
    asked = await world.trips("PATCH", path, text="Good day")
    assert len(asked) <= TRIPS_PER_CORRECTION, asked


async def test_no_statement_has_a_parameter_for_its_limit(world: World) -> None:
    app = world.app
    database: Database = app.state.database
    assert database.dialect == "postgresql"
    pages = (
        "/api/recordings",
        "/api/projects",
        "/api/jobs",
        "/api/admin/audit",
        "/api/holds",
        "/api/webhooks/deliveries",
    )
    asked_for = [(path, "page=2&page_size=7") for path in pages]
    asked_for += [("/api/search/segments", "q=good&page_size=7"), ("/api/search/global", "q=good")]
    asked_for += [(f"/api/transcripts/{world.made.id}/segments", "skip=1&limit=7")]
    seen: list[str] = []
    for path, query in asked_for:
        with questions() as asked:
            await ask(app, "GET", path, world.headers, query=query)
        seen += asked
    limited = [text for text in seen if " LIMIT " in text]
    assert len(limited) >= 4
    assert [text for text in limited if "LIMIT $" in text or "OFFSET $" in text] == []
