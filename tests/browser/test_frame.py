"""One frame around all pages: the same left edge, no second heading, and phones that hide nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from people import PASSWORD, Program, sign_in
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect
from profiles import open_context
from support.server import RunningServer

_LONG = "Minutes of the quarterly meeting of the committee for the new botanical garden, the greenhouse and the pond"
_LISTS = ("/", "/recordings", "/documents", "/projects", "/search?q=morning", "/settings", "/trash", "/chat")
_PLUGIN = (
    "/account",
    "/account/keys",
    "/team",
    "/team?tab=workspaces",
    "/team?tab=invitations",
    "/team/retention",
    "/team/retention?tab=holds",
    "/team/webhooks",
    "/team/webhooks?tab=deliveries",
    "/admin",
    "/admin/users",
    "/admin/teams",
    "/admin/audit",
    "/admin/jobs",
)
_PHONE: Final[ViewportSize] = {"width": 390, "height": 844}
_NARROWEST: Final[ViewportSize] = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def enterprise_settings() -> dict[str, str]:
    return {"VERBATIM_WEBHOOKS_ALLOW_PRIVATE": "192.0.2.0/24"}


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


@pytest.fixture
def page(context: BrowserContext) -> Page:
    instance = context.new_page()
    sign_in(instance)
    return instance


@pytest.fixture(scope="module")
def recordings(ada: Program, speech: Path) -> dict[str, str]:
    """Give one with a text and a long title, and one in Arabic; the lists have rows of people, too."""
    made = {"long": ada.upload(speech, _LONG), "arabic": ada.upload(speech, "اجتماع لجنة الحديقة")}
    ada.post(f"/api/recordings/{made['long']}/transcribe")
    for name, role in (("grace", "user"), ("vera", "viewer")):
        ada.make_colleague(name, role=role)
    ada.http.post(
        "/api/auth/register", json={"username": "wanda", "email": "wanda@example.org", "password": PASSWORD}
    ).raise_for_status()
    team = ada.get("/api/auth/me")["team_id"]
    ada.post(f"/api/teams/{team}/invites", role="member")
    hook = ada.post("/api/webhooks", url="https://192.0.2.7/hooks", events=["*"])
    ada.post(f"/api/webhooks/{hook['id']}/test")
    deadline = time.monotonic() + 120
    while ada.get(f"/api/recordings/{made['long']}")["status"] != "completed":
        assert time.monotonic() < deadline
        time.sleep(0.2)
    return made


def _open(page: Page, address: str) -> Locator:
    page.goto(address)
    title = page.get_by_role("heading", level=1)
    expect(title).to_be_visible()
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    return title


def _box(place: Locator) -> Any:
    box = place.bounding_box()
    assert box is not None
    return box


def _width(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))


def _until(page: Page, is_so: Callable[[], bool]) -> bool:
    """Say whether something becomes so: pages are drawn anew after their window has changed."""
    deadline = time.monotonic() + 10
    while not is_so():
        if time.monotonic() > deadline:
            return False
        page.wait_for_timeout(50)
    return True


def test_every_page_begins_at_the_same_edge_and_says_its_name_once(page: Page, recordings: dict[str, str]) -> None:
    edges = {}
    for address in (*_LISTS, *_PLUGIN, f"/recordings/{recordings['long']}"):
        edges[address] = round(_box(_open(page, address))["x"])
    assert set(edges.values()) == {edges["/"]}, edges

    for address, name in (("/admin/users", "Accounts"), ("/admin/teams", "All teams"), ("/team/webhooks", "Receivers")):
        _open(page, address)
        heading = page.get_by_role("heading", name=name, level=2)
        expect(heading).to_have_count(1)
        assert _box(heading)["height"] <= 1, f"{name} is seen though the page says it"


def test_nothing_is_wider_than_the_narrowest_phone(page: Page, recordings: dict[str, str]) -> None:
    page.set_viewport_size(_NARROWEST)
    wider = {}
    for address in (*_LISTS, *_PLUGIN, *(f"/recordings/{one}" for one in recordings.values())):
        _open(page, address)
        if not _until(page, lambda: _width(page) <= _NARROWEST["width"]):
            wider[address] = _width(page)
    assert wider == {}


def test_a_phone_shows_rows_soon_and_all_that_they_say(page: Page, recordings: dict[str, str]) -> None:
    page.set_viewport_size(_PHONE)
    _open(page, "/recordings")
    assert _box(page.get_by_role("link", name=_LONG))["y"] < 844 / 2
    expect(page.get_by_role("combobox", name="Status")).to_be_hidden()
    page.get_by_role("button", name="Filters", exact=True).click()
    page.get_by_role("combobox", name="Status").select_option("Ready")
    expect(page.get_by_role("button", name="Filters: 1 in force")).to_be_visible()
    expect(page.get_by_role("link", name=_LONG)).to_be_visible()
    expect(page.get_by_role("link", name="اجتماع لجنة الحديقة")).to_have_count(0)

    _open(page, f"/recordings/{recordings['long']}")
    assert _box(page.locator("[data-segment]").first)["y"] < 500
    assert _box(page.get_by_role("button", name="More for this recording"))["y"] < 220

    _open(page, "/admin/users")
    row = page.get_by_role("row").filter(has_text="wanda@example.org")
    for said in ("Waits for approval", "Never", "Role"):
        expect(row.get_by_text(said)).to_be_visible()
    _open(page, "/admin/teams")
    expect(page.get_by_role("row").filter(has_text="My team").get_by_text("Made")).to_be_visible()

    _open(page, "/team?tab=invitations")
    for name in ("All", "Open", "Accepted", "Expired", "Withdrawn"):
        assert _box(page.get_by_role("radio", name=name, exact=True))["height"] <= 40, f"{name} is broken into lines"
    tabs = page.get_by_role("navigation", name="Parts of the team")
    current = tabs.get_by_role("link", name="Invitations")
    assert _box(current)["x"] + _box(current)["width"] <= _PHONE["width"]


def test_the_audit_log_speaks_in_words(page: Page, recordings: dict[str, str]) -> None:
    assert recordings
    _open(page, "/admin/audit")
    table = page.get_by_role("table", name="Audit log")
    expect(table.get_by_role("button", name="Recording created").first).to_be_visible()
    expect(table).not_to_contain_text("recording.created")
    assert _box(table.get_by_role("row").nth(8))["y"] < 900, "a chart takes the room of rows"
