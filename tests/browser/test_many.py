"""A list of many recordings: all that match, not only those on the page, and what people do with them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
from accessibility import faults_at_all_widths
from listening import Listener, segment, service_settings
from playwright.sync_api import Locator, Page, expect
from support.fixed_service import FixedService
from support.recordings import wav

MANY = 27
"""More than a page shows."""


@pytest.fixture(scope="module")
def server_settings(service: FixedService) -> dict[str, str]:
    return service_settings(service)


@pytest.fixture(scope="module")
def recordings(listener: Listener, speech: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give many without a text, and one that was transcribed."""
    folder = tmp_path_factory.mktemp("sounds")
    for number in range(MANY):
        listener.upload(
            wav(folder / f"{number}.wav", np.full(1_600 + number, 0.01, np.float32)),
            title=f"Board {number:02}",
            transcribe="false",
        )
    return listener.heard(speech, [segment(0.0, 4.0, "The choir meets on Monday.")], title="Choir: plans")


def tray(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name)


def test_all_that_match_are_deleted_brought_back_and_exported(page: Page, recordings: str) -> None:
    page.goto("/recordings")
    expect(page.get_by_role("link", name="Choir: plans")).to_be_visible()
    page.get_by_role("searchbox", name="Search titles").fill("board")
    expect(page.get_by_role("link", name="Choir: plans")).to_have_count(0)
    page.get_by_role("checkbox", name="Select all on this page").click()
    bar = page.get_by_role("toolbar", name="Selected recordings")
    expect(bar).to_contain_text("25 selected")
    bar.get_by_role("button", name=f"Select all {MANY} that match").click()
    expect(bar).to_contain_text(f"All {MANY} selected")
    bar.get_by_role("button", name="Delete").click()
    dialog = page.get_by_role("alertdialog")
    expect(dialog).to_contain_text("What is under a legal hold stays")
    dialog.get_by_role("button", name=f"Delete {MANY}").click()
    expect(bar).to_have_count(0)
    expect(page.get_by_text(f"{MANY} deleted", exact=True)).to_be_visible()
    expect(page.get_by_text("No recording matches")).to_be_visible()
    page.reload()
    tray(page, "Deleting").get_by_role("button", name="Undo").click()
    expect(page.get_by_text(f"{MANY} restored", exact=True)).to_be_visible()
    expect(page.get_by_role("row")).to_have_count(26)
    tray(page, "Bringing back").get_by_role("button", name="Dismiss").click()

    # Any words in any order, and what has no text is left and said.
    page.get_by_role("searchbox", name="Search titles").fill("plans choir")
    expect(page.get_by_role("row")).to_have_count(2)
    page.get_by_role("searchbox", name="Search titles").fill("")
    expect(page.get_by_role("row")).to_have_count(26)
    page.get_by_role("checkbox", name="Select all on this page").click()
    bar.get_by_role("button", name=f"Select all {MANY + 1} that match").click()
    bar.get_by_role("button", name="Export").click()
    page.get_by_role("menuitem", name="Plain text").click()
    expect(page.get_by_text("1 exported", exact=True)).to_be_visible()
    expect(page.get_by_text(f"{MANY} left: without a transcript")).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Download the ZIP").click()
    with zipfile.ZipFile(io.BytesIO(Path(saved.value.path()).read_bytes())) as archive:
        assert archive.namelist() == ["Choir- plans.txt"]
        assert "The choir meets on Monday." in archive.read("Choir- plans.txt").decode()
    tray(page, "Exporting").get_by_role("button", name="Dismiss").click()
    expect(tray(page, "Exporting")).to_have_count(0)
    assert recordings


def test_a_list_that_is_narrowed_kept_and_walked_by_keys(page: Page, recordings: str) -> None:
    page.goto("/recordings?q=board&status=untranscribed")
    chips = page.get_by_role("list", name="Filters in force").get_by_role("listitem")
    expect(chips).to_have_text(["Wordboard", "StatusNot transcribed", "Clear"])
    page.get_by_role("button", name="Columns").click()
    page.get_by_role("menuitemcheckbox", name="Size").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("columnheader", name="Size")).to_have_count(0)
    page.get_by_role("button", name="Views").click()
    page.get_by_role("menuitem", name="Save this view").click()
    page.get_by_role("textbox", name="Name").fill("Boards to do")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)

    # Both filters go, one by one, and the view brings them back, with the columns.
    page.get_by_role("button", name="Remove the filter Word: board").click()
    page.get_by_role("button", name="Remove the filter Status: Not transcribed").click()
    expect(page.get_by_role("link", name="Choir: plans")).to_be_visible()
    page.goto("/recordings")
    expect(page.get_by_role("columnheader", name="Size")).to_be_visible()
    page.get_by_role("button", name="Views").click()
    page.get_by_role("menuitem", name="Boards to do", exact=True).click()
    expect(chips).to_have_count(3)
    expect(page.get_by_role("columnheader", name="Size")).to_have_count(0)
    expect(page.get_by_role("link", name="Choir: plans")).to_have_count(0)

    # By language and length too, and both stand in the address.
    page.goto("/recordings")
    page.get_by_role("button", name="More filters").click()
    page.get_by_role("combobox", name="Length").select_option(label="Over 2 hours")
    expect(page.get_by_text("No recording matches")).to_be_visible()
    page.get_by_role("combobox", name="Length").select_option(label="Under 5 minutes")
    page.keyboard.press("Escape")
    expect(chips).to_have_text(["LengthUnder 5 minutes", "Clear"])
    page.goto("/recordings?language=de&length=short")
    expect(chips).to_have_text(["LanguageGerman", "LengthUnder 5 minutes", "Clear"])
    expect(page.get_by_text("No recording matches")).to_be_visible()

    # On a phone rows are chosen by a box of their own.
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/recordings?q=board")
    page.get_by_role("checkbox", name="Select Board 26").click()
    expect(page.get_by_role("toolbar", name="Selected recordings")).to_contain_text("1 selected")
    assert faults_at_all_widths(page, "recordings-chosen") == []
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto("/recordings?q=board&status=untranscribed")

    heights = {round(box["height"]) for row in page.locator("[data-recording]").all() if (box := row.bounding_box())}
    assert heights <= {40, 41}, heights
    page.get_by_role("heading", name="Recordings").click()
    for key in ("j", "j", "x", "k", "x"):
        page.keyboard.press(key)
    expect(page.get_by_role("toolbar", name="Selected recordings")).to_contain_text("2 selected")
    expect(page.get_by_role("link", name="Board 26")).to_be_focused()
    page.keyboard.press("x")
    expect(page.get_by_role("toolbar", name="Selected recordings")).to_contain_text("1 selected")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Board 26")).to_be_visible()
    assert recordings
