"""How a recording is transcribed, chosen by a person: language, model, names to listen for, tracks."""

from __future__ import annotations

import re
import time
import wave
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest
from accessibility import Theme, faults_at_all_widths
from playwright.sync_api import Locator, Page, expect
from support.server import RunningServer
from verbatim.adapters.media import SAMPLE_RATE, decode_mono16k

_CHOOSE = "Choose how to transcribe, then upload"


@pytest.fixture(scope="module")
def server_settings() -> dict[str, str]:
    """Let the server listen with the model that is installed."""
    return {"VERBATIM_DIARIZATION": "off"}


@pytest.fixture(scope="module")
def program(server: RunningServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, timeout=60) as client:
        yield client


@pytest.fixture
def stored(program: httpx.Client, speech: Path) -> str:
    files = {"file": ("talk.wav", speech.read_bytes())}
    answer = program.post("/api/recordings/upload", files=files, data={"transcribe": "false"})
    assert answer.is_success, answer.text
    made: str = answer.json()["id"]
    return made


def _jobs(program: httpx.Client) -> list[dict[str, Any]]:
    jobs = program.get("/api/jobs").raise_for_status().json()["items"]
    return [job["payload"] for job in jobs if job["job_type"] == "transcribe"]


def _wait(program: httpx.Client, recording: str) -> dict[str, Any]:
    deadline = time.monotonic() + 120
    while True:
        found: dict[str, Any] = program.get(f"/api/recordings/{recording}").raise_for_status().json()
        if found["status"] == "completed":
            return found
        assert found["status"] in {"pending", "processing"}, found["job"]
        assert time.monotonic() < deadline
        time.sleep(0.1)


def _language(dialog: Locator, typed: str, shown: str) -> None:
    page = dialog.page
    dialog.get_by_role("button", name="Language spoken").click()
    page.get_by_role("combobox", name="Languages").fill(typed)
    page.get_by_role("option", name=re.compile(shown)).first.click()


def test_choices_are_made_before_files_are_sent(page: Page, program: httpx.Client, speech: Path) -> None:
    page.goto("/recordings")
    page.get_by_role("button", name=_CHOOSE).first.click()
    dialog = page.get_by_role("dialog", name="Upload with choices")
    send = dialog.get_by_role("button", name=re.compile("^Upload"))
    expect(send).to_be_disabled()
    with page.expect_file_chooser() as chooser:
        dialog.get_by_role("button", name="Choose files, or drop them here").click()
    chooser.value.set_files([speech, speech])
    expect(dialog.get_by_role("list", name="Files to upload").get_by_role("listitem")).to_have_count(2)
    dialog.get_by_role("button", name="Leave out good-morning.wav").last.click()

    _language(dialog, "deutsch", "German · Deutsch")
    expect(dialog.get_by_role("alert")).to_contain_text("No engine on this server knows German.")
    expect(send).to_be_disabled()
    _language(dialog, "en", "^English")
    expect(dialog.get_by_role("alert")).to_have_count(0)
    dialog.get_by_label("Model").select_option("tiny.en")
    expect(dialog.get_by_text(re.compile(r"English only · 75\.5 MB"))).to_be_visible()
    terms = dialog.get_by_label("Names and terms to listen for")
    terms.fill("Ngozi Okonjo, EBITDA")
    terms.press("Enter")
    terms.fill("chrysanthemums")
    terms.press(",")
    dialog.get_by_role("button", name="Remove EBITDA").click()
    dialog.get_by_role("button", name="More choices").press("Enter")
    dialog.get_by_role("switch", name="Translate to English").click()
    expect(dialog.get_by_role("alert")).to_contain_text("tiny.en knows English only and cannot translate.")
    dialog.get_by_role("switch", name="Translate to English").press(" ")
    dialog.get_by_label("Number of speakers").select_option("3")
    dialog.get_by_role("switch", name="Skip where nobody speaks").press(" ")
    send.click()
    expect(page.get_by_role("region", name="Uploads").get_by_role("status")).to_have_text("1 file uploaded")
    assert _jobs(program)[0]["options"] == {
        "language": "en",
        "model": "tiny.en",
        "vocabulary": ["Ngozi Okonjo", "chrysanthemums"],
        "translate": False,
        "num_speakers": 3,
        "voice_detection": False,
    }


def test_a_recording_is_transcribed_again_with_other_choices(page: Page, program: httpx.Client, stored: str) -> None:
    program.put("/api/transcription/defaults", json={"vocabulary": ["Grünau"], "num_speakers": 2}).raise_for_status()
    page.goto(f"/recordings/{stored}")
    page.get_by_role("button", name="Choose how…").click()
    dialog = page.get_by_role("dialog", name="Transcribe")
    expect(dialog.get_by_text("Listened for in any case: Grünau")).to_be_visible()
    expect(dialog.get_by_label("Number of speakers")).to_have_value("")
    expect(dialog.get_by_label("Number of speakers").locator("option").first).to_have_text("As usual: 2")
    expect(dialog.get_by_label("Tracks and channels")).to_have_count(0)
    dialog.get_by_role("switch", name="Subtitles only").click()
    expect(dialog.get_by_label("Number of speakers")).to_be_disabled()
    dialog.get_by_role("button", name="Transcribe", exact=True).click()
    expect(page.get_by_text(re.compile("today we want to talk", re.IGNORECASE)).first).to_be_visible(timeout=120_000)
    assert _jobs(program)[0]["options"] == {"subtitles_only": True, "vocabulary": ["Grünau"], "num_speakers": 2}
    program.put("/api/transcription/defaults", json={}).raise_for_status()

    page.get_by_role("button", name="More for this recording").click()
    page.get_by_role("menuitem", name="Transcribe again…").click()
    again = page.get_by_role("dialog", name="Transcribe again")
    again.get_by_role("button", name="Language spoken").click()
    page.get_by_role("option", name="Find out anew in every stretch").click()
    again.get_by_role("button", name="Transcribe", exact=True).click()
    expect(again).to_have_count(0)
    assert _jobs(program)[0]["options"] == {"language": "each"}
    _wait(program, stored)


def test_a_channel_of_its_own_for_each_person(page: Page, program: httpx.Client, speech: Path, tmp_path: Path) -> None:
    said = np.concatenate(list(decode_mono16k(speech)))
    both = tmp_path / "both.wav"
    with wave.open(str(both), "wb") as target:
        target.setparams((2, 2, SAMPLE_RATE, 0, "NONE", ""))
        target.writeframes(np.stack([said, said], axis=1).astype("<i2").tobytes())
    answer = program.post(
        "/api/recordings/upload", files={"file": ("both.wav", both.read_bytes())}, data={"transcribe": "false"}
    )
    recording = answer.raise_for_status().json()["id"]
    page.goto(f"/recordings/{recording}")
    page.get_by_role("button", name="Choose how…").click()
    dialog = page.get_by_role("dialog", name="Transcribe")
    dialog.get_by_role("button", name="More choices").click()
    tracks = dialog.get_by_label("Tracks and channels")
    expect(tracks.locator("option")).to_have_text(
        [
            "Everything together",
            "Each channel is a person",
            "The left channel only",
            "The right channel only",
        ]
    )
    tracks.select_option("channels")
    dialog.get_by_role("button", name="Transcribe", exact=True).click()
    expect(dialog).to_have_count(0)
    _wait(program, recording)
    assert _jobs(program)[0]["sound"] == "channels"


def test_several_languages_are_chosen_and_taken_back(page: Page, program: httpx.Client, stored: str) -> None:
    page.goto(f"/recordings/{stored}")
    page.get_by_role("button", name="Choose how…").click()
    dialog = page.get_by_role("dialog", name="Transcribe")
    _language(dialog, "en", "^English")
    dialog.get_by_role("button", name="Another language is spoken too").click()
    dialog.get_by_role("button", name="Another language", exact=True).click()
    page.get_by_role("combobox", name="Languages").fill("polski")
    page.get_by_role("option", name=re.compile("Polish")).click()
    expect(dialog.get_by_role("alert")).to_contain_text("knows Polish")
    dialog.get_by_role("button", name="Remove Polish").click()
    expect(dialog.get_by_role("alert")).to_have_count(0)
    expect(dialog.get_by_role("button", name="Transcribe", exact=True)).to_be_enabled()


def test_choosing_is_accessible(theme: Theme, stored: str, show: Callable[[str], Page]) -> None:
    page = show(f"/recordings/{stored}")
    page.get_by_role("button", name="Choose how…").click()
    page.get_by_role("button", name="More choices").click()
    terms = page.get_by_label("Names and terms to listen for")
    terms.fill("Ngozi Okonjo, Grünau, شركة النور")
    terms.press("Enter")
    assert faults_at_all_widths(page, f"choices-{theme}") == []
