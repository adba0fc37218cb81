"""What the server refuses is said in German too: its sentences stand in a catalogue of the pages, written by hand."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Final

import verbatim
import verbatim_enterprise
from verbatim.core.errors import VerbatimError

CATALOGUE: Final = Path(__file__).parents[4] / "packages/ui/texts/de/server.json"


def _errors(base: type[VerbatimError] = VerbatimError) -> Iterator[type[VerbatimError]]:
    for one in base.__subclasses__():
        yield one
        yield from _errors(one)


def _sentences() -> set[str]:
    """Return what errors say that need nothing to say it; the others name what was asked for."""
    for package in (verbatim, verbatim_enterprise):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".migrations" not in module.name and not module.name.endswith("__main__"):
                import_module(module.name)
    found = set()
    for error in _errors():
        if not error.__module__.startswith(("verbatim.", "verbatim_enterprise.")):
            continue  # of tests
        try:
            found.add(error().detail)
        except TypeError:
            continue
    return found


def test_whatever_is_refused_is_said_in_german() -> None:
    german, sentences = json.loads(CATALOGUE.read_text(encoding="utf-8")), _sentences()
    assert len(sentences) > 200
    assert sorted(sentences - german.keys()) == []
    assert [english for english, said in german.items() if not said.strip()] == []
