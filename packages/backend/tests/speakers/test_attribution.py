"""Words of an engine and turns of a diarizer: whose word is which, without one lost or moved."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from verbatim.adapters.diarization.api import Diarization, Turn
from verbatim.adapters.transcription.api import Segment, Word
from verbatim.transcription.attribution import attribute


def segment(text: str, *, start: float = 0.0, step: float = 0.5, gap: float = 0.0) -> Segment:
    """Give a segment whose words take `step` seconds each, with `gap` between them."""
    words = tuple(
        Word(word, start + place * (step + gap), start + place * (step + gap) + step, 0.9)
        for place, word in enumerate(text.split())
    )
    return Segment(words[0].start, words[-1].end, text, 0.8, words)


def said(found: tuple[Segment, ...]) -> list[tuple[str | None, str]]:
    return [(part.speaker, part.text) for part in found]


def turns(*spans: tuple[float, float, int]) -> Diarization:
    return Diarization("test", tuple(Turn(start, end, voice, 0.9) for start, end, voice in spans))


def test_a_segment_is_split_where_the_voice_changes() -> None:
    whole = segment("one two three four five six")
    found = attribute([whole], turns((0, 1.5, 0), (1.5, 3, 1)))
    assert said(found.segments) == [("Speaker 1", "one two three"), ("Speaker 2", "four five six")]
    assert [(part.start, part.end) for part in found.segments] == [(0.0, 1.5), (1.5, 3.0)]
    assert sum((part.words for part in found.segments), ()) == whole.words
    assert found.confidences == (0.9, 0.9)


def test_one_voice_leaves_segments_as_they_are() -> None:
    whole = [segment("one two"), segment("three four", start=1.5)]
    found = attribute(whole, turns((0, 9, 5)))
    assert [part.words for part in found.segments] == [part.words for part in whole]
    assert said(found.segments) == [("Speaker 1", "one two"), ("Speaker 1", "three four")]


def test_speakers_are_numbered_by_their_first_word() -> None:
    found = attribute([segment("a b c d")], turns((0, 1, 3), (1, 2, 0)))
    assert [part.speaker for part in found.segments] == ["Speaker 1", "Speaker 2"]
    assert found.voices == {"Speaker 1": 3, "Speaker 2": 0}


def test_a_word_alone_is_no_change_of_speaker() -> None:
    found = attribute([segment("we went to the river")], turns((0, 1, 0), (1, 1.5, 1), (1.5, 2.5, 0)))
    assert said(found.segments) == [("Speaker 1", "we went to the river")]
    assert (found.confidences[0] or 1) < 0.9


def test_a_remark_of_one_word_is_kept() -> None:
    sentence = segment("we went there. Yes. It was good")
    found = attribute([sentence], turns((0, 1.5, 0), (1.5, 2, 1), (2, 3.5, 0)))
    assert [text for _, text in said(found.segments)] == ["we went there.", "Yes.", "It was good"]
    paused = segment("we went yes there again", gap=0.4)
    found = attribute([paused], turns((0, 1.5, 0), (1.7, 2.4, 1), (2.6, 5, 0)))
    assert [text for _, text in said(found.segments)] == ["we went", "yes", "there again"]


def test_a_change_moves_to_the_end_of_the_sentence_beside_it() -> None:
    early = attribute([segment("was it you? Yes it was")], turns((0, 2.0, 0), (2.0, 3, 1)))
    assert [text for _, text in said(early.segments)] == ["was it you?", "Yes it was"]
    late = attribute([segment("was it you? Yes it was")], turns((0, 1.0, 0), (1.0, 3, 1)))
    assert [text for _, text in said(late.segments)] == ["was it you?", "Yes it was"]


def test_spaces_stay_those_of_the_engine() -> None:
    words = tuple(Word(sign, place * 0.3, place * 0.3 + 0.3) for place, sign in enumerate("你好世界再见"))
    chinese = Segment(0, 1.8, "你好世界再见", None, words)
    found = attribute([chinese], turns((0, 1.2, 0), (1.2, 1.8, 1)))
    assert [text for _, text in said(found.segments)] == ["你好世界", "再见"]
    sticky = segment("Combien ? Dix mille euros")
    found = attribute([sticky], turns((0, 1.0, 0), (1.0, 5, 1)))
    assert "".join(part.text + " " for part in found.segments).strip() == sticky.text


def test_a_segment_without_words_is_its_main_voices() -> None:
    found = attribute([Segment(0, 4, "no times of words")], turns((0, 1, 0), (1, 4, 1)))
    assert said(found.segments) == [("Speaker 1", "no times of words")]
    assert found.voices == {"Speaker 1": 1}
    assert 0 < (found.confidences[0] or 0) < 0.9


def test_words_beside_every_turn_go_to_the_nearest() -> None:
    found = attribute([segment("before it", start=0)], turns((2, 3, 0), (9, 10, 1)))
    assert said(found.segments) == [("Speaker 1", "before it")]
    assert found.voices == {"Speaker 1": 0}
    far = attribute([segment("long after", start=60)], turns((2, 3, 0)))
    assert far.confidences == (0.0,)


def test_no_turns_leave_everything_as_it_was() -> None:
    whole = (segment("one two"),)
    assert attribute(whole, Diarization("test")).segments == whole


def test_people_who_talk_at_once_keep_their_times() -> None:
    both = [segment("a long story of one", start=0, step=1), segment("yes indeed", start=2, step=0.5)]
    found = attribute(both, turns((0, 5, 0), (2, 3, 1)))
    assert [(part.start, part.end) for part in found.segments] == [(0, 5), (2, 3)]


@given(
    lengths=st.lists(st.integers(1, 6), min_size=1, max_size=6),
    spans=st.lists(st.tuples(st.floats(0, 20), st.floats(0, 20), st.integers(0, 5)), max_size=12),
)
def test_no_word_is_lost_or_moved(lengths: list[int], spans: list[tuple[float, float, int]]) -> None:
    segments, now = [], 0.0
    for place, length in enumerate(lengths):
        segments.append(segment(" ".join(f"w{place}.{n}" for n in range(length)), start=now))
        now = segments[-1].end + 0.2
    found = attribute(segments, turns(*((min(a, b), max(a, b), v) for a, b, v in spans)))
    assert [word for part in found.segments for word in part.words] == [word for one in segments for word in one.words]
    assert all(part.text == " ".join(word.text for word in part.words) for part in found.segments)
    assert all(part.start <= part.words[0].start and part.end >= part.words[-1].end for part in found.segments)
    assert len(found.confidences) == len(found.segments)
