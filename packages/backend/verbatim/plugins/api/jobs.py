"""Work in the background: jobs, their queue, and what comes round."""

from verbatim.core.background import BackgroundTask, RepeatedTask, to_the_end
from verbatim.core.jobs.claims import ClaimedJob, release_expired, take
from verbatim.core.jobs.context import JobContext, JobError, JobHandler
from verbatim.core.jobs.engine import JobEngine
from verbatim.core.jobs.fairness import FairShare
from verbatim.core.jobs.job_type import EXPRESS_PRIORITY, RetryPolicy
from verbatim.core.jobs.models import IS_ACTIVE, IS_FAILED, IS_QUEUED, Job, JobStatus
from verbatim.core.jobs.parts import LOWEST, EngineParts, Lane
from verbatim.core.jobs.queue import change_priority, enqueue, queue_again, request_cancel
from verbatim.core.pulse import Pulse, moment
from verbatim.core.upkeep import Upkeep

__all__ = [
    "EXPRESS_PRIORITY",
    "IS_ACTIVE",
    "IS_FAILED",
    "IS_QUEUED",
    "LOWEST",
    "BackgroundTask",
    "ClaimedJob",
    "EngineParts",
    "FairShare",
    "Job",
    "JobContext",
    "JobEngine",
    "JobError",
    "JobHandler",
    "JobStatus",
    "Lane",
    "Pulse",
    "RepeatedTask",
    "RetryPolicy",
    "Upkeep",
    "change_priority",
    "enqueue",
    "moment",
    "queue_again",
    "release_expired",
    "request_cancel",
    "take",
    "to_the_end",
]
