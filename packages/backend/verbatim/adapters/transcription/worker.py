"""The process in which engines run: `python -m verbatim.adapters.transcription.worker`.

Jobs as lines of JSON on standard input, one after the other; lines of JSON on standard output, noise on standard error.
Engines have a process of their own because they hold the interpreter's lock for seconds, use much memory and
may crash.
"""

from __future__ import annotations

import contextlib
import ctypes
import dataclasses
import gc
import json
import os
import queue
import sys
import threading
import traceback
from collections.abc import Hashable
from typing import BinaryIO

from verbatim.adapters.child import ORPHANED, die_with, private_output, send, step_back
from verbatim.adapters.media import MediaError
from verbatim.adapters.transcription import wire
from verbatim.adapters.transcription.api import (
    EngineChoice,
    EngineChosen,
    EngineFailed,
    Output,
    OutputReady,
    Progress,
    Segment,
    SegmentReady,
    TranscriptionEngine,
    TranscriptionError,
    TranscriptionRequest,
    TranscriptionSettings,
)
from verbatim.adapters.transcription.auto import build_engine, choose_engine
from verbatim.adapters.transcription.faster_whisper import FasterWhisperEngine
from verbatim.adapters.transcription.languages import validate_language

_PROGRESS_STEP = 0.002


def main() -> None:
    out = private_output()
    lines = _incoming()
    worker = _Worker(out)
    is_first = True
    while True:
        request, settings, parent = wire.read_job(json.loads(lines.get()))
        if is_first:
            die_with(parent)
            step_back(settings.niceness)
            is_first = False
        send(out, wire.to_line(worker.answer(request, settings)))
        _return_memory()


class _Worker:
    """Keeps the engine of the last job, and with it its model."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._engine: tuple[Hashable, TranscriptionEngine] | None = None

    def answer(self, request: TranscriptionRequest | None, settings: TranscriptionSettings) -> wire.Message:
        """Do what was asked; returns the last word about it."""
        try:
            if request is None:
                choice = choose_engine(settings)
                send(
                    self._out,
                    wire.to_line(wire.event_message(EngineChosen(choice.engine, choice.model, choice.reason))),
                )
                engine = self._engine_for(choice, settings)
                if isinstance(engine, FasterWhisperEngine):
                    engine.load()
                return {"ready": True}
            return self._run(request, settings)
        except (TranscriptionError, MediaError) as error:
            return wire.error_message(error)
        except MemoryError:
            traceback.print_exc()
            return wire.error_message(EngineFailed("There is not enough memory to transcribe this recording."))
        except Exception:  # noqa: BLE001  whatever an engine raises, the parent hears a sentence
            traceback.print_exc()
            return wire.error_message(EngineFailed("The transcription engine failed with an internal error."))

    def _engine_for(self, choice: EngineChoice, settings: TranscriptionSettings) -> TranscriptionEngine:
        settings = dataclasses.replace(settings, whisper_model=choice.whisper_model)
        key = (choice.engine, settings)
        if self._engine is None or self._engine[0] != key:
            self._engine = None  # two models at a time may be more than there is memory for
            self._engine = key, build_engine(choice.engine, settings)
        return self._engine[1]

    def _run(self, request: TranscriptionRequest, settings: TranscriptionSettings) -> wire.Message:
        out = self._out
        request = dataclasses.replace(request, language=validate_language(request.language))
        choice = choose_engine(settings, *request.wanted_languages, translate=request.translate)
        send(out, wire.to_line(wire.event_message(EngineChosen(choice.engine, choice.model, choice.reason))))
        last = Progress(-1.0, "")

        def on_progress(fraction: float, stage: str) -> None:
            nonlocal last
            if stage != last.stage or fraction >= last.fraction + _PROGRESS_STEP:
                last = Progress(max(0.0, min(fraction, 1.0)), stage)
                send(out, wire.to_line(wire.event_message(last)))

        def on_segment(segment: Segment) -> None:
            send(out, wire.to_line(wire.event_message(SegmentReady(segment))))

        def on_output(output: Output) -> None:
            send(out, wire.to_line(wire.event_message(OutputReady(output))))

        engine = self._engine_for(choice, settings)
        outcome = engine.transcribe(request, on_progress, on_segment, on_output)
        return wire.outcome_message(dataclasses.replace(outcome, reason=choice.reason))


def _incoming() -> queue.SimpleQueue[bytes]:
    """Read what the server says in a thread of its own, so that its end is noticed in the middle of the work."""
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def read() -> None:
        with contextlib.suppress(OSError, ValueError):
            for line in sys.stdin.buffer:
                lines.put(line)
        os._exit(ORPHANED)

    threading.Thread(target=read, daemon=True).start()
    return lines


def _return_memory() -> None:
    """Give what the last recording needed back to the system; what waits for the next one is the model."""
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


if __name__ == "__main__":
    main()
