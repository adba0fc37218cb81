"""What is under legal hold offers nothing that the hold refuses, and says so where people look."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from accessibility import Theme, faults_at_all_widths
from people import Program, sign_in
from playwright.sync_api import Browser, BrowserContext, Page, expect
from profiles import open_context
from support.server import RunningServer

_WORDS = "Under legal hold: it can be neither changed nor deleted"


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


@pytest.fixture(scope="module")
def recording(ada: Program, speech: Path) -> str:
    """Give a recording with a text."""
    made = ada.upload(speech, "Evidence")
    ada.post(f"/api/recordings/{made}/transcribe")
    deadline = time.monotonic() + 120
    while ada.get(f"/api/recordings/{made}")["status"] != "completed":
        assert time.monotonic() < deadline
        time.sleep(0.2)
    return made


@pytest.fixture
def held(ada: Program, recording: str) -> Iterator[str]:
    hold = ada.post("/api/holds", recording_id=recording, reason="Smith v. Jones")["id"]
    yield recording
    ada.post(f"/api/holds/{hold}/lift", reason="It is over")


def test_a_held_recording_is_read_and_not_changed(context: BrowserContext, held: str) -> None:
    page = context.new_page()
    sign_in(page)
    page.goto(f"/recordings/{held}")
    expect(page.get_by_text(_WORDS)).to_be_visible()
    row = page.locator("[data-segment]").first
    row.hover()
    row.get_by_role("button", name="go to").first.focus()
    page.keyboard.press("e")
    page.keyboard.press("x")
    page.keyboard.press("s")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("textbox", name="Text of segment 1")).to_have_count(0)
    expect(page.get_by_role("toolbar", name="Chosen segments")).to_have_count(0)
    expect(row.get_by_role("button", name="Edit", exact=True)).to_have_count(0)
    expect(row.get_by_role("button", name="Speaker: ")).to_have_count(0)
    page.get_by_role("button", name="More for this recording").click()
    expect(page.get_by_role("menuitem")).to_have_text(["Download audio"])

    page.goto("/recordings")
    expect(page.get_by_role("img", name="Under legal hold")).to_be_visible()
    page.get_by_role("button", name="More for Evidence").click()
    expect(page.get_by_role("menuitem")).to_have_text(["Open", "Download audio"])
    page.keyboard.press("Escape")
    page.get_by_role("checkbox", name="Select Evidence").click()
    bar = page.get_by_role("toolbar", name="Selected recordings")
    expect(bar).to_contain_text("1 under legal hold")
    for name in ("Delete", "Transcribe"):
        expect(bar.get_by_role("button", name=name)).to_have_count(0)


def test_a_hold_that_begins_and_ends_changes_an_open_page(
    context: BrowserContext, ada: Program, recording: str
) -> None:
    page = context.new_page()
    sign_in(page)
    page.goto(f"/recordings/{recording}")
    row = page.locator("[data-segment]").first
    row.hover()
    edit = row.get_by_role("button", name="Edit", exact=True)
    expect(edit).to_be_visible()
    hold = ada.post("/api/holds", recording_id=recording, reason="Smith v. Jones")["id"]
    expect(page.get_by_text(_WORDS)).to_be_visible()
    expect(edit).to_have_count(0)
    ada.post(f"/api/holds/{hold}/lift", reason="It is over")
    expect(page.get_by_text(_WORDS)).to_have_count(0)
    row.hover()
    expect(edit).to_be_visible()


def test_a_held_recording_is_accessible(
    theme: Theme, context: BrowserContext, held: str, show: Callable[[str], Page]
) -> None:
    sign_in(context.new_page())
    page = show(f"/recordings/{held}")
    expect(page.get_by_text(_WORDS)).to_be_visible()
    assert faults_at_all_widths(page, f"held-{theme}") == []
    page = show("/recordings")
    expect(page.get_by_role("img", name="Under legal hold")).to_be_visible()
    assert faults_at_all_widths(page, f"held-list-{theme}") == []
