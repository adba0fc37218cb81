"""Nothing is shown as somebody's words that they did not say: whatever marks stand around it, however near it comes."""

# ruff: noqa: RUF001 - the marks are what it is about

from __future__ import annotations

import pytest
from verbatim.adapters.llm.api import Line, Note, Section
from verbatim.ai.quotation import quotations_in
from verbatim.ai.quotes import Transcribed

SAID = (
    ("a", "Maria", "We begin with the watering plan."),
    ("a", "Maria", "It does not cost 500 euros."),
    ("a", "Tom", "I will not resign."),
    ("b", "Tom", "Yes, tomorrow."),
    ("b", "Tom", "We begin with the old pump."),
)
LINES = [
    Line(str(at), speaker, text, at, at + 1, transcript, [0, 1, 2, 0, 1][at])
    for at, (transcript, speaker, text) in enumerate(SAID)
]
MARKS = [
    '"{}"',
    "“{}”",
    "„{}“",
    "„{}”",
    "«{}»",
    "»{}«",
    "‹{}›",
    "‘{}’",
    "'{}'",
    "‚{}‘",
    "「{}」",
    "『{}』",
    "＂{}＂",
    "`{}'",
]


def check(text: str, *cited: int) -> tuple[bool, list[str | None]]:
    found = Transcribed(LINES).check(Note(Section.SUMMARY, text, cited))
    return not found.unfound, [one.quote for one in found.citations]


@pytest.mark.parametrize("marks", MARKS)
def test_whatever_the_marks_only_what_was_said_is_a_quote(marks: str) -> None:
    assert check(f"Tom: {marks.format('i will NOT resign')}.", 2) == (True, ["I will not resign"])
    for near in (
        "I will resign",
        "I will not resign now",
        "Not, I will resign",
        "I wil not resign",
        "not resign I will",
    ):
        assert not check(f"Tom: {marks.format(near)}.", 2)[0], near


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ('“We begin "with a robbery" with the watering plan”', 0),  # one inside another
        ('"We begin" with a robbery "with the watering plan', 0),  # one without an end
        ("He said ”I resign”.", 2),
        ("He said ‘I resign.", 2),
        ('"It does cost 500 euros"', 1),
        ('"It does not cost 5,00 euros"', 1),
        ('"500 euros I will not"', 1),  # of two people
        ('"I will not resign yes tomorrow"', 2),  # of two recordings
        ('"resign yes"', 3),
        ('"We begin"', 1),  # said twice, and the line that is named says it not
        ('"' + "We begin with the watering plan. " * 60 + '"', 0),
        ('"…"', 0),
    ],
)
def test_what_only_looks_like_a_quote_is_marked(text: str, cited: int) -> None:
    assert not check(text, cited)[0]


def test_one_person_going_on_is_quoted_across_lines() -> None:
    shown, quotes = check('"the watering plan it does not cost"', 0, 1)
    assert (shown, quotes) == (True, ["the watering plan", "It does not cost"])
    left_out = [LINES[0], LINES[1].__class__(**{**LINES[1].__dict__, "index": 2})]
    found = Transcribed(left_out).check(Note(Section.SUMMARY, '"the watering plan it does not cost"', (0, 1)))
    assert found.unfound


@pytest.mark.parametrize(
    "text",
    [
        "Maria's plan isn't Tom's.",
        "The dogs' bowls and the cats' toys.",
        'A 5" pipe.',
        "It’s Maria’s plan.",
        "Rock 'n roll.",
    ],
)
def test_apostrophes_and_inches_quote_nobody(text: str) -> None:
    found = quotations_in(text)
    assert (found.spans, found.stray) == ((), False)
