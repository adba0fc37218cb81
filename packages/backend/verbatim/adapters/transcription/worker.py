"""The process in which engines run: `python -m verbatim.adapters.transcription.worker`.

One job as a line of JSON on standard input, lines of JSON on standard output, noise on standard error.
Engines have a process of their own because they hold the interpreter's lock for seconds, use much memory and
may crash.
"""

from __future__ import annotations

import contextlib
import ctypes
import dataclasses
import json
import os
import signal
import sys
import threading
import traceback
from pathlib import Path
from typing import BinaryIO

from verbatim.adapters.media import MediaError
from verbatim.adapters.transcription import wire
from verbatim.adapters.transcription.api import (
    EngineChosen,
    EngineFailed,
    Output,
    OutputReady,
    Progress,
    Segment,
    SegmentReady,
    TranscriptionError,
    TranscriptionRequest,
    TranscriptionSettings,
)
from verbatim.adapters.transcription.auto import build_engine, choose_engine
from verbatim.adapters.transcription.languages import validate_language

_PR_SET_PDEATHSIG = 1
_OOM_SCORE = "500"
_ORPHANED = 3
_PROGRESS_STEP = 0.002


def main() -> int:
    out = _private_output()
    request, settings, parent = wire.read_job(json.loads(sys.stdin.buffer.readline()))
    _die_with(parent)
    _step_back(settings.niceness)
    try:
        message = _run(request, settings, out)
    except (TranscriptionError, MediaError) as error:
        message = wire.error_message(error)
    except MemoryError:
        traceback.print_exc()
        message = wire.error_message(EngineFailed("There is not enough memory to transcribe this recording."))
    except Exception:  # noqa: BLE001  whatever an engine raises, the parent hears a sentence
        traceback.print_exc()
        message = wire.error_message(EngineFailed("The transcription engine failed with an internal error."))
    _send(out, message)
    return 0


def _run(request: TranscriptionRequest, settings: TranscriptionSettings, out: BinaryIO) -> wire.Message:
    request = dataclasses.replace(request, language=validate_language(request.language))
    choice = choose_engine(settings, request.language)
    _send(out, wire.event_message(EngineChosen(choice.engine, choice.model, choice.reason)))
    last = Progress(-1.0, "")

    def on_progress(fraction: float, stage: str) -> None:
        nonlocal last
        if stage != last.stage or fraction >= last.fraction + _PROGRESS_STEP:
            last = Progress(max(0.0, min(fraction, 1.0)), stage)
            _send(out, wire.event_message(last))

    def on_segment(segment: Segment) -> None:
        _send(out, wire.event_message(SegmentReady(segment)))

    def on_output(output: Output) -> None:
        _send(out, wire.event_message(OutputReady(output)))

    settings = dataclasses.replace(settings, whisper_model=choice.whisper_model)
    outcome = build_engine(choice.engine, settings).transcribe(request, on_progress, on_segment, on_output)
    return wire.outcome_message(dataclasses.replace(outcome, reason=choice.reason))


def _send(out: BinaryIO, message: wire.Message) -> None:
    try:
        out.write(wire.to_line(message))
        out.flush()
    except BrokenPipeError:
        os._exit(_ORPHANED)


def _private_output() -> BinaryIO:
    """Keep standard output to ourselves: libraries that print must not break the protocol."""
    private = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return os.fdopen(private, "wb")


def _die_with(parent: int) -> None:
    """End when the server ends, however it ends: by the kernel on Linux, by the closed pipe elsewhere."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:  # it went between starting us and the line above
            os._exit(_ORPHANED)

    def watch() -> None:
        # The parent writes nothing more, so the only thing to come is the end.
        with contextlib.suppress(OSError, ValueError):
            while os.read(sys.stdin.fileno(), 4096):
                pass
        os._exit(_ORPHANED)

    threading.Thread(target=watch, daemon=True).start()


def _step_back(niceness: int) -> None:
    """The web server goes first: for the processor, and when memory runs out."""
    with contextlib.suppress(OSError):
        os.nice(max(0, niceness))
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_OOM_SCORE, encoding="ascii")


if __name__ == "__main__":
    sys.exit(main())
