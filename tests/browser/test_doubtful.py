"""What the engine may have invented, what it missed, and what nobody had transcribed: shown, heard and decided."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility import Theme, faults_at_all_widths
from listening import Listener, segment, service_settings, speech_and_silence
from playwright.sync_api import Page, expect
from support.fixed_service import FixedService

_SAID = [
    segment(0.2, 7.5, "Good morning everyone, today we want to talk about the new garden."),
    segment(10.0, 14.0, "Thanks for watching. " * 8, unlikely=True),
]
_DECIDED = "Dropped: left out of files"


@pytest.fixture(scope="module")
def server_settings(service: FixedService) -> dict[str, str]:
    return service_settings(service)


@pytest.fixture(scope="module")
def sound(speech: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return speech_and_silence(speech, tmp_path_factory.mktemp("sound") / "garden.wav")


@pytest.fixture
def recording(listener: Listener, sound: Path) -> str:
    """Give a recording with text under which nobody speaks, and with speech at its end that nobody understood."""
    return listener.heard(sound, _SAID)


def test_doubtful_text_is_heard_kept_and_dropped(page: Page, recording: str, listener: Listener) -> None:
    page.goto(f"/recordings/{recording}")
    doubt = page.get_by_role("group", name="Doubtful text at 0:10")
    expect(doubt).to_contain_text("Doubtful: nobody speaks here")
    expect(page.get_by_text("Thanks for watching.")).to_have_count(0)

    show = doubt.get_by_role("button", name="Show the text at 0:10")
    expect(show).to_have_attribute("aria-expanded", "false")
    show.press("Enter")
    expect(page.get_by_text("Thanks for watching.")).to_be_visible()
    doubt.get_by_role("button", name="Hear the text at 0:10").click()
    page.wait_for_function("() => Number(document.querySelector('input[aria-label=Position]').value) > 10")
    expect(page.get_by_role("region", name="Player").get_by_role("button", name="Play")).to_be_visible()
    at = float(page.get_by_role("slider", name="Position").input_value())
    assert 13.5 < at < 15.5, "it stops at the end of the stretch"

    doubt.get_by_role("button", name="Drop the text at 0:10").click()
    expect(doubt).to_contain_text(_DECIDED)
    page.get_by_role("button", name="Undo").click()
    expect(doubt).to_contain_text("Doubtful: nobody speaks here")
    doubt.get_by_role("button", name="Drop the text at 0:10").click()
    expect(doubt).to_contain_text(_DECIDED)
    page.reload()
    expect(doubt).to_contain_text(_DECIDED)
    doubt.get_by_role("button", name="Keep the text at 0:10").click()
    expect(doubt).to_have_count(0)
    expect(page.get_by_text("Thanks for watching.")).to_be_visible()
    assert [one["decision"] for one in listener.transcript(recording)["segments"]] == [None, "keep"]


def test_speech_that_was_not_understood_is_heard_and_tried_again(
    page: Page, recording: str, service: FixedService
) -> None:
    page.goto(f"/recordings/{recording}")
    missed = page.get_by_role("group", name=re.compile("Not understood, from (19|20) seconds"))
    expect(missed).to_contain_text(re.compile(r"Speech here was not understood, 0:(19|20).0:2\d"))
    missed.get_by_role("button", name=re.compile("^Hear 0:(19|20)")).click()
    page.wait_for_function("() => Number(document.querySelector('input[aria-label=Position]').value) > 20")
    service.says({"text": "", "language": "english", "segments": []})
    missed.get_by_role("button", name="Try again").click()
    page.get_by_role("menuitem", name="openai-compatible").click()
    expect(missed).to_contain_text("openai-compatible has tried and understood nothing.")
    later = "And at last we water the roses."
    service.says({"text": later, "language": "english", "segments": [segment(0.0, 7.6, later)]})
    missed.get_by_role("button", name="Try again").click()
    page.get_by_role("menuitem", name="openai-compatible").click()
    expect(page.get_by_text(later)).to_be_visible()
    expect(missed).to_have_count(0)


def test_words_that_a_person_corrected_are_sure(page: Page, sound: Path, listener: Listener) -> None:
    words = [
        {"word": word, "start": place, "end": place + 0.8, "probability": 0.2}
        for place, word in enumerate(["we", "water", "roses"])
    ]
    recording = listener.heard(sound, [segment(0.0, 3.0, "we water roses", words=words)])
    page.goto(f"/recordings/{recording}")
    expect(page.get_by_text("water", exact=True)).to_be_visible()
    unsure = page.locator("[data-unsure]")
    before = listener.transcript(recording)
    if all(word["confidence"] is None for word in before["segments"][0]["words"]):
        pytest.fail("the service said how unsure it was")
    expect(unsure).to_have_count(3)
    place = f"/api/transcripts/{before['id']}/segments/{before['segments'][0]['id']}"
    listener.patch(place, {"text": "We water roses"})
    expect(unsure).to_have_count(0)
    listener.patch(place, {"text": "we water roses"})
    expect(unsure).to_have_count(3)


def test_what_was_only_stored_is_transcribed_when_wanted(page: Page, sound: Path, listener: Listener) -> None:
    stored = [listener.upload(sound, title=f"Stored {number}", transcribe="false") for number in range(3)]
    page.goto("/recordings?status=untranscribed")
    rows = page.get_by_role("row").filter(has_text="Not transcribed")
    expect(rows).to_have_count(3)
    page.goto("/")
    expect(page.get_by_role("link", name=re.compile("Not transcribed 3"))).to_be_visible()
    expect(page.get_by_text("Nothing is waiting")).to_be_visible()
    page.goto(f"/recordings/{stored[0]}")
    expect(page.get_by_text("This recording was stored without a transcription.")).to_be_visible()
    expect(page.get_by_role("button", name="Cancel")).to_have_count(0)
    page.get_by_role("button", name="Choose how…").click()
    page.get_by_role("button", name="Language spoken").click()
    page.get_by_role("combobox", name="Languages").fill("deutsch")
    page.get_by_role("option", name=re.compile("German · Deutsch")).click()
    page.get_by_role("dialog", name="Transcribe").get_by_role("button", name="Transcribe", exact=True).click()
    listener.wait(stored[0])
    expect(page.get_by_role("region", name="Player")).to_be_visible()

    page.goto("/recordings?status=untranscribed")
    for number in (1, 2):
        page.get_by_role("checkbox", name=f"Select Stored {number}").click()
    page.get_by_role("toolbar", name="Selected recordings").get_by_role("button", name="Transcribe").click()
    page.get_by_role("dialog", name="Transcribe 2 recordings").get_by_role(
        "button", name="Transcribe", exact=True
    ).click()
    expect(page.get_by_text("2 recordings will be transcribed")).to_be_visible()
    for one in stored[1:]:
        listener.wait(one)
    expect(page.get_by_text("No recording matches")).to_be_visible()


def test_a_speaker_is_corrected_from_one_pill(page: Page, sound: Path, listener: Listener) -> None:
    turns = [segment(place * 1.5, place * 1.5 + 1.4, f"Turn {place}.", speaker="AABAA"[place]) for place in range(5)]
    recording = listener.heard(sound, turns)
    page.goto(f"/recordings/{recording}")

    def give(place: int, reach: str, *, to: str) -> None:
        row = page.locator("[data-segment]").filter(has_text=f"Turn {place}.")
        row.hover()
        row.get_by_role("button", name=re.compile("^Speaker: ")).click()
        page.get_by_role("menuitemcheckbox", name=reach).click()
        page.get_by_role("menuitem", name="Somebody else…").click()
        page.get_by_role("textbox", name="Name").fill(to)
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_role("dialog")).to_have_count(0)

    give(3, "This speaker, from here on", to="Carol")
    assert [one["speaker"] for one in listener.transcript(recording)["segments"]] == ["A", "A", "B", "Carol", "Carol"]
    give(0, "This speaker, everywhere", to="Dan")
    assert [one["speaker"] for one in listener.transcript(recording)["segments"]] == [
        "Dan",
        "Dan",
        "B",
        "Carol",
        "Carol",
    ]
    give(1, "This segment", to="Eve")
    assert [one["speaker"] for one in listener.transcript(recording)["segments"]] == [
        "Dan",
        "Eve",
        "B",
        "Carol",
        "Carol",
    ]


def test_an_older_transcript_is_made_current(
    page: Page, recording: str, listener: Listener, service: FixedService
) -> None:
    older = listener.transcript(recording)["id"]
    later = "Quite another text."
    service.says({"text": later, "language": "english", "segments": [segment(0.2, 7.5, later)]})
    listener.post(f"/api/recordings/{recording}/transcribe")
    page.goto(f"/recordings/{recording}?transcript={older}")
    listener.wait(recording)
    expect(page.get_by_text("today we want to talk about the new garden.")).to_be_visible()
    page.get_by_role("button", name="Make it the current one").click()
    expect(page.get_by_role("button", name="Make it the current one")).to_have_count(0)
    expect(page.get_by_text("today we want to talk about the new garden.")).to_be_visible()
    assert listener.transcript(recording)["id"] == older


def test_subtitles_are_cut_as_wanted(page: Page, recording: str) -> None:
    page.goto(f"/recordings/{recording}")
    page.get_by_role("button", name="Export").click()
    page.get_by_role("radio", name="SRT").click()
    page.get_by_role("switch", name="Speaker names").click()
    page.get_by_role("combobox", name="Length of a line").select_option("32")
    page.get_by_role("combobox", name="Lines", exact=True).select_option("1")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download SRT").click()
    cues = download.value.path().read_text(encoding="utf-8").strip().split("\n\n")
    texts = [cue.splitlines()[2:] for cue in cues]
    assert len(texts) >= 2
    assert all(len(lines) == 1 and len(lines[0]) <= 32 for lines in texts), texts


@pytest.mark.parametrize("situation", ["doubtful", "stored", "choosing", "speaker", "export"])
def test_looks(
    situation: str, theme: Theme, show: Callable[[str], Page], recording: str, sound: Path, listener: Listener
) -> None:
    is_stored = situation in {"stored", "choosing"}
    stored = listener.upload(sound, title="Only stored", transcribe="false") if is_stored else recording
    page = show(f"/recordings/{stored}")
    expect(page.get_by_role("region", name="Player")).to_be_visible()
    if situation == "choosing":
        page.get_by_role("button", name="Choose how…").click()
        page.get_by_role("button", name="Language spoken").wait_for()
    elif situation == "doubtful":
        expect(page.get_by_role("group", name="Doubtful text at 0:10")).to_be_visible()
    elif situation == "speaker":
        page.locator("[data-segment]").first.hover()
        page.get_by_role("button", name="Speaker: Speaker 1").first.click()
        expect(page.get_by_role("menuitemcheckbox", name="This speaker, everywhere")).to_be_visible()
    elif situation == "export":
        page.get_by_role("button", name="Export").click()
        page.get_by_role("radio", name="VTT").click()
    assert faults_at_all_widths(page, f"transcript-{situation}-{theme}") == []
