"""Times of words through any correction."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from verbatim.transcripts.word_times import fitted, retimed

Stored = dict[str, Any]


def word(text: str, start: float, end: float, confidence: float | None = 0.9) -> Stored:
    return {"text": text, "start": start, "end": end, "confidence": confidence}


HEARD = [word("The", 0.1, 0.3), word("quick", 0.3, 0.7), word("brown", 0.7, 1.1), word("fox", 1.1, 1.5)]


def of(words: list[Stored]) -> list[str]:
    return [one["text"] for one in words]


def forward(words: list[Stored]) -> bool:
    pairs = list(pairwise(words))
    return all(one["start"] <= two["start"] for one, two in pairs) and all(
        one["end"] <= two["end"] for one, two in pairs
    )


class TestRetimed:
    def test_a_word_put_where_there_is_no_room(self) -> None:
        words = retimed(HEARD, "The quick and brown fox", start=0.1, end=1.5)
        assert [words[0], words[1], words[3], words[4]] == HEARD
        assert words[2]["estimated"]
        assert words[2]["confidence"] is None
        assert 0.3 < words[2]["start"] < words[2]["end"] <= 0.7
        assert forward(words)

    def test_at_either_end_without_room(self) -> None:
        words = retimed(HEARD, "Well so the quick brown fox jumped over", start=0.1, end=1.5)
        assert [(one["start"], one["end"]) for one in words[2:6]] == [(one["start"], one["end"]) for one in HEARD]
        assert all(one["end"] > one["start"] for one in words)
        assert forward(words)

    def test_one_for_another_has_its_time(self) -> None:
        words = retimed(HEARD, "The quick red fox", start=0.0, end=2.0)
        assert words[2] == word("red", 0.7, 1.1, None)

    def test_repeated_words_keep_their_own(self) -> None:
        heard = [
            word(text, place * 1.0, place + 0.9) for place, text in enumerate(["no", "no", "yes", "no", "no", "yes"])
        ]
        words = retimed(heard, "no no yes no no", start=0.0, end=6.0)
        assert words == heard[:5]
        assert retimed(heard, "yes no no yes", start=0.0, end=6.0) == heard[2:]

    def test_nothing_but_a_comma(self) -> None:
        words = retimed(HEARD, "The quick, brown fox.", start=0.1, end=1.5)
        assert [(one["start"], one["end"], one["confidence"]) for one in words] == [
            (one["start"], one["end"], one["confidence"]) for one in HEARD
        ]

    def test_a_hyphenated_word_is_exact_too(self) -> None:
        heard = [word("state-of-the-art", 0.1, 0.7), word("thing", 0.7, 1.3)]
        assert retimed(heard, "state-of-the-art things", start=0.0, end=2.0)[0] == heard[0]
        assert retimed(heard, "A state-of-the-art thing", start=0.0, end=2.0)[1:] == heard

    def test_what_was_estimated_stays_so(self) -> None:
        once = retimed(HEARD, "The quick and brown fox", start=0.1, end=1.5)
        twice = retimed(once, "The quick and brown foxes", start=0.1, end=1.5)
        assert twice[:4] == once[:4]
        assert retimed(once, "The quick or brown fox", start=0.1, end=1.5)[2]["estimated"]

    def test_without_words_or_without_time(self) -> None:
        words = retimed([], "one two", start=1.0, end=3.0)
        assert [one["estimated"] for one in words] == [True, True]
        words = retimed([], "one two", start=1.0, end=1.0)
        assert all(one["end"] > one["start"] for one in words)

    def test_moved_times(self) -> None:
        words = fitted(HEARD, start=0.5, end=1.5)
        assert words[2:] == HEARD[2:]
        assert [one.get("estimated") for one in words[:2]] == [True, True]
        assert all(0.5 <= one["start"] < one["end"] for one in words)
        assert fitted(HEARD, start=0.0, end=9.0) == HEARD


VOCABULARY = ["so", "no", "yes", "well-known", "it's", "今日", "a", "ship,", "said."]


@st.composite
def heard_words(draw: st.DrawFn, *, repeat: bool = True) -> list[Stored]:
    """Words as engines give them, often without a pause between."""
    now = draw(st.floats(0, 100))
    words = []
    texts = draw(st.lists(st.sampled_from(VOCABULARY), max_size=14, unique_by=None if repeat else lambda text: text))
    for text in texts:
        start = now + draw(st.sampled_from([0.0, 0.0, 0.05, 0.4]))
        now = start + draw(st.floats(0.02, 1.5))
        words.append(word(text, start, now))
    return words


@given(heard=heard_words(repeat=False), data=st.data())
def test_no_edit_touches_what_stands_beside_it(heard: list[Stored], data: st.DataObject) -> None:
    """Any part is replaced by anything: what is before and behind keeps its times to the last bit."""
    first = data.draw(st.integers(0, len(heard)))
    last = data.draw(st.integers(first, len(heard)))
    new = data.draw(st.lists(st.sampled_from(["new", "words", "here"]), max_size=6))
    low = heard[0]["start"] - 0.1 if heard else 0.0
    high = heard[-1]["end"] + 0.1 if heard else 1.0
    text = " ".join([*of(heard[:first]), *new, *of(heard[last:])])
    words = retimed(heard, text, start=low, end=high)
    exact = {(one["start"], one["end"]) for one in words}
    assert all((one["start"], one["end"]) in exact for one in (*heard[:first], *heard[last:]) if one["text"] != "今日")
    assert all(one["end"] > one["start"] for one in words)
    assert forward(words)
    assert retimed(heard, " ".join(of(heard)), start=low, end=high) == heard


@given(heard=heard_words(), data=st.data())
def test_many_edits_after_each_other_never_run_backwards(heard: list[Stored], data: st.DataObject) -> None:
    low = heard[0]["start"] if heard else 0.0
    high = heard[-1]["end"] if heard else 1.0
    words = heard
    for _ in range(data.draw(st.integers(1, 5))):
        texts = of(words)
        place = data.draw(st.integers(0, len(texts)))
        taken = data.draw(st.integers(0, 3))
        texts[place : place + taken] = data.draw(st.lists(st.sampled_from(VOCABULARY), max_size=3))
        words = retimed(words, " ".join(texts), start=low, end=high)
        assert all(one["end"] > one["start"] for one in words)
        assert forward(words)
