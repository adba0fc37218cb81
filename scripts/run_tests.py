"""Run every test: `run_tests.py [PYTEST ARGUMENTS...]`.

Without arguments the front end's tests run first and pytest last, so that its summary is the closing line.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import chromium
import install
import redis_server
import web_app
from python_env import PYTHON
from steps import ROOT, StepError, fail

_TESTS_FAILED = 1
_FEW = 25
"""So many may have run out of time on a busy machine; more than that are a verdict."""
_NOTED = ROOT / ".pytest_cache" / "v" / "cache" / "lastfailed"

# One file's tests stay together: they share servers and template databases.
_PARALLEL = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")


def main(arguments: list[str]) -> int:
    if status := install.main(["dev", "web"]):
        return status
    try:
        chromium.ensure()
        redis_server.ensure()
        web_failed = False if arguments else _web_tests_failed()
    except (StepError, OSError) as error:
        return fail(error)
    os.chdir(ROOT)
    if not arguments:
        _NOTED.unlink(missing_ok=True)  # failures of earlier runs would be counted, and tried again
    status = _pytest(*(arguments or _PARALLEL))
    if status == _TESTS_FAILED and not arguments and 0 < _failed_tests() <= _FEW:
        print(
            "\nOnce more, alone and one after the other: what fails again is broken, the rest wants a look.", flush=True
        )
        status = _pytest("--last-failed")
    return status or int(web_failed)


def _pytest(*arguments: str) -> int:
    sys.stdout.flush()
    # The tests start many servers: where Python may not keep what it compiled, each compiles everything again.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run([str(PYTHON), "-m", "pytest", *arguments], env=env, check=False).returncode


def _failed_tests() -> int:
    return len(json.loads(_NOTED.read_text())) if _NOTED.exists() else 0


def _web_tests_failed() -> bool:
    node = web_app.ensure_packages()
    command = [*node.npm, "run", "--silent", "test"]
    result = subprocess.run(command, cwd=ROOT, env={**os.environ, **node.env}, check=False)
    return result.returncode != 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
