"""Answers of services are not trusted to be complete, or sane."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verbatim.adapters.transcription.api import EngineFailed
from verbatim.adapters.transcription.openai_reply import parse_reply
from verbatim.adapters.transcription.postprocess import SegmentSink

LETTERS = st.text("ab 1.é", max_size=5)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | LETTERS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LETTERS, inner, max_size=3),
    max_leaves=5,
)
ENTRY = st.fixed_dictionaries(
    {},
    optional={
        name: st.floats() | LETTERS | JSON
        for name in ("start", "end", "text", "word", "words", "probability", "avg_logprob")
    },
)


def test_words_get_the_punctuation_of_the_text() -> None:
    words = [
        ("Good", 0.0, 0.4),
        ("morning", 0.4, 1.0),
        ("How", 2.0, 2.2),
        ("are", 2.2, 2.4),
        ("you", 2.4, 2.8),
    ]
    reply = parse_reply(
        json.dumps(
            {
                "language": "english",
                "text": "Good morning. How are you?",
                "words": [{"word": w, "start": s, "end": e} for w, s, e in words],
                "segments": [
                    {"start": 0.0, "end": 1.5, "text": " Good morning.", "avg_logprob": -0.1},
                    {"start": 1.5, "end": 2.9, "text": " How are you?"},
                ],
            }
        )
    )
    assert reply.language == "en"
    assert reply.segments is not None
    assert [[(w.text, w.start) for w in s.words] for s in reply.segments] == [
        [("Good", 0.0), ("morning.", 0.4)],
        [("How", 2.0), ("are", 2.2), ("you?", 2.4)],
    ]
    assert reply.segments[0].confidence == pytest.approx(0.905, abs=0.001)


def test_words_inside_segments() -> None:
    word = {"word": " Hi", "start": 0.5, "end": 0.9, "probability": 0.7}
    reply = parse_reply(json.dumps({"segments": [{"start": 0, "end": 1, "text": " Hi.", "words": [word]}]}))
    assert reply.segments is not None
    assert reply.segments[0].words[0].confidence == 0.7


@pytest.mark.parametrize("body", ["Just text.\n", '{"text": "Just text."}', '{"text": " Just text. ", "segments": []}'])
def test_text_only(body: str) -> None:
    reply = parse_reply(body)
    assert (reply.text, reply.segments) == ("Just text.", None)


@given(
    body=st.fixed_dictionaries(
        {},
        optional={
            "text": JSON,
            "language": JSON,
            "segments": st.lists(ENTRY) | JSON,
            "words": st.lists(ENTRY) | JSON,
        },
    )
)
def test_anything_is_survived(body: dict[str, Any]) -> None:
    reply = None
    with contextlib.suppress(EngineFailed):
        reply = parse_reply(json.dumps(body))
    if reply is None:
        return
    sink = SegmentSink(10.0, lambda _segment: None)
    for segment in reply.segments or ():
        sink.add(segment.start, segment.end, segment.words or segment.text, text=segment.text)
    words = [word for segment in sink.segments for word in segment.words]
    assert all(0 <= word.start <= word.end <= 10 for word in words)
