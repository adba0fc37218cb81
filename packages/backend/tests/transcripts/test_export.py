"""Saving a transcript as a file that other programs read."""

from __future__ import annotations

import html
import json
import re
from typing import Any
from urllib.parse import unquote

import httpx
import pytest
from support.client import Client
from support.factories import Factory, MadeTranscript

HOSTILE = (
    "00:00:01,000 --> 00:00:02,000",
    "<script>alert('x')</script> & <v Bob>",
    "NOTE this is speech",
    "12",
    "شكرا جزيلا على حضوركم",
    "🎙️ emoji and a very long line that has to be broken somewhere because no screen is that wide, is it?",
    "WEBVTT",
)
SRT_TIME = re.compile(r"(\d\d+):([0-5]\d):([0-5]\d),(\d{3}) --> (\d\d+):([0-5]\d):([0-5]\d),(\d{3})")
VTT_TIME = re.compile(r"(\d\d+):([0-5]\d):([0-5]\d)\.(\d{3}) --> (\d\d+):([0-5]\d):([0-5]\d)\.(\d{3})")

Cue = tuple[float, float, str]


def cues(blocks: list[str], time: re.Pattern[str], *, numbered: bool) -> list[Cue]:
    """Read cues as strictly as the most careful player."""
    found: list[Cue] = []
    for number, block in enumerate(blocks, 1):
        lines = block.split("\n")
        if numbered:
            assert lines.pop(0) == str(number)
        match = time.fullmatch(lines.pop(0))
        assert match is not None, block
        assert lines, "a cue without text"
        assert not [line for line in lines if not line.strip() or "-->" in line], block
        h1, m1, s1, ms1, h2, m2, s2, ms2 = map(int, match.groups())
        start, end = h1 * 3600 + m1 * 60 + s1 + ms1 / 1000, h2 * 3600 + m2 * 60 + s2 + ms2 / 1000
        assert start < end
        found.append((start, end, " ".join(lines)))
    return found


def read_srt(text: str) -> list[Cue]:
    assert text.endswith("\n\n")
    return cues(text.removesuffix("\n\n").split("\n\n"), SRT_TIME, numbered=True)


def read_vtt(text: str) -> list[Cue]:
    assert text.startswith("WEBVTT\n\n")
    found = cues(text.removeprefix("WEBVTT\n\n").removesuffix("\n\n").split("\n\n"), VTT_TIME, numbered=False)
    for _, _, line in found:
        assert re.fullmatch(r"(<v [^<>\n]+>)?[^<>]*", line), "only a voice is mark-up"
        assert not re.search(r"&(?!amp;|lt;|gt;)", line)
    return [(start, end, html.unescape(line)) for start, end, line in found]


async def save(client: Client, made: MadeTranscript, kind: str, **params: Any) -> httpx.Response:
    answer = await client.get(f"/api/transcripts/{made.id}/export", params={"format": kind, **params})
    assert answer.status_code == 200, answer.text
    return answer


@pytest.fixture
async def hostile(factory: Factory, client: Client) -> MadeTranscript:
    """Give a transcript made to break files, by a speaker of the same kind."""
    made = await factory.transcript(*HOSTILE)
    name = "Bob\n\n9\n00:00:01,000 --> <b>"
    answer = await client.patch(f"/api/speakers/{made.speaker_ids[0]}", json={"speaker_name": name})
    assert answer.json()["speaker_name"] == "Bob 9 00:00:01,000 --> <b>"
    return made


class TestSubtitles:
    @pytest.mark.parametrize("speakers", [True, False])
    async def test_srt(self, client: Client, hostile: MadeTranscript, speakers: bool) -> None:  # noqa: FBT001 - parameter
        answer = await save(client, hostile, "srt", include_speakers=speakers)
        found = read_srt(answer.text)
        who = "Bob 9 00:00:01,000 → <b>: " if speakers else ""
        assert all(
            number * 10 <= start < end <= number * 10 + 10 for start, end, _ in found for number in [start // 10]
        )
        for number, text in enumerate(HOSTILE):
            shown = " ".join(line for start, _, line in found if start // 10 == number)
            assert shown == who + " ".join(text.split()).replace("-->", "→")
        assert answer.headers["content-type"].startswith("application/x-subrip")

    async def test_vtt(self, client: Client, hostile: MadeTranscript) -> None:
        answer = await save(client, hostile, "vtt")
        shown = " ".join(text.removeprefix("<v Bob 9 00:00:01,000 → <b>>") for _, _, text in read_vtt(answer.text))
        assert shown == " ".join(" ".join(HOSTILE).split()).replace("-->", "→")
        plain = read_vtt((await save(client, hostile, "vtt", include_speakers=False)).text)
        assert " ".join(text for _, _, text in plain) == shown
        assert answer.headers["content-type"].startswith("text/vtt")

    async def test_hours_and_lines(self, client: Client, factory: Factory) -> None:
        made = await factory.transcript(*(["word " * 30] * 400))
        for kind, read in (("srt", read_srt), ("vtt", read_vtt)):
            text = (await save(client, made, kind)).text
            assert 3990.0 <= read(text)[-1][0] < read(text)[-1][1] <= 4000.0
            assert "01:06:30" in text
            assert max(map(len, re.sub("<[^>]+>", "", text).splitlines())) <= 42

    async def test_a_correction_as_long_as_a_page(self, client: Client, factory: Factory) -> None:
        made = await factory.transcript("short", "shorter")
        place = f"/api/transcripts/{made.id}/segments/{made.segment_ids[0]}"
        await client.patch(place, json={"text": "letters and words " * 30})
        blocks = (await save(client, made, "srt", include_speakers=False)).text.split("\n\n")
        assert all(len(block.split("\n")) <= 4 and max(map(len, block.split("\n"))) <= 42 for block in blocks)
        assert sum(block.count("letters") for block in blocks) == 30

    async def test_lines_and_speed_are_a_choice(self, client: Client, factory: Factory) -> None:
        made = await factory.transcript("word " * 40)
        lines = (await save(client, made, "vtt", include_speakers=False, line_length=24, lines=1)).text.split("\n")
        assert max(map(len, lines[4:])) <= 29, "29 letters have the times"
        assert all(len(block.split("\n")) == 2 for block in "\n".join(lines).split("\n\n")[1:-1])
        for name, value in (("line_length", 19), ("line_length", 81), ("lines", 0), ("lines", 4), ("speed", "fast")):
            answer = await client.get(f"/api/transcripts/{made.id}/export", params={"format": "srt", name: value})
            assert (answer.status_code, answer.json()["code"]) == (422, "validation_error")

    async def test_a_blanked_segment_is_no_cue(self, client: Client, factory: Factory) -> None:
        made = await factory.transcript("one", "two", "three")
        await client.patch(f"/api/transcripts/{made.id}/segments/{made.segment_ids[1]}", json={"text": " "})
        assert len(read_srt((await save(client, made, "srt")).text)) == 2

    async def test_nothing_said(self, client: Client, factory: Factory) -> None:
        made = await factory.transcript()
        assert (await save(client, made, "srt")).text == ""
        assert (await save(client, made, "vtt")).text == "WEBVTT\n\n"
        assert (await save(client, made, "txt")).text == ""


class TestText:
    async def test_speakers_and_times(self, client: Client, factory: Factory) -> None:
        made = await factory.transcript("a", "b", "c", speakers=["Ada", "Ben"])
        assert (await save(client, made, "txt")).text == (
            "Ada:\n[00:00:00] a\n\nBen:\n[00:00:10] b\n\nAda:\n[00:00:20] c\n"
        )
        bare = await save(client, made, "txt", include_speakers=False, include_timestamps=False)
        assert bare.text == "a\nb\nc\n"
        await client.delete(f"/api/transcripts/{made.id}/segments/{made.segment_ids[0]}")
        assert (await save(client, made, "txt")).text.startswith("Ben:\n")


class TestJson:
    async def test_everything_or_less(self, client: Client, hostile: MadeTranscript) -> None:
        whole = json.loads((await save(client, hostile, "json")).content)
        assert [segment["text"] for segment in whole["segments"]] == list(HOSTILE)
        assert whole == (await client.get(f"/api/transcripts/{hostile.id}?words=true")).json()
        bare = json.loads(
            (await save(client, hostile, "json", include_speakers=False, include_timestamps=False)).content
        )
        assert (bare["speakers"], bare["segments"][0]["speaker"]) == ([], None)
        assert not {"start_time", "end_time", "words"} & set(bare["segments"][0])


class TestNames:
    @pytest.mark.parametrize(
        ("title", "name"),
        [
            ("Board 🎙️ Köln", "Board 🎙️ Köln.srt"),
            ("A/B\\C", "A-B-C.srt"),
            ('say "hi"; x=y', 'say "hi"; x=y.srt'),
            ("../..", "-...srt"),
            ("x" * 500, "x" * 251 + ".srt"),
        ],
    )
    async def test_after_the_title(self, client: Client, factory: Factory, title: str, name: str) -> None:
        made = await factory.transcript("x", recording_id=await factory.recording(title=title))
        said = (await save(client, made, "srt")).headers["content-disposition"]
        assert said.startswith("attachment; filename=")
        assert unquote(said.rpartition("UTF-8''")[2]) == name
        assert said.isascii()

    async def test_an_unknown_format(self, client: Client, hostile: MadeTranscript) -> None:
        answer = await client.get(f"/api/transcripts/{hostile.id}/export", params={"format": "doc"})
        assert (answer.status_code, answer.json()["code"]) == (422, "validation_error")
