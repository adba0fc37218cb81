"""How long the whole of `make test` takes, on this machine's processors."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from figures import Figure

NAMES = ("test_minutes",)

BAR = 20.0
ROOT = Path(__file__).resolve().parent.parent
_MINUTES = ROOT / ".cache" / "test-minutes.json"


def run() -> list[Figure]:
    """Read what the last whole run took; without one, run all tests."""
    if not _MINUTES.exists():
        subprocess.run([sys.executable, str(ROOT / "scripts" / "run_tests.py")], check=False)
    noted = json.loads(_MINUTES.read_text(encoding="utf-8"))
    return [
        Figure("test_minutes", float(noted["minutes"]), "min", limit=BAR),
        Figure("test_minutes.tests", float(noted["tests"]), "tests"),
    ]
