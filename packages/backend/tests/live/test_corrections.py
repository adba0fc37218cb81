"""A correction reaches open pages in one message, which says what of the transcript it was about."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from support.client import Client
from support.factories import Factory
from verbatim.core.live import LiveHub
from verbatim.core.ownership import Unscoped


def heard_by(hub: LiveHub) -> list[dict[str, Any]]:
    """Return a list that every message of the server is added to from now on."""
    found: list[dict[str, Any]] = []
    hub.relay = lambda _owner, message, _places: found.append(message)
    return found


async def test_one_message_names_the_segment(app: FastAPI, client: Client) -> None:
    made = await Factory(app, Unscoped()).transcript("Good morning", "And good night", speakers=("A", "B"))
    heard = heard_by(app.state.live)
    segment = f"/api/transcripts/{made.id}/segments/{made.segment_ids[0]}"
    assert (await client.patch(segment, json={"text": "Good evening"})).status_code == 200
    ids = {"transcript_id": made.id, "recording_id": made.recording_id}
    assert heard == [{"type": "transcript.updated", **ids, "segment_ids": [made.segment_ids[0]]}]


async def test_what_is_about_the_whole_names_none(app: FastAPI, client: Client) -> None:
    made = await Factory(app, Unscoped()).transcript("Good morning", speakers=("A",))
    heard = heard_by(app.state.live)
    answer = await client.patch(f"/api/speakers/{made.speaker_ids[0]}", json={"speaker_name": "Eve"})
    assert answer.status_code == 200
    assert [sorted(message) for message in heard] == [["recording_id", "transcript_id", "type"]]
