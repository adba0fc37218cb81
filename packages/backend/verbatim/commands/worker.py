"""``verbatim worker``."""

from __future__ import annotations

import asyncio
import signal

import typer
from fastapi import FastAPI
from sqlalchemy.exc import DBAPIError

from verbatim.app import create_app
from verbatim.commands.serve import KNOWN_START_ERRORS, Stop
from verbatim.config import Settings
from verbatim.core.jobs.parts import WorkerOptions
from verbatim.core.logging import configure_logging
from verbatim.core.process import run, settle
from verbatim.runtime import Runtime
from verbatim.system.preflight import preflight

EMBEDDED = (
    "VERBATIM_JOBS is embedded: the server does the work itself and needs no worker. "
    "Set VERBATIM_JOBS=distributed, on the server too, to spread it over several machines."
)


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
            _announce(runtime)
            await asked.wait()
    except KNOWN_START_ERRORS as error:
        return str(error)
    except DBAPIError as error:
        return f"The database cannot be used: {str(error.orig).strip()}."
    except OSError as error:
        return f"The worker cannot work: {error.strerror or error}."
    return None


def _announce(runtime: Runtime) -> None:
    lanes = [lane for lane in runtime.jobs.lanes if lane.types and lane.least_priority is None]
    work = "; ".join(f"{', '.join(sorted(lane.types))} ({lane.slots} at a time)" for lane in lanes)
    typer.echo(f"\n  Verbatim is working: {work}.\n  Stop it with Ctrl-C.\n")
