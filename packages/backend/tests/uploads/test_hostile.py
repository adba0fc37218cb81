"""Files made to hurt: each costs a small process and an answer, never the server."""

from __future__ import annotations

import asyncio
import resource
from pathlib import Path

import numpy as np
import pytest
from fastapi import FastAPI
from support.client import Client
from support.leftovers import assert_nothing_left, stored_files
from support.made_media import claiming_mp4, encode, gaps, plain_wav, rows, speech
from support.mutations import mutated, seeds
from support.recordings import REPORT, long_silent_wav
from verbatim.adapters.media.budget import probe_limits

URL = "/api/recordings/upload"
LIBRARIES = 120_000_000
"""Bytes of memory that a process in the cage shares with the others."""


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


async def refused(client: Client, content: bytes) -> tuple[int, str]:
    answer = await client.post(URL, files={"file": ("a.m4a", content)}, data={"transcribe": "false"})
    return answer.status_code, answer.json().get("code", "")


BOMBS = {
    "85 million samples in 637 bytes": claiming_mp4(85_000_000),
    "32 tracks of them": claiming_mp4(85_000_000, 32),
    "two thousand million": claiming_mp4(2**31 - 1),
    "a head that unpacks to 200 MB": claiming_mp4(20_000_000, packed=True),
}


@pytest.mark.parametrize("bomb", BOMBS)
async def test_what_it_claims_costs_nothing(client: Client, app: FastAPI, bomb: str) -> None:
    before = peak()
    status, code = await refused(client, BOMBS[bomb])
    assert (status, code) in {(422, "damaged_media"), (422, "too_complex"), (422, "too_long_for_its_size")}
    assert peak() - before < 60_000_000
    assert app.state.cage.most_bytes < LIBRARIES + 160_000_000
    await assert_nothing_left(app)
    assert (await client.upload(REPORT, transcribe="false"))["duration_seconds"] > 1, "the next one is read"


async def test_a_dozen_at_once(client: Client, app: FastAPI) -> None:
    bombs = [asyncio.create_task(refused(client, claiming_mp4(4_000_000))) for _ in range(12)]
    assert (await client.get("/api/recordings")).status_code == 200
    assert {status for status, _ in await asyncio.gather(*bombs)} == {422}
    assert app.state.cage.slots.held == 0


async def test_hours_of_nothing(client: Client, app: FastAPI, tmp_path: Path) -> None:
    content = gaps(tmp_path / "a.mkv", 100, 3_599).read_bytes()
    assert await refused(client, content) == (422, "too_long_for_its_size")
    await assert_nothing_left(app)


async def test_work_ends_with_its_recording(client: Client, tmp_path: Path) -> None:
    """A waveform of ten hours is being drawn when the recording is deleted."""
    made = await client.upload(long_silent_wav(tmp_path / "a.wav", 36_000), transcribe="false")
    await client.delete(f"/api/recordings/{made['id']}")
    for _ in range(150):
        jobs = (await client.get("/api/jobs")).json()["items"]
        if not [job for job in jobs if job["status"] in {"queued", "running"}]:
            break
        await asyncio.sleep(0.1)
    assert {job["status"] for job in jobs} <= {"cancelled", "completed"}


async def test_short_mutations_of_twenty_kinds(client: Client, app: FastAPI, tmp_path: Path) -> None:
    """Each is answered, with a code if it is refused, and none takes more than a file of its size may. Thousands more
    are tried in `make bench`.
    """
    for name, content in mutated(seeds(tmp_path), 40):
        answer = await client.post(URL, files={"file": (f"a.{name}", content)}, data={"transcribe": "false"})
        assert answer.status_code in {201, 422}, (name, answer.text)
        assert answer.status_code == 201 or answer.json()["code"], name
        limits = probe_limits(len(content))
        assert app.state.cage.most_bytes < LIBRARIES + limits.memory_bytes + 40_000_000, name


class TestSound:
    async def test_tracks_are_described_and_can_be_chosen(self, client: Client, tmp_path: Path) -> None:
        path = encode(tmp_path / "a.mkv", "matroska", "flac", [rows(speech(2)), rows(speech(3))], video=True)
        made = await client.upload(path, sound="track:2", transcribe="false")
        found = (await client.get(f"/api/recordings/{made['id']}/properties")).json()
        assert [track["number"] for track in found["tracks"]] == [1, 2]
        assert found["sound"] == "track:2"

    @pytest.mark.parametrize(("sound", "code"), [("left", "unknown_sound"), ("track:2", "no_such_track")])
    async def test_a_choice_that_is_none(self, client: Client, app: FastAPI, sound: str, code: str) -> None:
        answer = await client.post(URL, files={"file": ("a.flac", REPORT.read_bytes())}, data={"sound": sound})
        assert (answer.status_code, answer.json()["code"]) == (422, code)
        await assert_nothing_left(app)

    async def test_what_browsers_cannot_play_is_played_from_a_copy(
        self, client: Client, app: FastAPI, tmp_path: Path
    ) -> None:
        path = plain_wav(tmp_path / "a.wav", rows(*[np.zeros(16_000, np.float32)] * 8, speech(2)))
        made = await client.upload(path, transcribe="false")
        where = f"/api/recordings/{made['id']}"
        for _ in range(600):
            if (await client.get(f"{where}/properties")).json()["plays_in_browser"]:
                break
            await asyncio.sleep(0.1)
        played = await client.get(f"{where}/audio")
        assert played.headers["content-type"] == "audio/mpeg"
        assert len(played.content) == pytest.approx(20_000, rel=0.1)
        assert (await client.get(f"{where}/audio?download=true")).content == path.read_bytes()
        await client.delete(where)
        for _ in range(100):
            if not stored_files(app.state.settings.data_dir):
                break
            await asyncio.sleep(0.1)
        assert stored_files(app.state.settings.data_dir) == [], "the copy goes with its recording"

    async def test_a_video_of_several_tracks_can_be_seen_and_heard(self, client: Client, tmp_path: Path) -> None:
        path = encode(tmp_path / "a.mkv", "matroska", "flac", [rows(speech(2)), rows(speech(3))], video=True)
        where = f"/api/recordings/{(await client.upload(path, transcribe='false'))['id']}/audio"
        for _ in range(300):
            if (await client.head(where)).headers["content-type"] == "audio/mpeg":
                break
            await asyncio.sleep(0.1)
        assert (await client.get(where)).headers["content-type"] == "audio/mpeg", "both tracks"
        seen = await client.get(where, params={"original": "true"})
        assert seen.content == path.read_bytes()
        assert seen.headers["content-type"].startswith("video/")
        assert seen.headers["content-disposition"].startswith("inline")
        part = await client.get(where, params={"original": "true"}, headers={"Range": "bytes=4-9"})
        assert (part.status_code, part.content) == (206, path.read_bytes()[4:10])

    async def test_the_dialog_offers_what_is_read(self, client: Client) -> None:
        kinds = (await client.get("/api/recordings/upload/kinds")).json()
        assert {".wma", ".avi", ".mp3", ".ts", ".amr"} <= set(kinds["extensions"])
        assert kinds["accept"].startswith("audio/*,video/*,.")
