"""`GET /api/stats`: the figures of the dashboard."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from support.client import Client
from support.engines import QuickEngine
from support.factories import Factory
from support.recordings import REPORT
from support.sign_in import SignInPlugin, as_owner
from support.statements import statements_of
from verbatim.plugins.loader import Plugin

URL = "/api/stats"


async def test_nothing_yet(client: Client) -> None:
    assert (await client.get(URL)).json() == {
        "recordings": {
            "total_recordings": 0,
            "total_duration_seconds": 0.0,
            "total_bytes": 0,
            "by_status": {},
            "avg_duration_seconds": None,
        },
        "transcriptions": {"total_transcripts": 0, "total_segments": 0, "total_words": 0, "languages": {}},
        "projects": {"total_projects": 0, "last_updated": None},
        "processing": {"active_count": 0, "queued_count": 0, "running_count": 0},
        "documents": {"total_documents": 0},
    }


async def test_everything_counted(client: Client, factory: Factory, app: FastAPI) -> None:
    await factory.recordings(
        [{"status": "failed", "file_size": 2**33, "duration_seconds": 5.5}, {"status": "failed", "file_size": 7}]
    )
    old = await factory.transcript("superseded and not counted", language="fr")
    await factory.transcript("one two", "three", recording_id=old.recording_id, language="de")
    await factory.transcript("four", language=None)
    await factory.project("P")
    await client.post("/api/documents", files={"file": ("lease.txt", b"The rent is due.")})
    with statements_of(app) as seen:
        found = (await client.get(URL)).json()
    assert len(seen) <= 5
    assert not [statement for statement in seen if "FROM segments" in statement], "nothing is counted row by row"
    recordings = found["recordings"]
    assert (recordings["total_recordings"], recordings["total_bytes"]) == (4, 2**33 + 7 + 2_000)
    assert recordings["by_status"] == {"failed": 2, "completed": 2}
    assert recordings["avg_duration_seconds"] == pytest.approx(35.5 / 4)
    assert found["transcriptions"] == {
        "total_transcripts": 2,
        "total_segments": 3,
        "total_words": 4,
        "languages": {"de": 1, "unknown": 1},
    }
    assert found["projects"]["total_projects"] == 1
    assert found["projects"]["last_updated"] is not None
    assert found["documents"] == {"total_documents": 1}


async def test_what_waits_and_runs(quick_engine: QuickEngine, client: Client) -> None:
    quick_engine.gate.clear()
    made = [(await client.upload(REPORT))["id"] for _ in range(3)]
    await client.wait_for(made[0], "processing")
    processing = (await client.get(URL)).json()["processing"]
    assert processing == {"active_count": 3, "queued_count": 2, "running_count": 1}
    quick_engine.gate.set()
    for identity in made:
        await client.wait_for(identity, "completed")
    assert (await client.get(URL)).json()["processing"]["active_count"] == 0


class TestOwners:
    @pytest.fixture
    def plugins(self) -> list[Plugin]:
        return [SignInPlugin()]

    async def test_only_ones_own(self, client: Client, app: FastAPI) -> None:
        own = Factory.of_owner(app, "ada")
        await own.transcript("one two three")
        await own.project()
        stranger = (await client.get(URL, headers=as_owner("ben"))).json()
        assert stranger["recordings"]["total_recordings"] == stranger["projects"]["total_projects"] == 0
        assert stranger["transcriptions"]["total_words"] == 0
        assert stranger["projects"]["last_updated"] is None
        listed = (await client.get("/api/recordings", headers=as_owner("ben"))).json()
        assert (listed["items"], listed["total"]) == ([], 0)
        mine = (await client.get(URL, headers=as_owner("ada"))).json()
        assert (mine["recordings"]["total_recordings"], mine["transcriptions"]["total_words"]) == (1, 3)
        assert (await client.get("/api/recordings", headers=as_owner("ada"))).json()["total"] == 1
