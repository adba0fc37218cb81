"""The same done to all recordings that a list shows: in the background, one by one, counted, and taken back."""

from __future__ import annotations

import asyncio
import io
import time
import zipfile
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select, update
from support.client import WAIT_SECONDS, Client
from support.factories import Factory
from verbatim.bulk.models import BulkDone, BulkRun
from verbatim.bulk.service import JOB, KEPT, MOST_RUNS
from verbatim.bulk.upkeep import forget_over
from verbatim.config import Settings
from verbatim.core.clock import utcnow
from verbatim.core.jobs.models import Job
from verbatim.core.ownership import as_system
from verbatim.recordings.models import StrayFile
from verbatim.transcripts.export import export_file
from verbatim.uploads.strays import delete_strays

pytestmark = pytest.mark.usefixtures("quick_engine")

OVER = {"done", "stopped", "failed"}


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"trash_days": 30, "jobs_lease_seconds": 60})


async def ended(client: Client, run_id: str) -> dict[str, Any]:
    """Wait until a task has ended."""
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        found: dict[str, Any] = (await client.get(f"/api/bulk/{run_id}")).json()
        if found["state"] in OVER:
            return found
        assert time.monotonic() < deadline, found
        await asyncio.sleep(0.05)


async def bulk(client: Client, action: str, wanted: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """Have something done to all that match, and return how it ended."""
    answer = await client.post("/api/bulk", json={"action": action, "wanted": wanted or {}, **more})
    assert answer.status_code == 202, answer.text
    return await ended(client, answer.json()["id"])


async def titles(client: Client, **params: Any) -> list[str]:
    answer = await client.get(
        "/api/recordings", params={"page_size": 100, "sort_by": "title", "sort_order": "asc", **params}
    )
    return [item["title"] for item in answer.json()["items"]]


async def test_all_that_match_are_deleted_and_brought_back(
    client: Client, factory: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verbatim.bulk.jobs.LOOKED_UP", 5)
    await factory.recordings([{"title": f"Board {number:03}"} for number in range(12)])
    await factory.recordings([{"title": "Choir"}])
    assert len(await titles(client, search="board", page_size=10)) == 10, "a page is not all"

    run = await bulk(client, "delete", {"search": "BOARD"})
    assert (run["state"], run["total"], run["done"], run["left"]) == ("done", 12, 12, [])
    assert await titles(client) == ["Choir"]
    assert run["undoable"]

    answer = await client.post(f"/api/bulk/{run['id']}/undo")
    assert answer.status_code == 202, answer.text
    undone = await ended(client, answer.json()["id"])
    assert (undone["state"], undone["done"], undone["undoes"]) == ("done", 12, run["id"])
    assert (await client.get("/api/recordings?search=board")).json()["total"] == 12
    assert not (await client.get(f"/api/bulk/{run['id']}")).json()["undoable"]
    again = await client.post(f"/api/bulk/{run['id']}/undo")
    assert (again.status_code, again.json()["code"]) == (409, "not_undoable")


async def test_only_named_ones_that_still_match(client: Client, factory: Factory) -> None:
    ids = await factory.recordings([{"title": "One"}, {"title": "Two"}, {"title": "Three"}])
    tag = (await client.post("/api/tags", json={"name": "minutes"})).json()
    run = await bulk(client, "tag", {"search": "t"}, ids=ids[:2], tag_id=tag["id"])
    assert (run["total"], run["done"]) == (1, 1)
    assert await titles(client, tag_ids=tag["id"]) == ["Two"]
    assert (await bulk(client, "untag", tag_id=tag["id"]))["done"] == 3
    assert await titles(client, tag_ids=tag["id"]) == []


async def test_into_a_project_and_out_again(client: Client, factory: Factory) -> None:
    await factory.recordings([{"title": "One"}, {"title": "Two"}])
    project = (await client.post("/api/projects", json={"name": "Board"})).json()
    assert (await bulk(client, "assign", project_id=project["id"]))["done"] == 2
    assert await titles(client, project_id=project["id"]) == ["One", "Two"]
    assert (await bulk(client, "assign", {"project_id": project["id"]}))["done"] == 2
    assert await titles(client, project_id=project["id"]) == []


async def test_what_waits_for_a_text_is_transcribed(client: Client) -> None:
    ids = [(await client.upload(name=f"{name}.wav", transcribe="false"))["id"] for name in ("a", "b")]
    run = await bulk(client, "transcribe", {"status": "untranscribed"})
    assert (run["done"], run["left"]) == (2, [])
    for recording_id in ids:
        await client.wait_for(recording_id, "completed")


async def test_many_transcripts_in_one_file(client: Client, app: FastAPI, factory: Factory) -> None:
    for _ in range(2):
        made = await client.transcribed(name="A: plan.wav")
    await factory.recording(title="Silent")
    run = await bulk(client, "export", format="md")
    assert (run["state"], run["done"], run["has_file"]) == ("done", 2, True)
    assert [(one["code"], one["count"]) for one in run["left"]] == [("no_transcript", 1)]

    answer = await client.get(f"/api/bulk/{run['id']}/file")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/zip")
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.testzip() is None
    names = sorted(archive.namelist())
    assert len(names) == 2, names
    alone = await client.get(f"/api/transcripts/{made['id']}/export?format=md")
    assert archive.read(names[0]) == alone.content

    # The file lies a day in the storage, and then nowhere.
    with as_system("test"):
        async with app.state.database.transaction() as session:
            key = (await session.get_one(BulkRun, run["id"])).storage_key
            await session.execute(update(BulkRun).values(ended_at=utcnow() - KEPT))
            await session.execute(update(StrayFile).where(StrayFile.storage_key == key).values(due_at=utcnow()))
    assert await app.state.storages["local"].exists(key)
    await delete_strays(app.state.database, app.state.storages)
    assert not await app.state.storages["local"].exists(key)
    gone = await client.get(f"/api/bulk/{run['id']}/file")
    assert (gone.status_code, gone.json()["code"]) == (404, "bulk_file_gone")

    # Nor is kept what somebody wished for, whether or not they come back.
    kept = await bulk(client, "delete", ids=[made["recording_id"]])
    assert await forget_over(app.state.database) == 1
    assert [one["id"] for one in (await client.get("/api/bulk")).json()["items"]] == [kept["id"]]
    with as_system("test"):
        async with app.state.database.transaction() as session:
            await session.execute(update(BulkRun).values(ended_at=utcnow() - KEPT))
    assert await forget_over(app.state.database) == 1
    with as_system("test"):
        async with app.state.database.transaction() as session:
            assert list(await session.scalars(select(BulkDone.recording_id))) == []


async def test_names_in_the_file_can_be_unpacked_anywhere(client: Client) -> None:
    for title in ("../../etc/passwd", "NUL", "nul", "\u202eminutes", "会" * 400):
        made = await client.transcribed()
        await client.patch(f"/api/recordings/{made['recording_id']}", json={"title": title})
    run = await bulk(client, "export")
    answer = await client.get(f"/api/bulk/{run['id']}/file")
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert len({name.casefold() for name in names}) == run["done"] == 5
    for name in names:
        assert len(name.encode()) <= 255, name
        assert not {"/", "\\", "\u202e"} & set(name), name
        assert name.partition(".")[0].casefold() not in {"", "nul"}, name


async def test_one_that_cannot_be_made_and_what_is_too_much_are_left_out(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles_of = {title: (await client.transcribed())["recording_id"] for title in ("Bad", "One", "Two", "Three")}
    for title, recording_id in titles_of.items():
        await client.patch(f"/api/recordings/{recording_id}", json={"title": title})

    def fails(transcript: Any, *rest: Any) -> tuple[bytes, str]:
        if transcript.recording_title == "Bad":
            raise RuntimeError("no such glyph")
        return export_file(transcript, *rest)

    monkeypatch.setattr("verbatim.bulk.export.export_file", fails)
    run = await bulk(client, "export")
    assert (run["state"], run["done"], [one["code"] for one in run["left"]]) == ("done", 3, ["file_not_made"])

    monkeypatch.setattr("verbatim.bulk.export.MOST_BYTES", 1)
    run = await bulk(client, "export", ids=[titles_of["One"], titles_of["Two"], titles_of["Three"]])
    assert (run["state"], run["done"]) == ("done", 1)
    assert [(one["code"], one["count"]) for one in run["left"]] == [("archive_full", 2)]
    archive = zipfile.ZipFile(io.BytesIO((await client.get(f"/api/bulk/{run['id']}/file")).content))
    assert (archive.testzip(), len(archive.namelist())) == (None, 1)


async def test_only_the_last_files_of_a_person_are_kept(
    client: Client, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verbatim.bulk.export.MOST_ZIPS", 2)
    await client.transcribed()
    runs = [await bulk(client, "export") for _ in range(4)]
    assert all(run["has_file"] for run in runs)
    kept = {run["id"] for run in (await client.get("/api/bulk")).json()["items"] if run["has_file"]}
    assert kept == {run["id"] for run in runs[2:]}
    with as_system("test"):
        async with app.state.database.transaction() as session:
            later = await session.scalars(select(StrayFile.storage_key).where(StrayFile.due_at > utcnow()))
            assert len(list(later)) == 2, "the others go as soon as the server sweeps"
    for run in runs:
        answer = await client.get(f"/api/bulk/{run['id']}/file")
        assert answer.status_code == (200 if run["id"] in kept else 404)


async def test_a_long_task_lets_others_go_before_it(
    client: Client, app: FastAPI, factory: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no worker for longer than a stint: mails and webhooks wait for the same few."""
    monkeypatch.setattr("verbatim.bulk.jobs.STINT_SECONDS", -1.0)
    await factory.recordings([{}, {}, {}])
    run = await bulk(client, "delete")
    assert (run["state"], run["done"], run["left"]) == ("done", 3, [])
    with as_system("test"):
        async with app.state.database.transaction() as session:
            jobs = list(await session.scalars(select(Job.status).where(Job.job_type == JOB)))
    assert jobs == ["completed"] * 4


async def test_what_changed_before_its_turn_is_counted_as_left(client: Client, app: FastAPI, factory: Factory) -> None:
    ids = sorted(await factory.recordings([{"title": "Board"}] * 4))
    await app.state.runtime.jobs.stop()
    started = (await client.post("/api/bulk", json={"action": "delete", "wanted": {"search": "board"}})).json()
    await client.patch(f"/api/recordings/{ids[0]}", json={"title": "Choir"})
    await client.delete(f"/api/recordings/{ids[3]}")
    await app.state.runtime.jobs.start()
    run = await ended(client, started["id"])
    assert (run["state"], run["total"], run["done"]) == ("done", 4, 2)
    assert [(one["code"], one["count"]) for one in run["left"]] == [("no_longer_matches", 2)]

    await client.post("/api/trash/restore", json={"ids": [ids[1]]})
    undone = await ended(client, (await client.post(f"/api/bulk/{run['id']}/undo")).json()["id"])
    assert (undone["total"], undone["done"]) == (2, 1)
    assert [(one["code"], one["count"]) for one in undone["left"]] == [("not_in_trash", 1)]
    assert sorted(await titles(client)) == ["Board", "Board", "Choir"], "what was deleted by hand stays there"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"action": "tag"}, 422),
        ({"action": "move"}, 422),
        ({"action": "burn"}, 422),
        ({"action": "delete", "tag_id": "x"}, 422),
        ({"action": "tag", "tag_id": "x", "project_id": "y"}, 422),
        ({"action": "restore"}, 422),
        ({"action": "delete", "wanted": {"titel": "x"}}, 422),
        ({"action": "delete", "ids": []}, 422),
        ({"action": "delete", "ids": ["x"] * 501}, 422),
        ({"action": "delete", "wanted": {"min_seconds": -1}}, 422),
        ({"action": "delete", "wanted": {"search": "nothing like it"}}, 422),
        ({"action": "tag", "tag_id": "none"}, 404),
        ({"action": "assign", "project_id": "none"}, 404),
        ({"action": "transcribe", "options": {"language": "Klingon"}}, 422),
    ],
)
async def test_what_cannot_be_done_is_refused_before_it_begins(
    client: Client, factory: Factory, body: dict[str, Any], code: int
) -> None:
    await factory.recording(title="One")
    answer = await client.post("/api/bulk", json=body)
    assert answer.status_code == code, answer.text
    assert await titles(client) == ["One"]
    assert (await client.get("/api/bulk")).json()["items"] == []


async def test_a_task_goes_on_where_its_server_died(client: Client, app: FastAPI, factory: Factory) -> None:
    """Each recording is done in the transaction that counts it, so that none is done or counted twice."""
    ids = sorted(await factory.recordings([{"title": f"R{number}"} for number in range(5)]))
    tag = (await client.post("/api/tags", json={"name": "minutes"})).json()
    await app.state.runtime.jobs.stop()
    started = (await client.post("/api/bulk", json={"action": "tag", "tag_id": tag["id"]})).json()
    with as_system("test"):
        async with app.state.database.transaction() as session:
            run = await session.get_one(BulkRun, started["id"])
            run.after, run.done, run.state = ids[1], 2, "running"
    await app.state.runtime.jobs.start()
    run = await ended(client, started["id"])
    assert (run["state"], run["total"], run["done"]) == ("done", 5, 5)
    assert (await client.get("/api/recordings", params={"tag_ids": tag["id"]})).json()["total"] == 3


async def test_stopped_before_it_began(client: Client, app: FastAPI, factory: Factory) -> None:
    await factory.recordings([{"title": "One"}])
    await app.state.runtime.jobs.stop()
    for number in range(MOST_RUNS):
        answer = await client.post("/api/bulk", json={"action": "delete"})
        assert answer.status_code == 202, number
    many = await client.post("/api/bulk", json={"action": "delete"})
    assert (many.status_code, many.json()["code"]) == (409, "too_many_runs")
    for run in (await client.get("/api/bulk")).json()["items"]:
        assert (await client.post(f"/api/bulk/{run['id']}/stop")).json()["state"] == "stopped"
    await app.state.runtime.jobs.start()
    assert await titles(client) == ["One"]
    with as_system("test"):
        async with app.state.database.transaction() as session:
            assert set(await session.scalars(select(Job.status))) == {"cancelled"}
