"""Sessions that end, and sessions that must not: nothing typed is lost, and nobody is thrown out."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from people import Program, fill_sign_in, sign_in
from playwright.sync_api import Browser, BrowserContext, Page, expect
from profiles import open_context
from support.server import RunningServer

TABS = 5
ACCESS_SECONDS = 2
LASTS = 36
"""Seconds: longer than the grace in which an old refresh token still counts."""


@pytest.fixture(scope="module")
def enterprise_settings() -> dict[str, str]:
    return {"VERBATIM_ACCESS_TOKEN_MINUTES": str(ACCESS_SECONDS / 60)}


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


@pytest.fixture
def admin(enterprise_server: RunningServer) -> Iterator[Program]:
    with Program(enterprise_server) as program:
        yield program


def end_sessions(admin: Program, name: str) -> None:
    """End somebody's sessions the way an administrator does."""
    found = admin.get(f"/api/users?search={name}")["items"]
    admin.delete(f"/api/users/{found[0]['id']}/sessions")


def test_what_was_typed_is_sent_after_signing_in_again(page: Page, admin: Program) -> None:
    admin.make_colleague("grace")
    sign_in(page, "grace")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Settings").click()
    expect(page.get_by_role("heading", name="Settings", level=1)).to_be_visible()
    end_sessions(admin, "grace")

    again = page.get_by_role("dialog", name="You were signed out")
    expect(again).to_be_visible(timeout=15_000)  # the stream of events has ended
    page.keyboard.press("Escape")
    expect(again).to_be_visible()
    expect(again.get_by_label("User name or e-mail address")).to_have_value("grace")
    fill_sign_in(page, "grace")
    expect(again).to_be_hidden()
    expect(page.get_by_role("heading", name="Settings", level=1)).to_be_visible()


def test_a_change_that_was_refused_goes_through_afterwards(page: Page, admin: Program) -> None:
    admin.make_colleague("hasty")
    sign_in(page, "hasty")
    page.goto("/projects")
    page.get_by_role("button", name="New project").first.click()
    page.get_by_label("Name", exact=True).fill("Half typed")
    page.get_by_label("Description").fill("All of this must stay.")
    # Ended by the server: cookies that a test takes away come back with the next answer that is under way. And whoever
    # presses the button does not see yet what the server says in this moment.
    create = page.get_by_role("button", name="Create project").element_handle()
    assert create is not None
    end_sessions(admin, "hasty")
    create.dispatch_event("click")

    again = page.get_by_role("dialog", name="You were signed out")
    expect(again).to_be_visible(timeout=15_000)
    fill_sign_in(page, "hasty")
    # Nothing has to be pressed again: what was refused is sent once more.
    expect(page.get_by_role("heading", name="Half typed", level=1)).to_be_visible()
    expect(page.get_by_text("All of this must stay.")).to_be_visible()


def test_whoever_signs_in_instead_gets_a_page_of_their_own(page: Page, admin: Program) -> None:
    admin.make_colleague("first")
    admin.make_colleague("second")
    sign_in(page, "first")
    end_sessions(admin, "first")
    expect(page.get_by_role("dialog", name="You were signed out")).to_be_visible(timeout=15_000)
    fill_sign_in(page, "second")
    expect(page.get_by_role("button", name="Account of second")).to_be_visible()


def test_a_viewer_is_offered_nothing_they_may_not_do(page: Page, admin: Program, speech: Path) -> None:
    admin.make_colleague("reader", role="viewer")
    project = admin.post("/api/projects", name="Look, do not touch")
    sign_in(page, "reader")
    expect(page.get_by_role("heading", name="Dashboard", level=1)).to_be_visible()
    for address in ("/", "/recordings", "/projects", f"/projects/{project['id']}", "/settings/tags"):
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
        for name in ("Upload", "Choose files", "New project", "New tag"):
            expect(page.get_by_role("button", name=name)).to_have_count(0)
    page.goto("/recordings")
    expect(page.get_by_text("Your role may read it, not add to it.").first).to_be_visible()

    admin.upload(speech, "Morning show")  # the list comes by itself
    table = page.get_by_role("table")
    row = table.get_by_role("row").filter(has_text="Morning show")
    expect(row).to_be_visible()
    expect(row.get_by_role("cell")).to_have_count(table.get_by_role("columnheader").count())
    head = table.get_by_role("columnheader", name="Title").bounding_box()
    cell = row.get_by_role("cell").filter(has_text="Morning show").bounding_box()
    assert head is not None
    assert cell is not None
    assert abs(head["x"] - cell["x"]) < 1, "each cell stands under the name of its column"

    # What a viewer may read, they may take along: many at once, and nothing else.
    row.get_by_role("checkbox", name="Select Morning show").click()
    bar = page.get_by_role("toolbar", name="Selected recordings")
    expect(bar.get_by_role("button", name="Export")).to_be_visible()
    for name in ("Project", "Transcribe", "Tag", "Delete"):
        expect(bar.get_by_role("button", name=name)).to_have_count(0)


def test_five_tabs_stay_signed_in_over_many_lives_of_a_token(context: BrowserContext, admin: Program) -> None:
    admin.make_colleague("busy")
    first = context.new_page()
    sign_in(first, "busy")
    tabs = [first, *(context.new_page() for _ in range(TABS - 1))]
    for tab in tabs[1:]:
        tab.goto("/settings")
        expect(tab.get_by_role("button", name="Account of busy")).to_be_visible()
    for tab in tabs:
        tab.evaluate(_BURSTS)

    until = time.monotonic() + LASTS
    while time.monotonic() < until:
        first.wait_for_timeout(2_000)
        for tab in tabs:
            assert tab.get_by_role("heading", name="Sign in").count() == 0
            assert tab.get_by_role("dialog").count() == 0

    told = [tab.evaluate("() => { clearInterval(window.bursts); return window.statuses; }") for tab in tabs]
    assert {status for statuses in told for status in statuses} == {"200"}
    assert all(statuses["200"] > LASTS for statuses in told)
    sessions = first.evaluate("async () => (await (await fetch('/api/auth/sessions')).json())")
    assert sessions["total"] == 1
    assert sessions["items"][0]["is_current"]
    first.get_by_role("button", name="Account of busy").click()
    first.get_by_role("menuitem", name="Sign out").click()
    for tab in tabs:
        expect(tab.get_by_role("heading", name="Sign in", level=1)).to_be_visible(timeout=5_000)
        tab.close()


_BURSTS = """() => {
    window.statuses = {};
    window.bursts = setInterval(() => {
        for (const path of ['/api/auth/me', '/api/info', '/api/auth/sessions']) {
            fetch(path).then(({ status }) => { window.statuses[status] = (window.statuses[status] ?? 0) + 1; });
        }
    }, 700);
}"""
