"""The bundled engine: small, English only, needs nothing but this package."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim.adapters.media import SAMPLE_RATE, Block, Samples, blocks, decode_caged, probe_caged_blocking
from verbatim.adapters.transcription.api import (
    Availability,
    EngineName,
    EngineUnavailable,
    LanguageNotSupported,
    OnOutput,
    OnProgress,
    OnSegment,
    TranscriptionOutcome,
    TranscriptionRequest,
    Word,
    forget,
)
from verbatim.adapters.transcription.languages import language_name
from verbatim.adapters.transcription.postprocess import SegmentSink
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import numpy as np
    from pocketsphinx import Decoder
else:
    np = lazy("numpy")

MODEL_NAME = "en-us"
_BLOCK_SECONDS = 120.0
_FRAMES_PER_SECOND = 100
_MAX_REGION_SECONDS = 20.0
_MIN_SILENCE_MS = 400
_PAD_MS = 200
_SENTENCE_PAUSE = 0.25
_MIN_SENTENCE_WORDS = 4
_MISSING = "The pocketsphinx package is not installed."
_CAPITALISED = {
    *("i", "i'm", "i'll", "i've", "i'd"),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *(
        "january",
        "february",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ),
}


class PocketsphinxEngine:
    """CMU PocketSphinx with the American English model inside its package."""

    name: EngineName = "pocketsphinx"

    def availability(self) -> Availability:
        if _model_folder() is None:
            return Availability(self.name, available=False, reason="The pocketsphinx package is not installed.")
        return Availability(
            self.name,
            available=True,
            reason="The bundled English engine works without any download.",
            model=MODEL_NAME,
            caveat="It understands English only and makes more mistakes than Whisper.",
            languages=frozenset({"en"}),
        )

    def transcribe(
        self,
        request: TranscriptionRequest,
        on_progress: OnProgress,
        on_segment: OnSegment,
        on_output: OnOutput = forget,
    ) -> TranscriptionOutcome:
        if request.language not in {None, "en"}:
            raise LanguageNotSupported(
                f"The bundled engine understands English only, not {language_name(request.language or '')}; "
                "set up a Whisper model or a transcription service for other languages."
            )
        on_progress(0.0, "loading the model")
        duration = probe_caged_blocking(request.path).duration_seconds
        decoder = _load_decoder()
        sink = SegmentSink(duration, on_segment)
        for block in blocks(decode_caged(request.path, request.sound), _BLOCK_SECONDS):
            sink.reach(block.end)
            sink.speech.listen(block)
            for region in _speech(block):
                heard = _recognise(decoder, region)
                on_output({"start": region.start, "end": region.end, "words": [asdict(word) for word in heard]})
                for words in _sentences(heard):
                    sink.add(words[0].start, words[-1].end, _as_sentence(words), language="en")
                on_progress(min(1.0, region.end / duration), "transcribing")
            on_progress(min(1.0, block.end / duration), "transcribing")
        return TranscriptionOutcome(
            language="en",
            language_probability=None,
            engine=self.name,
            model=MODEL_NAME,
            duration=duration,
            segments=tuple(sink.segments),
            speech=tuple(sink.speech.stretches),
        )


def _model_folder() -> Path | None:
    """Where the package keeps its model; looked up without importing the package."""
    spec = importlib.util.find_spec("pocketsphinx")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        folder = Path(place) / "model" / MODEL_NAME
        if (folder / MODEL_NAME / "mdef").is_file():
            return folder
    return None


def _load_decoder() -> Decoder:
    folder = _model_folder()
    if folder is None:
        raise EngineUnavailable(_MISSING)
    import pocketsphinx  # noqa: PLC0415  loaded only in the worker process

    return pocketsphinx.Decoder(
        samprate=SAMPLE_RATE,
        hmm=str(folder / MODEL_NAME),
        lm=str(folder / "en-us.lm.bin"),
        dict=str(folder / "cmudict-en-us.dict"),
        loglevel="FATAL",
    )


def _speech(block: Block) -> Iterator[Block]:
    """Stretches of speech between pauses, none longer than about 30 s."""
    from faster_whisper.vad import VadOptions, get_speech_timestamps  # noqa: PLC0415  same

    options = VadOptions(
        max_speech_duration_s=_MAX_REGION_SECONDS,
        min_silence_duration_ms=_MIN_SILENCE_MS,
        speech_pad_ms=_PAD_MS,
    )
    for found in get_speech_timestamps(block.samples.astype(np.float32) / 32_768, options):
        start, end = int(found["start"]), int(found["end"])
        yield Block(block.start + start / SAMPLE_RATE, block.samples[start:end])


def _recognise(decoder: Any, region: Block) -> list[Word]:
    samples: Samples = np.ascontiguousarray(region.samples)
    decoder.start_utt()
    decoder.process_raw(samples.tobytes(), no_search=False, full_utt=True)
    decoder.end_utt()
    words = []
    for part in decoder.seg() or ():
        text = part.word.split("(", 1)[0]
        if not text or text[0] in "<[+":  # silence, noises and breath
            continue
        start = region.start + part.start_frame / _FRAMES_PER_SECOND
        end = region.start + (part.end_frame + 1) / _FRAMES_PER_SECOND
        words.append(Word(text, start, min(end, region.end), min(1.0, part.prob)))
    return words


def _sentences(words: list[Word]) -> Iterator[list[Word]]:
    """The model knows no full stops; a pause after a few words is taken for the end of a sentence."""
    sentence: list[Word] = []
    for word in words:
        if len(sentence) >= _MIN_SENTENCE_WORDS and word.start - sentence[-1].end >= _SENTENCE_PAUSE:
            yield sentence
            sentence = []
        sentence.append(word)
    if sentence:
        yield sentence


def _as_sentence(words: list[Word]) -> list[Word]:
    texts = [word.text.capitalize() if word.text in _CAPITALISED else word.text for word in words]
    texts[0] = texts[0][:1].upper() + texts[0][1:]
    texts[-1] += "."
    return [Word(t, w.start, w.end, w.confidence) for t, w in zip(texts, words, strict=True)]
