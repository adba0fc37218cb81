"""The audit log by hand: who heard a recording, how long rows are kept, and who else is told of them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from accessibility import Theme, faults_at_all_widths
from people import Program, sign_in
from playwright.sync_api import Browser, BrowserContext, Page, expect
from profiles import open_context
from support.server import RunningServer, free_port


@pytest.fixture(scope="module")
def enterprise_settings() -> dict[str, str]:
    """Send the log to somewhere that nobody listens at."""
    return {"VERBATIM_AUDIT_HTTP_URL": f"http://127.0.0.1:{free_port()}/audit"}


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


def _until_missed(server: RunningServer) -> None:
    """Wait until the server has noticed that nobody listens."""
    with Program(server) as ada:
        for _ in range(100):
            if ada.get("/api/admin/audit/streams")["items"][0]["failing_since"]:
                return
            time.sleep(0.3)
    raise AssertionError("nobody was missed")


def test_a_receiver_that_is_away_is_shown_and_nothing_is_removed_unseen(
    context: BrowserContext, enterprise_server: RunningServer
) -> None:
    _until_missed(enterprise_server)
    page = context.new_page()
    sign_in(page)
    page.goto("/admin/audit")
    part = page.get_by_role("region", name="Kept and sent on")
    expect(part.get_by_text("For ever.")).to_be_visible()
    expect(part.get_by_text("Not reached")).to_be_visible()
    expect(part.get_by_text(re.compile("It is tried again; nothing is dropped."))).to_be_visible()
    part.get_by_role("button", name="Remove old rows…").click()
    asked = page.get_by_role("alertdialog")
    expect(asked.get_by_text("No row is older than 365 days.")).to_be_visible()
    expect(asked.get_by_role("button", name="Remove", exact=True)).to_be_disabled()
    asked.get_by_label("Older than, in days").fill("7")
    expect(asked.get_by_text("From 30 to 36,500.")).to_be_visible()
    asked.get_by_role("button", name="Cancel").click()
    expect(asked).to_have_count(0)


def test_from_a_recording_to_who_heard_it(
    context: BrowserContext, enterprise_server: RunningServer, speech: Path
) -> None:
    with Program(enterprise_server) as ada:
        ada.make_colleague("grace")
        heard, other = ada.upload(speech, "Morning session"), ada.upload(speech, "Evening session")
        with Program(enterprise_server, "grace") as grace:
            grace.get(f"/api/recordings/{heard}")
        ada.get(f"/api/recordings/{other}")
    page = context.new_page()
    sign_in(page)
    page.goto(f"/recordings/{heard}")
    page.get_by_role("region", name="Audit log").get_by_role("link", name="Who opened or changed it").click()
    expect(page.get_by_text("Only what is about id")).to_be_visible()
    table = page.get_by_role("table", name="Audit log")
    row = table.get_by_role("row").filter(has_text="Recording opened").filter(has_text="grace")
    expect(row).to_contain_text("Morning session")
    expect(table).not_to_contain_text("Evening session")
    row.get_by_role("button", name="Recording opened").click()
    expect(page.get_by_role("dialog").get_by_text("Morning session")).to_be_visible()
    page.get_by_role("dialog").get_by_role("button", name="Done").click()
    page.get_by_role("button", name="Show what is about others too").click()
    expect(table).to_contain_text("Evening session")


def test_foot_of_the_page_is_accessible(
    theme: Theme, context: BrowserContext, enterprise_server: RunningServer, show: Callable[[str], Page]
) -> None:
    _until_missed(enterprise_server)
    sign_in(context.new_page())
    page = show("/admin/audit")
    expect(page.get_by_text("Not reached")).to_be_visible()
    page.get_by_role("button", name="Remove old rows…").click()
    expect(page.get_by_role("alertdialog").get_by_text("No row is older than 365 days.")).to_be_visible()
    assert faults_at_all_widths(page, f"audit-remove-{theme}") == []
