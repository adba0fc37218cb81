"""Listening: what the product adds to the bare engine, for a long recording, for short ones, until the first text.

The bare engine is a loop over the same files with the same model loaded and the same answers wanted (words with their
times, only where there is a voice), in a process of its own and in the same run.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
import wave
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import numpy as np
from figures import Figure
from harness import ROOT, BenchmarkError, serving
from verbatim.adapters.media import SAMPLE_RATE, decode_mono16k

NAMES = ("transcription_vs_raw", "first_text_s")

MINUTES = float(os.environ.get("LISTENING_MINUTES", "10"))
"""Length of the long recording; 60 takes some ten minutes of a quiet machine."""

CLIPS = int(os.environ.get("LISTENING_CLIPS", "40"))
CLIP_SECONDS = 8.0
RATIO_BAR = 1.15
FIRST_TEXT_BAR = 0.5
_MEETING = ROOT / "docs" / "examples" / "garden-meeting.ogg"
_RAW = Path(__file__).resolve().parent / "plugin" / "bare_whisper.py"
_WAIT_SECONDS = 3600.0


def _write(path: Path, samples: Any) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(np.ascontiguousarray(samples, np.int16).tobytes())
    return path


def make_files(folder: Path) -> tuple[Path, list[Path]]:
    """Write one long recording and some clips, no two of which are the same."""
    speech = np.concatenate(list(decode_mono16k(_MEETING)))
    length = int(MINUTES * 60 * SAMPLE_RATE)
    long = _write(folder / "long.wav", np.resize(speech, length))
    clip = int(CLIP_SECONDS * SAMPLE_RATE)
    starts = np.linspace(0, len(speech) - clip, CLIPS).astype(int)
    return long, [_write(folder / f"clip-{n}.wav", speech[s : s + clip]) for n, s in enumerate(starts)]


class Bare:
    """The engine alone, with its model loaded."""

    def __init__(self) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen([sys.executable, str(_RAW)], stdin=pipe, stdout=pipe, text=True)
        self._read()

    def _read(self) -> Any:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def seconds(self, path: Path) -> float:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()
        return float(self._read())

    def close(self) -> None:
        self._process.kill()
        self._process.wait()


class Product:
    """A running server."""

    def __init__(self, url: str) -> None:
        self._client = httpx.Client(base_url=url, timeout=120)

    def upload(self, path: Path, *, transcribe: bool) -> dict[str, Any]:
        form = {"transcribe": str(transcribe).lower()}
        with path.open("rb") as file:
            answer = self._client.post("/api/recordings/upload", files={"file": (path.name, file)}, data=form)
        made: dict[str, Any] = answer.raise_for_status().json()
        return made

    def seconds(self, recording: str) -> float:
        """Transcribe an uploaded recording; from queued to saved, by the clock of the server."""
        job = self._client.post(f"/api/recordings/{recording}/transcribe").raise_for_status().json()["job_id"]
        done = self._ended(job)
        return (_moment(done["completed_at"]) - _moment(done["created_at"])).total_seconds()

    def first_text(self, path: Path) -> float:
        """Return the seconds from the beginning of an upload until its text can be read."""
        started = time.perf_counter()
        self._ended(self.upload(path, transcribe=True)["job_id"])
        return time.perf_counter() - started

    def _ended(self, job: str) -> dict[str, Any]:
        deadline = time.monotonic() + _WAIT_SECONDS
        while time.monotonic() < deadline:
            found: dict[str, Any] = self._client.get(f"/api/jobs/{job}").raise_for_status().json()
            if found["status"] == "completed":
                return found
            if found["status"] in {"failed", "cancelled"}:
                raise BenchmarkError(f"A transcription failed: {found['error']}")
            time.sleep(0.05)
        raise BenchmarkError("A transcription did not end.")


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        long, clips = make_files(folder)
        with serving(
            folder / "server",
            "",
            transcription_engine="faster-whisper",
            transcription_model="tiny.en",
            transcription_preload="true",
        ) as server:
            product, bare = Product(server.url), Bare()
            try:
                return _measure(product, bare, long, clips)
            finally:
                bare.close()


def _measure(product: Product, bare: Bare, long: Path, clips: list[Path]) -> list[Figure]:
    product.first_text(clips[0])  # both are warm from here on
    bare.seconds(clips[0])
    ours = raw = 0.0
    waits = []
    for clip in clips:  # by turns: what else the machine does meets both
        recording = product.upload(clip, transcribe=False)["id"]
        raw += bare.seconds(clip)
        ours += product.seconds(recording)
    for clip in clips[:10]:
        alone = bare.seconds(clip)
        waits.append(product.first_text(clip) - alone)
    recording = product.upload(long, transcribe=False)["id"]
    raw_long, ours_long = bare.seconds(long), product.seconds(recording)
    return [
        Figure(NAMES[0], ours_long / raw_long, "ratio", limit=RATIO_BAR),
        Figure(f"{NAMES[0]}.clips", ours / raw, "ratio", limit=RATIO_BAR),
        Figure(f"{NAMES[0]}.long_s", ours_long, "s", rival=raw_long),
        Figure(f"{NAMES[0]}.clips_s", ours, "s", rival=raw),
        Figure(f"{NAMES[0]}.minutes", MINUTES, "min"),
        Figure(NAMES[1], sorted(waits)[len(waits) // 2], "s", limit=FIRST_TEXT_BAR),
        Figure(f"{NAMES[1]}.worst", max(waits), "s"),
    ]
