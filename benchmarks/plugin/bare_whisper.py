"""The bare engine for bench_listening: reads paths, answers with the seconds that listening to each took."""

import json
import os
import sys
import time

from faster_whisper import WhisperModel
from verbatim.adapters.transcription.models.packaged import packaged_model

if __name__ == "__main__":
    os.nice(4)  # as the server's engines
    model = WhisperModel(str(packaged_model()), device="cpu", compute_type="auto", cpu_threads=os.cpu_count() or 1)
    print(json.dumps("loaded"), flush=True)
    for line in sys.stdin:
        started = time.perf_counter()
        segments, _ = model.transcribe(line.strip(), language="en", vad_filter=True, word_timestamps=True)
        list(segments)
        print(json.dumps(time.perf_counter() - started), flush=True)
