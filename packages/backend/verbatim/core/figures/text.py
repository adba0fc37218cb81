"""Figures as Prometheus reads them: its text format, version 0.0.4."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from verbatim.config import Settings
from verbatim.core.db import Database
from verbatim.core.figures.shared import BOUNDS, Labels, cumulative

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(frozen=True)
class Figure:
    """One figure of the moment, or the total of something that only grows."""

    name: str
    help: str
    values: Mapping[Labels, float]
    kind: str = "gauge"


Collector = Callable[[Settings, Database], Awaitable[Iterable[Figure]]]
"""Finds out figures about one part of a server, when somebody asks for them."""


def written(figures: Iterable[Figure]) -> str:
    """Return figures as text."""
    lines: list[str] = []
    for figure in figures:
        lines += [f"# HELP {figure.name} {_escaped_help(figure.help)}", f"# TYPE {figure.name} {figure.kind}"]
        lines += [f"{figure.name}{_labels(labels)} {_number(value)}" for labels, value in sorted(figure.values.items())]
    return "".join(f"{line}\n" for line in lines)


def written_times(name: str, about: str, times: Mapping[Labels, list[float]]) -> str:
    """Return a histogram as text, of what `Counting.time` has kept."""
    lines = [f"# HELP {name} {_escaped_help(about)}", f"# TYPE {name} histogram"]
    for labels, (*counts, seconds) in sorted(times.items()):
        sums = cumulative(counts)
        for bound, count in zip((*map(str, BOUNDS), "+Inf"), sums, strict=True):
            lines.append(f"{name}_bucket{_labels((*labels, ('le', bound)))} {_number(count)}")
        lines.append(f"{name}_sum{_labels(labels)} {_number(seconds)}")
        lines.append(f"{name}_count{_labels(labels)} {_number(sums[-1])}")
    return "".join(f"{line}\n" for line in lines)


def _labels(labels: Labels) -> str:
    return "{" + ",".join(f'{name}="{_escaped(value)}"' for name, value in labels) + "}" if labels else ""


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _escaped_help(value: str) -> str:
    return value.replace("\\", "\\\\").replace("\n", "\\n")


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
