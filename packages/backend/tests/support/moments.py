"""Moments drawn at random, said aloud so that a failure can be repeated."""

from __future__ import annotations

import os
import random

SEED = "TEST_SEED"


def _seed() -> int:
    return int(os.environ.get(SEED) or random.SystemRandom().randrange(2**32))


class _Dice:
    """The chance of one test process. Its seed is ``TEST_SEED``, or one that is printed with every draw."""

    def __init__(self) -> None:
        self.seed = _seed()
        self.chances: dict[str, random.Random] = {}

    def chance(self, test: str) -> random.Random:
        """Return the chance of one test: what other tests draw does not move it."""
        return self.chances.setdefault(test, random.Random(f"{self.seed} {test}"))  # noqa: S311 - repeatable, not secret


_dice = _Dice()


def drawn(what: str, least: float, most: float) -> float:
    """Draw the seconds until something happens, and print them with the seed that gives them again."""
    test = os.environ.get("PYTEST_CURRENT_TEST", "").partition(" ")[0]
    seconds = _dice.chance(test).uniform(least, most)
    print(f"{what} comes after {seconds:.4f} s ({SEED}={_dice.seed} draws the same)")  # noqa: T201 - pytest shows it where a test fails
    return seconds
