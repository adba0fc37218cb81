"""What people upload, kind by kind, through HTTP."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from fastapi import FastAPI
from support.client import Client
from support.leftovers import assert_nothing_left
from support.recordings import (
    GARDEN,
    GARDEN_SECONDS,
    REPORT,
    VARIANTS,
    Variant,
    convert,
    cut,
    long_silent_wav,
    silent_video,
)

THREE_HOURS = 3 * 3600


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Give the spoken fixture in every container."""
    folder = tmp_path_factory.mktemp("variants")
    return {variant.file_name: convert(GARDEN, folder / variant.file_name, variant) for variant in VARIANTS}


async def refusal(client: Client, name: str, content: bytes) -> tuple[int, str]:
    answer = await client.post("/api/recordings/upload", files={"file": (name, content)})
    body = answer.json()
    assert isinstance(body["detail"], str)
    assert body["detail"].endswith(".")
    return answer.status_code, body["code"]


class TestContainers:
    @pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.file_name)
    async def test_each_is_accepted_for_what_it_is(
        self, client: Client, converted: dict[str, Path], variant: Variant
    ) -> None:
        path = converted[variant.file_name]
        # The name lies on purpose: only the content counts.
        created = await client.upload(path, name="talk.xyz", transcribe="false")
        assert created["mime_type"] == variant.mime_type
        assert created["duration_seconds"] == pytest.approx(GARDEN_SECONDS, abs=0.2)
        assert created["file_size"] == path.stat().st_size
        assert created["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        properties = (await client.get(f"/api/recordings/{created['id']}/properties")).json()
        assert properties["container"] == variant.container
        assert properties["channels"] == 1
        assert properties["sample_rate"] == 48_000
        assert properties["has_video"] == (variant.video_codec is not None)
        assert properties["file_exists"]
        audio = await client.get(f"/api/recordings/{created['id']}/audio")
        assert audio.content == path.read_bytes()
        assert audio.headers["content-type"] == variant.mime_type


class TestBroken:
    async def test_no_bytes(self, client: Client, app: FastAPI) -> None:
        assert await refusal(client, "empty.wav", b"") == (422, "empty_file")
        await assert_nothing_left(app)

    async def test_a_pdf_called_mp3(self, client: Client, app: FastAPI) -> None:
        pdf = b"%PDF-1.7\n" + b"%\xe2\xe3\xcf\xd3\n" * 2_000
        assert await refusal(client, "talk.mp3", pdf) == (422, "unsupported_media")
        await assert_nothing_left(app)

    async def test_a_text(self, client: Client, app: FastAPI) -> None:
        assert await refusal(client, "notes.txt", b"These are the notes.\n" * 99) == (422, "unsupported_media")
        await assert_nothing_left(app)

    async def test_a_video_without_sound(self, client: Client, app: FastAPI, tmp_path: Path) -> None:
        content = silent_video(tmp_path / "silent.mp4").read_bytes()
        assert await refusal(client, "silent.mp4", content) == (422, "no_audio_track")
        await assert_nothing_left(app)

    async def test_an_mp4_that_lost_its_end_and_with_it_its_index(
        self, client: Client, app: FastAPI, converted: dict[str, Path], tmp_path: Path
    ) -> None:
        content = cut(converted["a.mp4"], tmp_path / "cut.mp4", 0.5).read_bytes()
        assert await refusal(client, "cut.mp4", content) == (422, "damaged_media")
        await assert_nothing_left(app)

    async def test_a_truncated_mp3_is_kept_for_the_part_that_is_there(
        self, client: Client, converted: dict[str, Path], tmp_path: Path
    ) -> None:
        created = await client.upload(cut(converted["a.mp3"], tmp_path / "cut.mp3", 0.5), transcribe="false")
        assert created["duration_seconds"] == pytest.approx(GARDEN_SECONDS / 2, abs=0.3)


class TestLong:
    async def test_three_hours(self, client: Client, tmp_path: Path) -> None:
        path = long_silent_wav(tmp_path / "meeting.wav", THREE_HOURS)
        with path.open("rb") as file:
            answer = await client.post(
                "/api/recordings/upload", files={"file": ("meeting.wav", file)}, data={"transcribe": "false"}
            )
        assert answer.status_code == 201, answer.text
        created = answer.json()
        assert created["duration_seconds"] == pytest.approx(THREE_HOURS, abs=0.01)
        properties = (await client.get(f"/api/recordings/{created['id']}/properties")).json()
        assert properties["duration_formatted"] == "3:00:00"
        assert properties["file_size_formatted"] == "345.6 MB"
        assert (properties["sample_rate"], properties["codec"]) == (16_000, "pcm_s16le")
        end = path.stat().st_size
        tail = await client.get(f"/api/recordings/{created['id']}/audio", headers={"Range": "bytes=-10"})
        assert tail.headers["content-range"] == f"bytes {end - 10}-{end - 1}/{end}"


class TestTwice:
    async def test_the_same_file_is_kept_twice_and_said_to_be_there(self, client: Client) -> None:
        first = await client.upload(REPORT, title="First", transcribe="false")
        assert first["duplicate_of"] is None
        second = await client.upload(REPORT, name="copy.flac", transcribe="false")
        assert second["duplicate_of"] == {"id": first["id"], "title": "First"}
        assert second["id"] != first["id"]
        third = await client.upload(REPORT, transcribe="false")
        assert third["duplicate_of"]["id"] == first["id"], "the oldest one is the original"
