"""``verbatim worker``."""

from __future__ import annotations

import asyncio
import signal
from typing import Final

import typer
from fastapi import FastAPI
from sqlalchemy.exc import DBAPIError

from verbatim.app import create_app
from verbatim.commands.serve import KNOWN_START_ERRORS, Stop
from verbatim.config import Settings
from verbatim.core.background import RepeatedTask
from verbatim.core.jobs.parts import WorkerOptions
from verbatim.core.logging import configure_logging
from verbatim.core.process import run, settle
from verbatim.runtime import Runtime
from verbatim.system.preflight import preflight

EMBEDDED = (
    "VERBATIM_JOBS is embedded: the server does the work itself and needs no worker. "
    "Set VERBATIM_JOBS=distributed, on the server too, to spread it over several machines."
)

ALIVE_SECONDS: Final = 5.0
"""Mean pause between two touches of the file that says that a worker works."""


def run_worker(settings: Settings, options: WorkerOptions, stop: Stop) -> None:
    """Run jobs until interrupted, then hand back those that are running. Whatever prevents the start ends with one
    sentence.
    """
    configure_logging(settings.log_level, settings.log_format)
    if settings.jobs == "embedded":
        stop(EMBEDDED)
    try:
        preflight(settings)
        app = create_app(settings, worker=options)
    except KNOWN_START_ERRORS as error:
        stop(str(error))
    failure = run(_work(app))
    if failure:
        stop(failure)


async def _work(app: FastAPI) -> str | None:
    runtime: Runtime = app.state.runtime
    asked = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, asked.set)
    try:
        await runtime.database_adapter.check(runtime.database.engine)
        async with app.router.lifespan_context(app):
            settle()
            alive = RepeatedTask(
                lambda: _say_alive(runtime),
                name="alive",
                seconds=ALIVE_SECONDS,
                failed="alive_not_written",
                at_once=True,
            )
            alive.start()
            _announce(runtime)
            await asked.wait()
            await alive.stop()
    except KNOWN_START_ERRORS as error:
        return str(error)
    except DBAPIError as error:
        return f"The database cannot be used: {str(error.orig).strip()}."
    except OSError as error:
        return f"The worker cannot work: {error.strerror or error}."
    return None


async def _say_alive(runtime: Runtime) -> None:
    """Touch the file of VERBATIM_ALIVE_PATH, unless this worker gets no jobs because its database is away."""
    path = runtime.settings.alive_path
    if path is not None and runtime.jobs.healthy:
        await asyncio.to_thread(path.touch)


def _announce(runtime: Runtime) -> None:
    lanes = [lane for lane in runtime.jobs.lanes if lane.types and lane.least_priority is None]
    work = "; ".join(f"{', '.join(sorted(lane.types))} ({lane.slots} at a time)" for lane in lanes)
    typer.echo(f"\n  Verbatim is working: {work}.\n  Stop it with Ctrl-C.\n")
