"""Every page in light and dark: no serious fault of accessibility, and a picture at three widths."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import httpx
import pytest
from accessibility import AXE, grave_faults, picture
from playwright.sync_api import BrowserContext, Page, expect
from support.server import RunningServer

_WIDTHS = (1440, 1024, 390)

Theme = Literal["light", "dark"]


@pytest.fixture(scope="module")
def addresses(server: RunningServer, speech: Path) -> dict[str, str]:
    """Fill the server with a little of everything, and give each page's address."""
    with httpx.Client(base_url=server.url, timeout=60) as client:

        def post(path: str, **body: Any) -> Any:
            return client.post(path, json=body).raise_for_status().json()

        project = post("/api/projects", name="Garden", description="Everything about the new garden")
        recording = _upload(client, speech, project["id"])
        tag = post("/api/tags", name="urgent", color="#c2410c")
        post(f"/api/tags/recordings/{recording}", tag_id=tag["id"])
    return {
        "dashboard": "/",
        "recordings": "/recordings",
        "no-recordings": "/recordings?search=nothing+like+this",
        "transcript": f"/recordings/{recording}",
        "projects": "/projects",
        "project": f"/projects/{project['id']}",
        "search": "/search?q=morning",
        "search-empty": "/search",
        "settings": "/settings",
        "settings-transcription": "/settings/transcription",
        "settings-tags": "/settings/tags",
        "settings-about": "/settings/about",
        "not-found": "/recordings/00000000-0000-0000-0000-000000000000",
    }


def _upload(client: httpx.Client, speech: Path, project: str) -> str:
    with speech.open("rb") as file:
        answer = client.post("/api/recordings/upload", files={"file": file}, data={"project_id": project})
    recording: str = answer.raise_for_status().json()["id"]
    for _ in range(600):
        if client.get(f"/api/recordings/{recording}").json()["status"] == "completed":
            return recording
        client.get("/health", params={"wait": 1})
    raise AssertionError("the transcription did not end")


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    chosen: Theme = request.param
    return chosen


@pytest.fixture
def show(context: BrowserContext, theme: Theme) -> Iterator[Callable[[str], Page]]:
    """Open pages in a theme and wait until they stand still."""
    page = context.new_page()
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")

    def open_page(address: str) -> Page:
        page.goto(address)
        expect(page.get_by_role("heading", level=1).or_(page.get_by_text("There is no such"))).to_be_visible()
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
        page.wait_for_function("() => document.fonts.status === 'loaded'")
        return page

    yield open_page
    page.close()


_NAMES = (
    "dashboard",
    "recordings",
    "no-recordings",
    "transcript",
    "projects",
    "project",
    "search",
    "search-empty",
    "settings",
    "settings-transcription",
    "settings-tags",
    "settings-about",
    "not-found",
)


@pytest.mark.parametrize("name", _NAMES)
def test_page_is_accessible(name: str, theme: Theme, addresses: dict[str, str], show: Callable[[str], Page]) -> None:
    page = show(addresses[name])
    assert page.evaluate("document.documentElement.classList.contains('dark')") is (theme == "dark")
    # Evaluated, not added as a script: the page keeps its content security policy.
    page.evaluate(AXE.read_text(encoding="utf-8"))

    faults: list[dict[str, Any]] = []
    for width in _WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        picture(page, f"{name}-{theme}-{width}")
        if width == 1024:
            continue  # the same elements as wider: only for looking at
        faults += grave_faults(page, width)

    assert faults == []


@pytest.mark.parametrize("name", ["recordings", "transcript", "search", "settings-transcription"])
def test_phone_shows_nothing_beside_the_screen(
    name: str, addresses: dict[str, str], show: Callable[[str], Page]
) -> None:
    page = show(addresses[name])
    page.set_viewport_size({"width": 390, "height": 844})

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
