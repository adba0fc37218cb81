"""How fast the models of this machine turned out to be."""

from __future__ import annotations

import json
from pathlib import Path

_FILE = ".speeds.json"
_WEIGHT = 0.3
"""How much the latest recording counts."""


def read_speeds(store: Path) -> dict[str, float]:
    """Return seconds of sound for each second of listening, by the model's name."""
    try:
        found = json.loads((store / _FILE).read_text(encoding="utf-8"))
        return {str(name): float(speed) for name, speed in found.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def note_speed(store: Path, model: str, speed: float) -> None:
    """Remember how fast a model was. Nothing depends on it, so a full disk does not matter."""
    speeds = read_speeds(store)
    before = speeds.get(model, speed)
    speeds[model] = round(before + _WEIGHT * (speed - before), 2)
    try:
        store.mkdir(parents=True, exist_ok=True)
        beginning = store / f"{_FILE}.new"
        beginning.write_text(json.dumps(speeds), encoding="utf-8")
        beginning.replace(store / _FILE)
    except OSError:
        return
