"""Services answer in many shapes; whatever they say stands in the transcript, with its time and its speaker."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support.hearing import SECONDS, Listener
from verbatim.adapters.transcription.api import EngineFailed, Segment

Piece = tuple[float, float, str, str | None]
NO_NAMES: list[Any] = ["", "  ", True, ["A"], {}, 1.5]


def pieces(segments: tuple[Segment, ...]) -> list[Piece]:
    return [(one.start, one.end, one.text, one.speaker) for one in segments]


def word(text: str, start: float | None = None, end: float | None = None, **more: Any) -> dict[str, Any]:
    return {"word": text, "start": start, "end": end, **more}


TURNS = [
    *(word("Are", 1, 1.3, speaker="A"), word("you", 1.3, 1.6, speaker="A"), word("well?", 1.6, 2, speaker="A")),
    *(word("Yes", 3, 3.3, speaker="B"), word("I", 3.3, 3.5), word("am.", 3.5, 4, speaker="B")),
    word("Good.", 5, 5.4, speaker="A"),
]
TAKEN: list[Piece] = [(1.0, 2.0, "Are you well?", "A"), (3.0, 4.0, "Yes I am.", "B"), (5.0, 5.4, "Good.", "A")]
TALK = "Are you well? Yes I am. Good."
HELLO = {"start": 1, "end": 3, "text": "Good morning."}
PERSIAN = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u0645\u06cc\u200c\u0631\u0648\u0645"
THAI = " ".join(["\u0e50"] * 7 + ["\u0e54"])
YES = [word("Yes.", place, place + 0.5) for place in range(7)]

SHAPES: dict[str, tuple[dict[str, Any], list[Piece]]] = {
    "a number without a time": (
        {"words": [word("in", 1, 2), word("2020"), word("we", 3, 4)]},
        [(1, 4, "in 2020 we", None)],
    ),
    "a number without a time in a segment": (
        {"segments": [{"start": 1, "end": 4, "words": [word("in", 1, 2), word("we", 3, 4), word("2020")]}]},
        [(1, 4, "in we 2020", None)],
    ),
    "only a beginning for each word": (
        {"words": [word("one", 1), word("two", 2, 2.5), word("three", 3)]},
        [(1, 3, "one two three", None)],
    ),
    "more text than segments": (
        {"text": "Good morning. And here is more. Goodbye.", "segments": [HELLO]},
        [(1, 3, "Good morning.", None), (3, SECONDS, "And here is more. Goodbye.", None)],
    ),
    "a segment is missing in between": (
        {
            "text": "First of all, good night. Good morning. And here is more. Goodbye.",
            "segments": [HELLO, {"start": 8, "end": 9, "text": "Goodbye."}],
        },
        [
            *((0, 1, "First of all, good night.", None), (1, 3, "Good morning.", None)),
            *((3, 8, "And here is more.", None), (8, 9, "Goodbye.", None)),
        ],
    ),
    "one of the same is missing": (
        {"text": "No. No. No. Done.", "segments": [{"start": 1, "end": 2, "text": "No."}] * 2},
        [(1, 2, "No.", None), (1, 2, "No.", None), (2, SECONDS, "No. Done.", None)],
    ),
    "a text that writes its segments in another way": (
        {"text": "2 p.m. now", "segments": [{"start": 1, "end": 2, "text": "two"}]},
        [(1, 2, "two", None)],
    ),
    "a segment that is a part of another word": (
        {"text": "Now we know.", "segments": [{"start": 1, "end": 2, "text": "no"}]},
        [(1, 2, "no", None)],
    ),
    "a text that lacks some of its words": (
        {"text": "Yes.", "segments": [{"start": 0, "end": 7, "text": "Yes.", "words": YES}]},
        [(0, 7, " ".join(["Yes."] * 7), None)],
    ),
    "a whole text that lacks some of its words": (
        {"text": "Yes, we can!", "words": [*YES, word("we", 7, 7.5), word("can", 8, 9)]},
        [(0, 9, "Yes, Yes. Yes. Yes. Yes. Yes. Yes. we can!", None)],
    ),
    "words behind the only segment": (
        {
            "text": "one two",
            "segments": [{"start": 1, "end": 2, "text": "one"}],
            "words": [word("one", 1, 2), word("two", 5, 6)],
        },
        [(1, 6, "one two", None)],
    ),
    "speakers of words in a segment": ({"segments": [{"start": 1, "end": 5.4, "text": TALK, "words": TURNS}]}, TAKEN),
    "speakers of words without segments": ({"text": TALK, "words": TURNS}, TAKEN),
    "speakers of words and no text": ({"words": TURNS}, TAKEN),
    "a segment that knows better than its words": (
        {"segments": [{"start": 1, "end": 5.4, "text": TALK, "words": TURNS, "speaker": "C"}]},
        [(1, 5.4, TALK, "C")],
    ),
    "a speaker by name and number": (
        {"segments": [HELLO | {"speaker": {"id": 1, "name": "Ann"}}, HELLO | {"speaker": {"id": 2}}]},
        [(1, 3, "Good morning.", "Ann"), (1, 3, "Good morning.", "Speaker 2")],
    ),
    "a speaker as a label, a tag, a broken number": (
        {"segments": [HELLO | {"speaker_label": "B"}, HELLO | {"speaker_tag": 0}, HELLO | {"speaker": 2.0}]},
        [(1, 3, "Good morning.", name) for name in ("B", "Speaker 0", "Speaker 2")],
    ),
    "a speaker that is none": (
        {"segments": [HELLO | {"speaker": who} for who in NO_NAMES]},
        [(1, 3, "Good morning.", None)] * 6,
    ),
    "chunks": (
        {
            "text": "Hello there. Bye.",
            "chunks": [
                {"text": " Hello there.", "timestamp": [1.0, 2.0]},
                {"text": " Bye.", "timestamp": [3.0, None]},
            ],
        },
        [(1, 2, "Hello there.", None), (3, SECONDS, "Bye.", None)],
    ),
    "utterances": (
        {"text": "Hello", "utterances": [{"start": 1, "end": 2, "text": "Hello", "speaker": "A"}]},
        [(1, 2, "Hello", "A")],
    ),
    "times in quotes": (
        {"segments": [{"start": "1.5", "end": "2.5", "text": "Hello"}, {"start": "3", "end": "4", "text": "Bye"}]},
        [(1.5, 2.5, "Hello", None), (3, 4, "Bye", None)],
    ),
    "times of a clock": (
        {
            "segments": [
                {"start": "00:00:01,500", "end": "00:00:02.500", "text": "Hello"},
                {"start": "0:03", "end": "0:04.5", "text": "Bye"},
            ]
        },
        [(1.5, 2.5, "Hello", None), (3, 4.5, "Bye", None)],
    ),
    "an end before its beginning": (
        {"segments": [{"start": 4, "end": 2, "text": "one two three four five six seven"}]},
        [(2, 4, "one two three four five six seven", None)],
    ),
    "the same thing again": ({"segments": [HELLO] * 3}, [(1, 3, "Good morning.", None)] * 3),
    "half an emoji": (
        {"segments": [HELLO | {"text": "Good \ud83d morning \ud83d\ude00"}]},
        [(1, 3, "Good \ufffd morning \U0001f600", None)],
    ),
    "an error that is none": (
        {"error": {"code": 0, "message": ""}, "status": "success", "segments": [HELLO]},
        [(1, 3, "Good morning.", None)],
    ),
    "an error that says there is none": ({"error": "none", "segments": [HELLO]}, [(1, 3, "Good morning.", None)]),
    "Persian with joiners": (
        {"segments": [HELLO | {"text": PERSIAN}]},
        [(1, 3, PERSIAN, None)],
    ),
    "Khmer with invisible spaces": (
        {"segments": [HELLO | {"text": "ខ្ញុំ\u200bចង់\u200bបាន"}]},
        [(1, 3, "ខ្ញុំ\u200bចង់\u200bបាន", None)],
    ),
    "Thai digits": ({"segments": [HELLO | {"text": THAI}]}, [(1, 3, THAI, None)]),
}


@pytest.mark.parametrize(("reply", "expected"), SHAPES.values(), ids=SHAPES.keys())
def test_all_that_was_said_is_there(listener: Listener, reply: dict[str, Any], expected: list[Piece]) -> None:
    outcome = listener.hears(json.dumps(reply))
    assert pieces(outcome.segments) == expected
    assert {segment.doubt for segment in outcome.segments} == {None}
    for segment in outcome.segments:
        assert all(segment.start <= one.start <= one.end <= segment.end for one in segment.words)


def test_a_transcript_that_was_written_as_json_twice(listener: Listener) -> None:
    assert listener.texts(json.dumps(json.dumps({"segments": [HELLO]}))) == ["Good morning."]


NO_TRANSCRIPT: dict[str, tuple[Any, str, str]] = {
    "a state": ({"text": "", "status": "failed"}, "application/json", "says: failed"),
    "a state with a reason": ({"text": "", "status": "ERROR", "reason": "no GPU"}, "application/json", "says: no GPU"),
    "an error twice as JSON": (json.dumps(json.dumps({"error": "busy"})), "application/json", "says: busy"),
    "the head of a page": ("<head><title>502</title></head>", "", "web page"),
    "a page behind a remark": ("<!-- nginx --><html></html>", "text/plain", "web page"),
    "XML without a type": ('<?xml version="1.0"?><Error><Code>SlowDown</Code></Error>', "", "no transcript"),
    "subtitles": ("1\n00:00:00,000 --> 00:00:02,000\nHello\n", "text/plain", "subtitles"),
    "subtitles for the web": ("WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n", "text/vtt", "subtitles"),
    "a stream of events": ('data: {"type": "transcript.text.delta"}', "text/event-stream", "text/event-stream"),
    "one answer in a line each": ('{"text":"Hello"}\n{"text":"there"}', "application/x-ndjson", "no transcript"),
}


@pytest.mark.parametrize(("reply", "kind", "reason"), NO_TRANSCRIPT.values(), ids=NO_TRANSCRIPT.keys())
def test_what_is_no_transcript_fails_with_its_reason(listener: Listener, reply: Any, kind: str, reason: str) -> None:
    with pytest.raises(EngineFailed, match=reason):
        listener.hears(reply, kind)
