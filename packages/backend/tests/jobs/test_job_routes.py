"""`/api/jobs`: background work as its owner sees it."""

from __future__ import annotations

from typing import Any

import pytest
from support.client import Client
from support.engines import QuickEngine
from support.recordings import REPORT

URL = "/api/jobs"


async def transcriptions(client: Client, **params: Any) -> list[dict[str, Any]]:
    found = (await client.get(URL, params=params)).json()
    return [job for job in found["items"] if job["job_type"] == "transcribe"]


async def test_listed_newest_first_and_filtered(quick_engine: QuickEngine, client: Client) -> None:
    quick_engine.gate.clear()
    first, second = [(await client.upload(REPORT)) for _ in range(2)]
    await client.wait_for(first["id"], "processing")
    assert [job["id"] for job in await transcriptions(client)] == [second["job_id"], first["job_id"]]
    assert [job["id"] for job in await transcriptions(client, status="running")] == [first["job_id"]]
    assert [job["id"] for job in await transcriptions(client, status="queued")] == [second["job_id"]]
    limited = (await client.get(URL, params={"limit": 1})).json()
    assert len(limited["items"]) == 1
    assert limited["total"] >= 2
    for wrong in ({"status": "lost"}, {"limit": 0}, {"limit": 501}):
        assert (await client.get(URL, params=wrong)).status_code == 422


async def test_one_from_beginning_to_end(quick_engine: QuickEngine, client: Client) -> None:
    made = await client.upload(REPORT, language="de")
    await client.wait_for(made["id"], "completed")
    job = (await client.get(f"{URL}/{made['job_id']}")).json()
    assert (job["status"], job["progress"], job["attempts"], job["error"]) == ("completed", 100.0, 1, None)
    assert (job["payload"]["recording_id"], job["payload"]["language"]) == (made["id"], "de")
    assert job["result"]["engine"] == "pocketsphinx"
    assert job["created_at"] <= job["started_at"] <= job["completed_at"]


async def test_cancelled(quick_engine: QuickEngine, client: Client) -> None:
    quick_engine.gate.clear()
    made = await client.upload(REPORT)
    await client.wait_for(made["id"], "processing")
    assert (await client.post(f"{URL}/{made['job_id']}/cancel")).status_code == 200
    await client.wait_for(made["id"], "cancelled")
    again = await client.post(f"{URL}/{made['job_id']}/cancel")
    assert (again.status_code, again.json()["code"]) == (409, "job_ended")


@pytest.mark.parametrize("path", ["nobody", "x" * 500, "%F0%9F%8E%99"])
async def test_nobody(client: Client, path: str) -> None:
    for answer in (await client.get(f"{URL}/{path}"), await client.post(f"{URL}/{path}/cancel")):
        assert (answer.status_code, answer.json()["code"]) == (404, "job_not_found")


@pytest.mark.usefixtures("quick_engine")
async def test_cleared_but_for_what_a_recording_shows(client: Client) -> None:
    made = await client.upload(REPORT)
    await client.wait_for(made["id"], "completed")
    again = (await client.post(f"/api/recordings/{made['id']}/transcribe")).json()["job_id"]
    await client.wait_for(made["id"], "completed")
    assert (await client.post(f"{URL}/clear-completed")).status_code == 200
    assert [job["id"] for job in await transcriptions(client)] == [again]
    assert (await client.recording(made["id"]))["job"]["status"] == "completed"
