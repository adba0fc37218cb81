"""What is declared about a type of job in the one place where its handler is registered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.jobs.context import JobHandler
from verbatim.core.jobs.models import Job

ATTEMPTS = 3
BACKOFF_SECONDS = (5.0, 30.0, 120.0)

EXPRESS_PRIORITY = 100
"""From this priority on, a job is short and overtakes long ones of its type, also those of others."""

JobEnded = Callable[[AsyncSession, Job], Awaitable[None]]
"""Called in the transaction in which a job fails or is cancelled."""

JobAgain = Callable[[AsyncSession, Job], Awaitable[Job]]
"""Queues what failed or was cancelled once more, from where it failed; called in its owner's scope."""


@dataclass(frozen=True)
class RetryPolicy:
    """How often a job that failed for a passing reason, or whose worker died, runs, and how long it waits in between.

    The last of ``backoff_seconds`` holds for all further attempts; left out, `BACKOFF_SECONDS`.
    """

    attempts: int = ATTEMPTS
    backoff_seconds: tuple[float, ...] = ()

    def delay(self, attempt: int) -> float:
        """Return the seconds to wait after the attempt of that number, the first of which is 1."""
        waits = self.backoff_seconds or BACKOFF_SECONDS
        return waits[min(attempt, len(waits)) - 1]


@dataclass(frozen=True)
class JobType:
    """Who runs jobs of a type and how.

    ``light`` jobs mostly wait for others and take seconds: they have workers of their own. So have ``brief`` ones, that
    take seconds of a processor. Of an ``overtaking`` type, those with `EXPRESS_PRIORITY` get a worker more when all
    others are busy with longer ones. ``ended`` is told when one fails for good or is cancelled. ``again``
    queues one of them once more where more is to be done for it than to queue the same again.
    """

    name: str
    handler: JobHandler
    light: bool = False
    brief: bool = False
    overtaking: bool = False
    retry: RetryPolicy = field(default_factory=RetryPolicy)
    ended: JobEnded | None = None
    again: JobAgain | None = None
