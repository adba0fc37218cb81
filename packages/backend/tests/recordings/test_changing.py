"""Titles and metadata: what is changed, and what cannot be stored."""

from __future__ import annotations

import pytest
from support.client import Client
from support.recordings import REPORT


async def test_title_and_metadata(client: Client) -> None:
    identity = (await client.upload(REPORT, description="old", transcribe="false"))["id"]
    url = f"/api/recordings/{identity}"
    changed = (await client.patch(url, json={"title": " New\n\x00 title "})).json()
    assert (changed["title"], changed["metadata"]) == ("New title", {"description": "old"})
    metadata = {"a": "\x00", "b": ["🎙️", None, 1.5]}
    changed = (await client.patch(url, json={"metadata": metadata})).json()
    assert (changed["title"], changed["metadata"]) == ("New title", metadata)
    assert (await client.recording(identity))["metadata"] == metadata
    assert changed["updated_at"] > changed["created_at"]


@pytest.mark.parametrize(
    "body",
    [
        b'{"title": ""}',
        b'{"title": " \\n\\u0000 "}',
        b'{"title": "\\ud800"}',
        b'{"metadata": {"a": "\\ud800"}}',
        b'{"metadata": {"\\ud800": 1}}',
        b'{"metadata": {"a": NaN}}',
        b'{"metadata": {"a": 1e999}}',
        b'{"metadata": []}',
        b'{"metadata": {"a": "' + b"x" * 40_000 + b'"}}',
        b"{",
        b"[]",
    ],
)
async def test_what_cannot_be_stored_is_refused(client: Client, body: bytes) -> None:
    identity = (await client.upload(REPORT, title="Kept", transcribe="false"))["id"]
    answer = await client.patch(
        f"/api/recordings/{identity}", content=body, headers={"content-type": "application/json"}
    )
    assert answer.status_code == 422, answer.text
    found = await client.recording(identity)
    assert (found["title"], found["metadata"]) == ("Kept", {})
    assert (await client.get("/api/recordings")).status_code == 200
