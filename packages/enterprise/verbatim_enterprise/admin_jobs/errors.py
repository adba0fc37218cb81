"""What can be wrong with what is asked of jobs."""

from __future__ import annotations

from verbatim_enterprise.host import ConflictError, NotFoundError


class AdminJobNotFoundError(NotFoundError):
    """There is no such job."""

    code = "job_not_found"


class JobNotActiveError(ConflictError):
    """This job has ended already."""

    code = "job_ended"


class JobNotFailedError(ConflictError):
    """Only a job that failed or was cancelled can be tried again."""

    code = "job_not_failed"


class JobNotWaitingError(ConflictError):
    """This job does not wait any more: it has begun or ended."""

    code = "job_not_waiting"


class UnknownJobTypeError(NotFoundError):
    """There is no such type of jobs."""

    code = "job_type_not_found"


class UnknownMachineError(NotFoundError):
    """No machine of this name runs jobs here."""

    code = "machine_not_found"
