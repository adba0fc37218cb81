"""What is deleted lies in the trash: nobody sees it, it can be brought back whole, and in the end it is gone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select, update
from support.client import Client
from verbatim.config import Settings
from verbatim.core.clock import utcnow
from verbatim.core.ownership import as_system
from verbatim.core.trash.models import TrashedItem
from verbatim.recordings.models import Recording, StrayFile
from verbatim.trash.upkeep import purge_due

pytestmark = pytest.mark.usefixtures("quick_engine")


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"trash_days": 30})


async def _trash(client: Client) -> list[dict[str, Any]]:
    answer = await client.get("/api/trash")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def _shown(client: Client, recording_id: str) -> dict[str, Any]:
    """Return all that the API tells of a recording, in lists, searches and figures too."""
    paths = {
        "one": f"/api/recordings/{recording_id}",
        "list": "/api/recordings",
        "found": "/api/recordings?search=report",
        "audio": f"/api/recordings/{recording_id}/audio",
        "waveform": f"/api/recordings/{recording_id}/waveform",
        "properties": f"/api/recordings/{recording_id}/properties",
        "transcript": f"/api/transcripts/by-recording/{recording_id}",
        "versions": f"/api/recordings/{recording_id}/transcripts",
        "everywhere": "/api/search/global?q=report",
        "said": "/api/search/segments?q=the",
        "projects": "/api/projects",
        "tags": "/api/tags",
        "notes": f"/api/notes?recording_id={recording_id}",
        "stats": "/api/stats",
    }
    answers = {name: await client.get(path) for name, path in paths.items()}
    return {
        name: (answer.status_code, answer.json() if "json" in answer.headers["content-type"] else answer.content)
        for name, answer in answers.items()
    }


async def _whole(client: Client) -> str:
    """Make a recording with a transcript, a tag, a project and a note."""
    made = await client.transcribed(name="report.wav", tags="minutes")
    recording_id: str = made["recording_id"]
    project = (await client.post("/api/projects", json={"name": "Board"})).json()
    assert (await client.post(f"/api/projects/{project['id']}/recordings/{recording_id}")).status_code < 300
    note = {"recording_id": recording_id, "content": "Read the report again"}
    assert (await client.post("/api/notes", json=note)).status_code < 300
    return recording_id


def _without_times(shown: dict[str, Any]) -> dict[str, Any]:
    projects = shown["projects"][1]
    for project in projects["items"]:
        project.pop("updated_at")
    return shown


async def test_what_is_deleted_shows_nowhere_and_comes_back_whole(client: Client) -> None:
    recording_id = await _whole(client)
    before = await _shown(client, recording_id)
    assert before["said"][1]["results"]
    deleted = await client.delete(f"/api/recordings/{recording_id}")
    assert deleted.status_code == 200
    gone = await _shown(client, recording_id)
    missing = {"one", "audio", "waveform", "properties", "transcript", "versions", "notes"}
    assert {name for name in missing if gone[name][0] != 404} <= {"notes", "versions"}
    assert recording_id not in str(gone)
    assert gone["stats"][1]["recordings"]["total_recordings"] == 0
    assert gone["list"][1]["total"] == gone["found"][1]["total"] == 0
    assert gone["everywhere"][1]["total"] == 0
    assert gone["said"][1]["results"] == []
    [item] = await _trash(client)
    assert (item["id"], item["kind"], item["title"], item["held"]) == (recording_id, "recording", "report", False)
    answer = await client.post("/api/trash/restore", json={"ids": [recording_id]})
    assert answer.json()["count"] == 1
    assert await _trash(client) == []
    assert _without_times(await _shown(client, recording_id)) == _without_times(before)


async def test_deleting_again_or_changing_what_lies_in_the_trash_finds_nothing(client: Client) -> None:
    recording_id = (await client.upload(transcribe="false"))["id"]
    await client.delete(f"/api/recordings/{recording_id}")
    assert (await client.delete(f"/api/recordings/{recording_id}")).status_code == 404
    assert (await client.patch(f"/api/recordings/{recording_id}", json={"title": "x"})).status_code == 404
    assert (await client.post(f"/api/recordings/{recording_id}/transcribe")).status_code == 404
    bulk = await client.post("/api/recordings/bulk-delete", json={"ids": [recording_id]})
    assert bulk.json()["message"] == "0 recordings deleted."
    assert len(await _trash(client)) == 1


async def test_the_file_stays_until_it_is_deleted_for_ever(app: FastAPI, client: Client) -> None:
    recording_id = (await client.upload(transcribe="false"))["id"]
    sound = (await client.get(f"/api/recordings/{recording_id}/audio?original=true")).content
    await client.delete(f"/api/recordings/{recording_id}")
    await client.post("/api/trash/restore", json={"ids": [recording_id]})
    assert (await client.get(f"/api/recordings/{recording_id}/audio?original=true")).content == sound
    await client.delete(f"/api/recordings/{recording_id}")
    assert (await client.post("/api/trash/purge", json={"ids": [recording_id]})).json()["count"] == 1
    assert await _left(app, recording_id) == 0
    again = await client.post("/api/trash/restore", json={"ids": [recording_id]})
    assert (again.status_code, again.json()["code"]) == (404, "not_in_trash")


async def _left(app: FastAPI, recording_id: str) -> int:
    """Return how many rows of a recording there are, in the trash or out of it."""
    with as_system("test"):
        async with app.state.database.transaction(read_only=True) as session:
            rows = [
                await session.scalar(select(Recording.id).where(Recording.id == recording_id)),
                await session.scalar(select(TrashedItem.id).where(TrashedItem.id == recording_id)),
            ]
    return sum(row is not None for row in rows)


async def _let_time_pass(app: FastAPI) -> None:
    with as_system("test"):
        async with app.state.database.transaction() as session:
            await session.execute(update(TrashedItem).values(ends_at=utcnow() - timedelta(seconds=1)))


async def test_what_has_had_its_time_goes_and_what_has_not_stays(app: FastAPI, client: Client) -> None:
    old = (await client.upload(transcribe="false"))["id"]
    await client.delete(f"/api/recordings/{old}")
    assert await purge_due(app.state.database) == 0
    await _let_time_pass(app)
    new = (await client.upload(transcribe="false"))["id"]
    await client.delete(f"/api/recordings/{new}")
    assert await purge_due(app.state.database) == 1
    assert [item["id"] for item in await _trash(client)] == [new]
    assert (await _left(app, old), await _left(app, new)) == (0, 2)


async def test_work_under_way_stops_and_can_begin_again_after_coming_back(client: Client) -> None:
    recording_id = (await client.upload(transcribe="true"))["id"]
    await client.delete(f"/api/recordings/{recording_id}")
    await client.post("/api/trash/restore", json={"ids": [recording_id]})
    await client.wait_for(recording_id, "cancelled", "completed")  # whichever was quicker
    assert (await client.post(f"/api/recordings/{recording_id}/transcribe", json={})).status_code < 300
    await client.wait_for(recording_id, "completed")


async def test_a_project_deleted_with_its_files_leaves_them_in_the_trash(client: Client) -> None:
    recording_id = await _whole(client)
    project = (await client.recording(recording_id))["project_ids"][0]
    answer = await client.delete(f"/api/projects/{project}", params={"delete_files": "true"})
    assert answer.status_code == 200, answer.text
    assert [item["id"] for item in await _trash(client)] == [recording_id]
    await client.post("/api/trash/restore", json={"ids": [recording_id]})
    assert (await client.recording(recording_id))["project_ids"] == []


async def test_a_document_goes_and_comes_back_with_its_text(client: Client) -> None:
    made = await client.post("/api/documents", files={"file": ("plan.txt", b"The harbour plan of May")})
    document_id = made.json()["id"]
    await client.delete(f"/api/documents/{document_id}")
    assert (await client.get(f"/api/documents/{document_id}")).status_code == 404
    assert (await client.get(f"/api/documents/{document_id}/content")).status_code == 404
    assert (await client.get("/api/documents")).json()["total"] == 0
    [item] = await _trash(client)
    assert (item["kind"], item["duration_seconds"]) == ("document", None)
    await client.post("/api/trash/restore", json={"ids": [document_id]})
    assert (await client.get(f"/api/documents/{document_id}")).status_code == 200


async def test_the_trash_can_be_searched_and_emptied(client: Client) -> None:
    for name in ("harbour plan.wav", "budget.wav"):
        made = await client.upload(name=name, transcribe="false")
        await client.delete(f"/api/recordings/{made['id']}")
    found = (await client.get("/api/trash", params={"search": "plan harb"})).json()
    assert [item["title"] for item in found["items"]] == ["harbour plan"]
    assert (await client.delete("/api/trash")).json()["count"] == 2
    assert await _trash(client) == []


@pytest.mark.parametrize("body", [{}, {"ids": []}, {"ids": ["x" * 37]}, {"ids": ["x"] * 501}, {"ids": ["x"], "all": 1}])
async def test_what_names_nothing_is_refused(client: Client, body: dict[str, Any]) -> None:
    for what in ("restore", "purge"):
        assert (await client.post(f"/api/trash/{what}", json=body)).status_code == 422


class TestWithoutATrash:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"trash_days": 0})

    async def test_deleting_is_for_ever_at_once(self, app: FastAPI, client: Client) -> None:
        recording_id = (await client.upload(transcribe="false"))["id"]
        await client.delete(f"/api/recordings/{recording_id}")
        assert await _trash(client) == []
        assert await _left(app, recording_id) == 0
        with as_system("test"):
            async with app.state.database.transaction(read_only=True) as session:
                assert list(await session.scalars(select(StrayFile.id))) is not None
