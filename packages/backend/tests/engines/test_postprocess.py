"""Whatever an engine says, what is kept is sane."""

from __future__ import annotations

import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from verbatim.adapters.transcription.api import Segment, Word
from verbatim.adapters.transcription.postprocess import SegmentSink, collapse_loops

LOOP = "And then we went home again."


def sink(duration: float = 100.0) -> SegmentSink:
    return SegmentSink(duration, lambda _segment: None)


def kept(target: SegmentSink) -> list[str]:
    return [segment.text for segment in target.segments]


class TestLoops:
    def test_sentence_that_never_ends(self) -> None:
        target = sink()
        for second in range(20):
            target.add(second, second + 1, LOOP, language="en")
        target.add(30, 31, "Good night.", language="en")
        assert kept(target) == [LOOP] * 3 + ["Good night."]

    def test_people_do_say_yes_four_times(self) -> None:
        target = sink()
        for second in range(4):
            target.add(second, second + 1, "Yes.", language="en")
        assert kept(target) == ["Yes."] * 4

    def test_phrase_inside_a_segment(self) -> None:
        words = [Word(t, 0, 0) for t in ("so " + "thank you very much, " * 9 + "goodbye").split()]
        assert " ".join(w.text for w in collapse_loops(words)) == "so thank you very much, goodbye"

    def test_honest_repetition_stays(self) -> None:
        text = "no no no it is very very very good"
        assert [w.text for w in collapse_loops([Word(t, 0, 0) for t in text.split()])] == text.split()


class TestText:
    def test_nothing_spoken_is_dropped(self) -> None:
        target = sink()
        for text in ("", "   ", "...", "♪ ♪", "- -"):
            target.add(0, 1, text, language="en")
        assert target.segments == []

    def test_spaces(self) -> None:
        target = sink()
        target.add(0, 1, [Word(" Hello ", 0, 0.5), Word("", 0.5, 0.5), Word("you\n", 0.5, 1)], language="en")
        assert kept(target) == ["Hello you"]

    def test_languages_without_spaces(self) -> None:
        target = sink()
        target.add(0, 1, [Word("今日", 0, 0.5), Word("は。", 0.5, 1)], language="ja")
        assert kept(target) == ["今日は。"]

    def test_confidence_is_the_mean_of_the_words_else_that_of_the_segment(self) -> None:
        target = sink()
        target.add(0, 1, [Word("a", 0, 0.5, 0.5), Word("b", 0.5, 1, 2.0)], language="en", confidence=0.1)
        target.add(1, 2, "c", language="en", confidence=0.25)
        assert [s.confidence for s in target.segments] == [0.75, 0.25]


def test_long_segments_are_cut_behind_sentences() -> None:
    target = sink()
    text = " ".join(f"Sentence number {n} is not very long." for n in range(20))
    target.add(0, 100, text, language="en")
    assert all(s.end - s.start <= 30 for s in target.segments)
    assert all(s.text.endswith(".") for s in target.segments)
    assert " ".join(kept(target)) == text


ANY_TIME = st.floats(-10, 200) | st.sampled_from([math.nan, math.inf, -math.inf])
ANY_WORD = st.builds(Word, st.sampled_from(["a", "b.", " ", "word"]), ANY_TIME, ANY_TIME, st.none() | st.floats())


@given(
    st.lists(
        st.tuples(ANY_TIME, ANY_TIME, st.lists(ANY_WORD, max_size=6) | st.text("ab. ", max_size=20)),
        max_size=8,
    )
)
def test_always_sane(raw: list[tuple[float, float, list[Word] | str]]) -> None:
    heard: list[Segment] = []
    target = SegmentSink(100.0, heard.append)
    for start, end, words in raw:
        target.add(start, end, words, language="en")
    assert heard == target.segments
    everything = [word for segment in heard for word in segment.words]
    assert all(0 <= w.start <= w.end <= 100 for w in everything)
    assert all(one.end <= two.start for one, two in pairwise(everything))
    assert all(w.confidence is None or 0 <= w.confidence <= 1 for w in everything)
    for segment in heard:
        assert segment.text == " ".join(word.text for word in segment.words)
        assert segment.start <= segment.end
