"""`GET /metrics`: what a monitor asks for, with a token of its own and before anybody is identified.

What requests did is counted by every process of the server; the rest is found out when somebody asks, from the
database, where all servers and workers meet, so that it is the same whichever of them answers.
"""

from __future__ import annotations

import asyncio
import hmac
import os
import shutil
import time
from collections.abc import Awaitable, Iterable
from pathlib import Path
from typing import Final

import structlog
from sqlalchemy import func, select
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from verbatim import __version__
from verbatim.config import Settings
from verbatim.core.clock import utcnow
from verbatim.core.db import Database
from verbatim.core.errors import NotFoundError, NotSignedInError, error_response
from verbatim.core.figures.shared import LOST, Labels
from verbatim.core.figures.text import CONTENT_TYPE, Figure, written, written_times
from verbatim.core.http import REQUESTS, SECONDS
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.ownership import as_system
from verbatim.runtime import Runtime

log = structlog.get_logger(__name__)

PATH: Final = "/metrics"
KEEP_SECONDS: Final = 2.0
"""For so long the same figures from the database are given again, however many ask."""


class MetricsOffError(NotFoundError):
    """Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them."""

    code = "metrics_off"


class MetricsTokenError(NotSignedInError):
    """Figures need the token of VERBATIM_METRICS_TOKEN, as Authorization: Bearer."""

    code = "metrics_token"


class MetricsMiddleware:
    """Answers for figures; everything else passes."""

    def __init__(self, app: ASGIApp, *, runtime: Runtime) -> None:
        self.app, self._runtime = app, runtime
        self._found: tuple[float, list[Figure]] = (float("-inf"), [])
        self._asking = asyncio.Lock()

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if scope["type"] != "http" or scope["path"] != PATH:
            return self.app(scope, receive, send)
        return self._tell(scope, receive, send)

    async def _tell(self, scope: Scope, receive: Receive, send: Send) -> None:
        await (await self._answer(scope))(scope, receive, send)

    async def _answer(self, scope: Scope) -> Response:
        token = self._runtime.settings.metrics_token
        if token is None:
            return error_response(MetricsOffError())
        kind, _, given = Headers(scope=scope).get("authorization", "").partition(" ")
        right = token.get_secret_value().encode()
        if kind.lower() != "bearer" or not hmac.compare_digest(given.strip().encode("utf-8", "replace"), right):
            return error_response(MetricsTokenError())
        if scope["method"] not in {"GET", "HEAD"}:
            return PlainTextResponse("Figures are read, not changed.\n", 405, {"Allow": "GET, HEAD"})
        headers = {"Content-Type": CONTENT_TYPE, "Cache-Control": "no-store"}
        return Response(await self._text(), headers=headers)

    async def _text(self) -> str:
        async with self._asking:
            if time.monotonic() - self._found[0] > KEEP_SECONDS:
                self._found = (time.monotonic(), await self._collected())
        return written([*self._found[1], *_of_server(self._runtime)]) + _of_requests(self._runtime)

    async def _collected(self) -> list[Figure]:
        """Ask the database and the plugins. Who cannot answer is left out, and `verbatim_up` says so."""
        found: list[Figure] = []
        well = True
        for collect in (_jobs, *self._runtime.registry.contributions.collectors):
            try:
                found += await asyncio.wait_for(collect(self._runtime.settings, self._runtime.database), 5.0)
            except Exception as error:  # noqa: BLE001 - a monitor wants the rest all the more
                log.warning("figures_missing", of=collect.__name__, reason=f"{type(error).__name__}: {error}")
                well = False
        up = Figure(
            "verbatim_database_up", "1 while figures that stand in the database can be read.", {(): float(well)}
        )
        return [up, *found]


async def _jobs(_: Settings, database: Database) -> Iterable[Figure]:
    ready = (Job.status == JobStatus.QUEUED) & (Job.run_at <= utcnow())
    all_of_them = select(Job.job_type, Job.status, func.count()).group_by(Job.job_type, Job.status)
    that_wait = select(Job.job_type, func.count(), func.min(Job.run_at)).where(ready).group_by(Job.job_type)
    with as_system("figures"):
        async with database.transaction(read_only=True) as session:
            rows = (await session.execute(all_of_them)).all()
            waiting = (await session.execute(that_wait)).all()
    now = utcnow()
    kinds = {job_type for job_type, _, _ in rows}
    lengths = dict.fromkeys(kinds, (0, 0.0)) | {
        kind: (count, max(0.0, (now - oldest).total_seconds())) for kind, count, oldest in waiting
    }
    return [
        Figure(
            "verbatim_jobs",
            "Jobs that are kept, by type and by how they ended or where they are.",
            {(("type", kind), ("status", str(status))): count for kind, status, count in rows},
        ),
        Figure(
            "verbatim_jobs_waiting",
            "Jobs whose time has come and that no worker has begun.",
            {(("type", kind),): count for kind, (count, _) in lengths.items()},
        ),
        Figure(
            "verbatim_jobs_oldest_waiting_seconds",
            "How long the oldest of them waits; 0 without any.",
            {(("type", kind),): age for kind, (_, age) in lengths.items()},
        ),
    ]


def _of_server(runtime: Runtime) -> Iterable[Figure]:
    settings = runtime.settings
    yield Figure("verbatim_info", "What runs.", {(("mode", settings.mode.value), ("version", __version__)): 1})
    folder = settings.data_dir.absolute()
    usage = shutil.disk_usage(next(path for path in (folder, *folder.parents) if path.exists()))
    yield Figure("verbatim_storage_free_bytes", "Free space of the data folder's disk.", {(): usage.free})
    yield Figure("verbatim_storage_size_bytes", "Size of the data folder's disk.", {(): usage.total})
    pids = runtime.member.living() or [os.getpid()]
    yield Figure("verbatim_server_processes", "Processes of this server that answer requests.", {(): len(pids)})
    wanted = runtime.member.size
    yield Figure("verbatim_server_processes_wanted", "How many there are to be.", {(): wanted})
    yield from _of_processes(pids)


def _of_processes(pids: list[int]) -> Iterable[Figure]:
    """Read what the system says about processes; where it says nothing there are no such figures."""
    memory: dict[Labels, float] = {}
    spent: dict[Labels, float] = {}
    files: dict[Labels, float] = {}
    for pid in pids:
        labels: Labels = (("pid", str(pid)),)
        try:
            folder = Path("/proc", str(pid))
            fields = (folder / "stat").read_text("ascii", "replace").rpartition(")")[2].split()
            spent[labels] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            memory[labels] = int((folder / "statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
            files[labels] = sum(1 for _ in (folder / "fd").iterdir())
        except (OSError, ValueError, IndexError):
            continue
    yield Figure("verbatim_process_resident_memory_bytes", "Memory of a process of this server.", memory)
    yield Figure("verbatim_process_cpu_seconds_total", "Processor time of a process of this server.", spent, "counter")
    yield Figure("verbatim_process_open_fds", "Files and connections that such a process has open.", files)


def _of_requests(runtime: Runtime) -> str:
    totals = runtime.member.figures.totals()
    counts = {labels: values[0] for (name, labels), values in totals.items() if name == REQUESTS}
    times = {labels: values for (name, labels), values in totals.items() if name == SECONDS}
    lost = sum(values[0] for (name, _), values in totals.items() if name == LOST)
    about = "Requests that were answered, by method, route and status."
    return (
        written([Figure(REQUESTS, about, counts, "counter")])
        + written_times(SECONDS, "Seconds until an answer began, by method and route.", times)
        + written([Figure(LOST, "Counts for which there was no room.", {(): lost}, "counter")])
    )
