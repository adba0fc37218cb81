"""Projects are picked by a search on the server, so that none is out of reach however many there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from accessibility import Theme, faults_at_all_widths
from people import Program, sign_in
from playwright.sync_api import Browser, BrowserContext, Page, expect
from profiles import open_context
from support.server import RunningServer


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


@pytest.fixture(scope="module")
def recording(enterprise_server: RunningServer, speech: Path) -> str:
    """Upload a recording into a team of 31 projects; the oldest is not among those that are offered at once."""
    with Program(enterprise_server) as ada:
        ada.post("/api/projects", name="Wombat inquiry")
        for number in range(30):
            ada.post("/api/projects", name=f"Case {number}")
        return ada.upload(speech, "Morning session")


def test_an_old_project_is_found_and_taken_with_the_keyboard(context: BrowserContext, recording: str) -> None:
    page = context.new_page()
    sign_in(page)
    page.goto(f"/recordings/{recording}")
    page.get_by_role("button", name="Project for this recording").click()
    search = page.get_by_role("combobox", name="Projects")
    expect(search).to_be_focused()
    expect(page.get_by_role("option")).to_have_count(20)
    expect(page.get_by_text("Type to find more.")).to_be_visible()
    search.fill("womb")
    expect(page.get_by_role("option")).to_have_count(1)
    search.press("Enter")
    expect(page.get_by_role("link", name="Wombat inquiry")).to_be_visible()
    expect(page.get_by_role("option", name=re.compile("Wombat inquiry ?, chosen"))).to_be_visible()
    search.press("Enter")
    expect(page.get_by_role("link", name="Wombat inquiry")).to_have_count(0)
    search.press("Enter")
    expect(page.get_by_role("link", name="Wombat inquiry")).to_be_visible()
    search.fill("zebra")
    expect(page.get_by_text("Nothing is called “zebra”.")).to_be_visible()
    search.press("Escape")
    expect(search).to_have_count(0)

    page.goto("/recordings")
    page.get_by_role("button", name="Project: Any project").click()
    search.fill("inquiry")
    page.get_by_role("option", name="Wombat inquiry").click()
    expect(page.get_by_role("button", name="Project: Wombat inquiry", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Morning session")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Project: Wombat inquiry", exact=True).click()
    expect(page.get_by_role("listbox", name="Projects").get_by_role("option")).to_have_count(21)
    search.press("ArrowDown")
    search.press("ArrowUp")
    search.press("Enter")
    expect(page.get_by_role("button", name="Project: Any project")).to_be_visible()


def test_choosing_is_accessible(
    theme: Theme, context: BrowserContext, recording: str, show: Callable[[str], Page]
) -> None:
    sign_in(context.new_page())
    page = show("/recordings")
    page.get_by_role("button", name="Project: ").click()
    expect(page.get_by_role("option", name="Case 29")).to_be_visible()
    assert faults_at_all_widths(page, f"picker-{theme}") == []
