"""Subtitles that can be read: lines, seconds, speed, and breaks where readers expect them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.subtitle_rules import SENTENCES, SRT, VTT, Shown, broken_rules, columns_of, read_cues, talk
from verbatim.adapters.transcription.alignment import spread
from verbatim.transcripts.export import ExportFormat, ExportOptions, export_transcript
from verbatim.transcripts.schemas import SegmentResponse, TranscriptWithSegmentsResponse, WordResponse
from verbatim.transcripts.subtitles.rules import SubtitleRules
from verbatim.transcripts.subtitles.width import columns

NOW = datetime(2026, 1, 1, tzinfo=UTC)
LONG = "One word follows the other without any stop and nobody takes a breath " * 8
JAPANESE = (
    "今日は前回に引き続いて奥谷先生に来てもらっています何だか話によると補助金獲得率百パーセントだとか採択率百パーセント素晴らしいですね"
    "今回は生産性の向上を図る企業を応援してくれるこんな補助金があるそうで少し説明をしながら話をしていきたいと思います"
)


def segment(number: int, fields: dict[str, Any]) -> SegmentResponse:
    text, start, end = fields["text"], fields["start"], fields["end"]
    words = [WordResponse(text=w.text, start=w.start, end=w.end) for w in spread(text, start, end)]
    return SegmentResponse(
        **dict.fromkeys(
            ("speaker_id", "speaker_confidence", "confidence", "edited_by", "original_text", "highlight_color")
        ),
        id=str(number),
        segment_index=number,
        speaker=None if fields.get("speaker") is None else f"Person {fields['speaker']}",
        start_time=start,
        end_time=end,
        text=text,
        version=1,
        words=words if fields.get("timed", True) else None,
        comment_count=0,
        created_at=NOW,
        updated_at=NOW,
    )


def cues_of(
    segments: list[dict[str, Any]], kind: str = "vtt", *, named: bool = True, rules: SubtitleRules | None = None
) -> list[Shown]:
    whole = TranscriptWithSegmentsResponse(
        **dict.fromkeys(("language", "model_used", "confidence_avg", "ai_summary", "diarizer", "diarization_note")),
        id="a",
        recording_id="b",
        recording_title="c",
        engine="d",
        engine_reason="e",
        word_count=0,
        created_at=NOW,
        updated_at=NOW,
        segments=[segment(number, one) for number, one in enumerate(segments)],
        speakers=[],
    )
    options = ExportOptions(include_speakers=named, subtitles=rules or SubtitleRules())
    return read_cues(export_transcript(whole, ExportFormat(kind), options)[0], SRT if kind == "srt" else VTT)


def said(cues: list[Shown]) -> str:
    return "".join("".join("".join(cue.lines).replace("\u200f", "").split()) for cue in cues)


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("timed", [True, False], ids=["words with times", "text only"])
def test_an_hour_keeps_every_rule(language: str, timed: bool) -> None:  # noqa: FBT001 - a parameter
    segments = talk(language, 3600, timed=timed)
    for kind, named in (("vtt", True), ("srt", False)):
        cues = cues_of(segments, kind, named=named)
        if kind == "srt":  # who speaks is not told there, so those who interrupt each other are not told apart
            cues = [Shown(cue.start, cue.end, cue.lines, str(number)) for number, cue in enumerate(cues)]
        assert broken_rules(cues) == []
        assert len(cues) > 500
    in_order = sorted(cues_of(segments), key=lambda cue: (cue.speaker or "", cue.start))
    expected = "".join(
        "".join(one["text"].split()) for one in sorted(segments, key=lambda one: (one["speaker"], one["start"]))
    )
    assert said(in_order) == expected, "every word is shown, in order"


@pytest.mark.parametrize("language", SENTENCES)
def test_names_in_front_fit_too(language: str) -> None:
    cues = cues_of(talk(language, 900), "srt")
    assert all(len(cue.lines) <= 2 and max(map(columns_of, cue.lines)) <= 42 for cue in cues)
    assert sum(cue.lines[0].removeprefix("\u200f").startswith("Person ") for cue in cues) > len(cues) / 4


class TestLines:
    @pytest.mark.parametrize("seconds", [9.0, 40.0])
    def test_five_hundred_letters_without_a_full_stop(self, seconds: float) -> None:
        cues = cues_of([{"start": 0, "end": seconds, "text": LONG}])
        assert all(len(cue.lines) <= 2 and max(map(len, cue.lines)) <= 42 for cue in cues)
        assert all(cue.end - cue.start <= 7 for cue in cues)
        assert said(cues) == "".join(LONG.split())

    def test_japanese_is_broken_between_phrases(self) -> None:
        cues = cues_of([{"start": 0, "end": 24, "text": JAPANESE}])
        lines = [line for cue in cues for line in cue.lines]
        assert broken_rules(cues) == []
        assert not [line for line in lines if line[0] in "ぁっゃゅょー、。々はがをに"]
        assert said(cues) == JAPANESE

    @pytest.mark.parametrize(
        "text",
        [
            "https://example.org/" + "a-very-long-address/" * 12,
            "字" * 200,
            "ສະບາຍດີທຸກຄົນມື້ນີ້ພວກເຮົາຈະມາລົມກັນກ່ຽວກັບງົບປະມານ" * 3,
            "សួស្តីអ្នកទាំងអស់គ្នាថ្ងៃនេះយើងនិងនិយាយអំពីថវិកា" * 3,
            "မင်္ဂလာပါခင်ဗျာဒီနေ့ကျွန်တော်တို့ဘတ်ဂျက်အကြောင်းပြောပါမယ်" * 3,
            "👩‍👩‍👧‍👦🇩🇪👍🏽" * 30,
            "e\u0301" * 300,
            "오늘은 내년 예산과 계획에 대해서 이야기하겠습니다 " * 5,
            "我们用 Spring Boot 和 React Native 开发 iOS App，下周 release version 2.0。" * 3,  # noqa: RUF001
        ],
    )
    def test_whatever_is_written(self, text: str) -> None:
        cues = cues_of([{"start": 0, "end": 25, "text": text}])
        assert all(len(cue.lines) <= 2 and max(map(columns, cue.lines)) <= 42 for cue in cues)
        assert said(cues) == "".join(text.split())

    def test_emoji_and_accents(self) -> None:
        assert columns("é") == columns("e\u0301") == columns("ก") == columns("กี่") == 1
        assert columns("字") == columns("👍🏽") == columns("🇩🇪") == columns("👩‍👩‍👧‍👦") == columns("❤️") == 2
        assert columns("नमस्ते") <= 6

    def test_right_to_left_also_when_a_line_begins_with_a_latin_name(self) -> None:
        cues = cues_of([{"start": 0, "end": 5, "text": "Zoom هو المكان الذي نلتقي فيه كل أسبوع."}])
        assert cues[0].lines[0].startswith("\u200fZoom ")
        plain = cues_of([{"start": 0, "end": 5, "text": "نلتقي على Zoom كل أسبوع."}])
        assert plain[0].lines == ("نلتقي على Zoom كل أسبوع.",)


class TestTimes:
    def test_sentences_pauses_and_clauses_end_cues(self) -> None:
        text = "We begin with the budget, which is new. Then somebody reads the minutes of the last meeting. Questions?"
        cues = cues_of([{"start": 0, "end": 8, "text": text}])
        assert len(cues) > 1
        assert all(cue.lines[-1][-1] in ".?" for cue in cues)

    def test_a_long_pause_is_no_part_of_a_cue(self) -> None:
        pieces = [{"start": 0, "end": 2, "text": "Before the pause"}, {"start": 20, "end": 22, "text": "behind it"}]
        assert [(cue.start, cue.end) for cue in cues_of(pieces)] == [(0, 2), (20, 22)]

    def test_short_words_stay_for_a_second(self) -> None:
        pieces = [{"start": i * 3, "end": i * 3 + 0.2, "text": "Yes."} for i in range(5)]
        assert [round(cue.end - cue.start, 3) for cue in cues_of(pieces)] == [1.0] * 5

    def test_people_who_talk_at_once_have_cues_of_their_own(self) -> None:
        pieces = [
            {"start": 0, "end": 5, "text": "First speaker talks long", "speaker": "A"},
            {"start": 2, "end": 3, "text": "uh-huh", "speaker": "B"},
            {"start": 4, "end": 8, "text": "second talks", "speaker": "B"},
        ]
        cues = cues_of(pieces)
        assert [(cue.start, cue.end, cue.lines) for cue in cues] == [
            (0, 5, ("First speaker talks long",)),
            (2, 3, ("uh-huh",)),
            (4, 8, ("second talks",)),
        ]

    def test_a_gap_too_short_to_be_seen_is_closed(self) -> None:
        text = "The first of the sentences is here, and it is long."
        pieces = [{"start": 0, "end": 4, "text": text}, {"start": 4.3, "end": 8, "text": text}]
        assert [(cue.start, cue.end) for cue in cues_of(pieces)] == [(0, 4.22), (4.3, 8)]


@example([(0.0, 3.0, "ี aaaaaaaaa bbbbbbbbbb", None)], SubtitleRules(20, 2, 15.0))  # a mark that hangs on nothing
@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.floats(0, 60),
            st.floats(0, 30),
            st.text(st.sampled_from("ab .,字はกี👍é->\n"), min_size=1, max_size=120),
            st.none() | st.integers(0, 1),
        ),
        min_size=1,
        max_size=6,
    ),
    st.builds(SubtitleRules, st.integers(20, 80), st.integers(1, 3), st.floats(8, 40)),
)
def test_whatever_stands_in_a_transcript(raw: list[tuple[float, float, str, int | None]], rules: SubtitleRules) -> None:
    pieces = [
        {"start": a, "end": a + length, "text": " ".join(text.split()), "speaker": who}
        for a, length, text, who in raw
        if re.search(r"\w", text)
    ]
    if not pieces:
        return
    cues = cues_of(pieces, rules=rules)
    last: dict[str | None, float] = {}
    for cue in cues:
        assert len(cue.lines) <= rules.lines
        assert all(columns(line) <= rules.line_length for line in cue.lines)
        assert cue.start < cue.end <= cue.start + max(rules.max_seconds, 1) + 0.002
        assert cue.start >= last.get(cue.speaker, 0.0) - 0.0011
        last[cue.speaker] = cue.end
