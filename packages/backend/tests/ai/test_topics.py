"""What a recording is about, found by counting: words that only hold sentences together are no topics."""

from __future__ import annotations

import pytest
from verbatim.adapters.llm.api import Line
from verbatim.adapters.llm.key_sentences import choose

MEETING = (
    "Good morning everyone, today we want to talk about the new garden behind the library.",
    "The work will begin on Monday, and it will take about three weeks.",
    "Will the paths stay open for visitors while the ground is being prepared?",
    "The north path stays open, the others will be closed for the first ten days.",
    "Then we should put up a sign at the gate about the garden and tell the library.",
)
SITZUNG = (
    "Wir müssen heute noch einmal über den Haushalt sprechen, weil der Haushalt nicht aufgeht.",
    "Der Haushalt wird dann wieder geprüft, aber wir haben noch keine Zahlen.",
    "Wenn die Zahlen da sind, werden wir über die Zahlen abstimmen.",
)


def topics(texts: tuple[str, ...]) -> list[str]:
    _, found = choose([Line(str(place), None, text, place, place + 1) for place, text in enumerate(texts)])
    return [word for word, _ in found]


@pytest.mark.parametrize(
    ("texts", "wanted", "unwanted"),
    [
        (MEETING, {"garden", "library"}, {"will", "about", "then", "today", "want"}),
        (SITZUNG, {"haushalt", "zahlen"}, {"noch", "wieder", "wenn", "dann", "über", "müssen"}),
        (
            ("I don\u2019t think so.", "I don't think it\u2019s there.", "That's what they're saying."),
            set(),
            {"don't", "there"},
        ),
    ],
    ids=["English", "German", "nothing but such words"],
)
def test_topics_are_what_is_talked_about(texts: tuple[str, ...], wanted: set[str], unwanted: set[str]) -> None:
    found = set(topics(texts))
    assert wanted <= found
    assert not found & unwanted
