"""One recording on its way through Whisper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from verbatim.adapters.media import Block
from verbatim.adapters.transcription.api import LanguageNotSupported, OnOutput, OnProgress, TranscriptionRequest
from verbatim.adapters.transcription.doubt import Evidence
from verbatim.adapters.transcription.languages import language_name
from verbatim.adapters.transcription.postprocess import SegmentSink
from verbatim.adapters.transcription.whisper.stream import Stream
from verbatim.adapters.transcription.whisper_words import as_heard, join_pieces
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import numpy as np

    from verbatim.adapters.transcription.whisper.patient import PatientWhisper
else:
    np = lazy("numpy")


class Run:
    """One recording, block after block; the language found in the first speech holds for the rest."""

    def __init__(
        self,
        model: PatientWhisper,
        request: TranscriptionRequest,
        duration: float,
        on_progress: OnProgress,
        sink: SegmentSink,
        on_output: OnOutput,
    ) -> None:
        self._on_output = on_output
        self.language = request.language
        self.probability: float | None = None
        self.sink = sink
        self._model = model
        self._info: Any = None
        self._reached = 0.0
        self._stream = Stream(only_voices=request.voice_detection)
        self._model.only_voices = request.voice_detection
        self._duration = duration
        self._on_progress = on_progress
        self._request = request
        self._is_multilingual = bool(model.model.is_multilingual)
        for wanted in request.wanted_languages:
            if not self._is_multilingual and wanted != "en":
                raise LanguageNotSupported(f"This Whisper model knows English only, not {language_name(wanted)}.")
            if wanted not in model.supported_languages:
                raise LanguageNotSupported(f"This Whisper model does not know {language_name(wanted)}.")
        if not self._is_multilingual:
            self.language = "en"

    @property
    def written_language(self) -> str:
        """The language of the text."""
        return "en" if self._request.translate else self.language or "en"

    def _listen(self, sound: Any, hint: list[int]) -> Any:
        request = self._request
        changes = request.each_stretch and self._is_multilingual
        found, info = self._model.transcribe(
            sound,
            language=None if changes else self.language,
            multilingual=changes,
            task="translate" if request.translate and self._is_multilingual else "transcribe",
            hotwords=request.hotwords,
            vad_filter=False,  # what has no voice is left out already
            word_timestamps=True,
            initial_prompt=self._hint(hint),
        )
        self._info = info
        return found

    def _hint(self, said: list[int]) -> list[int] | str | None:
        """What Whisper wrote last, behind names and terms, unless those are listened for all the time."""
        terms = "" if self._request.hotwords else (self._request.prompt or "").strip()
        if not said:
            return terms or None
        named: list[int] = self._model.hf_tokenizer.encode(f" {terms}", add_special_tokens=False).ids if terms else []
        return [*named, *said[-max(1, self._model.max_length // 2 - 1 - len(named)) :]]

    def transcribe(self, block: Block, *, last: bool) -> None:
        self.sink.speech.listen(block)
        self._stream.take(block, last=last)
        self.sink.reach(block.end)
        for segment in self._stream.heard(self._listen, last=last):
            if self.language is None:
                self.language = self._info.language
                self.probability = round(float(self._info.language_probability), 4)
            self._on_output(as_heard(segment))
            self.sink.add(
                segment.start,
                segment.end,
                join_pieces(segment.words or ()) or segment.text,
                confidence=float(np.exp(min(0.0, segment.avg_logprob))),
                evidence=Evidence(
                    compression_ratio=float(segment.compression_ratio), no_speech=float(segment.no_speech_prob)
                ),
            )
            self._report(segment.end)
        self._report(block.end)

    def _report(self, reached: float) -> None:
        self._reached = max(self._reached, reached)  # what a block leaves over is heard behind its end
        self._on_progress(min(1.0, self._reached / self._duration), "transcribing")


def with_end(found: Iterable[Block]) -> Iterator[tuple[Block, bool]]:
    """Tell of each block whether it is the last."""
    waiting: Block | None = None
    for block in found:
        if waiting is not None:
            yield waiting, False
        waiting = block
    if waiting is not None:
        yield waiting, True
