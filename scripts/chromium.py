"""The machine's Chromium, which the browser tests drive and the README's pictures are taken with."""

from __future__ import annotations

import os
import shutil

from steps import StepError, run_logged, say

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Without a font of its own a fresh machine would draw empty boxes.
_PACKAGES = ("chromium", "fonts-dejavu-core")


def find() -> str | None:
    """Path of a browser, VERBATIM_TEST_CHROMIUM first."""
    return os.environ.get("VERBATIM_TEST_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


def ensure() -> None:
    """Install Chromium from Debian where that is possible; its absence is for the tests to judge."""
    if find():
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        say("No Chromium here: the browser tests will be skipped. (apt-get install chromium, as root)")
        return
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        run_logged("Reading Debian's package lists", ["apt-get", "update", "-qq"], env=env)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *_PACKAGES]
        run_logged("Installing Chromium", install, env=env)
    except StepError as error:
        say(f"{error}\nWithout Chromium the browser tests cannot run.")
