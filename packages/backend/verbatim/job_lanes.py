"""How many jobs of which types a process runs at a time."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from functools import partial

from verbatim.adapter_choice import ConfigurationError
from verbatim.adapters.transcription.warm.pool import EnginePool
from verbatim.config import Settings
from verbatim.core.jobs.job_type import EXPRESS_PRIORITY, JobType
from verbatim.core.jobs.parts import Lane, WorkerOptions
from verbatim.transcription.engines import pool_options

LIGHT_CONCURRENCY = 4
"""Jobs at a time that mostly wait for others, beside the heavy ones."""

BRIEF_CONCURRENCY = 2
"""Jobs at a time that take seconds of a processor, beside the heavy ones."""

EXPRESS_CONCURRENCY = 1
"""Short recordings at a time that overtake long ones."""


def lanes_of(settings: Settings, types: Mapping[str, JobType], worker: WorkerOptions | None) -> tuple[Lane, ...]:
    wanted = frozenset(types)
    if worker is not None and worker.queues:
        if unknown := sorted(worker.queues - wanted):
            raise ConfigurationError(f"There is no queue {', '.join(unknown)}; there are {', '.join(sorted(wanted))}.")
        wanted = worker.queues
    light = frozenset(name for name in wanted if types[name].light)
    brief = frozenset(name for name in wanted if types[name].brief) - light
    overtaking = frozenset(name for name in wanted if types[name].overtaking)

    def heavy(least: int = 1) -> int:
        return max(least, _concurrency(settings, worker))

    return (
        Lane(wanted - light - brief, heavy),
        Lane(light, partial(heavy, LIGHT_CONCURRENCY), light=True),
        Lane(brief, partial(heavy, BRIEF_CONCURRENCY), light=True),
        Lane(overtaking, EXPRESS_CONCURRENCY, least_priority=EXPRESS_PRIORITY),
    )


def resting_types(settings: Settings, types: frozenset[str]) -> frozenset[str]:
    """Return the types of jobs that this process leaves alone: those that are paused, on a drained machine all."""
    return types if socket.gethostname() in settings.jobs_drained else frozenset(settings.jobs_paused)


def _concurrency(settings: Settings, worker: WorkerOptions | None) -> int:
    return settings.jobs_concurrency if worker is None or worker.concurrency is None else worker.concurrency


def engine_pool_of(settings: Settings, worker: WorkerOptions | None) -> EnginePool:
    return EnginePool(lambda: pool_options(settings, at_once=_concurrency(settings, worker) + EXPRESS_CONCURRENCY))
