"""How free workers are divided: among owners, not among jobs."""

from __future__ import annotations

import pytest
from verbatim.core.jobs.fairness import FairShare, Owner


@pytest.mark.parametrize(
    ("running", "slots", "shares"),
    [
        ({}, 4, {}),
        ({"a": 0}, 0, {}),
        ({"a": 0}, 4, {"a": 4}),
        ({"a": 0, "b": 0}, 4, {"a": 2, "b": 2}),
        ({"a": 3, "b": 0}, 3, {"b": 3}),
        ({"a": 3, "b": 0}, 5, {"b": 4, "a": 1}),
        ({"a": 9, "b": 0, "c": 1}, 5, {"b": 3, "c": 2}),
        ({None: 0, "a": 0}, 2, {None: 1, "a": 1}),
        ({"a": 0, None: 1}, 1, {"a": 1}),
    ],
)
def test_the_next_slot_is_for_whoever_has_least(
    running: dict[Owner, int], slots: int, shares: dict[Owner, int]
) -> None:
    assert FairShare().divide(running, slots) == shares


def test_one_worker_goes_from_owner_to_owner() -> None:
    fair = FairShare()
    idle: dict[Owner, int] = {"a": 0, "b": 0, "c": 0}
    assert [next(iter(fair.divide(idle, 1))) for _ in range(6)] == ["a", "b", "c", "a", "b", "c"]
    assert next(iter(fair.divide({"b": 0, "c": 0}, 1))) == "b", "one that has nothing to do is passed over"


def test_somebody_new_comes_before_those_who_were_served_just_now() -> None:
    fair = FairShare()
    assert fair.divide({"a": 0, "b": 0}, 2) == {"a": 1, "b": 1}
    assert fair.divide({"a": 0, "b": 0, "z": 0}, 1) == {"z": 1}
    assert fair.divide({"a": 0, "b": 0, "z": 0}, 1) == {"a": 1}


def test_whoever_was_away_is_forgotten_and_comes_first_again() -> None:
    fair = FairShare()
    fair.divide({"a": 0, "b": 0}, 2)  # a was served before b
    fair.divide({"a": 0}, 1)  # and b has gone
    assert fair.divide({"a": 0, "b": 0}, 1) == {"b": 1}
    assert set(fair._served) == {"a", "b"}
    fair.divide({"c": 0}, 1)
    assert set(fair._served) == {"c"}, "nobody is remembered for ever"


async def test_what_an_owner_cannot_use_goes_to_the_others() -> None:
    waiting = {"a": ["a1"], "b": ["b1", "b2", "b3", "b4"], "c": []}

    async def some(owner: Owner, most: int) -> list[str]:
        queue = waiting[str(owner)]
        taken, queue[:] = queue[:most], queue[most:]
        return taken

    assert await FairShare().pick({"a": 0, "b": 0, "c": 0}, 4, some) == ["a1", "b1", "b2", "b3"]
    assert waiting["b"] == ["b4"]
    assert await FairShare().pick({"a": 0, "b": 0}, 0, some) == []
    assert await FairShare().pick({}, 3, some) == []
