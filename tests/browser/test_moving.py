"""A recording goes to another workspace, beside its transcript."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from people import Program, sign_in
from playwright.sync_api import Browser, BrowserContext, expect
from profiles import open_context
from support.server import RunningServer


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


@pytest.fixture(scope="module")
def recording(enterprise_server: RunningServer, speech: Path) -> dict[str, Any]:
    """Upload a recording into a team of two workspaces, one of them private."""
    with Program(enterprise_server) as ada:
        ada.make_colleague("grace")
        team = ada.get("/api/auth/me")["team_id"]
        ada.post(f"/api/teams/{team}/workspaces", name="Court hearings", is_private=True)
        made: dict[str, Any] = ada.get(f"/api/recordings/{ada.upload(speech, 'Morning session')}")
        return made


def test_recording_moves_to_a_private_workspace_and_out_of_others_sight(
    context: BrowserContext, enterprise_server: RunningServer, recording: dict[str, Any]
) -> None:
    with Program(enterprise_server, "grace") as grace:
        assert grace.get(f"/api/recordings/{recording['id']}")["title"] == "Morning session"
    page = context.new_page()
    sign_in(page)
    page.goto(f"/recordings/{recording['id']}")
    beside = page.get_by_role("region", name="Workspace")
    expect(beside).not_to_contain_text("Court hearings")
    beside.get_by_role("button", name="Move…").click()
    asked = page.get_by_role("alertdialog")
    expect(asked.get_by_text("It leaves the projects that it is in")).to_be_visible()
    expect(asked.get_by_text("Only those who were let into Court hearings see it then.")).to_be_visible()
    asked.get_by_role("button", name="Move", exact=True).click()
    expect(beside).to_contain_text("Court hearings")
    expect(beside).to_contain_text("private")
    with Program(enterprise_server) as ada, Program(enterprise_server, "grace") as grace:
        assert ada.get(f"/api/recordings/{recording['id']}")["workspace_id"] != recording["workspace_id"]
        assert grace.http.get(f"/api/recordings/{recording['id']}").status_code == 404
