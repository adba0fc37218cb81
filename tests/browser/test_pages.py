"""Every page in light and dark: no serious fault of accessibility, and a picture at three widths."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from accessibility import Theme, faults_at_all_widths
from playwright.sync_api import Page
from support.server import RunningServer


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
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        if client.get(f"/api/recordings/{recording}").json()["status"] == "completed":
            return recording
        time.sleep(0.2)
    raise AssertionError("the transcription did not end")


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

    assert faults_at_all_widths(page, f"{name}-{theme}") == []


@pytest.mark.parametrize("name", ["recordings", "transcript", "search", "settings-transcription"])
def test_phone_shows_nothing_beside_the_screen(
    name: str, addresses: dict[str, str], show: Callable[[str], Page]
) -> None:
    page = show(addresses[name])
    page.set_viewport_size({"width": 390, "height": 844})

    page.wait_for_function("() => document.documentElement.scrollWidth <= 390")
