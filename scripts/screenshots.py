"""Take the README's picture from a running server: `screenshots.py [http://127.0.0.1:52780]`.

Start one with an empty folder first: `VERBATIM_DATA_DIR=$(mktemp -d) make run`. The script makes the first account,
uploads the sample meeting, waits for its transcript, corrects what was misheard and names the speakers, as a person
would.
"""

from __future__ import annotations

import re
import sys
import time
from typing import Any

import chromium
import httpx
from playwright.sync_api import Page, sync_playwright
from steps import ROOT, say
from verbatim.config import Settings
from verbatim_enterprise.auth.setup_token import FILE_NAME

_SAMPLE = ROOT / "docs" / "examples" / "garden-meeting.ogg"
_PICTURE = ROOT / "docs" / "images" / "transcript.png"
_MEETING = (
    ("Judith", "Good morning everyone. Today we want to talk about the new garden behind the library."),
    ("Amira", "The work will begin on Monday, and it will take about three weeks."),
    ("Paul", "Will the paths stay open for visitors while the ground is being prepared?"),
    ("Amira", "The north path stays open. The other one is closed for the first ten days."),
    ("Judith", "Then we should put up a sign at the gate, and tell the school before the weekend."),
    ("Paul", "I can write a letter to the school this afternoon."),
    ("Judith", "Thank you. Let us meet again next Monday and see how far we have come."),
)


_ACCOUNT = {
    "username": "judith",
    "email": "judith@example.org",
    "display_name": "Judith Marsh",
    "password": "a picture of a garden",
}
_SIGN_IN = {name: _ACCOUNT[name] for name in ("username", "password")}


def sign_in(client: httpx.Client) -> None:
    """Make the first account of the server that runs here with the usual data folder, and act for it."""
    token = (Settings().data_dir / FILE_NAME).read_text(encoding="utf-8").strip()
    client.post("/api/auth/register", json={**_ACCOUNT, "setup_token": token}).raise_for_status()
    tokens = client.post("/api/auth/login", json=_SIGN_IN).raise_for_status().json()
    client.headers["Authorization"] = f"Bearer {tokens['access_token']}"


def prepare(client: httpx.Client) -> str:
    """Upload the sample and bring its transcript into order; gives the recording's id."""
    with _SAMPLE.open("rb") as file:
        form = {"title": "Garden meeting, first week", "tags": "garden"}
        answer = client.post("/api/recordings/upload", files={"file": file}, data=form).raise_for_status()
    recording: str = answer.json()["id"]
    while client.get(f"/api/recordings/{recording}").json()["status"] in {"pending", "processing"}:
        time.sleep(0.5)
    transcript = client.get(f"/api/transcripts/by-recording/{recording}").raise_for_status().json()
    for segment, (speaker, text) in zip(transcript["segments"], _MEETING, strict=True):
        _correct(client, transcript["id"], segment, speaker, text)
    project = client.post("/api/projects", json={"name": "Library garden"}).raise_for_status().json()["id"]
    client.post(f"/api/projects/{project}/recordings/{recording}").raise_for_status()
    return recording


def _correct(client: httpx.Client, transcript: str, segment: dict[str, Any], speaker: str, text: str) -> None:
    path = f"/api/transcripts/{transcript}/segments/{segment['id']}"
    client.patch(path, json={"text": text}).raise_for_status()
    assignment = {"segment_id": segment["id"], "transcript_id": transcript, "speaker_name": speaker}
    client.post("/api/speakers/reassign-segment", json=assignment).raise_for_status()


def photograph(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_text("north path").wait_for()
    page.locator("[aria-label='Position']").wait_for()
    page.get_by_role("button", name=re.compile("go to 16 seconds$")).click()
    page.get_by_role("button", name="Play").click()
    page.wait_for_timeout(1500)
    page.get_by_role("button", name="Pause").click()
    page.mouse.move(700, 860)
    page.wait_for_timeout(300)
    _PICTURE.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=_PICTURE)


def main(server: str) -> int:
    program = chromium.find()
    if program is None:
        say("There is no Chromium on this machine: apt-get install chromium.")
        return 1
    with httpx.Client(base_url=server, timeout=60) as client:
        sign_in(client)
        recording = prepare(client)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1440, "height": 860}, locale="en-GB")
        page.request.post(f"{server}/api/auth/login", data=_SIGN_IN)
        photograph(page, f"{server}/recordings/{recording}")
        browser.close()
    say(f"wrote {_PICTURE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:52780"))
