"""Stars: given and taken back as often as one likes, shown in lists, gone with what they were on."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from support.client import Client
from support.factories import Factory
from verbatim.config import Settings
from verbatim.favourites import service

pytestmark = pytest.mark.usefixtures("quick_engine")


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"trash_days": 30})


async def _stars(client: Client) -> list[tuple[str, str]]:
    answer = await client.get("/api/favourites")
    assert answer.status_code == 200, answer.text
    return [(one["kind"], one["title"]) for one in answer.json()["items"]]


async def _listed(client: Client, path: str, **params: Any) -> list[str]:
    answer = await client.get(path, params={"favourites": True, **params})
    assert answer.status_code == 200, answer.text
    assert answer.json()["total"] == len(answer.json()["items"])
    return [one["id"] for one in answer.json()["items"]]


async def test_recordings_documents_and_projects_are_starred_and_found(app: FastAPI, client: Client) -> None:
    factory = Factory(app)
    one, other = await factory.recording(title="Budget"), await factory.recording(title="Garden")
    project = await factory.project("Board", [one])
    file = {"file": ("plan.md", b"# Plan\n\nThe fence is red.", "text/markdown")}
    document = (await client.post("/api/documents", files=file)).json()["id"]
    assert await _stars(client) == []
    for path in (f"recordings/{one}", f"documents/{document}", f"projects/{project}"):
        for _ in range(2):  # twice is once
            answer = await client.put(f"/api/favourites/{path}")
            assert answer.status_code == 200, answer.text
    assert {kind for kind, _ in await _stars(client)} == {"recording", "document", "project"}
    assert (await _stars(client))[-1] == ("recording", "Budget")

    assert await _listed(client, "/api/recordings") == [one]
    assert await _listed(client, "/api/recordings", search="garden") == []
    assert await _listed(client, "/api/documents") == [document]
    assert await _listed(client, "/api/projects") == [project]
    assert (await client.get("/api/recordings")).json()["total"] == 2

    for _ in range(2):
        assert (await client.delete(f"/api/favourites/recordings/{one}")).status_code == 200
    assert ("recording", "Budget") not in await _stars(client)
    assert await _listed(client, "/api/recordings") == []
    assert other


async def test_a_star_goes_with_its_thing_and_comes_back_with_it(app: FastAPI, client: Client) -> None:
    made = await Factory(app).recording(title="Budget")
    await client.put(f"/api/favourites/recordings/{made}")
    assert (await client.delete(f"/api/recordings/{made}")).status_code == 200
    assert await _stars(client) == []
    for method in ("PUT", "DELETE"):
        refused = await client.request(method, f"/api/favourites/recordings/{made}")
        assert (refused.status_code, refused.json()["code"]) == (404, "recording_not_found")
    item = (await client.get("/api/trash")).json()["items"][0]
    restored = await client.post("/api/trash/restore", json={"ids": [item["id"]]})
    assert restored.status_code == 200, restored.text
    assert await _stars(client) == [("recording", "Budget")]


async def test_what_is_starred_is_done_at_once(app: FastAPI, client: Client) -> None:
    factory = Factory(app)
    starred, other = await factory.recording(title="Budget"), await factory.recording(title="Garden")
    await client.put(f"/api/favourites/recordings/{starred}")
    begun = await client.post("/api/bulk", json={"action": "delete", "wanted": {"favourites": True}})
    assert begun.status_code == 202, begun.text
    assert begun.json()["total"] == 1
    assert other


async def test_there_are_only_so_many(app: FastAPI, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "MOST", 2)
    factory = Factory(app)
    ids = [await factory.recording(title=f"Number {number}") for number in range(3)]
    answers = [await client.put(f"/api/favourites/recordings/{one}") for one in ids]
    assert [one.status_code for one in answers] == [200, 200, 409]
    assert answers[-1].json()["code"] == "too_many_favourites"
    for kind in ("recordings", "documents", "projects"):
        missing = await client.put(f"/api/favourites/{kind}/none")
        assert missing.status_code == 404, missing.text
