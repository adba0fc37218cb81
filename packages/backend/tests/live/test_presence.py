"""Who is at a transcript: told to open pages, and to nobody who may not read it."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from support.client import Client
from support.factories import Factory
from verbatim.core.live import LiveHub
from verbatim.core.ownership import Unscoped

PAGE = "page-of-ada"


def heard_by(hub: LiveHub) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    hub.relay = lambda _owner, message, _places: found.append(message)
    return found


@pytest.fixture
async def made(app: FastAPI) -> Any:
    return await Factory(app, Unscoped()).transcript("Good morning", "And good night")


async def test_pages_hear_where_somebody_writes(app: FastAPI, client: Client, made: Any) -> None:
    heard = heard_by(app.state.live)
    segment = str(made.segment_ids[0])
    answer = await client.post(
        f"/api/transcripts/{made.id}/presence", json={"page": PAGE, "segment_id": segment, "editing": True}
    )
    assert (answer.status_code, answer.json()) == (200, {"told": True})
    assert heard == [
        {
            "type": "transcript.presence",
            "transcript_id": made.id,
            "recording_id": made.recording_id,
            "person": "local",
            "name": "You",
            "page": PAGE,
            "segment_id": segment,
            "editing": True,
            "here": True,
            "asks": False,
        }
    ]
    revision = (await client.get(f"/api/transcripts/{made.id}")).json()["revision"]
    assert revision == 0, "being there changes nothing"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"page": "short"},
        {"page": "x" * 41},
        {"page": "with space"},
        {"page": PAGE, "segment_id": "1; drop"},
        {"page": PAGE, "segment_id": "9" * 20},
        {"page": PAGE, "name": "Somebody else"},
    ],
)
async def test_what_a_page_may_say_is_bounded(app: FastAPI, client: Client, made: Any, body: dict[str, Any]) -> None:
    heard = heard_by(app.state.live)
    assert (await client.post(f"/api/transcripts/{made.id}/presence", json=body)).status_code == 422
    assert heard == []


async def test_there_is_nobody_at_what_is_not_there(app: FastAPI, client: Client) -> None:
    heard = heard_by(app.state.live)
    answer = await client.post("/api/transcripts/nothing/presence", json={"page": PAGE})
    assert (answer.status_code, answer.json()["code"]) == (404, "transcript_not_found")
    assert heard == []
