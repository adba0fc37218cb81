"""The page on which transcripts are corrected: panels beside the text, the way back and forth, versions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility import AXE, Theme, faults_at_all_widths, grave_faults, picture
from listening import Listener, segment, service_settings, speech_and_silence
from playwright.sync_api import Browser, Page, expect
from profiles import open_context
from support.fixed_service import FixedService
from support.server import RunningServer

_TURNS = 6


@pytest.fixture(scope="module")
def server_settings(service: FixedService) -> dict[str, str]:
    return service_settings(service)


@pytest.fixture(scope="module")
def sound(speech: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return speech_and_silence(speech, tmp_path_factory.mktemp("sound") / "talk.wav")


@pytest.fixture
def recording(listener: Listener, sound: Path) -> str:
    """Give a recording of six turns, said by A and B."""
    return listener.heard(sound, [_turn(place) for place in range(_TURNS)])


def _turn(place: int) -> dict[str, object]:
    text = f"This is turn {place} of it"
    start = place * 1.0
    words = [
        {"word": word, "start": start + 0.15 * n, "end": start + 0.15 * n + 0.1} for n, word in enumerate(text.split())
    ]
    return segment(start, start + 0.9, text, speaker="AB"[place % 2], words=words)


def test_an_hour_of_corrections(page: Page, recording: str, listener: Listener) -> None:
    page.goto(f"/recordings/{recording}")
    aside = page.get_by_role("complementary", name="Details")
    tabs = aside.get_by_role("tablist", name="Beside the text")
    expect(tabs.get_by_role("tab", name="Details")).to_have_attribute("aria-selected", "true")

    # Speakers: named in place, coloured, put together.
    tabs.get_by_role("tab", name="Speakers").click()
    people = aside.get_by_role("list", name="Speakers")
    expect(people.get_by_role("listitem")).to_have_count(2)
    expect(people).to_contain_text("3 segments")
    name = people.get_by_role("textbox", name="Name of A")
    name.fill("Ada Lovelace")
    name.press("Enter")
    expect(page.locator("[data-segment]").first).to_contain_text("Ada Lovelace")

    # History: what was done, taken back, made again; also after a reload.
    page.get_by_role("tab", name="History").click()
    changes = aside.get_by_role("list", name="Changes")
    expect(changes.get_by_role("listitem")).to_have_count(1)
    aside.get_by_role("textbox", name="Name of this version").fill("With names")
    aside.get_by_role("button", name="Keep").click()
    expect(aside.get_by_role("list", name="Versions")).to_contain_text("With names")
    page.reload()
    expect(aside.get_by_role("tab", name="History")).to_have_attribute("aria-selected", "true")
    aside.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-segment]").first).not_to_contain_text("Ada Lovelace")
    aside.get_by_role("button", name="Redo").click()
    expect(page.locator("[data-segment]").first).to_contain_text("Ada Lovelace")

    # A correction is compared with what the engine heard, and one line of it restored.
    row = page.locator("[data-segment]").nth(2)
    row.hover()
    row.get_by_role("button", name="Edit").click()
    page.get_by_role("textbox", name="Text of segment 3").fill("Something else entirely")
    page.keyboard.press("Enter")
    expect(row).to_contain_text("Something else entirely")
    aside.get_by_role("button", name="As the engine heard it").click()
    differences = aside.get_by_role("list", name="Differences")
    expect(differences).to_contain_text("This is turn 2 of it")
    differences.get_by_role("listitem").filter(has_text="turn 2").get_by_role("button", name="Restore this").click()
    expect(row).to_contain_text("This is turn 2 of it")
    assert listener.transcript(recording)["segments"][2]["text"] == "This is turn 2 of it"

    # Found and replaced at once, and taken back by a key.
    page.keyboard.press("Control+f")
    page.get_by_role("textbox", name="Find in this transcript").fill("turn")
    page.get_by_role("textbox", name="Replace with").fill("round")
    page.get_by_role("button", name="Replace all").click()
    expect(row).to_contain_text("This is round 2 of it")
    page.get_by_role("button", name="Close find").click()
    page.keyboard.press("Control+z")
    expect(row).to_contain_text("This is turn 2 of it")

    # Outline, by keyboard.
    aside.get_by_role("tab", name="History").focus()
    page.keyboard.press("ArrowLeft")
    expect(aside.get_by_role("tab", name="Outline")).to_be_focused()
    expect(aside.get_by_role("list", name="Parts").get_by_role("button").first).to_contain_text("This is turn 0")


def _write(page: Page, place: int, text: str) -> None:
    row = page.locator("[data-segment]").nth(place)
    row.hover()
    row.get_by_role("button", name="Edit").click()
    page.get_by_role("textbox", name=f"Text of segment {place + 1}").fill(text)
    page.keyboard.press("Enter")


def test_going_through_a_text_by_keyboard(page: Page, recording: str, listener: Listener) -> None:
    page.goto(f"/recordings/{recording}")
    row = page.get_by_role("toolbar", name="Transcript")
    expect(row).to_contain_text("Saved")
    expect(row).to_contain_text("0 %")
    page.keyboard.press("v")
    expect(row).to_contain_text("16 %")
    page.keyboard.press("v")
    expect(row).to_contain_text("33 %")
    second = page.locator("[data-segment]").nth(1)
    second.hover()
    with page.expect_response(lambda answer: answer.url.endswith("/check") and answer.ok):  # the page shows it before
        second.get_by_role("button", name="Checked").click()
    expect(row).to_contain_text("16 %")
    checked = [one["checked_by"] for one in listener.transcript(recording)["segments"]]
    assert [one is not None for one in checked] == [True, *[False] * (_TURNS - 1)]

    # Another key for it, which stays after a reload.
    page.keyboard.press("?")
    page.get_by_role("button", name="Key for Mark as checked and go on").click()
    page.keyboard.press("b")
    expect(page.get_by_role("dialog")).to_contain_text("B is now “Mark as checked and go on”")
    page.reload()
    expect(row).to_contain_text("16 %")
    page.keyboard.press("v")
    page.keyboard.press("u")
    page.keyboard.press("b")
    expect(row).to_contain_text("33 %")
    page.keyboard.press("?")
    page.get_by_role("button", name="Use the usual keys").click()
    page.keyboard.press("Escape")

    # The row stays in view, and says what this is.
    page.set_viewport_size({"width": 1440, "height": 400})
    page.mouse.wheel(0, 600)
    expect(row).to_be_in_viewport()


def test_what_is_written_while_the_server_is_away(page: Page, recording: str, listener: Listener) -> None:
    page.goto(f"/recordings/{recording}")
    row = page.get_by_role("toolbar", name="Transcript")
    expect(row).to_contain_text("Saved")
    revision = listener.transcript(recording)["revision"]
    page.route("**/api/**", lambda route: route.abort("connectionrefused"))
    _write(page, 3, "Written without a server")
    expect(row.get_by_role("button", name="1 change not saved yet")).to_be_visible()
    _write(page, 1, "And another one")
    expect(row.get_by_role("button", name="2 changes not saved yet")).to_be_visible()
    _write(page, 3, "Written twice without a server")
    expect(page.locator("[data-segment]").nth(3)).to_contain_text("Not saved yet")
    expect(page.get_by_text("2 changes not saved yet: kept in this browser")).to_be_visible()

    page.reload()
    expect(page.get_by_text("The server cannot be reached").first).to_be_visible()
    sent: list[str] = []
    page.on("request", lambda one: sent.append(one.url.rsplit("/", 1)[-1]) if one.method == "PATCH" else None)
    page.unroute_all()
    expect(row).to_contain_text("Saved")
    expect(page.locator("[data-segment]").nth(3)).to_contain_text("Written twice without a server")
    expect(page.locator("[data-segment]").nth(1)).to_contain_text("And another one")
    found = listener.transcript(recording)
    assert [found["segments"][place]["text"] for place in (1, 3)] == [
        "And another one",
        "Written twice without a server",
    ]
    assert found["revision"] == revision + 2
    assert sent == [found["segments"][place]["id"] for place in (3, 1)], "in the order of writing, each once"

    # An answer that was lost: sent again, it is not a second change.
    page.route("**/segments/*", lambda route: (route.fetch(), route.abort("connectionreset")))
    _write(page, 0, "Arrived without an answer")
    expect(row.get_by_role("button", name="1 change not saved yet")).to_be_visible()
    page.unroute_all()
    row.get_by_role("button", name="1 change not saved yet").click()
    page.get_by_role("button", name="Send now").click()
    expect(row).to_contain_text("Saved")
    assert listener.transcript(recording)["revision"] == revision + 3


def test_two_at_one_transcript(
    page: Page, browser: Browser, server: RunningServer, recording: str, listener: Listener
) -> None:
    page.goto(f"/recordings/{recording}")
    rows = page.locator("[data-segment]")
    expect(rows).to_have_count(_TURNS)
    for context in open_context(browser, server):
        other = context.new_page()
        other.goto(f"/recordings/{recording}")
        here = page.get_by_role("list", name="1 other here")
        expect(here).to_be_visible()
        expect(other.get_by_role("list", name="1 other here")).to_be_visible()

        # A soft lock: said by name, and taken over with a word.
        theirs = other.locator("[data-segment]").nth(2)
        theirs.hover()
        theirs.get_by_role("button", name="Edit").click()
        expect(rows.nth(2)).to_contain_text("is writing here")
        rows.nth(2).hover()
        rows.nth(2).get_by_role("button", name="Edit").click()
        page.get_by_role("button", name="Edit all the same").click()
        mine = page.get_by_role("textbox", name="Text of segment 3")
        mine.fill("What I make of turn 2")
        expect(theirs).to_contain_text("is writing here")

        # Changes of others come without taking the caret along.
        mine.evaluate("area => area.setSelectionRange(4, 4)")
        other.get_by_role("textbox", name="Text of segment 3").fill("What they make of it")
        other.keyboard.press("Enter")
        expect(rows.nth(2)).to_contain_text("Somebody changed this meanwhile")
        _write(other, 4, "Changed by the other")
        expect(rows.nth(4)).to_contain_text("Changed by the other")
        expect(mine).to_be_focused()
        assert mine.evaluate("area => area.selectionStart") == 4
        page.keyboard.press("Enter")
        dialog = page.get_by_role("dialog", name="Somebody changed this segment before you")
        expect(dialog).to_contain_text("What they make of it")
        dialog.get_by_role("button", name="Keep mine").click()
        expect(theirs).to_contain_text("What I make of turn 2")
        assert listener.transcript(recording)["segments"][2]["text"] == "What I make of turn 2"
        page.evaluate(AXE.read_text(encoding="utf-8"))
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            picture(page, f"two-at-one-transcript-{width}")
            assert grave_faults(page, width) == []
        other.close()
        expect(here).to_be_hidden()


def test_panels_are_accessible(theme: Theme, recording: str, show: Callable[[str], Page]) -> None:
    page = show(f"/recordings/{recording}")
    for panel in ("Speakers", "Outline", "History"):
        page.set_viewport_size({"width": 1440, "height": 900})
        page.get_by_role("complementary", name="Details").get_by_role("tab", name=panel).click()
        expect(page.get_by_role("tabpanel")).to_be_visible()
        assert faults_at_all_widths(page, f"panel-{panel.lower()}-{theme}") == []


def test_transcribed_again(
    theme: Theme, recording: str, listener: Listener, service: FixedService, show: Callable[[str], Page]
) -> None:
    """What has a certain place is carried over; what has none is decided beside the text."""
    whole = listener.transcript(recording)
    for place, text in ((2, "This is round 2 of it"), (4, "This is bend 4 of it")):
        path = f"/api/transcripts/{whole['id']}/segments/{whole['segments'][place]['id']}"
        listener.patch(path, {"text": text})
    turns = [_turn(place) for place in range(_TURNS)]
    turns[4] = segment(4.0, 4.9, "That was her for good", speaker="A")
    text = " ".join(str(one["text"]) for one in turns)
    service.says({"text": text, "language": "english", "segments": turns})
    page = show(f"/recordings/{recording}")
    rows = page.locator("[data-segment]")
    expect(rows.nth(4)).to_contain_text("This is bend 4 of it")
    listener.post(f"/api/recordings/{recording}/transcribe", {})
    listener.wait(recording)

    # The page that is open shows the new text, with what was carried over, and says what is left.
    expect(rows.nth(4)).to_contain_text("That was her for good")
    expect(rows.nth(2)).to_contain_text("This is round 2 of it")
    notice = page.get_by_role("region", name="Earlier corrections")
    expect(notice).to_contain_text("1 correction of the earlier transcript has no certain place in this one.")
    notice.get_by_role("button", name="Look at it").click()
    aside = page.get_by_role("complementary", name="Details")
    left = aside.get_by_role("list", name="Corrections to decide")
    expect(left.get_by_role("listitem")).to_have_count(1)
    expect(left).to_contain_text("bend")
    assert faults_at_all_widths(page, f"transcribed-again-{theme}") == []
    page.set_viewport_size({"width": 390, "height": 844})
    notice.get_by_role("button", name="Look at it").click()
    expect(notice.get_by_role("list", name="Corrections to decide")).to_contain_text("bend")
    assert faults_at_all_widths(page, f"transcribed-again-open-{theme}") == []

    # Heard where it was said, taken, taken back, left.
    page.set_viewport_size({"width": 1440, "height": 900})
    left.get_by_role("button", name="go to 4 seconds and listen").click()
    left.get_by_role("button", name="Take mine").click()
    expect(rows.nth(4)).to_contain_text("bend")
    expect(notice).to_be_hidden()
    page.keyboard.press("Control+z")
    expect(rows.nth(4)).to_contain_text("That was her for good")
    left.get_by_role("button", name="Keep new").click()
    expect(aside.get_by_text("Nothing is left to decide.")).to_be_visible()
    aside.get_by_text("Carried over and decided (2)").click()
    expect(aside.get_by_role("list", name="Corrections carried over")).to_contain_text("The new text was kept")
    aside.get_by_role("link", name="See both side by side").click()
    expect(page.get_by_role("heading", name="Two transcripts side by side")).to_be_visible()
    assert listener.transcript(recording)["segments"][4]["text"] == "That was her for good"
