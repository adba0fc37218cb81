"""An hour of people who repeat themselves: is every word that Whisper hears in the transcript, and is it as right?"""

from __future__ import annotations

import os
import random
import re
import tempfile
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
from figures import Figure
from harness import BenchmarkError
from support.recordings import AUDIO, wav, word_error_rate
from verbatim.adapters.media import SAMPLE_RATE, Samples, decode_mono16k
from verbatim.adapters.transcription.api import Output, TranscriptionRequest, TranscriptionSettings
from verbatim.adapters.transcription.faster_whisper import FasterWhisperEngine
from verbatim.adapters.transcription.models.packaged import packaged_model

NAMES = ("words_lost", "wer_vs_raw")
MINUTES = float(os.environ.get("WORDS_MINUTES", "60"))
"""Of speech; less shows less and takes less. An hour takes some forty minutes of two processors."""
_CLIPS = ("report", "garden")
_PAUSES = (0.3, 0.8, 1.6)
_SEED = int(os.environ.get("WORDS_SEED", "20"))


def _talk(seconds: float) -> tuple[Samples, str]:
    """Return speech in which each sentence is said up to eight times, and what is said."""
    rng = random.Random(_SEED)  # noqa: S311 - the same talk each time
    clips = {name: np.concatenate(list(decode_mono16k(next(AUDIO.glob(f"{name}.[of]*"))))) for name in _CLIPS}
    texts = {name: (AUDIO / f"{name}.txt").read_text(encoding="utf-8").strip() for name in _CLIPS}
    pieces: list[Samples] = []
    said: list[str] = []
    length = 0
    while length < seconds * SAMPLE_RATE:
        name = rng.choice(_CLIPS)
        for _ in range(rng.randint(1, 8) if name == "report" else rng.randint(1, 3)):
            silence = np.zeros(int(rng.choice(_PAUSES) * SAMPLE_RATE), np.int16)
            pieces += [clips[name], silence]
            said.append(texts[name])
            length += len(clips[name]) + len(silence)
    return np.concatenate(pieces), " ".join(said)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _lost(heard: Sequence[str], kept: Sequence[str]) -> int:
    """Return how many words of `heard` are not in `kept`, in order."""
    matcher = SequenceMatcher(a=heard, b=kept, autojunk=False)
    return sum(i2 - i1 for kind, i1, i2, _, _ in matcher.get_opcodes() if kind in {"delete", "replace"})


def _raw(folder: Path, samples: Samples) -> Iterator[str]:
    """Yield what a bare loop around Whisper writes."""
    from faster_whisper import WhisperModel  # noqa: PLC0415  slow to import

    model = WhisperModel(str(folder), device="cpu", compute_type="int8", local_files_only=True)
    found, _ = model.transcribe(
        samples.astype(np.float32) / 32_768, language="en", vad_filter=True, word_timestamps=True
    )
    for segment in found:
        yield segment.text


def run() -> list[Figure]:
    """Transcribe the talk twice: as the product does, and barely."""
    folder = packaged_model()
    if folder is None:
        raise BenchmarkError("The Whisper model of the extra `whisper` is not installed.")
    samples, said = _talk(MINUTES * 60)
    heard: list[Output] = []
    with tempfile.TemporaryDirectory() as place:
        request = TranscriptionRequest(wav(Path(place) / "talk.wav", samples), "en")
        engine = FasterWhisperEngine(
            TranscriptionSettings(whisper_model=str(folder), whisper_device="cpu", whisper_compute_type="int8")
        )
        outcome = engine.transcribe(request, lambda *_: None, lambda _: None, heard.append)
    ours = " ".join(segment.text for segment in outcome.segments if not segment.folded)
    said_words = _words(" ".join(str(one["text"]) for one in heard))
    lost = _lost(said_words, _words(ours))
    raw = word_error_rate(said, " ".join(_raw(folder, samples)))
    own = word_error_rate(said, ours)
    marked = sum(segment.doubt is not None for segment in outcome.segments)
    return [
        Figure("words_lost", lost, "words", limit=0),
        Figure("words_lost.heard", len(said_words), "words"),
        Figure("words_lost.doubtful", marked, "segments"),
        Figure("words_lost.minutes", MINUTES, "min"),
        Figure("wer_vs_raw", max(0.0, own - raw), "ratio", limit=0),
        Figure("wer_vs_raw.own", own, "ratio", rival=raw),
        Figure("wer_vs_raw.minutes", MINUTES, "min"),
    ]
