"""pyannote.audio, where it is installed and an administrator has put a pipeline (community-1) into a folder."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np

from verbatim.adapters.diarization.api import Diarization, DiarizationRequest, DiarizerUnavailable, Report, Voice
from verbatim.adapters.diarization.labels import numbered
from verbatim.adapters.media import SAMPLE_RATE, decode_mono16k


class PyannoteDiarizer:
    """Loads the pipeline from a folder only: nothing is fetched, and the library's reports home are off."""

    name = "pyannote"

    def __init__(self, model: str) -> None:
        self._model = model

    def diarize(self, request: DiarizationRequest, report: Report) -> Diarization:
        try:
            torch, audio = import_module("torch"), import_module("pyannote.audio")  # optional, and slow
        except ImportError as error:
            raise DiarizerUnavailable("The diarizer pyannote is not installed here.") from error
        try:
            pipeline = audio.Pipeline.from_pretrained(self._model)
        except Exception as error:  # whatever it raises, the folder is not what it should be
            raise DiarizerUnavailable("The folder of the pyannote pipeline cannot be used.") from error
        chunks = list(decode_mono16k(request.path, request.sound))
        sound = np.concatenate(chunks).astype(np.float32) / 32_768 if chunks else np.zeros(0, np.float32)
        report(0.2)
        heard = {"waveform": torch.from_numpy(sound)[None], "sample_rate": SAMPLE_RATE}
        return outcome(pipeline(heard, num_speakers=request.speakers))


def outcome(found: Any) -> Diarization:
    """Return what a pipeline found: version 4 answers with an annotation and embeddings, version 3 with the first."""
    annotation = getattr(found, "speaker_diarization", found)
    tracks = [(turn.start, turn.end, str(label)) for turn, _, label in annotation.itertracks(yield_label=True)]
    turns, names = numbered((float(start), float(end), label) for start, end, label in tracks)
    embeddings = getattr(found, "speaker_embeddings", None)
    own = {} if embeddings is None else dict(zip(map(str, annotation.labels()), embeddings, strict=False))
    seconds = {name: sum(end - start for start, end, label in tracks if label == name) for name in names}
    voices = tuple(
        Voice(
            "pyannote-community-1",
            tuple(round(float(value), 5) for value in np.nan_to_num(np.asarray(own.get(name, ()))).reshape(-1)),
            (),
            round(seconds[name], 2),
        )
        for name in names
    )
    return Diarization(PyannoteDiarizer.name, turns, voices)
