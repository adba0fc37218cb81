"""The pages of people and teams: accessible, pictured, and nothing beside a phone's screen."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from accessibility import Theme, faults_at_all_widths
from people import Program, sign_in
from playwright.sync_api import Browser, BrowserContext, Page, expect
from profiles import open_context
from support.server import RunningServer

_PUBLIC = ("register", "reset", "invite", "invite-wrong")
_SIGNED_IN = (
    "account",
    "keys",
    "no-keys",
    "team",
    "team-workspaces",
    "team-invitations",
    "team-settings",
    "retention",
    "holds",
    "webhooks",
    "deliveries",
    "users",
    "no-users",
    "teams",
    "licence",
    "audit",
    "no-audit",
)


@pytest.fixture(scope="module")
def enterprise_settings() -> dict[str, str]:
    return {"VERBATIM_WEBHOOKS_ALLOW_PRIVATE": "192.0.2.0/24"}


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


@pytest.fixture(scope="module")
def addresses(enterprise_server: RunningServer) -> dict[str, str]:
    """Fill the server with people, workspaces and invitations, and give each page's address."""
    with Program(enterprise_server) as ada:
        team = ada.get("/api/auth/me")["team_id"]
        for name, role in (("grace", "user"), ("linus", "user"), ("vera", "viewer")):
            ada.make_colleague(name, role=role)
        ada.post(f"/api/teams/{team}/workspaces", name="Court hearings", is_private=True)
        invitation = ada.post(f"/api/teams/{team}/invites", role="member")
        board = ada.post("/api/projects", name="Board meetings")["id"]
        hearings = ada.post("/api/projects", name="Hearings")["id"]
        ada.post(f"/api/teams/{team}/retention/rules", keep_days=365)
        rule = ada.post(f"/api/teams/{team}/retention/rules", keep_days=730, basis="changed", project_id=board)
        ada.post(f"/api/teams/{team}/retention/rules/{rule['id']}/activate", confirm="My team")
        ada.post("/api/holds", project_id=hearings, reason="Smith v. Jones, case 17/2026")
        ada.post("/api/teams", name="Newsroom")
        ada.post("/api/keys", name="Nightly import", scopes=["recording:read", "recording:create"])
        hook = ada.post("/api/webhooks", url="https://192.0.2.7/hooks", events=["*"], description="The wiki")
        ada.post(f"/api/webhooks/{hook['id']}/test")
    return {
        "register": "/register",
        "reset": "/reset#not-a-token-that-was-ever-given",
        "invite": f"/invite#{invitation['token']}",
        "invite-wrong": "/invite#not-a-token-that-was-ever-given",
        "account": "/account",
        "keys": "/account/keys",
        "no-keys": "/account/keys?state=revoked",
        "team": "/team",
        "team-workspaces": "/team?tab=workspaces",
        "team-invitations": "/team?tab=invitations",
        "team-settings": "/team?tab=settings",
        "retention": "/team/retention",
        "holds": "/team/retention?tab=holds",
        "webhooks": "/team/webhooks",
        "deliveries": "/team/webhooks?tab=deliveries",
        "users": "/admin/users",
        "no-users": "/admin/users?search=nobody+like+this",
        "teams": "/admin/teams",
        "licence": "/admin/license",
        "audit": "/admin/audit",
        "no-audit": "/admin/audit?search=nothing+like+this",
    }


@pytest.mark.parametrize("name", _PUBLIC)
def test_page_for_anybody_is_accessible(
    name: str, theme: Theme, addresses: dict[str, str], show: Callable[[str], Page]
) -> None:
    assert faults_at_all_widths(show(addresses[name]), f"{name}-{theme}") == []


@dataclass
class Looked:
    """What was found in a walk through all pages in one theme."""

    faults: dict[str, Any] = field(default_factory=dict)
    wider: list[str] = field(default_factory=list)
    """Pages that are wider than a phone's screen."""


@pytest.fixture(scope="module")
def walks() -> dict[Theme, Looked]:
    """Keep each walk for all tests that ask what was found in it: each page takes seconds."""
    return {}


@pytest.fixture
def looked(
    walks: dict[Theme, Looked],
    theme: Theme,
    addresses: dict[str, str],
    context: BrowserContext,
    show: Callable[[str], Page],
) -> Looked:
    if theme not in walks:
        sign_in(context.new_page())
        found = Looked()
        for name in _SIGNED_IN:
            page = show(addresses[name])
            if faults := faults_at_all_widths(page, f"{name}-{theme}"):
                found.faults[name] = faults
            if _is_wider_than_a_phone(page):
                found.wider.append(name)
        walks[theme] = found
    return walks[theme]


def _is_wider_than_a_phone(page: Page) -> bool:
    page.set_viewport_size({"width": 390, "height": 844})
    # The page is drawn anew for the smaller screen, which takes it a moment. Asked again and again from here,
    # because the page's own policy lets nothing wait inside it.
    deadline = time.monotonic() + 5
    while _width(page) > 390 and time.monotonic() < deadline:
        page.wait_for_timeout(100)
    return _width(page) > 390


def _width(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))


def test_pages_of_people_and_teams_are_accessible(looked: Looked) -> None:
    assert looked.faults == {}


def test_phone_shows_nothing_beside_the_screen(looked: Looked) -> None:
    assert looked.wider == []


def test_dialog_of_an_invitation_keeps_the_keyboard_inside(
    addresses: dict[str, str], context: BrowserContext, show: Callable[[str], Page]
) -> None:
    sign_in(context.new_page())
    page = show(addresses["team-invitations"])
    page.get_by_role("button", name="Invite somebody").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()

    for _ in range(12):
        page.keyboard.press("Tab")
        assert dialog.evaluate("element => element.contains(document.activeElement)")
    page.keyboard.press("Escape")

    expect(dialog).to_be_hidden()


def test_switcher_narrows_the_app_to_one_workspace_and_back(
    addresses: dict[str, str], enterprise_server: RunningServer, context: BrowserContext
) -> None:
    assert addresses
    with Program(enterprise_server) as ada:
        ada.post("/api/projects", name="Everyday things")
    page = context.new_page()
    sign_in(page)

    page.get_by_role("button", name="Team: My team").click()
    page.get_by_role("button", name=re.compile("^Court hearings")).click()
    expect(page.get_by_role("button", name="Team: My team Court hearings")).to_be_visible()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Projects").click()
    expect(page.get_by_role("heading", name="Projects", level=1)).to_be_visible()
    expect(page.get_by_text("No projects yet")).to_be_visible()

    page.get_by_role("button", name="Team: My team").click()
    page.get_by_role("button", name="All workspaces").click()
    expect(page.get_by_role("button", name="Team: My team Owner")).to_be_visible()
    page.goto("/projects")
    expect(page.get_by_text("Everyday things").first).to_be_visible()
