"""Voices that are remembered with consent: they suggest names, name nobody by themselves, and are erased."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from accessibility import Theme, faults_at_all_widths
from listening import segment, service_settings
from playwright.sync_api import Page, expect
from support.fixed_service import FixedService
from support.server import RunningServer

_GARDEN = Path(__file__).parents[2] / "docs" / "examples" / "garden-meeting.ogg"
_SECONDS = 36
"""Of the meeting, in which somebody speaks all the time."""
_SAID = [segment(at, at + 2, f"What is said at {at} seconds.") for at in range(0, _SECONDS, 2)]


@pytest.fixture(scope="module")
def server_settings(service: FixedService) -> dict[str, str]:
    """Let the server tell the voices apart itself; what they say is not asked here, and a service says it."""
    service.says({"text": " ".join(one["text"] for one in _SAID), "language": "english", "segments": _SAID})
    return {**service_settings(service), "VERBATIM_VOICE_PROFILES": "true", "VERBATIM_DIARIZATION": "builtin"}


@pytest.fixture(scope="module")
def program(server: RunningServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, timeout=60) as client:
        yield client


@pytest.fixture(scope="module")
def meetings(program: httpx.Client) -> list[str]:
    """Give two recordings of the same people."""
    made = []
    for title in ("Monday", "Tuesday"):
        files = {"file": (_GARDEN.name, _GARDEN.read_bytes())}
        answer = program.post("/api/recordings/upload", files=files, data={"title": title})
        made.append(answer.raise_for_status().json()["id"])
    deadline = time.monotonic() + 420
    for one in made:
        while (found := program.get(f"/api/recordings/{one}").json())["status"] != "completed":
            assert found["status"] in {"pending", "processing"}, found["job"]
            assert time.monotonic() < deadline
            time.sleep(0.2)
    return made


def _speakers(program: httpx.Client, recording: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = program.get(f"/api/transcripts/by-recording/{recording}").json()["speakers"]
    return found


def test_a_voice_is_remembered_suggested_and_erased(page: Page, program: httpx.Client, meetings: list[str]) -> None:
    monday, tuesday = meetings
    page.goto(f"/recordings/{monday}")
    page.get_by_role("button", name="Speaker: Speaker 1").first.click()
    page.get_by_role("menuitem", name="Remember this voice…").click()
    dialog = page.get_by_role("dialog", name="Remember this voice")
    keep = dialog.get_by_role("button", name="Remember")
    dialog.get_by_label("Whose voice it is").fill("Ada Lovelace")
    dialog.get_by_label("Who agreed").fill("Ada Lovelace")
    expect(keep).to_be_disabled()
    dialog.get_by_role("checkbox", name="The person agreed that this voice is kept").press(" ")
    keep.click()
    expect(page.get_by_text("The voice of Ada Lovelace is known from now on")).to_be_visible()

    page.goto(f"/recordings/{tuesday}")
    suggested = page.get_by_role("list", name="Voices that may be known")
    expect(suggested).to_contain_text(re.compile(r"Speaker 1 sounds like Ada Lovelace, \d+ % sure"))
    assert all(one["speaker_name"] is None for one in _speakers(program, tuesday)), "nobody is named by a machine"
    suggested.get_by_role("button", name="No, Speaker 1 is not Ada Lovelace").click()
    expect(suggested).to_have_count(0)
    page.reload()
    suggested.get_by_role("button", name="Yes, Speaker 1 is Ada Lovelace").click()
    expect(page.get_by_role("button", name="Speaker: Ada Lovelace").first).to_be_visible()
    expect(suggested).to_have_count(0)

    page.goto("/settings/transcription")
    known = page.get_by_role("list", name="Voice profiles")
    expect(known).to_contain_text("Ada Lovelace agreed just now")
    known.get_by_role("button", name="Erase the voice of Ada Lovelace").click()
    page.get_by_role("button", name="Erase voice").click()
    expect(page.get_by_text("No voice is known yet")).to_be_visible()
    assert program.get("/api/voice-profiles").json()["items"] == []
    assert "Ada Lovelace" in [one["speaker_name"] for one in _speakers(program, tuesday)], "names in transcripts stay"


def test_remembering_is_accessible(theme: Theme, meetings: list[str], show: Callable[[str], Page]) -> None:
    page = show(f"/recordings/{meetings[0]}")
    page.get_by_role("button", name=re.compile("^Speaker: ")).first.click()
    page.get_by_role("menuitem", name="Remember this voice…").click()
    expect(page.get_by_role("dialog", name="Remember this voice")).to_be_visible()
    assert faults_at_all_widths(page, f"remember-voice-{theme}") == []
