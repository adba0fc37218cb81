"""Keep what the last whole test run took for machines that have not had one: `keep_durations.py`.

Writes tests/durations.json, by which `make test` begins with the longest files.
"""

from __future__ import annotations

import json
import sys

from steps import ROOT, say

_RUN = ROOT / ".cache" / "test-run.json"
KEPT = ROOT / "tests" / "durations.json"


def main() -> int:
    if not _RUN.exists():
        print("There has been no whole run yet: `make test` first.", file=sys.stderr)
        return 1
    run = json.loads(_RUN.read_text(encoding="utf-8"))
    KEPT.write_text(json.dumps({name: run[name] for name in ("files", "tests")}, indent=1) + "\n", encoding="utf-8")
    say(f"{KEPT.relative_to(ROOT)} has the durations of {len(run['files'])} files.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
