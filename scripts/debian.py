"""Programs for the tests that only the machine's distribution has."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence

from steps import StepError, run_logged, say


def install(name: str, packages: Sequence[str], tests: str) -> None:
    """Install `packages` from Debian where that is possible; their absence is for `tests` to judge."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        say(f"No {name} here: {tests} will be skipped. (apt-get install {packages[0]}, as root)")
        return
    # Nothing is started beside the tests: they start what they need on ports of their own.
    env = {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    try:
        run_logged("Reading Debian's package lists", ["apt-get", "update", "-qq"], env=env)
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
        run_logged(f"Installing {name}", command, env=env)
    except StepError as error:
        say(f"{error}\nWithout {name} {tests} cannot run.")
