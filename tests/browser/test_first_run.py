"""From an empty server to a team at work: set up, invite, join, listen; and a stranger who gets nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from people import ENTERPRISE, PASSWORD
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect
from profiles import open_context
from support.server import RunningServer, running_server
from support_setup import token_of


@pytest.fixture
def new_server(tmp_path: Path, browser: Browser) -> Iterator[RunningServer]:
    """Run a server for organisations that nobody has set up."""
    settings = {name: value for name, value in ENTERPRISE.items() if "ADMIN" not in name}
    with running_server(tmp_path, env=settings) as running:
        yield running


@pytest.fixture
def profiles(browser: Browser, new_server: RunningServer) -> Iterator[list[BrowserContext]]:
    """Open three browser profiles: one for each person."""
    opened = [open_context(browser, new_server) for _ in range(3)]
    yield [next(each) for each in opened]
    for each in opened:
        next(each, None)


def _make_account(page: Page, name: str, button: str) -> None:
    page.get_by_label("Your name").fill(name.capitalize())
    page.get_by_label("User name").fill(name)
    page.get_by_label("E-mail address").fill(f"{name}@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name=button).click()
    expect(page.get_by_role("heading", name="Dashboard")).to_be_visible()


def _invitation(page: Page) -> str:
    page.goto("/team?tab=invitations")
    page.get_by_role("button", name="Invite somebody").first.click()
    page.get_by_role("button", name="Make the invitation").click()
    link = page.get_by_label("Invitation link").input_value()
    page.get_by_role("button", name="I have copied it").click()
    return link


def test_a_team_begins_and_shares_and_a_stranger_gets_nothing(
    profiles: list[BrowserContext], new_server: RunningServer, speech: Path
) -> None:
    ada, grace, mallory = (profile.new_page() for profile in profiles)

    mallory.goto("/")
    expect(mallory.get_by_role("heading", name="Welcome to Verbatim")).to_be_visible()
    expect(mallory.get_by_label("Set-up token")).to_be_visible()  # which only the operator knows

    ada.goto(f"/setup#{token_of(new_server)}")
    expect(ada.get_by_role("heading", name="Welcome to Verbatim")).to_be_visible()
    expect(ada).to_have_url(f"{new_server.url}/setup")
    ada.reload()
    expect(ada.get_by_label("User name")).to_be_visible()
    expect(ada.get_by_label("Set-up token")).to_have_count(0)
    _make_account(ada, "ada", "Set up this server")
    with speech.open("rb") as file:
        sent: FilePayload = {"name": speech.name, "mimeType": "audio/wav", "buffer": file.read()}
    origin = {"Sec-Fetch-Site": "same-origin"}
    made = profiles[0].request.post("/api/recordings/upload", multipart={"file": sent}, headers=origin)
    recording = made.json()["id"]

    grace.goto(_invitation(ada))
    expect(grace.get_by_text("From Ada")).to_be_visible()
    _make_account(grace, "grace", "Join")

    body = {"username": "mallory", "email": "mallory@example.org", "password": PASSWORD}
    assert profiles[0].request.post("/api/users", data=body, headers=origin).ok
    mallory.goto("/")
    mallory.get_by_label("User name or e-mail address").fill("mallory")
    mallory.get_by_label("Password", exact=True).fill(PASSWORD)
    mallory.get_by_role("button", name="Sign in", exact=True).click()
    mallory.get_by_role("button", name="Team: No team").click()
    mallory.get_by_role("button", name="New team").click()
    mallory.get_by_label("Name", exact=True).fill("Elsewhere")
    mallory.get_by_role("button", name="Make the team").click()
    expect(mallory.get_by_role("button", name="Team: Elsewhere")).to_be_visible()

    title = made.json()["title"]
    for page in (ada, grace):
        page.goto("/recordings")
        expect(page.get_by_role("link", name=title).first).to_be_visible()
        assert _can_play(page, recording)
    mallory.goto("/recordings")
    expect(mallory.get_by_role("heading", name="Recordings")).to_be_visible()
    expect(mallory.get_by_role("link", name=title)).to_have_count(0)
    assert not _can_play(mallory, recording)


def _can_play(page: Page, recording: str) -> bool:
    """Play the recording the way the app does, by an audio element, and say whether time passes."""
    heard: bool = page.evaluate(
        """id => new Promise(resolve => {
            const audio = new Audio(`/api/recordings/${id}/audio`);
            audio.muted = true;
            audio.addEventListener("timeupdate", () => audio.currentTime > 0.1 && resolve(true));
            audio.addEventListener("error", () => resolve(false));
            audio.play().catch(() => resolve(false));
        })""",
        recording,
    )
    return heard
