"""Running an engine from the server: starts the worker process, listens to it, ends it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys

import structlog

from verbatim.adapters.transcription import wire
from verbatim.adapters.transcription.api import (
    EngineFailed,
    OnEvent,
    Segment,
    SegmentReady,
    TranscriptionOutcome,
    TranscriptionRequest,
    TranscriptionSettings,
)
from verbatim.adapters.transcription.languages import validate_language

log = structlog.get_logger(__name__)

_MAX_LINE = 8 * 1024 * 1024
_STDERR_KEPT = 16 * 1024
_WORKER = ("-P", "-m", "verbatim.adapters.transcription.worker")


async def run_engine(
    request: TranscriptionRequest, settings: TranscriptionSettings, on_event: OnEvent
) -> TranscriptionOutcome:
    """Transcribe a file in a process of its own.

    `on_event` is awaited for each event in order, so a slow receiver slows the engine and fills no memory.
    Cancelling the call, or an exception from `on_event`, kills the process before this function ends.

    Raises:
        TranscriptionError: with a sentence for the user; UnknownLanguage comes before anything starts.
        MediaError: the file cannot be decoded.
    """
    validate_language(request.language)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *_WORKER,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=_environment(),
        limit=_MAX_LINE,
        start_new_session=True,  # an interrupt at the terminal is for the server, which then ends its workers
    )
    noise = asyncio.create_task(_keep_tail(process.stderr))
    try:
        outcome = await _converse(process, wire.job_message(request, settings, os.getpid()), on_event)
        if outcome is not None:
            return outcome
        status = await process.wait()
        log.error("transcription_worker_ended", status=status, stderr=await noise)
        raise EngineFailed(_epitaph(status))
    finally:
        await asyncio.shield(_end(process, noise))


async def _converse(
    process: asyncio.subprocess.Process, job: wire.Message, on_event: OnEvent
) -> TranscriptionOutcome | None:
    """Send the job and follow what comes back; None when the worker ends without a last word."""
    assert process.stdin is not None  # noqa: S101  asked for above
    assert process.stdout is not None  # noqa: S101  same
    with contextlib.suppress(ConnectionError):
        process.stdin.write(wire.to_line(job))
        await process.stdin.drain()
    segments: list[Segment] = []
    while line := await process.stdout.readline():
        try:
            message = json.loads(line)
        except ValueError:  # the last line of a worker that was killed while it wrote
            return None
        if "outcome" in message:
            return wire.read_outcome(message, tuple(segments))
        if "error" in message:
            raise wire.read_error(message)
        event = wire.read_event(message)
        if isinstance(event, SegmentReady):
            segments.append(event.segment)
        if event is not None:
            await on_event(event)
    return None


async def _end(process: asyncio.subprocess.Process, noise: asyncio.Task[str]) -> None:
    if process.stdin is not None:
        process.stdin.close()
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    # Unread output would keep the pipe, and with it the transport, open for ever.
    while process.stdout is not None and await process.stdout.read(65_536):
        pass
    await process.wait()
    stderr = await noise
    if stderr and process.returncode == 0:
        log.info("transcription_worker_said", stderr=stderr)


async def _keep_tail(stream: asyncio.StreamReader | None) -> str:
    """Drain standard error so that the worker never blocks on it; its end is what matters."""
    tail = b""
    while stream is not None and (piece := await stream.read(65_536)):
        tail = (tail + piece)[-_STDERR_KEPT:]
    return tail.decode("utf-8", "replace").strip()


def _environment() -> dict[str, str]:
    """The server's own settings hold secrets that an engine has no business with.

    Threads that wait for each other sleep meanwhile: on a busy machine, spinning ones use up the little time that the
    others would need to catch up, and the work all but stops.
    """
    env = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
    return {"OMP_WAIT_POLICY": "PASSIVE", "KMP_BLOCKTIME": "0", **env}


def _epitaph(status: int) -> str:
    if status == -signal.SIGKILL:
        return (
            "The transcription process was stopped by the operating system, probably for lack of memory; "
            "a smaller model may help."
        )
    if status < 0:
        name = signal.Signals(-status).name if -status in set(signal.Signals) else str(-status)
        return f"The transcription process crashed ({name})."
    return "The transcription process ended without a result."
