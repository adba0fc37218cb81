"""Run every test: `run_tests.py [PYTEST ARGUMENTS...]`.

Without arguments the front end's tests run first and pytest last, so that its summary is the closing line. What fails
is tried once more, alone; a test that then passes is named at the end, and more than a few of them fail the run.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence

import chromium
import install
import nginx
import redis_server
import web_app
from python_env import PYTHON
from steps import ROOT, StepError, fail

_TESTS_FAILED = 1
_FEW = 25
"""So many may have run out of time on a busy machine; more than that are a verdict."""
_FORGIVEN = 3
"""So many may pass only at their second try; more are a fault of the tests or of the product."""
_NOTED = ROOT / ".pytest_cache" / "v" / "cache" / "lastfailed"
_RUN = ROOT / ".cache" / "test-run.json"
MINUTES = ROOT / ".cache" / "test-minutes.json"
"""How long the last whole run took, from its first to its last second."""

# Which tests go together, and which first, decides packages/backend/tests/support/longest_first.py.
_PARALLEL = ("--dist", "loadfile", "--whole-run")
_MOST_WORKERS = 6


def main(arguments: list[str]) -> int:
    began = time.monotonic()
    if status := install.main(["dev", "web"]):
        return status
    try:
        chromium.ensure()
        nginx.ensure()
        redis_server.ensure()
        web_failed = False if arguments else _web_tests_failed()
    except (StepError, OSError) as error:
        return fail(error)
    os.chdir(ROOT)
    if arguments:
        return _pytest(*arguments)
    for note in (_NOTED, _RUN):  # of earlier runs: failures would be counted, and tried again
        note.unlink(missing_ok=True)
    status = _pytest("-n", str(workers(processors())), *_PARALLEL)
    failed = _failed_tests()
    if status == _TESTS_FAILED and 0 < len(failed) <= _FEW:
        status = _try_again(failed, time.monotonic() - began)
    _note_minutes((time.monotonic() - began) / 60)
    return status or int(web_failed)


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def workers(count: int) -> int:
    """Return in how many processes the tests run on so many processors: in more, because tests of browsers, killed
    servers and leases wait. With three on two processors a quarter of these was idle.
    """
    return min(2 * count, _MOST_WORKERS)


def _pytest(*arguments: str) -> int:
    sys.stdout.flush()
    # The tests start many servers: where Python may not keep what it compiled, each compiles everything again.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run([str(PYTHON), "-m", "pytest", *arguments], env=env, check=False).returncode


def _try_again(failed: Sequence[str], seconds: float) -> int:
    """Run what failed alone and one after the other; name what passes now, and give the status of the whole."""
    print("\nOnce more, alone and one after the other: what fails again is broken.", flush=True)
    status = _pytest("--last-failed")
    again = set(_failed_tests())
    only_now = [name for name in failed if name not in again]
    text, is_forgiven = verdict(only_now, len(again), _count(), seconds)
    print(text, flush=True)
    return status if is_forgiven else status or _TESTS_FAILED


def verdict(only_now: Sequence[str], broken: int, count: int, seconds: float) -> tuple[str, bool]:
    """Return the last lines of a run of ``count`` tests whose failures were tried again, and whether what passed
    only then (``only_now``) is so little that it may.
    """
    lines = ["", f"Passed only at the second try ({len(only_now)}, at most {_FORGIVEN} may):"] if only_now else []
    lines += [f"  {name}" for name in only_now]
    is_forgiven = len(only_now) <= _FORGIVEN
    if not is_forgiven:
        lines.append("That is too many: the run fails.")
    outcome = [f"{broken} failed"] if broken else []
    outcome += [f"{count - broken} passed"]
    outcome += [f"{len(only_now)} only at the second try"] if only_now else []
    return "\n".join([*lines, f"== {', '.join(outcome)} in {seconds:.0f}s =="]), is_forgiven


def _failed_tests() -> list[str]:
    return list(json.loads(_NOTED.read_text())) if _NOTED.exists() else []


def _count() -> int:
    """Return how many tests of the whole run were not skipped."""
    return int(json.loads(_RUN.read_text())["ran"]) if _RUN.exists() else 0


def _note_minutes(minutes: float) -> None:
    MINUTES.parent.mkdir(exist_ok=True)
    MINUTES.write_text(json.dumps({"minutes": round(minutes, 2), "tests": _count()}) + "\n", encoding="utf-8")


def _web_tests_failed() -> bool:
    node = web_app.ensure_packages()
    command = [*node.npm, "run", "--silent", "test"]
    result = subprocess.run(command, cwd=ROOT, env={**os.environ, **node.env}, check=False)
    return result.returncode != 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
