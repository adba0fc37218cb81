"""A recording with a picture: shown with the transcript as subtitles, or played without it where a browser cannot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility import Theme, faults_at_all_widths
from listening import Listener, segment, service_settings
from playwright.sync_api import Page, expect
from support.fixed_service import FixedService
from support.recordings import Variant, convert

_SAID = "Good morning everyone, today we want to talk about the new garden."
_SHOWN = """said => [...(document.querySelector('video')?.textTracks[0]?.activeCues ?? [])].some(
    (cue) => cue.text.includes(said)
)"""


@pytest.fixture(scope="module")
def server_settings(service: FixedService) -> dict[str, str]:
    return service_settings(service)


def _recording(listener: Listener, speech: Path, folder: Path, variant: Variant) -> str:
    return listener.heard(convert(speech, folder / variant.file_name, variant), [segment(0.2, 7.5, _SAID, speaker="A")])


@pytest.fixture(scope="module")
def video(listener: Listener, speech: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    return _recording(
        listener,
        speech,
        tmp_path_factory.mktemp("video"),
        Variant("talk.webm", "webm", "libopus", "webm", "video/webm", "libvpx"),
    )


def test_a_video_is_played_with_the_transcript_as_subtitles(page: Page, video: str, listener: Listener) -> None:
    page.goto(f"/recordings/{video}")
    stage = page.get_by_role("region", name="Video", exact=True)
    stage.get_by_role("button", name="Play the video").click()
    page.wait_for_function(_SHOWN, arg="Good morning")
    assert page.evaluate("document.querySelector('video').videoWidth") == 64
    expect(page.get_by_role("region", name="Player").get_by_role("button", name="Pause")).to_be_visible()
    expect(page.locator("[data-spoken]").first).to_be_visible()
    page.get_by_role("region", name="Player").get_by_role("button", name="Pause").click()

    transcript = listener.transcript(video)
    place = f"/api/transcripts/{transcript['id']}/segments/{transcript['segments'][0]['id']}"
    listener.patch(place, {"text": "Good evening everyone, today we want to talk about the new garden."})
    page.wait_for_function(_SHOWN, arg="Good evening")

    page.keyboard.press("c")
    expect(stage.get_by_role("button", name="Show the subtitles")).to_be_visible()
    expect(page.locator("video track")).to_have_count(0)
    page.reload()
    stage.get_by_role("button", name="Show the subtitles").click()
    expect(page.locator("video track")).to_have_count(1)

    stage.get_by_role("button", name="Hide the picture").click()
    expect(page.locator("video")).to_be_hidden()
    page.get_by_role("region", name="Player").get_by_role("button", name="Play").click()
    page.wait_for_function("() => document.querySelector('video').currentTime > 0.3")
    stage.get_by_role("button", name="Show the picture").click()
    expect(page.locator("video")).to_be_visible()


def test_where_a_browser_knows_no_such_picture_the_sound_is_played(
    page: Page, listener: Listener, speech: Path, tmp_path: Path
) -> None:
    unknown = Variant("old.mkv", "matroska", "aac", "mkv", "video/x-matroska", "mpeg4")
    page.goto(f"/recordings/{_recording(listener, speech, tmp_path, unknown)}")
    page.get_by_role("button", name="Play the video").click()
    expect(page.get_by_text("This browser cannot show the picture of this video")).to_be_visible()
    expect(page.get_by_role("region", name="Player").get_by_role("button", name="Pause")).to_be_visible()
    expect(page.locator("[data-spoken]").first).to_be_visible()
    expect(page.get_by_role("region", name="Video", exact=True)).to_have_count(0)


def test_sound_alone_has_no_stage(page: Page, listener: Listener, speech: Path) -> None:
    recording = listener.heard(speech, [segment(0.2, 7.5, _SAID)])
    page.goto(f"/recordings/{recording}")
    expect(page.get_by_text("today we want to talk")).to_be_visible()
    expect(page.get_by_role("region", name="Video", exact=True)).to_have_count(0)


def test_a_video_is_accessible(theme: Theme, video: str, show: Callable[[str], Page]) -> None:
    page = show(f"/recordings/{video}")
    expect(page.get_by_role("button", name="Play the video")).to_be_visible()
    assert faults_at_all_widths(page, f"video-{theme}") == []


def test_a_text_from_right_to_left_is_mirrored(
    theme: Theme, listener: Listener, speech: Path, show: Callable[[str], Page]
) -> None:
    texts = ["صباح الخير جميعا، نريد اليوم أن نتحدث عن الحديقة الجديدة.", "ستبدأ الأعمال يوم الاثنين."]
    said = [segment(place * 3.0, place * 3 + 2.5, text, speaker="سلمى") for place, text in enumerate(texts)]
    page = show(f"/recordings/{listener.heard(speech, said, language='arabic')}")
    row = page.locator("[data-segment]").first
    expect(row).to_be_visible()
    name = row.get_by_role("button", name="Speaker: سلمى").bounding_box()
    text = row.locator("[data-text]").bounding_box()
    assert name is not None
    assert text is not None
    assert name["x"] > text["x"], "who speaks stands at the right, where reading begins"
    assert faults_at_all_widths(page, f"right-to-left-{theme}") == []
