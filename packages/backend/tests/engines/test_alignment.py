"""Times of words after a person edited the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verbatim.adapters.transcription.alignment import realign, spread, tokenize
from verbatim.adapters.transcription.api import Word

OLD = [
    Word("The", 1.0, 1.2, 0.9),
    Word("quick", 1.2, 1.6, 0.8),
    Word("brown", 1.7, 2.0, 0.7),
    Word("socks", 2.1, 2.6, 0.3),
    Word("jumps.", 3.0, 3.4, 0.9),
]


def times(words: list[Word]) -> list[tuple[str, float, float]]:
    return [(w.text, round(w.start, 3), round(w.end, 3)) for w in words]


class TestRealign:
    def test_nothing_changed(self) -> None:
        assert realign(OLD, "The quick brown socks jumps.") == OLD

    def test_punctuation_and_capitals_are_no_change(self) -> None:
        words = realign(OLD, "THE quick, brown: socks jumps!")
        assert [w.text for w in words] == ["THE", "quick,", "brown:", "socks", "jumps!"]
        assert [(w.start, w.end, w.confidence) for w in words] == [(w.start, w.end, w.confidence) for w in OLD]

    def test_corrected_word_keeps_its_time_and_loses_its_confidence(self) -> None:
        words = realign(OLD, "The quick brown fox jumps.")
        assert words[3] == Word("fox", 2.1, 2.6, None)
        assert words[:3] + words[4:] == OLD[:3] + OLD[4:]

    def test_inserted_words_share_the_gap(self) -> None:
        words = realign(OLD, "The quick brown socks he jumps.")
        assert times(words)[4] == ("he", 2.6, 3.0)

    def test_one_word_becomes_two(self) -> None:
        words = realign(OLD, "The quick brown so cks jumps.")
        assert times(words)[3:5] == [("so", 2.1, 2.314), ("cks", 2.314, 2.6)]

    def test_deleted_words_vanish(self) -> None:
        assert realign(OLD, "The brown jumps.") == [OLD[0], OLD[2], OLD[4]]

    def test_at_the_edges(self) -> None:
        words = realign(OLD, "Well the quick brown socks jumps. Yes", start=0.5, end=4.0)
        assert times(words)[0] == ("Well", 0.5, 1.0)
        assert times(words)[-1] == ("Yes", 3.4, 4.0)

    def test_everything_new(self) -> None:
        words = realign(OLD, "Something else")
        assert (words[0].start, words[-1].end) == (1.0, 3.4)

    def test_from_nothing_and_to_nothing(self) -> None:
        assert times(realign([], "one two", start=1, end=3)) == [("one", 1, 2), ("two", 2, 3)]
        assert realign(OLD, "  ") == []

    def test_japanese_has_no_spaces(self) -> None:
        old = spread("今日は晴れ。", 0, 6)
        assert [w.text for w in old] == ["今", "日", "は", "晴", "れ。"]
        words = realign(old, "今日は雨。")
        assert words[:3] == old[:3]
        assert words[3].confidence is None


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e.", "-", "it's"]), max_size=12)


@st.composite
def spoken(draw: st.DrawFn) -> list[Word]:
    """Words as engines give them: in order, or not quite."""
    now = draw(st.floats(0, 5))
    words = []
    for text in draw(WORDS):
        start = now + draw(st.floats(-0.5, 1))
        end = start + draw(st.floats(-0.2, 1))
        words.append(Word(text, start, end, 0.5))
        now = end
    return words


@given(old=spoken(), new=WORDS, start=st.floats(0, 5), length=st.floats(0, 10))
def test_always_monotonic_inside_and_complete(old: list[Word], new: list[str], start: float, length: float) -> None:
    words = realign(old, " ".join(new), start=start, end=start + length)
    assert [w.text for w in words] == new
    assert all(start <= w.start <= w.end <= start + length for w in words)
    assert all(one.end <= two.start + 1e-9 for one, two in pairwise(words))


@given(old=spoken())
def test_unchanged_text_changes_no_good_word(old: list[Word]) -> None:
    in_order = all(w.start <= w.end for w in old) and all(a.end <= b.start for a, b in pairwise(old))
    if in_order and old:
        assert realign(old, " ".join(w.text for w in old)) == old


@given(new=WORDS, start=st.floats(0, 1e5), length=st.floats(0, 1e5))
def test_spread_fills_its_time(new: list[str], start: float, length: float) -> None:
    words = spread(" ".join(new), start, start + length)
    assert [w.text for w in words] == new
    if words:
        assert words[0].start == start
        assert words[-1].end == pytest.approx(start + length)


@given(st.text("aß 今。,\t\n-", max_size=30))
def test_no_letter_is_lost(text: str) -> None:
    assert "".join(tokenize(text)) == "".join(text.split())
