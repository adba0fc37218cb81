"""Counts of several processes: nothing is lost when one dies, nothing counts twice, and too many names do no harm."""

from __future__ import annotations

import os

import pytest
from verbatim.core.figures.shared import BOUNDS, LOST, Figures
from verbatim.core.figures.text import Figure, written, written_times


def test_processes_add_up() -> None:
    figures = Figures(3)
    for number in range(3):
        figures.of(number).add("seen", "route", "/api", amount=number + 1)
    assert figures.totals() == {("seen", (("route", "/api"),)): [6.0]}


def test_a_successor_goes_on_where_the_one_before_it_was_killed() -> None:
    figures = Figures(2)
    before = 0.0
    for generation in range(100):
        pid = os.fork()
        if pid == 0:
            counting = figures.of(1)
            counting.add("seen")
            counting.add("of", "generation", str(generation % 7))
            counting.time("took", "route", "/", seconds=0.02)
            os._exit(0)
        assert os.waitpid(pid, 0)[1] == 0
        totals = figures.totals()
        assert totals["seen", ()] == [before + 1]
        before = totals["seen", ()][0]
    assert figures.totals()["took", (("route", "/"),)][BOUNDS.index(0.025)] == 100
    assert sum(values[0] for (name, _), values in figures.totals().items() if name == "of") == 100


def test_times_are_sorted_into_classes() -> None:
    figures = Figures()
    for seconds in (0.0, 0.005, 0.0051, 29.0, 31.0, 4000.0):
        figures.of(0).time("took", seconds=seconds)
    lines = written_times("took", "How long.", {(): figures.totals()["took", ()]}).splitlines()
    assert lines[:2] == ["# HELP took How long.", "# TYPE took histogram"]
    assert 'took_bucket{le="0.005"} 2' in lines
    assert 'took_bucket{le="0.01"} 3' in lines
    assert 'took_bucket{le="30.0"} 4' in lines
    assert 'took_bucket{le="+Inf"} 6' in lines
    assert lines[-1] == "took_count 6"


@pytest.mark.parametrize("word", ["short", "x" * 380])
def test_a_flood_of_names_is_counted_as_lost(word: str) -> None:
    figures = Figures()
    counting = figures.of(0)
    for number in range(70_000 if word == "short" else 2_000):
        counting.add(word, "n", str(number))
    counting.add(word, "n", "0")
    totals = figures.totals()
    assert totals[word, (("n", "0"),)] == [2.0], "what was there goes on"
    kept = sum(values[0] for (name, _), values in totals.items() if name == word)
    assert kept + totals[LOST, ()][0] == (70_001 if word == "short" else 2_001)
    assert len(figures.of(0)._places) == len(totals)


def test_labels_cannot_break_out_of_their_line() -> None:
    figure = Figure("seen", "Two\nlines.", {(("route", 'a"b\\c\nd'),): 1.5}, "counter")
    assert written([figure]) == '# HELP seen Two\\nlines.\n# TYPE seen counter\nseen{route="a\\"b\\\\c\\nd"} 1.5\n'
