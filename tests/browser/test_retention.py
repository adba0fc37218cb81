"""How long recordings are kept, and what is kept whatever happens: from the first rule to the lifted hold."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from accessibility import Theme, faults_at_all_widths
from people import Program, sign_in
from playwright.sync_api import Browser, BrowserContext, Page, expect
from profiles import open_context
from support.server import RunningServer

AGES = (3, 40, 100, 390, 500)


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


@pytest.fixture(scope="module")
def recordings(enterprise_server: RunningServer, speech: Path) -> list[str]:
    """Upload recordings, and let time pass over them."""
    with Program(enterprise_server) as ada:
        ada.post("/api/projects", name="Evidence")
        found = [ada.upload(speech, f"{days} days old") for days in AGES]
    database = sqlite3.connect(enterprise_server.data_dir / "verbatim.db", timeout=20)
    with database:
        for recording, days in zip(found, AGES, strict=True):
            made = (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%d %H:%M:%S.%f")
            database.execute(
                "UPDATE recordings SET created_at = ?, status = 'completed' WHERE id = ?", (made, recording)
            )
    database.close()
    return found


@pytest.fixture
def page(context: BrowserContext, recordings: list[str]) -> Page:
    assert len(recordings) == len(AGES)
    opened: Page = context.new_page()
    sign_in(opened)
    return opened


def test_rule_shows_what_would_go_and_is_confirmed_by_name(page: Page) -> None:
    page.goto("/team/retention")
    expect(page.get_by_text("Everything is kept")).to_be_visible()
    page.get_by_role("button", name="New rule").first.click()
    dialog = page.get_by_role("dialog", name="New rule")
    expect(dialog.get_by_text(re.compile(r"Would delete 2 recordings, \d"))).to_be_visible()
    dialog.get_by_label("Delete after, in days").fill("90")
    expect(dialog.get_by_text(re.compile("Would delete 3 recordings"))).to_be_visible()
    expect(dialog.get_by_role("img", name=re.compile("5 recordings by age"))).to_be_visible()
    dialog.get_by_label("Delete after, in days").fill("3650")
    expect(dialog.get_by_text("Would delete nothing now")).to_be_visible()
    dialog.get_by_role("button", name="Save as a draft").click()

    row = page.get_by_role("row", name=re.compile("The whole team"))
    expect(row.get_by_text("Draft")).to_be_visible()
    expect(row.get_by_text("Deleted 10 years after they were made")).to_be_visible()
    row.get_by_role("button", name="Actions for the rule of The whole team").click()
    page.get_by_role("menuitem", name="Activate").click()
    asked = page.get_by_role("alertdialog")
    asked.get_by_label("Type the name of the team").fill("not it")
    asked.get_by_role("button", name="Activate").click()
    expect(asked.get_by_text("repeat the team's name")).to_be_visible()
    asked.get_by_label("Type the name of the team").fill("My team")
    asked.get_by_role("button", name="Activate").click()
    expect(row.get_by_text("Waits")).to_be_visible()


def test_hold_is_placed_beside_the_recording_and_lifted_from_the_list(page: Page, recordings: list[str]) -> None:
    page.goto(f"/recordings/{recordings[0]}")
    page.get_by_role("button", name="Place a hold").click()
    asked = page.get_by_role("alertdialog")
    asked.get_by_role("button", name="Place the hold").click()
    expect(asked.get_by_text("Say why in a few words.")).to_be_visible()
    asked.get_by_label("Reason").fill("Smith v. Jones")
    asked.get_by_role("button", name="Place the hold").click()
    beside = page.get_by_role("region", name="Legal hold")
    expect(beside.get_by_text("Under legal hold")).to_be_visible()
    expect(beside.get_by_text("Smith v. Jones")).to_be_visible()

    refused = page.request.delete(f"/api/recordings/{recordings[0]}", headers={"Sec-Fetch-Site": "same-origin"})
    assert (refused.status, refused.json()["code"]) == (409, "held")

    page.goto("/team/retention?tab=holds")
    page.get_by_role("button", name="Hold a project").click()
    asked = page.get_by_role("alertdialog")
    asked.get_by_label("Project").click()
    page.get_by_role("option", name="Evidence").click()
    asked.get_by_label("Reason").fill("The same case")
    asked.get_by_role("button", name="Place the hold").click()
    page.get_by_role("button", name="Lift the hold on Evidence").click()
    asked = page.get_by_role("alertdialog")
    asked.get_by_label("Reason").fill("Another case after all")
    asked.get_by_role("button", name="Lift the hold").click()
    expect(page.get_by_role("row", name=re.compile("Evidence"))).to_have_count(0)
    page.get_by_role("button", name="Lift the hold on 3 days old").click()
    asked = page.get_by_role("alertdialog")
    asked.get_by_label("Reason").fill("The case is closed")
    asked.get_by_role("button", name="Lift the hold").click()
    expect(page.get_by_text("Nothing is held")).to_be_visible()
    page.get_by_role("radio", name="Lifted").click()
    expect(page.get_by_role("row", name=re.compile("3 days old"))).to_contain_text("The case is closed")


def test_dialog_and_hold_are_accessible(
    theme: Theme, page: Page, recordings: list[str], enterprise_server: RunningServer, show: Callable[[str], Page]
) -> None:
    with Program(enterprise_server) as ada:
        held = ada.post("/api/holds", recording_id=recordings[1], reason="Somebody v. somebody else, case 17/2026")
    try:
        found = {"held": faults_at_all_widths(show(f"/recordings/{recordings[1]}"), f"recording-held-{theme}")}
        opened = show("/team/retention")
        opened.get_by_role("button", name="New rule").first.click()
        expect(opened.get_by_role("dialog").get_by_text(re.compile("Would delete"))).to_be_visible()
        found["dialog"] = faults_at_all_widths(opened, f"retention-dialog-{theme}")
    finally:
        with Program(enterprise_server) as ada:
            ada.post(f"/api/holds/{held['id']}/lift", reason="The test is over")
    assert {name: faults for name, faults in found.items() if faults} == {}
