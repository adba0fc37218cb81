"""Makes the engine misbehave in its own process, for files of certain sizes: put this folder on PYTHONPATH."""

import json
import os
import sys
import time

_MODULE = "verbatim.adapters.transcription.worker"

if _MODULE in sys.orig_argv:
    from pathlib import Path
    from typing import Any

    from verbatim.adapters.transcription.faster_whisper import FasterWhisperEngine

    _FAULTS: dict[str, str] = json.loads(os.environ["BROKEN_ENGINE"])
    _transcribe = FasterWhisperEngine.transcribe

    def transcribe(self: FasterWhisperEngine, request: Any, *rest: Any) -> Any:
        match _FAULTS.get(str(Path(request.path).stat().st_size)):
            case "crash":
                os.abort()
            case "eat":
                eaten = []
                while True:
                    eaten.append(b"x" * 10_000_000)
            case "hang":
                time.sleep(600)
        return _transcribe(self, request, *rest)

    setattr(FasterWhisperEngine, _transcribe.__name__, transcribe)
