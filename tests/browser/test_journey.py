"""What somebody does on the first day: upload, watch, read, correct, find, export."""

from __future__ import annotations

import os
import re
import time
import wave
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from support.server import running_server

_GARDEN = Path(__file__).parents[2] / "docs" / "examples" / "garden-meeting.ogg"
_SECONDS_TO_TEXT = 30
_REPEATS = 5  # long enough that there is progress to see


@pytest.fixture
def meeting(speech: Path, tmp_path: Path) -> Path:
    """Make some forty seconds of speech."""
    path = tmp_path / "monday meeting.wav"
    with wave.open(str(speech)) as source, wave.open(str(path), "wb") as target:
        target.setparams(source.getparams())
        sound = source.readframes(source.getnframes())
        for _ in range(_REPEATS):
            target.writeframes(sound)
    return path


def test_first_day(page: Page, meeting: Path, tmp_path: Path) -> None:
    page.goto("/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Recordings").click()
    expect(page.get_by_role("heading", name="Recordings", level=1)).to_be_visible()

    _upload(page, meeting)
    _watch(page)
    _read(page)
    _correct(page)
    _listen(page)
    _find(page)
    _export(page, tmp_path)


def _upload(page: Page, file: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Upload", exact=True).first.click()
    chooser.value.set_files(file)

    tray = page.get_by_role("region", name="Uploads")
    expect(tray.get_by_role("status")).to_have_text("1 file uploaded")
    tray.get_by_role("link", name="monday meeting.wav").click()


def _watch(page: Page) -> None:
    expect(page.get_by_role("heading", name="monday meeting", level=1)).to_be_visible()
    expect(page.get_by_role("progressbar", name="Transcription")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^[1-9]\d? %$"))).to_be_visible(timeout=60_000)


def _read(page: Page) -> None:
    first = page.get_by_text(re.compile("good morning everyone today we want to talk", re.IGNORECASE)).first
    expect(first).to_be_visible(timeout=90_000)
    expect(page.get_by_text("Made by pocketsphinx").first).to_be_visible()


def _correct(page: Page) -> None:
    page.get_by_text(re.compile("good morning everyone", re.IGNORECASE)).first.hover()
    page.get_by_role("button", name="Edit", exact=True).first.click()
    editor = page.get_by_role("textbox", name="Text of segment 1")
    editor.fill("Good morning everyone, today we want to talk about the chrysanthemums.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(editor).to_be_hidden()

    page.reload()
    expect(page.get_by_text("today we want to talk about the chrysanthemums.").first).to_be_visible()


def _listen(page: Page) -> None:
    position = page.get_by_role("slider", name="Position")
    player = page.get_by_role("region", name="Player")
    page.get_by_role("button", name=re.compile(", go to ")).last.click()
    expect(position).not_to_have_value("0")

    player.get_by_role("button", name="Play").click()
    player.get_by_role("button", name="Pause").click()
    expect(player.get_by_role("button", name="Play")).to_be_visible()


def _find(page: Page) -> None:
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Search").click()
    field = page.get_by_role("searchbox", name="Search titles and everything that was said")
    field.fill("chrysanthemums")
    result = page.get_by_role("link", name=re.compile("talk about the chrysanthemums"))
    expect(result).to_have_count(1)

    result.click()
    expect(page.get_by_role("heading", name="monday meeting", level=1)).to_be_visible()
    expect(page.get_by_text("today we want to talk about the chrysanthemums.").first).to_be_in_viewport()


def _export(page: Page, folder: Path) -> None:
    page.get_by_role("button", name="Export").click()
    page.get_by_role("radio", name="SRT").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download SRT").click()
    file = folder / "export.srt"
    download.value.save_as(file)

    text = file.read_text(encoding="utf-8")
    assert download.value.suggested_filename == "monday meeting.srt"
    assert re.match(r"1\r?\n00:00:0\d,\d{3} --> 00:00:\d\d,\d{3}\r?\n", text)
    assert "chrysanthemums" in text


def test_dropped_file_is_uploaded(page: Page, speech: Path) -> None:
    page.goto("/recordings")
    expect(page.get_by_role("heading", name="Recordings", level=1)).to_be_visible()
    drop = page.evaluate_handle(
        """bytes => {
            const files = new DataTransfer();
            files.items.add(new File([new Uint8Array(bytes)], "dropped.wav", { type: "audio/wav" }));
            return files;
        }""",
        list(speech.read_bytes()),
    )

    page.dispatch_event("body", "dragenter", {"dataTransfer": drop})
    page.dispatch_event("body", "drop", {"dataTransfer": drop})

    expect(page.get_by_role("region", name="Uploads").get_by_role("status")).to_have_text("1 file uploaded")
    expect(page.get_by_role("link", name="dropped", exact=True).first).to_be_visible()


def test_file_that_is_no_recording_is_refused_with_the_reason(page: Page, tmp_path: Path) -> None:
    document = tmp_path / "renamed.mp3"
    document.write_bytes(b"%PDF-1.7\n" + b"not a recording " * 200)
    page.goto("/recordings")

    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Upload", exact=True).first.click()
    chooser.value.set_files(document)

    tray = page.get_by_role("region", name="Uploads")
    expect(tray.get_by_role("status")).to_have_text("1 upload failed")
    expect(tray.get_by_text(re.compile("PDF"))).to_be_visible()
    tray.get_by_role("button", name="Dismiss renamed.mp3").click()
    expect(tray).to_be_hidden()


def test_idle_page_asks_for_nothing(page: Page) -> None:
    page.goto("/recordings")
    expect(page.get_by_role("heading", name="Recordings", level=1)).to_be_visible()
    _wait_for_earlier_work(page)
    page.wait_for_timeout(1500)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.wait_for_timeout(5000)

    assert [address for address in asked if "/api/" in address] == []


def _wait_for_earlier_work(page: Page) -> None:
    for _ in range(90):
        answers = [page.request.get(f"/api/recordings?status={status}").json() for status in ("pending", "processing")]
        if not any(answer["total"] for answer in answers):
            return
        page.wait_for_timeout(1000)
    pytest.fail("the recordings of earlier tests are still being transcribed")


@pytest.mark.timeout(300)
def test_a_fresh_machine_writes_sentences_and_who_said_them(browser: Browser, tmp_path: Path) -> None:
    """What `make run` installs is all there is: no model, no setting, no hub."""
    with running_server(tmp_path, env={"HF_HUB_OFFLINE": "1", "HF_HOME": str(tmp_path / "empty")}) as server:
        context = browser.new_context(base_url=server.url, locale="en-GB")
        page = context.new_page()
        page.goto("/recordings")
        started = time.monotonic()
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Upload", exact=True).first.click()
        chooser.value.set_files(_GARDEN)
        page.get_by_role("region", name="Uploads").get_by_role("link", name=_GARDEN.name).click()
        sentence = page.get_by_text(re.compile(r"Good morning,? everyone[.,]? (We|Today)", re.IGNORECASE)).first
        expect(sentence).to_be_visible(timeout=240_000)
        for number in (1, 2, 3):
            expect(page.get_by_role("button", name=f"Speaker: Speaker {number}", exact=True).first).to_be_visible()
        taken = time.monotonic() - started
        expect(page.get_by_text("Made by faster-whisper").first).to_be_visible()
        context.close()
    if os.getloadavg()[0] < (os.cpu_count() or 1):  # beside other work it may take longer, but it comes
        assert taken < _SECONDS_TO_TEXT
