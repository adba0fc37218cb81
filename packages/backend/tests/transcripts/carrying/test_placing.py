"""Corrections found in one text and placed in another, without a server."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verbatim.transcripts.carrying.corrections import Earlier, corrections
from verbatim.transcripts.carrying.lines import Line, words_of
from verbatim.transcripts.carrying.planning import Plan, plan


def line(number: int, text: str, start: float | None = None) -> Line:
    begin = 10.0 * number if start is None else start
    return Line(str(number), begin, begin + 10, text, words_of(text, [], begin, begin + 10))


def lines(*texts: str) -> list[Line]:
    return [line(number, text) for number, text in enumerate(texts)]


def planned(then: str, now: str, new: str) -> Plan:
    return plan(Earlier(lines(then), lines(now)), lines(new))


@pytest.mark.parametrize(
    ("then", "now", "new", "becomes"),
    [
        ("the quick fox", "the quick brown fox", "the quick fox", "the quick brown fox"),
        ("the quick fox", "the fox", "the quick fox", "the fox"),
        ("the quick fox", "a quick fox", "The quick fox", "a quick fox"),
        ("we saw the dog", "we saw the cat", "we saw the dog.", "we saw the cat."),
        ("we saw the dog", "we saw the dog, too", "we saw the dog", "we saw the dog, too"),
        ("i like verbatim a lot", "i like Verbatim a lot", "I like verbatim a lot", "I like Verbatim a lot"),
        ("我们今天去北京", "我们今天去南京", "我们今天去北京", "我们今天去南京"),
        ("ذهب جون إلى البيت", "ذهب جان إلى البيت", "ذهب جون إلى البيت", "ذهب جان إلى البيت"),
        ("one two three four", "one 2 3 four", "one two three four", "one 2 3 four"),
    ],
)
def test_a_certain_place(then: str, now: str, new: str, becomes: str) -> None:
    made = planned(then, now, new)
    assert (made.texts, made.left) == ({"0": becomes}, [])


@pytest.mark.parametrize(
    ("then", "now", "new"),
    [
        ("no no no", "no know no", "no no no no"),
        ("he was hi that day", "he was high that day", "she is up this night"),
        ("the end", "the very end", "an end"),
    ],
)
def test_no_certain_place(then: str, now: str, new: str) -> None:
    made = planned(then, now, new)
    assert (made.texts, made.carried, len(made.left)) == ({}, [], 1)


def test_the_engine_heard_it_right_by_itself() -> None:
    made = planned("he was hi that day", "he was high that day", "he was high that day")
    assert (made.texts, made.carried, made.left) == ({}, [], [])


def test_the_same_words_at_another_time_are_not_the_place() -> None:
    then, now = lines("he was hi that day"), lines("he was high that day")
    made = plan(Earlier(then, now), [line(0, "he was hi that day", start=60.0)])
    assert (made.texts, len(made.left)) == ({}, 1)


WORDS = st.lists(
    st.sampled_from(["the", "a", "river", "bridge", "rose", "over", "no", "old", "Jon's", "day,", "end."]), max_size=8
)


@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_the_same_engine_again_gives_what_people_had_or_lists_it(told: list[list[str]], data: st.DataObject) -> None:
    """Whatever was written: no place is changed that was not corrected, and no correction disappears."""
    then = [line(number, " ".join(words)) for number, words in enumerate(told) if words]
    now = []
    for one in then:
        text = " ".join(data.draw(WORDS)) if data.draw(st.booleans()) else one.text
        if text:
            now.append(replace(one, text=text, words=words_of(text, [], one.start, one.end)))
    made = plan(Earlier(then, now), then)
    found = corrections(then, now)
    assert len(made.carried) + len(made.left) <= len(found)
    wanted = {one.id: one.text for one in now}
    texts = [made.texts.get(one.id, one.text) for one in then]
    if now and {one.id: one.text for one in then} == wanted:
        assert made.texts == {}
    if len(made.carried) == len(found):
        assert " ".join(filter(None, texts)) == " ".join(one.text for one in now)
