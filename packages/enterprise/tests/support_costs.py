"""A team's library, and what requests about it ask of PostgreSQL."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from fastapi import FastAPI
from support.costs import Answer, ask, questions
from support.factories import MadeTranscript
from support_content import factory_of
from support_enterprise import Person
from support_teams import make_settled_loner


class World:
    """A team's library, and somebody who asks for it."""

    def __init__(self, app: FastAPI, made: MadeTranscript, project_id: str, headers: dict[str, str]) -> None:
        self.app, self.made, self.project_id, self.headers = app, made, project_id, headers

    async def ask(self, method: str, path: str, query: str = "", **body: Any) -> Answer:
        sent = json.dumps(body).encode() if body else b""
        answer = await ask(self.app, method, path, self.headers, sent, query)
        assert answer.status in {200, 201}, answer.body
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
    project_id = await factory.project("Evidence", ids[::2])
    for number in range(3):
        await factory.tag(f"tag {number}", ids[number::3] + ids[number + 1 :: 3])
    made = await factory.transcript("Good morning", "And good night", speakers=("A", "B"), recording_id=ids[0])
    headers = {"Authorization": admin.headers["Authorization"], "X-Team-Id": crew.team_id}
    return World(app, made, project_id, headers)
