"""Settings for transcription: models of the server, usual choices, the vocabulary and what it learns."""

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
from support.server import RunningServer
from support.tiny_whisper import build_tiny_whisper

_ADDRESS = "/settings/transcription"


@pytest.fixture(scope="module")
def enterprise_settings() -> dict[str, str]:
    return {"VERBATIM_TRANSCRIPTION_ENGINE": "auto", "VERBATIM_VOICE_PROFILES": "true"}


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


@pytest.fixture
def settings(context: BrowserContext) -> Page:
    page = context.new_page()
    sign_in(page)
    page.goto(_ADDRESS)
    return page


def test_a_model_is_imported_checked_and_removed(settings: Page, tmp_path: Path) -> None:
    folder = build_tiny_whisper(tmp_path / "brought")
    models = settings.get_by_role("list", name="Models")
    expect(models.get_by_text("tiny.en", exact=True)).to_be_visible()
    settings.get_by_role("button", name="Add a model").click()
    dialog = settings.get_by_role("dialog", name="Add a model")
    dialog.get_by_role("radio", name="From a folder").click()
    add = dialog.get_by_role("button", name="Import it")
    expect(add).to_be_disabled()
    dialog.get_by_label("Folder on the server").fill(str(folder))
    dialog.get_by_label("Name").fill("brought-along")
    add.click()
    row = models.get_by_role("listitem").filter(has_text="brought-along")
    expect(row.get_by_role("button", name="Verify brought-along")).to_be_visible()
    expect(row).to_contain_text("added here")
    row.get_by_role("button", name="Verify brought-along").click()
    expect(row.get_by_role("status")).to_have_text("Every file is what it was when it came here.")
    row.get_by_role("button", name="Remove brought-along").click()
    settings.get_by_role("button", name="Remove model").click()
    expect(row).to_have_count(0)


def test_a_model_that_cannot_be_had_says_why(settings: Page) -> None:
    settings.get_by_role("button", name="Add a model").click()
    dialog = settings.get_by_role("dialog", name="Add a model")
    dialog.get_by_role("radio", name="From a folder").click()
    dialog.get_by_label("Folder on the server").fill("/nowhere/at/all")
    dialog.get_by_label("Name").fill("lost")
    dialog.get_by_role("button", name="Import it").click()
    row = settings.get_by_role("list", name="Models").get_by_role("listitem").filter(has_text="lost")
    expect(row).to_contain_text(re.compile(r"(no|not).*\.", re.IGNORECASE))
    settings.reload()
    expect(row).to_be_visible()


def test_what_is_usual_holds_until_a_project_says_otherwise(settings: Page, ada: Program) -> None:
    project = ada.post("/api/projects", name="Water board")["id"]
    section = settings.get_by_role("region", name="Usual choices and vocabulary")
    save = section.get_by_role("button", name="Save", exact=True)
    expect(save).to_be_disabled()
    section.get_by_role("button", name="More choices").click()
    section.get_by_label("Number of speakers").select_option("4")
    save.click()
    expect(settings.get_by_text("Saved", exact=True)).to_be_visible()
    assert ada.get("/api/transcription/defaults")["num_speakers"] == 4

    section.get_by_role("button", name="For: Every project").click()
    settings.get_by_role("option", name="Water board").click()
    people = section.get_by_label("Number of speakers")
    expect(people.locator("option").first).to_have_text("As usual: 4")
    people.select_option("2")
    section.get_by_role("switch", name="Subtitles only").click()
    section.get_by_role("button", name="Discard").click()
    expect(people).to_have_value("")
    people.select_option("2")
    save.click()
    expect(save).to_be_disabled()
    settings.reload()
    expect(people).to_have_value("2")
    of_project = ada.get(f"/api/transcription/defaults?project_id={project}")
    assert (of_project["num_speakers"], of_project["subtitles_only"]) == (2, None)
    section.get_by_role("button", name="Choose nothing").click()
    expect(people).to_have_value("")


def _correct(ada: Program, speech: Path) -> None:
    """Correct a name in a transcript, so that it can be learned."""
    recording = ada.upload(speech, "Meeting")
    ada.post(f"/api/recordings/{recording}/transcribe")
    deadline = time.monotonic() + 120
    while ada.get(f"/api/recordings/{recording}")["status"] != "completed":
        assert time.monotonic() < deadline
        time.sleep(0.2)
    transcript = ada.get(f"/api/transcripts/by-recording/{recording}")
    first = transcript["segments"][0]
    words = first["text"].split()
    text = " ".join([words[0].rstrip(".,"), "Chrysanthemum", *words[2:]])
    ada.patch(f"/api/transcripts/{transcript['id']}/segments/{first['id']}", text=text)


def test_terms_are_added_learned_and_taken_out(settings: Page, ada: Program, speech: Path) -> None:
    _correct(ada, speech)
    settings.reload()
    section = settings.get_by_role("region", name="Usual choices and vocabulary")
    terms = section.get_by_role("list", name="Names and terms")
    typed = section.get_by_label("Vocabulary")
    typed.fill("Ngozi Okonjo, شركة النور")
    typed.press("Enter")
    expect(terms.get_by_role("listitem")).to_have_text(["Ngozi Okonjo", "شركة النور"])
    learned = section.get_by_role("region", name="Suggested terms")
    expect(learned).to_contain_text("Chrysanthemum instead of")
    learned.get_by_role("button", name="Listen for Chrysanthemum").click()
    expect(learned).to_have_count(0)
    terms.get_by_role("button", name="Remove Ngozi Okonjo").click()
    expect(terms.get_by_role("listitem")).to_have_text(["شركة النور", "Chrysanthemum"])
    settings.reload()
    expect(terms.get_by_role("listitem")).to_have_text(["شركة النور", "Chrysanthemum"])
    assert ada.get("/api/transcription/defaults")["vocabulary"] == ["شركة النور", "Chrysanthemum"]


def test_who_may_only_read_sees_it_all_and_changes_nothing(
    context: BrowserContext, ada: Program, enterprise_server: RunningServer
) -> None:
    ada.make_colleague("vera", role="viewer")
    page = context.new_page()
    sign_in(page, "vera")
    page.goto(_ADDRESS)
    expect(page.get_by_role("list", name="Models").get_by_text("tiny.en", exact=True)).to_be_visible()
    expect(page.get_by_text("Your role may read this, not change it.")).to_be_visible()
    for name in ("Add a model", "Verify tiny.en", "Save"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    expect(page.get_by_label("Vocabulary", exact=True)).to_be_disabled()
    # What an engine cannot do is a warning only where it is the one in use, and no folder of the server is shown.
    told = ada.get("/api/config/transcription")
    of_it = [one["caveat"] for one in told["engines"] if one["name"] == told["effective_engine"] and one["caveat"]]
    expect(page.locator("p.text-warning").filter(has_text="English only")).to_have_text(of_it)
    expect(page.get_by_text(str(enterprise_server.data_dir))).to_have_count(0)


def test_the_settings_are_accessible(theme: Theme, context: BrowserContext, show: Callable[[str], Page]) -> None:
    sign_in(context.new_page())
    page = show(_ADDRESS)
    expect(page.get_by_role("button", name="More choices")).to_be_visible()
    assert faults_at_all_widths(page, f"transcription-settings-{theme}") == []
