"""What somebody who looks after a server is told about its parts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from verbatim.config import Settings
from verbatim.core.db import Database


@dataclass(frozen=True)
class Check:
    """One finding: whether it is well, and a sentence about it. What could not be looked at, because something else is
    wrong that has a finding of its own, is ``skipped``.
    """

    name: str
    ok: bool
    detail: str
    skipped: bool = False


Checker = Callable[[Settings, Database], Awaitable[Check]]
"""Looks at one part of a server. It may be called while no server runs, and changes nothing."""
