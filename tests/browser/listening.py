"""Recordings with a known text: a real server whose transcription service says what a test wants to read."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import httpx
import numpy as np
from support.fixed_service import FixedService
from support.recordings import wav
from support.server import RunningServer
from verbatim.adapters.media import SAMPLE_RATE, decode_mono16k

_UNLIKELY = {"avg_logprob": -2.5, "no_speech_prob": 0.95, "compression_ratio": 3.1}


def service_settings(service: FixedService) -> dict[str, str]:
    """Settings of a server that listens with a service."""
    return {"VERBATIM_TRANSCRIPTION_ENGINE": "openai-compatible", "VERBATIM_TRANSCRIPTION_URL": service.base}


def segment(start: float, end: float, text: str, *, unlikely: bool = False, **more: Any) -> dict[str, Any]:
    """Give a segment as a service tells it."""
    return {"start": start, "end": end, "text": text, **(_UNLIKELY if unlikely else {}), **more}


def speech_and_silence(speech: Path, target: Path) -> Path:
    """Write speech (8 s), silence (12 s), and the same speech again."""
    said = np.concatenate(list(decode_mono16k(speech)))
    return wav(target, np.concatenate([said, np.zeros(12 * SAMPLE_RATE, said.dtype), said]))


class Listener:
    """Somebody's program on a server that asks for no sign-in."""

    def __init__(self, server: RunningServer, service: FixedService) -> None:
        self._http = httpx.Client(base_url=server.url, timeout=60)
        self._service = service

    def close(self) -> None:
        self._http.close()

    def get(self, path: str, **params: Any) -> Any:
        return self._http.get(path, params=params).raise_for_status().json()

    def post(self, path: str, body: Any = None) -> Any:
        return self._http.post(path, json=body).raise_for_status().json()

    def patch(self, path: str, body: Any) -> Any:
        return self._http.patch(path, json=body).raise_for_status().json()

    def upload(self, sound: Path, **fields: str) -> str:
        files = {"file": (sound.name, sound.read_bytes())}
        answer = self._http.post("/api/recordings/upload", files=files, data=fields)
        assert answer.is_success, answer.text
        made: str = answer.json()["id"]
        return made

    def heard(self, sound: Path, segments: list[dict[str, Any]], language: str = "english", **fields: str) -> str:
        """Upload a recording and wait until the service has said `segments` of it; give its id."""
        text = " ".join(one["text"] for one in segments)
        self._service.says({"text": text, "language": language, "segments": segments})
        made = self.upload(sound, **fields)
        self.wait(made)
        return made

    def wait(self, recording: str) -> None:
        deadline = time.monotonic() + 120
        while (found := self.get(f"/api/recordings/{recording}"))["status"] != "completed":
            assert found["status"] in {"untranscribed", "pending", "processing"}, found["job"]
            assert time.monotonic() < deadline, found
            time.sleep(0.1)

    def transcript(self, recording: str) -> Any:
        return self.get(f"/api/transcripts/by-recording/{recording}", words=True)
