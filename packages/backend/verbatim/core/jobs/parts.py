"""What a job engine is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from verbatim.core.db import Database
from verbatim.core.jobs.job_type import JobType
from verbatim.core.pulse import Pulse

LOWEST = -(2**31)
"""No job has a lower priority."""


@dataclass(frozen=True)
class Lane:
    """Types of jobs that share `slots` workers. Those of a ``light`` one take seconds, and servers run them too.

    With ``least_priority`` only jobs of that priority or more have these workers, whichever lane they came by: `slots`
    of them at a time go on while all workers of another lane are busy with less urgent ones.
    """

    types: frozenset[str]
    at_once: int | Callable[[], int]
    light: bool = False
    least_priority: int | None = None

    @property
    def slots(self) -> int:
        """How many workers there are now; settings may change that while they work."""
        return self.at_once if isinstance(self.at_once, int) else self.at_once()


@dataclass(frozen=True)
class EngineParts:
    """What an engine is made of.

    ``open_database`` opens the same database once more, for another thread. ``is_worker`` says that this process
    exists to run jobs; a server's has requests to answer.
    """

    database: Database
    open_database: Callable[[], Database]
    types: Mapping[str, JobType]
    services: Any
    lanes: tuple[Lane, ...]
    lease: timedelta
    worker_id: str
    is_worker: bool = False
    pulse: Pulse = field(default_factory=Pulse)
    resting: Callable[[], frozenset[str]] = frozenset
    """Types of jobs of which none is begun now."""


@dataclass(frozen=True)
class WorkerOptions:
    """What a process that only runs jobs does: of which types (all, when none is named), and how many at a time."""

    queues: frozenset[str] = frozenset()
    concurrency: int | None = None
