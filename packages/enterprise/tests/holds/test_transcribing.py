"""A held recording that has no transcript may get one; a held transcript stays the one that people read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.engines import QuickEngine, install_quick_engine
from support.waiting import until
from support_content import hold
from support_enterprise import Person
from support_teams import Crew, ok, refused
from verbatim_enterprise.host import JobStatus

SPEECH = Path(__file__).parents[4] / "docs" / "examples" / "good-morning.wav"


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> QuickEngine:
    return install_quick_engine(monkeypatch)


async def _upload(owner: Person, *, transcribe: bool) -> str:
    files = {"file": (SPEECH.name, SPEECH.read_bytes())}
    made = ok(
        await owner.post("/api/recordings/upload", files=files, data={"transcribe": str(transcribe).lower()}), 201
    )
    return str(made.get("id") or made["recording_id"])


async def _transcribe(owner: Person, recording_id: str) -> str:
    job: str = ok(await owner.post(f"/api/recordings/{recording_id}/transcribe"))["job_id"]
    return job


async def _ended(owner: Person, job_id: str, status: JobStatus) -> None:
    async def ended() -> bool:
        return bool(ok(await owner.get(f"/api/jobs/{job_id}"))["status"] == status)

    await until(ended, 30)


async def _seen(owner: Person, recording_id: str) -> dict[str, Any]:
    found = ok(await owner.get(f"/api/recordings/{recording_id}"))
    return {name: found[name] for name in ("status", "transcript_id", "language")}


@pytest.mark.usefixtures("engine")
async def test_a_held_recording_gets_its_first_transcript_and_no_second(loner: Crew) -> None:
    owner = loner["owner"]
    recording_id = await _upload(owner, transcribe=False)
    await hold(owner, recording_id=recording_id)
    await _ended(owner, await _transcribe(owner, recording_id), JobStatus.COMPLETED)
    before = await _seen(owner, recording_id)
    assert before["transcript_id"] is not None
    refused(await owner.post(f"/api/recordings/{recording_id}/transcribe", params={"language": "fi"}), 409, "held")
    assert await _seen(owner, recording_id) == before


async def test_what_is_being_transcribed_again_when_it_is_held_keeps_its_transcript(
    loner: Crew, engine: QuickEngine
) -> None:
    owner = loner["owner"]
    recording_id = await _upload(owner, transcribe=False)
    await _ended(owner, await _transcribe(owner, recording_id), JobStatus.COMPLETED)
    before = await _seen(owner, recording_id)
    engine.gate.clear()
    again = await _transcribe(owner, recording_id)
    await hold(owner, recording_id=recording_id)
    engine.gate.set()
    await _ended(owner, again, JobStatus.FAILED)
    error = ok(await owner.get(f"/api/jobs/{again}"))["error"]
    assert error.startswith("The recording “good-morning” is under legal hold: ada placed it on"), error
    assert await _seen(owner, recording_id) == before
