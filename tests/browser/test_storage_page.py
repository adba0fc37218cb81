"""The page of storage: a location added, tried out, made the default, files moved there and compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from accessibility import faults_at_all_widths
from people import Program, sign_in
from playwright.sync_api import Browser, BrowserContext, Page, expect
from profiles import open_context
from support.recordings import REPORT
from support.server import RunningServer
from support_stores.servers import STARTERS, StoreServer


@pytest.fixture(scope="module")
def enterprise_settings() -> dict[str, str]:
    return {"VERBATIM_STORAGE_ALLOW_PRIVATE": "127.0.0.0/8,::1/128", "VERBATIM_STORAGE_CHECK": "off"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreServer]:
    """Run an object store."""
    with STARTERS["moto"](tmp_path_factory.mktemp("moto")) as found:
        yield found


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


def test_files_are_moved_to_a_store_that_was_added_on_the_page(
    context: BrowserContext, enterprise_server: RunningServer, store: StoreServer
) -> None:
    with Program(enterprise_server) as ada:
        recording = ada.upload(REPORT, "Report")
    page: Page = context.new_page()
    sign_in(page)
    page.goto("/admin/storage")
    expect(
        page.get_by_role("row", name=re.compile("This server's disk")).get_by_text("Takes new files")
    ).to_be_visible()

    page.get_by_role("button", name="New location").click()
    dialog = page.get_by_role("dialog", name="New location")
    told = {name.removeprefix("VERBATIM_STORAGE_S3_"): value for name, value in store.variables.items()}
    dialog.get_by_label("Name").fill("Archive")
    dialog.get_by_label("Bucket").fill("no-such-bucket")
    dialog.get_by_label("Endpoint", exact=True).fill(told["ENDPOINT"])
    dialog.get_by_label("Access key ID").fill(told["KEY_ID"])
    dialog.get_by_label("Secret access key").fill(told["SECRET"])
    dialog.get_by_role("button", name="Try it out").click()
    expect(dialog.get_by_text("has no such bucket")).to_be_visible()
    expect(dialog.get_by_role("listitem").filter(has_text="Bucket")).to_contain_text("failed")
    dialog.get_by_label("Bucket").fill(told["BUCKET"])
    dialog.get_by_role("button", name="Try it out").click()
    expect(dialog.get_by_text("can be written, read and deleted from")).to_be_visible()
    dialog.get_by_role("button", name="Add the location").click()

    row = page.get_by_role("row", name=re.compile("Archive"))
    row.get_by_role("button", name="Actions for Archive").click()
    page.get_by_role("menuitem", name="Take new files").click()
    expect(row.get_by_text("Takes new files")).to_be_visible()

    page.get_by_role("button", name="Actions for This server's disk").click()
    page.get_by_role("menuitem", name="Move its files…").click()
    page.get_by_role("dialog").get_by_role("button", name="Move 1 file").click()
    expect(page.get_by_text("1 file moved.")).to_be_visible(timeout=30_000)

    page.get_by_role("button", name="Compare now").click()
    expect(page.get_by_text("all is well")).to_be_visible(timeout=30_000)
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        assert faults_at_all_widths(page, f"storage-{theme}") == []

    page.goto(f"/recordings/{recording}")
    with page.expect_response(re.compile("/audio")) as heard:
        page.get_by_role("button", name="Play", exact=True).first.click()
    assert heard.value.status in {200, 206}


def test_an_address_inside_the_network_is_refused(context: BrowserContext) -> None:
    page = context.new_page()
    sign_in(page)
    page.goto("/admin/storage")
    page.get_by_role("button", name="New location").click()
    dialog = page.get_by_role("dialog", name="New location")
    dialog.get_by_label("Name").fill("Inside")
    dialog.get_by_label("Bucket").fill("recordings")
    dialog.get_by_label("Endpoint", exact=True).fill("http://169.254.169.254")
    dialog.get_by_label("Access key ID").fill("AKIA0000")
    dialog.get_by_label("Secret access key").fill("hush-hush")
    dialog.get_by_role("button", name="Add the location").click()
    expect(dialog.get_by_text("lies in a private network")).to_be_visible()
