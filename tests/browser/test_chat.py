"""Asking recordings in a chat: what to talk about, an answer that leads to what was said, stopping, and deleting."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import Theme, faults_at_all_widths
from playwright.sync_api import Page, expect
from support.model_server import ModelServer, model_server
from support.server import RunningServer
from test_summaries import heard


@pytest.fixture(scope="module")
def models() -> Iterator[ModelServer]:
    """Run a server of language models in a thread: the browser has the loop of this one."""
    found: list[ModelServer] = []
    ready, loop = threading.Event(), asyncio.new_event_loop()
    ended = asyncio.Event()

    async def run() -> None:
        async with model_server() as server:
            found.append(server)
            ready.set()
            await ended.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(run(),))
    thread.start()
    assert ready.wait(10)
    yield found[0]
    loop.call_soon_threadsafe(ended.set)
    thread.join(10)
    loop.close()


@pytest.fixture(scope="module")
def server_settings(models: ModelServer) -> dict[str, str]:
    model = {"VERBATIM_LLM_LOCAL_URL": models.url, "VERBATIM_LLM_LOCAL_NAME": "garden-1"}
    return {"VERBATIM_TRANSCRIPTION_ENGINE": "pocketsphinx", **model}


def test_a_conversation_from_its_beginning_to_its_end(
    page: Page, server: RunningServer, models: ModelServer, speech: Path, theme: Theme
) -> None:
    recording = heard(server, speech)
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto("/chat")
    expect(page.get_by_text(re.compile("No conversations yet|Choose a conversation"))).to_be_visible()
    assert faults_at_all_widths(page, f"chat-empty-{theme}") == []
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_role("button", name="New conversation").first.click()
    page.get_by_role("button", name="Begin", exact=True).click()
    models.answer, models.pause = ("They met in the morning. [1]\n", "Nobody knows why.\n"), 0.0
    question = page.get_by_label("Question")
    question.fill("When did they meet?")
    question.press("Enter")
    expect(page.get_by_text("They met in the morning.")).to_be_visible()
    expect(page.get_by_role("button", name="Not checked")).to_be_visible()
    expect(page.get_by_role("heading", level=1, name="When did they meet?")).to_be_visible()
    expect(question).to_have_value("")
    assert faults_at_all_widths(page, f"chat-{theme}") == []
    # What was stopped stays as far as it came, on a phone as well.
    models.answer, models.pause = ("It was cold. [1]\n", *(["On and on. [1]\n"] * 200)), 0.1
    page.set_viewport_size({"width": 390, "height": 800})
    question.fill("And then?")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_text("It was cold.")).to_be_visible()
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(page.get_by_text("This was stopped before the end.")).to_be_visible()
    page.get_by_role("link", name="Conversations").click()
    page.get_by_role("link", name=re.compile("When did they meet")).first.click()
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_role("link", name=re.compile("hear what this rests on")).first.click()
    expect(page).to_have_url(re.compile(rf"/recordings/{recording}\?t="))
    page.go_back()
    _found_and_saved(page, theme)
    page.get_by_role("button", name="Delete this conversation").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Delete").click()
    expect(page).to_have_url(re.compile("/chat$"))
    expect(page.get_by_text("No conversations yet")).to_be_visible()
    _begun_elsewhere(page, theme)


def _found_and_saved(page: Page, theme: Theme) -> None:
    """Find the conversation by a word of an answer, and save it."""
    search = page.get_by_label("Search your conversations")
    search.fill("morning giraffe")
    expect(page.get_by_text("No conversation has these words.")).to_be_visible()
    search.fill("MORNING")
    expect(page.get_by_role("navigation", name="Conversations").locator("mark")).to_have_text("morning")
    assert faults_at_all_widths(page, f"chat-found-{theme}") == []
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_role("button", name="Save this conversation as a file").click()
    with page.expect_download() as saved:
        page.get_by_role("menuitem", name="Word").click()
    assert saved.value.suggested_filename == "When did they meet_.docx"


def _begun_elsewhere(page: Page, theme: Theme) -> None:
    """Begin a conversation about recordings chosen in the list, and about what a search finds."""
    page.goto("/recordings")
    page.get_by_role("checkbox", name=re.compile("Select")).nth(1).check()
    page.get_by_role("toolbar", name="Selected recordings").get_by_role("link", name="Ask").click()
    expect(page).to_have_url(re.compile(r"/chat\?recordings="))
    expect(page.get_by_role("dialog").get_by_text("About: 1 recording")).to_be_visible()
    assert faults_at_all_widths(page, f"chat-chosen-{theme}") == []
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.get_by_text("One transcript").first).to_be_visible()
    page.get_by_role("button", name="Delete this conversation").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Delete").click()
    page.goto("/chat?query=garden%20fence")
    expect(page.get_by_role("dialog").get_by_text("“garden fence”")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("/chat$"))
    expect(page.get_by_text("No conversations yet")).to_be_visible()


def test_a_prompt_and_summaries_by_themselves_are_chosen(page: Page, server: RunningServer, theme: Theme) -> None:
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.goto("/settings/models")
    switch = page.get_by_role("switch", name="Summarise every new transcript")
    switch.click()
    expect(switch).to_be_checked()
    page.get_by_role("button", name="New prompt").click()
    page.get_by_label("Name").fill(f"Minutes {theme}")
    page.get_by_label("Prompt", exact=True).fill("All of {everything}")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text(re.compile("There is no variable {everything}")).first).to_be_visible()
    page.get_by_label("Prompt", exact=True).fill("The minutes of {title}.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The minutes of {title}.").first).to_be_visible()
    assert faults_at_all_widths(page, f"settings-models-{theme}") == []
    switch.click()
    expect(switch).not_to_be_checked()
