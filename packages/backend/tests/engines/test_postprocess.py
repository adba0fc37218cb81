"""Whatever an engine says, what is kept is sane, and all of it is kept."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verbatim.adapters.transcription.api import Segment, Word
from verbatim.adapters.transcription.doubt import Evidence
from verbatim.adapters.transcription.postprocess import SegmentSink

LOOP = "And then we went home again."
UNLIKELY = Evidence(confidence=0.2)


def sink(duration: float = 100.0, speech: list[tuple[float, float]] | None = None) -> SegmentSink:
    target = SegmentSink(duration, lambda _segment: None)
    if speech is not None:
        target.speech.add(speech, duration)
    return target


def kept(target: SegmentSink) -> list[str]:
    return [segment.text for segment in target.segments]


def doubts(target: SegmentSink) -> list[str | None]:
    return [segment.doubt for segment in target.segments]


def timed(text: str, start: float, seconds: float) -> list[Word]:
    """Words of one length, one after the other."""
    return [Word(word, start + i * seconds, start + (i + 1) * seconds, 0.9) for i, word in enumerate(text.split())]


class TestRepetition:
    """People repeat themselves, and each repetition has its time."""

    @pytest.mark.parametrize("times", [3, 4, 10, 11, 20, 40])
    @pytest.mark.parametrize("text", ["Yes.", "Present.", LOOP])
    def test_segments(self, text: str, times: int) -> None:
        target = sink(speech=[(0, 100)])
        for second in range(times):
            target.add(second * 2, second * 2 + 1.5, text, confidence=0.9)
        assert (kept(target), set(doubts(target))) == ([text] * times, {None})

    @pytest.mark.parametrize("times", [4, 5, 6, 7, 20])
    @pytest.mark.parametrize("phrase", ["zero", "no", "thank you very much,", "mind the gap please"])
    def test_words(self, phrase: str, times: int) -> None:
        text = f"so {' '.join([phrase] * times)} goodbye"
        target = sink(speech=[(0, 100)])
        target.add(0, 30, timed(text, 0, 0.3), confidence=0.9)
        assert (" ".join(kept(target)), set(doubts(target))) == (text, {None})


class TestDoubt:
    """Evidence marks, and takes nothing away."""

    @pytest.mark.parametrize(("times", "folded"), [(4, 1), (3, 0), (20, 17)])
    def test_a_sentence_that_never_ends_where_nobody_speaks(self, times: int, folded: int) -> None:
        target = sink(speech=[(90, 95)])
        for second in range(times):
            target.add(second, second + 1, LOOP)
        assert kept(target) == [LOOP] * times
        assert set(doubts(target)) == {"no_speech"}
        assert sum(segment.folded for segment in target.segments) == folded

    @pytest.mark.parametrize(("times", "folded"), [(10, 0), (11, 1)])
    def test_short_ones_may_be_said_more_often(self, times: int, folded: int) -> None:
        target = sink(speech=[(90, 95)])
        for second in range(times):
            target.add(second, second + 1, "Yes.")
        assert sum(segment.folded for segment in target.segments) == folded

    def test_silence_alone_folds_nothing(self) -> None:
        target = sink(speech=[(50, 60)])
        target.add(0, 4, "Thanks for watching until the end.", confidence=0.8)
        target.add(50, 54, "Good morning.", confidence=0.8)
        assert [(s.doubt, s.folded) for s in target.segments] == [("no_speech", False), (None, False)]

    def test_unlikely_words_in_silence_are_folded(self) -> None:
        target = sink(speech=[(50, 60)])
        target.add(0, 4, "Thanks for watching.", confidence=0.2)
        assert [(s.doubt, s.folded) for s in target.segments] == [("no_speech", True)]

    def test_more_words_than_the_time_can_hold(self) -> None:
        target = sink(speech=[(0, 100)])
        target.add(0, 2, "thank you very much indeed " * 20)
        target.add(2, 4, "a sentence of eight words fits in here")
        assert doubts(target) == ["too_fast", None]

    def test_a_loop_of_no_time_behind_true_words(self) -> None:
        said = timed("we said this in our own good time", 0, 0.4)
        target = sink(speech=[(0, 100)])
        target.add(0, 4, [*said, *(Word("again", 3.2, 3.2) for _ in range(40))])
        assert kept(target) == ["we said this in our own good time", " ".join(["again"] * 40)]
        assert doubts(target) == [None, "too_fast"]

    @pytest.mark.parametrize(("confidence", "doubt"), [(0.36, "repetition"), (0.38, None), (None, None)])
    def test_repetition_that_the_engine_held_for_unlikely(self, confidence: float | None, doubt: str | None) -> None:
        target = sink(speech=[(0, 100)])
        target.add(0, 30, "over and over and over again " * 12, confidence=confidence)
        assert doubts(target) == [doubt]

    @pytest.mark.parametrize(("ratio", "doubt"), [(2.4, None), (2.41, "repetition")])
    def test_the_ratio_an_engine_tells(self, ratio: float, doubt: str | None) -> None:
        target = sink(speech=[(0, 100)])
        target.add(0, 9, "any words at all", evidence=Evidence(confidence=0.2, compression_ratio=ratio))
        assert doubts(target) == [doubt]

    @pytest.mark.parametrize(("no_speech", "doubt"), [(0.6, None), (0.61, "no_speech")])
    def test_where_nobody_listened_for_voices(self, no_speech: float, doubt: str | None) -> None:
        target = sink()
        target.add(0, 9, "any words at all", evidence=Evidence(confidence=0.2, no_speech=no_speech))
        assert doubts(target) == [doubt]


class TestText:
    def test_nothing_spoken_is_dropped(self) -> None:
        target = sink()
        for text in ("", "   ", "...", "♪ ♪", "- -"):
            target.add(0, 1, text)
        assert target.segments == []

    def test_spaces(self) -> None:
        target = sink()
        target.add(0, 1, [Word(" Hello ", 0, 0.5), Word("", 0.5, 0.5), Word("you\n", 0.5, 1)])
        assert kept(target) == ["Hello you"]

    def test_words_without_spaces_of_their_own(self) -> None:
        target = sink()
        target.add(0, 1, [Word("今日", 0, 0.5), Word("は。", 0.5, 1)])
        target.add(1, 2, [Word("good", 0, 0.5), Word("morning", 0.5, 1)])
        assert kept(target) == ["今日は。", "good morning"]

    @pytest.mark.parametrize(
        "text",
        [
            "我们用 Spring Boot 和 React Native 开发 iOS App，下周 release version 2.0",  # noqa: RUF001  as it was said
            "東京タワー Tokyo Tower に行きました。 Really?",
            "วันนี้เราใช้ Spring Boot ครับ  และ React",
            "ພວກເຮົາໃຊ້ Zoom ທຸກມື້",
            "យើងប្រើ Google Meet រាល់ថ្ងៃ",
            "ကျွန်တော်တို့ Zoom သုံးတယ်။ ဟုတ်ကဲ့",
            "오늘은 React Native 로 만듭니다",
            "Das kostet 10\u202f000 Euro\u00a0!",
            "我们\u3000今天",
            "नमस्ते आप कैसे हैं। ठीक",
        ],
    )
    def test_spaces_are_those_of_the_engine(self, text: str) -> None:
        expected = text.replace("  ", " ")
        target = sink()
        target.add(0, 20, text)
        assert kept(target) == [expected]
        words = target.segments[0].words
        again = sink()
        again.add(0, 20, words, text=text)
        assert kept(again) == [expected]

    def test_confidence_is_the_mean_of_the_words_else_that_of_the_segment(self) -> None:
        target = sink()
        target.add(0, 1, [Word("a", 0, 0.5, 0.5), Word("b", 0.5, 1, 2.0)], confidence=0.1)
        target.add(1, 2, "c", confidence=0.25)
        assert [s.confidence for s in target.segments] == [0.75, 0.25]


class TestTimes:
    def test_given_times_come_out_as_given(self) -> None:
        words = [Word("one", 1.1, 1.4), Word("two", 1.4, 2.0), Word("three", 4.0, 4.5)]
        target = sink()
        target.add(1.0, 5.0, words)
        assert [(w.text, w.start, w.end) for w in target.segments[0].words] == [(w.text, w.start, w.end) for w in words]
        assert (target.segments[0].start, target.segments[0].end) == (1.0, 5.0)

    def test_people_who_talk_at_once(self) -> None:
        target = sink()
        for start, end, speaker in ((0, 5, "A"), (2, 3, "B"), (4, 8, "B")):
            target.add(start, end, "some words", speaker=speaker)
        assert [(s.start, s.end, s.speaker) for s in target.segments] == [(0, 5, "A"), (2, 3, "B"), (4, 8, "B")]

    def test_a_word_far_from_its_segment_comes_back(self) -> None:
        target = sink()
        target.add(50, 52, [Word("a", 50, 51), Word("b", 90, 91)])
        assert all(50 <= w.start <= w.end <= 52 for w in target.segments[0].words)

    def test_sound_behind_the_length_that_the_file_claims(self) -> None:
        target = sink(5.0)
        target.reach(7.6)
        target.add(6, 7.5, "still here")
        assert (target.segments[0].start, target.segments[0].end) == (6, 7.5)


class TestCutting:
    @pytest.mark.parametrize("end", [".", "?", "!", "…", "。", "！", "؟", "।", "။", '."', "?)"])  # noqa: RUF001  meant
    def test_long_segments_are_cut_behind_sentences(self, end: str) -> None:
        target = sink()
        text = " ".join(f"Sentence number {n} is not very long{end}" for n in range(20))
        target.add(0, 100, text)
        assert all(s.end - s.start <= 30 for s in target.segments)
        assert all(s.text.endswith(end) for s in target.segments)
        assert " ".join(kept(target)) == text

    def test_without_sentences_the_longest_pause_is_the_place(self) -> None:
        before, behind = timed("one " * 22, 0, 1), timed("two " * 18, 25, 1)
        before[15] = Word("one", 15, 15.5)
        target = sink()
        target.add(0, 43, [*before, *behind])
        assert [len(s.words) for s in target.segments] == [22, 18]

    @pytest.mark.parametrize(("seconds", "parts"), [(30.0, 1), (30.1, 2)])
    def test_thirty_seconds(self, seconds: float, parts: int) -> None:
        target = sink()
        target.add(0, seconds, "one two three four")
        assert len(target.segments) == parts


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
        target.add(start, end, words)
    assert heard == target.segments
    for segment in heard:
        assert segment.text.replace(" ", "") == "".join(word.text for word in segment.words)
        assert segment.start <= segment.words[0].start
        assert all(0 <= w.start <= w.end <= 100 for w in segment.words)
        assert all(one.start <= two.start for one, two in pairwise(segment.words))
        assert all(w.confidence is None or 0 <= w.confidence <= 1 for w in segment.words)


SAID = st.sampled_from(
    [
        "yes",
        "no.",
        "zero",
        "Present.",
        "我",
        "们",
        "Spring",
        "ครับ",
        "ດີ",
        "네",
        "ဟုတ်",
        "បាទ",
        "2.0",
        "don't",
        "—and",
        "الله",
    ]
)


@st.composite
def heard_segments(draw: st.DrawFn) -> list[tuple[float, float, list[Word] | str]]:
    """Segments with repetitions, overlaps, words of no length, and text without times; somebody speaks throughout."""
    found: list[tuple[float, float, list[Word] | str]] = []
    for _ in range(draw(st.integers(1, 8))):
        start = draw(st.floats(0, 90))
        texts = draw(st.lists(SAID, min_size=1, max_size=8)) * draw(st.integers(1, 12))
        length = draw(st.sampled_from([0.0, 0.05, 0.3]))
        if draw(st.booleans()):
            found.append((start, start + 5, " ".join(texts)))
        else:
            space = draw(st.sampled_from(["", " "]))
            words = [Word(space + t, start + i * length, start + (i + 1) * length) for i, t in enumerate(texts)]
            found.append((start, start + len(texts) * length, words))
    return found


@given(heard_segments())
def test_every_word_stands_in_the_transcript_in_order(raw: list[tuple[float, float, list[Word] | str]]) -> None:
    target = sink(speech=[(0, 100)])
    for start, end, words in raw:
        target.add(start, end, words)
    said = "".join(words if isinstance(words, str) else "".join(w.text for w in words) for _, _, words in raw)
    assert "".join("".join(kept(target)).split()) == "".join(said.split())
    assert not any(segment.folded for segment in target.segments)
