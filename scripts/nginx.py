"""The machine's nginx, with which tests run the configuration of docker/ in front of a real server."""

from __future__ import annotations

import os
import shutil

import debian


def find() -> str | None:
    """Path of the program, VERBATIM_TEST_NGINX first."""
    return os.environ.get("VERBATIM_TEST_NGINX") or shutil.which("nginx")


def ensure() -> None:
    """Install nginx where that is possible."""
    if not find():
        debian.install("nginx", ["nginx-light"], "the tests of the proxy")
