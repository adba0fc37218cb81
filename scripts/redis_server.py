"""The machine's Redis or Valkey server, in which tests and benchmarks let several servers count requests together."""

from __future__ import annotations

import os
import shutil

import debian

_NAMES = ("redis-server", "valkey-server")


def find() -> str | None:
    """Path of a server, VERBATIM_TEST_REDIS first."""
    return os.environ.get("VERBATIM_TEST_REDIS") or next(filter(None, map(shutil.which, _NAMES)), None)


def ensure() -> None:
    """Install Redis where that is possible."""
    if not find():
        debian.install("Redis", ["redis-server"], "the tests of limits that servers share")
