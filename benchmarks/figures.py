"""What a benchmark reports: figures with the bar each must hold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Direction = Literal["at most", "at least"]
_SIGNS: dict[Direction, str] = {"at most": "<=", "at least": ">="}


@dataclass(frozen=True)
class Figure:
    """One measured number.

    Attributes:
        name: what was measured, a name from the design's table of figures; a part of it follows a dot.
        value: the number, in `unit`.
        unit: of the value, the rival and the bar: "ms", "MB", "ratio", "/s", ...
        direction: which side of the limit is good.
        limit: the bar; None for a number that is told and not judged.
        rival: the same measure of what it is compared with, in the same run where possible.
    """

    name: str
    value: float
    unit: str
    direction: Direction = "at most"
    limit: float | None = None
    rival: float | None = None

    @property
    def holds(self) -> bool:
        if self.limit is None:
            return True
        return self.value <= self.limit if self.direction == "at most" else self.value >= self.limit

    @property
    def ratio(self) -> float | None:
        """How many times the rival's number this one is."""
        return self.value / self.rival if self.rival else None

    @property
    def bar(self) -> str | None:
        return None if self.limit is None else f"{_SIGNS[self.direction]} {self.limit:g}"

    def as_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "figure": round(self.value, 4),
            "unit": self.unit,
            "rival": None if self.rival is None else round(self.rival, 4),
            "ratio": None if self.ratio is None else round(self.ratio, 4),
            "bar": self.bar,
            "holds": None if self.limit is None else self.holds,
        }


def write(path: Path, figures: Iterable[Figure]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps([figure.as_json() for figure in figures], indent=2)
    path.write_text(f"{text}\n", encoding="utf-8")
