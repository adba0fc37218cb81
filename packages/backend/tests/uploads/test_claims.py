"""What a file says of itself: tags and sizes that are larger than all there is cost no memory and hide no speech."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from support.client import Client
from support.leftovers import assert_nothing_left
from support.made_media import encode, rows, speech
from support.recordings import REPORT

URL = "/api/recordings/upload"
MOST_BYTES = 320_000_000
"""Of memory, for a small file that claims whatever it likes."""


def _id3(size: int, body: bytes) -> bytes:
    """A tag that claims to be so many bytes long: seven bits in each of four."""
    return b"ID3\x03\x00\x00" + bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0)) + body


def _picture(size: int) -> bytes:
    """A frame with a cover of that many bytes."""
    inside = b"\x00image/jpeg\x00\x03\x00\xff\xd8\xff\xe0" + bytes(size)
    return b"APIC" + len(inside).to_bytes(4, "big") + b"\x00\x00" + inside


@pytest.fixture
def mp3(tmp_path: Path) -> bytes:
    return encode(tmp_path / "a.mp3", "mp3", "libmp3lame", [rows(speech(2))]).read_bytes()


async def _uploaded(client: Client, name: str, content: bytes) -> tuple[int, dict[str, object]]:
    answer = await client.post(URL, files={"file": (name, content)}, data={"transcribe": "false"})
    return answer.status_code, answer.json()


async def test_a_cover_larger_than_the_sound(client: Client, app: FastAPI, mp3: bytes) -> None:
    cover = _picture(8_000_000)
    status, made = await _uploaded(client, "song.mp3", _id3(len(cover), cover) + mp3)
    assert (status, made.get("has_video", False)) == (201, False), made
    assert made["duration_seconds"] == pytest.approx(2, abs=0.2)
    assert app.state.cage.most_bytes < MOST_BYTES


@pytest.mark.parametrize("claim", [2**28 - 1, 2**27, 100_000_000])
async def test_a_tag_that_claims_more_than_there_is(client: Client, app: FastAPI, mp3: bytes, claim: int) -> None:
    status, made = await _uploaded(client, "song.mp3", _id3(claim, _picture(100)) + mp3)
    assert status in {201, 422}
    assert status == 201 or made["code"], made
    assert app.state.cage.most_bytes < MOST_BYTES
    assert (await client.upload(REPORT, transcribe="false"))["duration_seconds"] > 1, "the next one is read"


async def test_a_picture_that_claims_more_than_its_tag(client: Client, app: FastAPI, mp3: bytes) -> None:
    frame = b"APIC" + (2**31 - 1).to_bytes(4, "big") + b"\x00\x00" + bytes(64)
    status, made = await _uploaded(client, "song.mp3", _id3(len(frame), frame) + mp3)
    assert status in {201, 422}, made
    assert app.state.cage.most_bytes < MOST_BYTES


@pytest.mark.parametrize("element", [b"\xec", b"\x19\x41\xa4\x69", b"\x12\x54\xc3\x67", b"\x1f\x43\xb6\x75"])
async def test_matroska_elements_without_end(client: Client, app: FastAPI, tmp_path: Path, element: bytes) -> None:
    """Padding, attachments, tags and clusters that claim 64 million gigabytes."""
    whole = encode(tmp_path / "a.mkv", "matroska", "flac", [rows(speech(2))]).read_bytes()
    status, made = await _uploaded(client, "a.mkv", whole + element + b"\x01" + b"\xff" * 6 + b"\xfe" + bytes(64))
    assert status == 201, made
    assert made["duration_seconds"] == pytest.approx(2, abs=0.2)
    assert app.state.cage.most_bytes < MOST_BYTES


async def test_a_matroska_head_that_claims_all(client: Client, app: FastAPI) -> None:
    status, made = await _uploaded(client, "a.mkv", b"\x1a\x45\xdf\xa3\x01" + b"\xff" * 6 + b"\xfe" + bytes(2_000))
    assert (status, bool(made["code"])) == (422, True)
    assert app.state.cage.most_bytes < MOST_BYTES
    await assert_nothing_left(app)
