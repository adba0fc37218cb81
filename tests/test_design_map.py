"""Every name in the design map can be imported from the place it gives."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

_MAP = Path(__file__).parent.parent / "docs" / "design-map.md"
_PLACE = re.compile(r"\| `(verbatim\w*[\w.]*)(?::(\w+))?` \|$", re.MULTILINE)
_PLACES = _PLACE.findall(_MAP.read_text(encoding="utf-8"))


def test_map_is_read() -> None:
    rows = [line for line in _MAP.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    headings = [line for line in rows if line.startswith("| in the design")]

    assert len(_PLACES) == len(rows) - len(headings)
    assert len(_PLACES) > 30


@pytest.mark.parametrize(("module", "name"), _PLACES, ids=lambda part: part)
def test_name_is_where_the_map_says(module: str, name: str) -> None:
    place = importlib.import_module(module)

    assert not name or hasattr(place, name)
