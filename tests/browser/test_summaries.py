"""A summary beside its transcript: made on a fresh machine, each sentence leading to what was said."""

from __future__ import annotations

import re
import time
from pathlib import Path

import httpx
from accessibility import Theme, faults_at_all_widths
from playwright.sync_api import Page, expect
from support.server import RunningServer


def heard(server: RunningServer, speech: Path) -> str:
    """Have something heard, and return the recording."""
    with httpx.Client(base_url=server.url) as client, speech.open("rb") as file:
        made = client.post("/api/recordings/upload", files={"file": ("morning.wav", file)}).json()
        path = f"/api/recordings/{made['id']}"
        end = time.monotonic() + 90
        while client.get(path).json()["status"] != "completed":
            assert time.monotonic() < end
            time.sleep(0.5)
    return str(made["id"])


def test_a_summary_leads_to_what_was_said(page: Page, server: RunningServer, speech: Path, theme: Theme) -> None:
    recording = heard(server, speech)
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.goto(f"/recordings/{recording}")
    page.get_by_role("button", name="Summarise", exact=True).click()
    played = page.get_by_role("button", name=re.compile("hear what this rests on")).first
    expect(played).to_be_visible()
    expect(page.get_by_text(re.compile("chosen without a language model")).first).to_be_visible()
    played.click()
    page.get_by_role("button", name="Summarise again").click()
    expect(page.get_by_label("Version", exact=True)).to_be_visible()
    assert faults_at_all_widths(page, f"summary-{theme}") == []
