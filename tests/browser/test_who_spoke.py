"""Correcting who spoke: over a range, by mouse and by keyboard, splitting at a word, and versions side by side."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility import Theme, faults_at_all_widths
from listening import Listener, segment, service_settings, speech_and_silence
from playwright.sync_api import Locator, Page, expect
from support.fixed_service import FixedService

_TURNS = 7


@pytest.fixture(scope="module")
def server_settings(service: FixedService) -> dict[str, str]:
    return service_settings(service)


@pytest.fixture(scope="module")
def sound(speech: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return speech_and_silence(speech, tmp_path_factory.mktemp("sound") / "talk.wav")


@pytest.fixture
def recording(listener: Listener, sound: Path) -> str:
    """Give a recording of seven turns that are all said by A."""
    return listener.heard(sound, [_turn(place) for place in range(_TURNS)])


def _turn(place: int) -> dict[str, object]:
    text = f"This is turn {place} of it"
    start = place * 1.0
    words = [
        {"word": word, "start": start + 0.15 * n, "end": start + 0.15 * n + 0.1} for n, word in enumerate(text.split())
    ]
    return segment(start, start + 0.9, text, speaker="A", words=words)


def _row(page: Page, place: int) -> Locator:
    return page.locator("[data-segment]").filter(has_text=f"turn {place} of it")


def _choose(page: Page, place: int) -> Locator:
    _row(page, place).hover()
    return page.get_by_role("checkbox", name=f"Choose the segment at 0:0{place}")


def _speakers(listener: Listener, recording: str) -> str:
    return "".join((one["speaker"] or "-")[0] for one in listener.transcript(recording)["segments"])


def test_a_range_is_given_to_a_speaker_with_the_mouse(page: Page, recording: str, listener: Listener) -> None:
    page.goto(f"/recordings/{recording}")
    bar = page.get_by_role("toolbar", name="Chosen segments")
    _choose(page, 2).click()
    expect(bar.get_by_role("status")).to_contain_text("1 segment")
    _choose(page, 5).click(modifiers=["Shift"])
    expect(bar.get_by_role("status")).to_contain_text("4 segments")
    bar.get_by_role("button", name="Said by…").click()
    page.get_by_role("menuitem", name="Somebody else…").click()
    page.get_by_role("textbox", name="Name").fill("Bea")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("4 segments given to Bea")).to_be_visible()
    expect(bar).to_have_count(0)
    assert _speakers(listener, recording) == "AABBBBA"

    _choose(page, 0).click()
    _choose(page, 6).click()
    bar.get_by_role("button", name="Said by…").click()
    page.get_by_role("menuitem", name="Bea").click()
    expect(page.get_by_text("2 segments given to Bea")).to_be_visible()
    assert _speakers(listener, recording) == "BABBBBB"
    page.get_by_role("button", name="Undo").last.click()
    expect(page.get_by_text("Taken back")).to_be_visible()
    assert _speakers(listener, recording) == "AABBBBA"

    _choose(page, 1).click()
    _choose(page, 2).click()
    bar.get_by_role("button", name="Said by…").click()
    page.get_by_role("menuitem", name="Nobody known").click()
    expect(page.get_by_text("Speaker taken away from 2 segments")).to_be_visible()
    assert _speakers(listener, recording) == "A--BBBA"
    _row(page, 1).hover()
    _row(page, 1).get_by_role("button", name="Name the speaker").click()
    page.get_by_role("menuitemcheckbox", name="Bea").click()
    expect(page.get_by_text("1 segment given to Bea")).to_be_visible()
    assert _speakers(listener, recording) == "AB-BBBA"
    page.get_by_role("button", name="Undo").last.click()
    expect(page.get_by_text("Taken back").last).to_be_visible()
    expect(_row(page, 1).get_by_role("button", name="Name the speaker")).to_have_count(1)
    assert _speakers(listener, recording) == "A--BBBA"


def test_a_range_is_given_with_the_keyboard_alone(page: Page, recording: str, listener: Listener) -> None:
    page.goto(f"/recordings/{recording}")
    bar = page.get_by_role("toolbar", name="Chosen segments")
    page.get_by_role("button", name="0:01, go to 1 second").focus()
    page.keyboard.press("x")
    for key in ("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowUp"):
        page.keyboard.press(key)
    expect(bar.get_by_role("status")).to_contain_text("3 segments")
    page.keyboard.press("Escape")
    expect(bar).to_have_count(0)
    page.get_by_role("button", name="0:01, go to 1 second").focus()
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Shift+ArrowDown")
    bar.get_by_role("button", name="Said by…").press("Enter")
    page.get_by_role("menuitem", name="Somebody else…").press("Enter")
    page.get_by_role("textbox", name="Name").fill("Cem")
    page.keyboard.press("Enter")
    expect(page.get_by_text("2 segments given to Cem")).to_be_visible()
    assert _speakers(listener, recording) == "ACCAAAA"


def test_who_was_quicker_is_not_overwritten(page: Page, recording: str, listener: Listener) -> None:
    page.goto(f"/recordings/{recording}")
    _choose(page, 3).click()
    _choose(page, 4).click()
    transcript = listener.transcript(recording)
    # Unheard by the page: its stream is cut, as on a train.
    page.route("**/api/events", lambda route: route.abort())
    page.route("**/api/transcripts/*/segments?*", lambda route: route.abort())
    listener.patch(
        f"/api/transcripts/{transcript['id']}/segments/{transcript['segments'][4]['id']}",
        {"text": "Quite another text"},
    )
    page.unroute("**/api/transcripts/*/segments?*")
    bar = page.get_by_role("toolbar", name="Chosen segments")
    bar.get_by_role("button", name="Said by…").click()
    page.get_by_role("menuitem", name="Somebody else…").click()
    page.get_by_role("textbox", name="Name").fill("Dan")
    page.get_by_role("button", name="Save", exact=True).click()
    told = page.get_by_text(re.compile("changed|given to Dan")).first
    expect(told).to_be_visible()
    expect(page.get_by_text("Quite another text")).to_be_visible()


def test_a_segment_is_split_at_the_word_somebody_clicked(page: Page, recording: str, listener: Listener) -> None:
    page.goto(f"/recordings/{recording}")
    _row(page, 2).hover()
    _row(page, 2).get_by_text("turn", exact=True).click()
    expect(_row(page, 2).locator("[data-spoken]")).to_have_text("turn")
    _row(page, 2).hover()
    page.get_by_role("button", name="More for the segment at 0:02").click()
    page.get_by_role("menuitem", name="Split at a word…").click()
    dialog = page.get_by_role("dialog", name="Split the segment")
    expect(dialog.get_by_role("radio", checked=True)).to_have_text("turn")
    expect(dialog.get_by_role("radio", checked=True)).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(dialog.get_by_role("radio", checked=True)).to_have_text("is")
    page.keyboard.press("ArrowRight")
    dialog.get_by_label("The second part is said by").select_option(label="Somebody else…")
    dialog.get_by_role("textbox", name="Name").fill("Eve")
    dialog.get_by_role("button", name="Split", exact=True).click()
    expect(dialog).to_have_count(0)
    texts = [(one["text"], one["speaker"]) for one in listener.transcript(recording)["segments"]][2:4]
    assert texts == [("This is", "A"), ("turn 2 of it", "Eve")]
    expect(page.get_by_text("turn 2 of it")).to_be_visible()


def test_a_segment_is_split_where_the_cursor_stands(page: Page, recording: str, listener: Listener) -> None:
    page.goto(f"/recordings/{recording}")
    _row(page, 4).hover()
    page.get_by_role("button", name="Edit", exact=True).last.click()
    editor = page.get_by_role("textbox", name="Text of segment 5")
    editor.press("Home")
    for _ in range(len("This is turn ")):
        editor.press("ArrowRight")
    editor.press("Control+Enter")
    dialog = page.get_by_role("dialog", name="Split the segment")
    expect(dialog.get_by_role("radio", checked=True)).to_have_text("4")
    dialog.get_by_role("button", name="Split", exact=True).click()
    expect(dialog).to_have_count(0)
    assert [one["text"] for one in listener.transcript(recording)["segments"]][4:6] == ["This is turn", "4 of it"]


def test_versions_are_compared_and_one_is_made_current(
    page: Page, recording: str, listener: Listener, service: FixedService
) -> None:
    older = listener.transcript(recording)["id"]
    texts = ["This is turn 0 of it", "That was turn 1 of it"]
    said = [segment(place * 1.0, place + 0.9, text, speaker="A") for place, text in enumerate(texts)]
    service.says({"text": " ".join(texts), "language": "english", "segments": said})
    listener.post(f"/api/recordings/{recording}/transcribe")
    listener.wait(recording)
    page.goto(f"/recordings/{recording}")
    details = page.get_by_role("complementary", name="Details")
    with page.expect_download() as download:
        details.get_by_role("link", name="Engine's output").first.click()
    assert "That was turn 1" in json.dumps(json.loads(Path(download.value.path()).read_text()))
    details.get_by_role("button", name=re.compile("^Compare ")).click()
    compared = page.get_by_role("list", name="Compared text")
    expect(compared.get_by_role("listitem")).to_have_count(_TURNS)
    expect(compared.locator("mark").first).to_have_text(re.compile("That was"))
    expect(page.get_by_text(re.compile(f"{_TURNS - 1} places of {_TURNS} differ"))).to_be_visible()
    page.get_by_role("switch", name="Only what differs").click()
    expect(compared.get_by_role("listitem")).to_have_count(_TURNS - 1)
    page.get_by_role("button", name="Make it the current one").click()
    expect(page.get_by_text("This transcript is the current one now")).to_be_visible()
    expect(_row(page, 6)).to_be_visible()
    assert listener.transcript(recording)["id"] == older


def test_correcting_is_accessible(theme: Theme, recording: str, show: Callable[[str], Page]) -> None:
    page = show(f"/recordings/{recording}")
    _choose(page, 1).click()
    _choose(page, 3).click(modifiers=["Shift"])
    assert faults_at_all_widths(page, f"chosen-segments-{theme}") == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="0:01, go to 1 second").focus()
    page.keyboard.press("s")
    expect(page.get_by_role("dialog", name="Split the segment").get_by_role("radio").first).to_be_visible()
    assert faults_at_all_widths(page, f"split-{theme}") == []


def test_versions_side_by_side_are_accessible(
    theme: Theme, recording: str, show: Callable[[str], Page], listener: Listener, service: FixedService
) -> None:
    older = listener.transcript(recording)["id"]
    said = [segment(0.0, 3.0, "That is turn 0, This was turn 1"), segment(5.0, 6.0, "Something else")]
    service.says({"text": "", "language": "english", "segments": said})
    listener.post(f"/api/recordings/{recording}/transcribe")
    listener.wait(recording)
    page = show(f"/recordings/{recording}?compare={older}")
    expect(page.get_by_role("list", name="Compared text")).to_be_visible()
    assert faults_at_all_widths(page, f"compared-{theme}") == []
