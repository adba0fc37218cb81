"""What somebody who looks after a server is told about its parts.

Every part registers its check once (`Feature.checks`); ``verbatim doctor``, ``GET /api/admin/health`` and the figures
for monitors all read the same.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from verbatim.config import Settings
from verbatim.core.db import Database
from verbatim.core.services import Service


class CheckStatus(StrEnum):
    """What a check found. A warning works still, but somebody should do something before it does not."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Check:
    """One finding: whether it is well, and a sentence about it. What could not be looked at, because something else is
    wrong that has a finding of its own, is ``skipped``.

    ``todo`` is a sentence that says what to do, where ``detail`` does not say so already.
    """

    name: str
    ok: bool
    detail: str
    skipped: bool = False
    warning: bool = False
    todo: str = ""

    @property
    def status(self) -> CheckStatus:
        if self.skipped:
            return CheckStatus.SKIPPED
        if not self.ok:
            return CheckStatus.FAILED
        return CheckStatus.WARNING if self.warning else CheckStatus.OK


Checker = Callable[[Settings, Database], Awaitable[Check | Sequence[Check]]]
"""Looks at one part of a server, or at several of a kind. It may be called while no server runs and changes nothing."""


@dataclass(frozen=True)
class HealthCheck:
    """How one part is looked at.

    ``name`` stands for it when looking fails. It is mended on the page ``link`` of the web app, or by ``setting``.
    ``seconds`` is how long a finding is good for. ``of_machine``: every machine has a finding of its own (its disk, its
    engines); else it is the same whoever looks. ``needs_database``: when looking fails while the database is away, that
    is nothing to tell.
    """

    name: str
    look: Checker
    link: str = ""
    setting: str = ""
    seconds: float = 10.0
    timeout: float = 5.0
    of_machine: bool = False
    needs_database: bool = True


def registered(checker: Checker | HealthCheck) -> HealthCheck:
    """Return a check as it is registered; a plain function is named by its own name."""
    if isinstance(checker, HealthCheck):
        return checker
    return HealthCheck(checker.__name__.removeprefix("check_").replace("_", " "), checker)


HEALTH_REPORT: Final = Service[Callable[[], Awaitable[Any]]]("health_report")
"""What is known of every part of the installation, as the API tells it, for those who know no more of that feature."""
