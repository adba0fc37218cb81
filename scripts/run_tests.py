"""Run every test: `run_tests.py [PYTEST ARGUMENTS...]`.

Without arguments the front end's tests run first and pytest last, so that its summary is the closing line.
"""

from __future__ import annotations

import os
import subprocess
import sys

import chromium
import install
import web_app
from python_env import PYTHON
from steps import ROOT, StepError, fail

# One file's tests stay together: they share servers and template databases.
_PARALLEL = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")


def main(arguments: list[str]) -> int:
    if status := install.main(["dev", "web"]):
        return status
    try:
        chromium.ensure()
        web_failed = False if arguments else _web_tests_failed()
    except (StepError, OSError) as error:
        return fail(error)
    command = [str(PYTHON), "-m", "pytest", *(arguments or _PARALLEL)]
    os.chdir(ROOT)
    if not web_failed:
        sys.stdout.flush()
        os.execv(command[0], command)  # noqa: S606 - pytest takes over, with its own signals and exit status
    subprocess.run(command, check=False)
    return 1


def _web_tests_failed() -> bool:
    node = web_app.ensure_packages()
    command = [*node.npm, "run", "--silent", "test"]
    result = subprocess.run(command, cwd=ROOT, env={**os.environ, **node.env}, check=False)
    return result.returncode != 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
