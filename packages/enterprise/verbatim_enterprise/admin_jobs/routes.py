"""`/api/admin/jobs`."""

from __future__ import annotations

from typing import Annotated, Any, Final

from fastapi import Depends, Path, Query, Request

from verbatim_enterprise.admin_jobs import repository
from verbatim_enterprise.admin_jobs.errors import (
    JobNotActiveError,
    JobNotFailedError,
    JobNotWaitingError,
    UnknownJobTypeError,
    UnknownMachineError,
)
from verbatim_enterprise.admin_jobs.repository import JobFilter
from verbatim_enterprise.admin_jobs.schemas import AdminJobDetail, AdminJobPage, JobPlace, JobsReport, JobStep
from verbatim_enterprise.admin_settings.news import tell_others
from verbatim_enterprise.caller import Caller, CallerDep
from verbatim_enterprise.host import (
    Effect,
    Job,
    JobStatus,
    MessageResponse,
    Permission,
    Router,
    SettingsStore,
    change_priority,
    change_settings,
    declares,
    queue_again,
    request_cancel,
    requires,
)
from verbatim_enterprise.system_session import SystemSession, system_transaction

router = Router(dependencies=[requires(Permission.SYSTEM_OPERATE)])

JobType = Annotated[str, Path(max_length=100)]
Machine = Annotated[str, Path(max_length=255)]
_PAUSED: Final = "jobs_paused"
_DRAINED: Final = "jobs_drained"
_FIRST: Final = 90
"""Before everything else of the team's, and below the priority from which a job passes other teams' long ones."""
_LAST: Final = -10
_STEPS: Final = (("created_at", "Queued"), ("started_at", "Begun"))


async def _filter(
    status: JobStatus | None = None,
    job_type: Annotated[str | None, Query(max_length=100)] = None,
    team_id: Annotated[str | None, Query(max_length=36)] = None,
    host: Annotated[str | None, Query(max_length=255)] = None,
) -> JobFilter:
    return JobFilter(status=status, job_type=job_type, team_id=team_id, host=host)


@router.get("")
async def list_all_jobs(
    session: SystemSession,
    wanted: Annotated[JobFilter, Depends(_filter)],
    cursor: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> AdminJobPage:
    """List jobs of all teams, the newest first. What they are about is for their teams only."""
    return await repository.list_jobs(session, wanted, cursor, limit)


@router.get("/report")
async def jobs_report(request: Request, session: SystemSession) -> JobsReport:
    """Tell how many jobs of each type there are, and which machines run them."""
    settings = request.app.state.settings
    return JobsReport(
        types=await repository.by_type(session, sorted(_types(request)), settings.jobs_paused),
        machines=await repository.machines(session, settings.jobs_drained),
    )


@router.get("/{job_id}")
async def job_detail(session: SystemSession, job_id: str) -> AdminJobDetail:
    """Get one job with what happened to it."""
    job = await repository.get_job(session, job_id)
    shown = (await repository.responses(session, [job]))[0]
    return AdminJobDetail(
        **shown.model_dump(),
        steps=_steps(job),
        can_cancel=job.status in {JobStatus.QUEUED, JobStatus.RUNNING} and not job.cancel_requested,
        can_move=job.status == JobStatus.QUEUED,
        can_retry=job.status in {JobStatus.FAILED, JobStatus.CANCELLED},
    )


def _steps(job: Job) -> list[JobStep]:
    found = [JobStep(at=getattr(job, name), what=what) for name, what in _STEPS if getattr(job, name) is not None]
    if job.status == JobStatus.QUEUED and job.attempts:
        found.append(JobStep(at=job.run_at, what=f"To be tried again (attempt {job.attempts + 1})"))
    if job.completed_at is not None:
        where = f" while: {job.stage}" if job.stage and job.status == JobStatus.FAILED else ""
        found.append(JobStep(at=job.completed_at, what=f"{job.status.capitalize()}{where}"))
    return found


@router.post("/{job_id}/cancel", dependencies=[declares(Effect.STOP)])
async def cancel_any_job(session: SystemSession, job_id: str) -> MessageResponse:
    """Stop a queued or running job."""
    if not await request_cancel(session, await repository.get_job(session, job_id)):
        raise JobNotActiveError
    return MessageResponse(message="The job is being stopped.", id=job_id)


@router.post("/{job_id}/retry")
async def retry_any_job(session: SystemSession, job_id: str) -> MessageResponse:
    """Try a job again that failed or was cancelled, from where it failed. Tells the id of the new job."""
    new = await queue_again(session, await repository.get_job(session, job_id))
    if new is None:
        raise JobNotFailedError
    return MessageResponse(message="The job waits for its turn.", id=new.id)


@router.post("/{job_id}/priority")
async def move_job(session: SystemSession, job_id: str, body: JobPlace) -> MessageResponse:
    """Put a job that waits first or last among those of its team. One that passes others already stays before them."""
    job = await repository.get_job(session, job_id)
    priority = max(job.priority, _FIRST) if body.place == "first" else _LAST
    if not await change_priority(session, job.id, priority):
        raise JobNotWaitingError
    where = "next" if body.place == "first" else "after the others"
    return MessageResponse(message=f"Of its team's jobs this one is begun {where}.", id=job_id)


@router.post("/types/{job_type}/pause", dependencies=[declares(Effect.STOP)])
async def pause_type(request: Request, caller: CallerDep, job_type: JobType) -> MessageResponse:
    """Begin no further jobs of a type, on any machine; those that run go on to their end."""
    if job_type not in _types(request):
        raise UnknownJobTypeError
    await _list(request, caller, _PAUSED, job_type, there=True)
    return MessageResponse(message=f"No further jobs of the type {job_type} are begun.", id=job_type)


@router.post("/types/{job_type}/resume")
async def resume_type(request: Request, caller: CallerDep, job_type: JobType) -> MessageResponse:
    """Begin jobs of a type again."""
    await _list(request, caller, _PAUSED, job_type, there=False)
    return MessageResponse(message=f"Jobs of the type {job_type} are begun again.", id=job_type)


@router.post("/machines/{host}/drain", dependencies=[declares(Effect.STOP)])
async def drain_machine(request: Request, caller: CallerDep, host: Machine) -> MessageResponse:
    """Let a machine finish what it runs and begin no further jobs."""
    async with system_transaction(request.app.state.database, read_only=True) as session:
        if host not in {one.host for one in await repository.machines(session, ())}:
            raise UnknownMachineError
    await _list(request, caller, _DRAINED, host, there=True)
    return MessageResponse(message=f"{host} finishes what it runs and begins no further jobs.", id=host)


@router.post("/machines/{host}/resume")
async def resume_machine(request: Request, caller: CallerDep, host: Machine) -> MessageResponse:
    """Let a machine begin jobs again."""
    await _list(request, caller, _DRAINED, host, there=False)
    return MessageResponse(message=f"{host} begins jobs again.", id=host)


def _types(request: Request) -> set[str]:
    return set(request.app.state.registry.contributions.job_types)


async def _list(request: Request, caller: Caller, name: str, what: str, *, there: bool) -> None:
    """Put something on one of the two lists, which are settings: all processes follow them within seconds."""
    store: SettingsStore = request.app.state.runtime.store
    await store.load(request.app.state.database)
    held: Any = getattr(request.app.state.settings, name)
    wanted = sorted({*held, what} if there else {*held} - {what})
    if wanted == sorted(held):
        return
    async with system_transaction(request.app.state.database) as session:
        await change_settings(session, store, {name: ",".join(wanted)}, version=store.version, by=caller.name)
        tell_others(session)
