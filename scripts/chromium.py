"""The machine's Chromium, which the browser tests drive and the README's pictures are taken with."""

from __future__ import annotations

import os
import shutil

import debian

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Without a font of its own a fresh machine would draw empty boxes.
_PACKAGES = ("chromium", "fonts-dejavu-core")


def find() -> str | None:
    """Path of a browser, VERBATIM_TEST_CHROMIUM first."""
    return os.environ.get("VERBATIM_TEST_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


def ensure() -> None:
    """Install Chromium where that is possible."""
    if not find():
        debian.install("Chromium", _PACKAGES, "the browser tests")
