"""pytest plugin: which tests go together to a worker of pytest-xdist, and which go first.

One file's tests stay together, because they share what is made once for a module. The longest begin, so that none is
left to run alone at the end; and what would still be too long for that is dealt out test by test, unless the file
shares something. How long a file takes is known from the last whole run here, else from tests/durations.json
(`scripts/keep_durations.py` writes it).
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling

from support.run_report import RESULT

KEPT = "tests/durations.json"
LONG = 60.0
"""Seconds after which a file that shares nothing is dealt out test by test."""
UNKNOWN = 0.6
"""Seconds a test is taken to last when nothing is known of its file."""


def known_seconds(root: Path) -> Mapping[str, float]:
    """Return how long each file took, and each of the longer tests."""
    found: dict[str, float] = {}
    for name in (KEPT, RESULT):
        if (file := root / name).exists():
            noted = json.loads(file.read_text(encoding="utf-8"))
            found |= noted["files"] | noted["tests"]
    return found


class LongestFirst(LoadFileScheduling):  # type: ignore[misc] # it ships no types
    """Files and single tests, the longest first."""

    def __init__(self, config: pytest.Config, log: Any = None) -> None:
        super().__init__(config, log)
        self._shares = functools.cache(lambda file: _shares_something(config.rootpath / file))
        self._seconds = known_seconds(config.rootpath)

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return nodeid if self._seconds.get(file, 0.0) > LONG and not self._shares(file) else file

    def _assign_work_unit(self, node: Any) -> None:
        self.workqueue.move_to_end(max(self.workqueue, key=self._expected), last=False)
        super()._assign_work_unit(node)

    def _expected(self, scope: str) -> float:
        return self._seconds.get(scope, UNKNOWN * len(self.workqueue[scope]))


def _shares_something(file: Path) -> bool:
    """Say whether a file makes something once for all of its tests."""
    return "browser" in file.parts or 'scope="module"' in file.read_text(encoding="utf-8")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LongestFirst | None:
    return LongestFirst(config, log) if config.getvalue("dist") == "loadfile" else None
