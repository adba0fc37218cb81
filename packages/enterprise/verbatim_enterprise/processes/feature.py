"""What the processes feature contributes: servers and workers know of each other."""

from __future__ import annotations

from fastapi import FastAPI

from verbatim_enterprise.host import Feature
from verbatim_enterprise.processes.backup import part
from verbatim_enterprise.processes.checks import SERVERS, WORKERS, count_processes
from verbatim_enterprise.processes.models import Role, ServerProcess
from verbatim_enterprise.processes.presence import PRESENCE, Presence


async def start_presence(app: FastAPI) -> None:
    """Begin to say that this process is there."""
    runtime = app.state.runtime
    job_types = sorted(set[str]().union(*(lane.types for lane in runtime.jobs.lanes)))
    role = Role.SERVER if runtime.member.leads else Role.MEMBER
    presence = Presence(app.state.database, Role.WORKER if runtime.is_worker else role, job_types, runtime.member)
    await PRESENCE.put(app, presence).start()


async def stop_presence(app: FastAPI) -> None:
    if (presence := PRESENCE.found(app)) is not None:
        await presence.stop()


feature = Feature(
    name="processes",
    models=(ServerProcess,),
    checks=(SERVERS, WORKERS),
    collectors=(count_processes,),
    backup=part,
    startup=(start_presence,),
    shutdown=(stop_presence,),
)
