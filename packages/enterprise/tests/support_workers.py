"""Real `verbatim worker` processes, and a job type whose course a test decides from outside."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support.processes import Process, start_verbatim
from support.server import ServerError
from verbatim.config import Mode, Settings
from verbatim.core.db import Database
from verbatim.core.jobs.models import Job
from verbatim.core.jobs.queue import enqueue
from verbatim.core.ownership import Scope, as_system, use_scope
from verbatim.registration import build_registry
from verbatim.runtime import build_runtime
from verbatim_enterprise.plugin import EnterprisePlugin

TEAM = "north-team"
TRIAL = "trial"
_ENTRY = "[verbatim.plugins]\ntrial = trial_plugin:TrialPlugin\n"
_PLUGIN = '''
"""Job ``trial``: notes that it has begun, waits for its sign, and leaves a tag behind."""

import asyncio
import os
import time
from pathlib import Path

from verbatim.plugins.api import JobContext
from verbatim.tags.models import Tag

FOLDER = Path(os.environ["TRIAL_FOLDER"])


async def trial(job: JobContext) -> dict[str, object]:
    (FOLDER / f"{job.payload['name']}.{job.attempt}.{os.getpid()}").write_text(str(time.time()))
    if "block" in job.payload:
        time.sleep(job.payload["block"])
    while not (FOLDER / "go").exists():
        await asyncio.sleep(0.05)
    async with job.transaction() as session:
        session.add(Tag(name=f"by {os.getpid()}", name_key=f"{job.id} {job.lease_token}"))
    return {"by": os.getpid()}


class TrialPlugin:
    name, version = "trial", "1"

    def register(self, registry) -> None:
        registry.add_job_handler("trial", trial)
'''


def install_trial_plugin(folder: Path) -> dict[str, str]:
    """Lay the plugin out as an installer would; return the environment that a worker needs for it."""
    site, signs = folder / "site", folder / "signs"
    info = site / "trial_plugin-1.dist-info"
    info.mkdir(parents=True)
    signs.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: trial-plugin\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(_ENTRY, encoding="utf-8")
    (site / "trial_plugin.py").write_text(_PLUGIN, encoding="utf-8")
    return {"PYTHONPATH": str(site), "TRIAL_FOLDER": str(signs)}


@dataclass(frozen=True)
class Worker:
    """A worker that works. `log` holds what it wrote so far."""

    process: Process
    log: Path

    @property
    def pid(self) -> int:
        return self.process.pid

    def send(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)


@contextlib.contextmanager
def running_worker(folder: Path, env: Mapping[str, str], *arguments: str) -> Iterator[Worker]:
    """Start a worker with its log in `folder`, and make sure that it is gone after the block.

    Raises:
        ServerError: it ended or did not say in time that it works.
    """
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "worker.log"
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
    with log.open("wb") as output:
        variables = {**inherited, "PYTHONUNBUFFERED": "1", **env}
        process = start_verbatim("worker", *arguments, env=variables, folder=folder, output=output)
    worker = Worker(process, log)
    try:
        deadline = time.monotonic() + 90
        while "Verbatim is working" not in log.read_text(encoding="utf-8"):
            if process.poll() is not None or time.monotonic() > deadline:
                raise ServerError(log.read_text(encoding="utf-8"))
            time.sleep(0.05)
        yield worker
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


class Queue:
    """The queue as a server fills it, without a server."""

    def __init__(self, url: str, folder: Path) -> None:
        settings = Settings(mode=Mode.ENTERPRISE, database_url=url, data_dir=folder, jobs="distributed")
        self.database: Database = build_runtime(settings, build_registry(settings, [EnterprisePlugin()])).database

    async def add(self, name: str, team: str = TEAM, **payload: Any) -> str:
        with use_scope(Scope(frozenset({team}), team)):
            async with self.database.transaction() as session:
                return (await enqueue(session, TRIAL, {"name": name, **payload})).id

    async def get(self, job_id: str) -> Job:
        with as_system("a test"):
            async with self.database.transaction(read_only=True) as session:
                return await session.get_one(Job, job_id)
