"""A large upload whose line breaks: paused, reloaded, gone on with; and a file that is here already."""

from __future__ import annotations

import hashlib
from pathlib import Path

import httpx
from accessibility import faults_at_all_widths
from playwright.sync_api import Page, Route, expect
from support.recordings import long_silent_wav
from support.server import RunningServer


def test_it_goes_on_after_a_reload(page: Page, server: RunningServer, tmp_path: Path) -> None:
    file = long_silent_wav(tmp_path / "Long day.wav", 1_300)
    pieces: list[str] = []

    def only_one(route: Route) -> None:
        """Let the first piece through; the others are never answered, as on a line that is dead."""
        if route.request.method == "PATCH":
            pieces.append(route.request.url)
            if len(pieces) > 1:
                return
        route.continue_()

    page.route("**/api/uploads/*", only_one)
    page.goto("/recordings")
    tray = page.get_by_role("region", name="Uploads")
    page.get_by_label("Files to upload").first.set_input_files(file)
    expect(tray.get_by_text("40 % of")).to_be_visible(timeout=60_000)
    tray.get_by_role("button", name="Pause the upload of Long day.wav").click()
    expect(tray.get_by_text("Paused at 40 %")).to_be_visible()
    page.unroute("**/api/uploads/*", only_one)

    page.reload()
    expect(tray.get_by_text("1 unfinished upload")).to_be_visible()
    expect(tray.get_by_text("Broken off at 40 %")).to_be_visible()
    assert faults_at_all_widths(page, "unfinished-upload") == []
    chosen = page.get_by_label("The file Long day.wav")
    chosen.set_input_files(long_silent_wav(tmp_path / "other.wav", 10))
    expect(tray.get_by_role("alert")).to_contain_text("This is another file")
    chosen.set_input_files(file)
    expect(tray.get_by_text("Uploaded", exact=True)).to_be_visible(timeout=60_000)
    expect(tray.get_by_text("Broken off")).to_have_count(0)
    made = httpx.get(f"{server.url}/api/recordings", params={"search": "Long day"}).json()["items"][0]
    stored = httpx.get(f"{server.url}/api/recordings/{made['id']}/audio", params={"original": "true"}).content
    assert hashlib.sha256(stored).digest() == hashlib.sha256(file.read_bytes()).digest()
    assert httpx.get(f"{server.url}/api/uploads").json()["items"] == []


def test_what_is_here_already_is_not_sent_unless_somebody_wants_it(page: Page, speech: Path) -> None:
    page.goto("/recordings")
    tray = page.get_by_role("region", name="Uploads")
    files = page.get_by_label("Files to upload").first
    files.set_input_files(speech)
    expect(tray.get_by_text("Uploaded", exact=True)).to_be_visible(timeout=60_000)
    files.set_input_files(speech)
    expect(tray.get_by_text("Not sent: the same file as")).to_be_visible(timeout=20_000)
    tray.get_by_role("button", name="Upload all the same").click()
    expect(tray.get_by_text("The same file as")).to_be_visible(timeout=60_000)
