"""A licence that ends, what people see of it, and the next one that an administrator uploads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from accessibility import Theme, faults_at_all_widths
from people import Program, sign_in
from playwright.sync_api import Browser, BrowserContext, Page, expect
from profiles import open_context
from support.server import RunningServer
from support_license import licensed, make_license


@pytest.fixture(scope="module")
def enterprise_settings() -> dict[str, str]:
    return licensed(days=-20, seats=3, org="Radio Nova")


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


def test_read_only_page_is_accessible(theme: Theme, context: BrowserContext, show: Callable[[str], Page]) -> None:
    sign_in(context.new_page())
    assert faults_at_all_widths(show("/admin/license"), f"licence-read-only-{theme}") == []


def test_licence_is_looked_at_uploaded_and_counts(
    context: BrowserContext, enterprise_server: RunningServer, tmp_path: Path
) -> None:
    page = context.new_page()
    sign_in(page)
    about = page.get_by_label("About this server's licence")
    expect(about.get_by_text("Everything can be seen, exported, downloaded and deleted.")).to_be_visible()
    expect(about.get_by_text("Test licence for Radio Nova")).to_be_visible()

    # What cannot be done says why, in words.
    page.goto("/projects")
    page.get_by_role("button", name="New project").first.click()
    page.get_by_role("dialog").get_by_label("Name").fill("Garden")
    page.get_by_role("dialog").get_by_role("button", name="Create").click()
    expect(page.get_by_text("The licence of this server has expired").first).to_be_visible()
    page.keyboard.press("Escape")

    page.goto("/")
    about.get_by_role("link", name="Open the licence page").first.click()
    expect(page.get_by_role("heading", name="Radio Nova")).to_be_visible()
    expect(page.get_by_text("1 of 3 seats taken")).to_be_visible()

    page.get_by_label("Licence", exact=True).fill("not a licence")
    page.get_by_role("button", name="Show what would change").click()
    expect(page.get_by_text("This is not a whole licence")).to_be_visible()

    file = tmp_path / "licence.txt"
    file.write_text(make_license(days=200, seats=40, org="Radio Nova"), encoding="ascii")
    page.get_by_label("File with a licence").set_input_files(file)
    dialog = page.get_by_role("dialog", name="Use the licence for Radio Nova?")
    expect(dialog.get_by_text("Seats")).to_be_visible()
    dialog.get_by_role("button", name="Keep the present one").click()
    expect(page.get_by_text("1 of 3 seats taken")).to_be_visible()

    page.get_by_role("button", name="Show what would change").click()
    dialog.get_by_role("button", name="Use this licence").click()
    expect(page.get_by_text("1 of 40 seats taken")).to_be_visible()
    expect(about.get_by_text("Everything can be seen")).to_be_hidden()
    expect(about.get_by_text("Test licence for Radio Nova")).to_be_visible()

    with Program(enterprise_server) as ada:
        ada.post("/api/projects", name="Garden")


def test_what_a_licence_leaves_out_is_said_where_it_would_be(
    context: BrowserContext, enterprise_server: RunningServer
) -> None:
    with Program(enterprise_server) as ada:
        ada.post("/api/license", license_key=make_license(seats=9, features=("teams",)))
    page = context.new_page()
    sign_in(page)
    page.goto("/team/webhooks")
    expect(page.get_by_text("does not include webhooks")).to_be_visible()
    page.goto("/account/keys")
    expect(page.get_by_text("does not include API keys")).to_be_visible()
