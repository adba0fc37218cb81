"""How many small faults in what guards people's data the tests notice: a mutation campaign over a sample.

Known tools do not fit: one changes functions alone, and none that is decorated, so the numbers that security hangs on
stay as they are; the other starts a process for each mutant, which costs more here than the tests. So `mutants` puts
each into a fork of a process that has everything loaded (`mutants.session`).

`BENCH_MUTANTS` says how many for each source, `BENCH_SEED` draws others. What survives because nobody could notice is
listed with its reason in mutants/equivalents.json; every other survivor is told, and is a test to write. What was found
before holds as long as its source and the tests that decided it are the same.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from figures import Figure
from harness import BenchmarkError
from mutants.session import known
from mutants.session import sample_of as drawn
from mutants.targets import TARGETS, Target

NAMES = ("mutants_killed",)
BAR_PERCENT = 95.0
SEED, COUNT = int(os.environ.get("BENCH_SEED", "2026")), int(os.environ.get("BENCH_MUTANTS", "11"))
TARGET_SECONDS = 1_800
_SESSION = Path(__file__).parent / "mutants" / "session.py"
_EQUIVALENTS = Path(__file__).parent / "mutants" / "equivalents.json"


def run() -> list[Figure]:
    began = time.monotonic()
    equivalent = {(one["file"], one["name"]) for one in json.loads(_EQUIVALENTS.read_text("utf-8"))}
    found: list[Figure] = []
    killed = judged = 0
    for target in TARGETS:
        outcomes = [one for one in _outcomes(target) if one["is"] != "stillborn"]
        outcomes = [one for one in outcomes if one["is"] != "survived" or (one["file"], one["name"]) not in equivalent]
        alive = [one for one in outcomes if one["is"] == "survived"]
        for one in alive:
            print(f"  survived {one['file']}:{one['line']} {one['name']}", flush=True)
        killed, judged = killed + len(outcomes) - len(alive), judged + len(outcomes)
        if outcomes:
            share = 100 * (1 - len(alive) / len(outcomes))
            found.append(Figure(f"{NAMES[0]}.{target.name}", share, "%"))
    return [
        Figure(NAMES[0], 100 * killed / judged, "%", "at least", BAR_PERCENT),
        Figure(f"{NAMES[0]}.mutants", judged, "mutants"),
        Figure(f"{NAMES[0]}.minutes", (time.monotonic() - began) / 60, "min"),
        *found,
    ]


def _outcomes(target: Target) -> list[dict[str, Any]]:
    """Return what became of each of a target's mutants; what is known already is not tried again."""
    wanted = drawn(target, SEED, COUNT)
    if not wanted <= set(known(target)):
        command = [sys.executable, str(_SESSION), target.name, str(SEED), str(COUNT)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=TARGET_SECONDS, check=False)
        if not wanted <= set(known(target)):
            raise BenchmarkError(
                f"the mutants of {target.name} were not tried: {done.stdout[-2000:]}{done.stderr[-2000:]}"
            )
    return [one for key, one in known(target).items() if key in wanted]
