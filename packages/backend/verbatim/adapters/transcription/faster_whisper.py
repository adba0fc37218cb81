"""Whisper through faster-whisper: the engine of choice where a model is on the machine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim.adapters.media import Block, blocks, decode_caged, probe_caged_blocking
from verbatim.adapters.transcription.api import (
    Availability,
    EngineFailed,
    EngineName,
    EngineUnavailable,
    LanguageNotSupported,
    OnOutput,
    OnProgress,
    OnSegment,
    TranscriptionOutcome,
    TranscriptionRequest,
    TranscriptionSettings,
    forget,
)
from verbatim.adapters.transcription.doubt import Evidence
from verbatim.adapters.transcription.languages import language_name
from verbatim.adapters.transcription.model_files import (
    hub_reachable,
    is_folder,
    languages_by_name,
    local_model,
    model_places,
    shown_name,
)
from verbatim.adapters.transcription.models.hub_names import DEFAULT, HUB_NAMES
from verbatim.adapters.transcription.models.inventory import LocalModel, models_here
from verbatim.adapters.transcription.models.packaged import SHA256, damaged_files
from verbatim.adapters.transcription.postprocess import SegmentSink
from verbatim.adapters.transcription.stretches import only_languages
from verbatim.adapters.transcription.whisper_words import as_heard, join_pieces
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import numpy as np
    from faster_whisper import WhisperModel
else:
    np = lazy("numpy")

# Whisper's features of a whole recording would fill the memory; five minutes are some 40 MB.
_BLOCK_SECONDS = 300.0
_PROMPT_CHARACTERS = 200
_MAX_THREADS = 8
_SMALL = "It is small and knows English only; a larger model makes fewer mistakes."


class FasterWhisperEngine:
    """A CTranslate2 Whisper model from a folder, the hub's cache, or (when allowed) the hub."""

    name: EngineName = "faster-whisper"

    def __init__(self, settings: TranscriptionSettings) -> None:
        self._settings = settings
        self._loaded: tuple[str, WhisperModel] | None = None

    def load(self, on_progress: OnProgress = lambda _fraction, _stage: None) -> tuple[str, WhisperModel]:
        """Load the model, if that was not done yet; returns its name too.

        Raises:
            TranscriptionError: it cannot be.
        """
        if self._loaded is None:
            self._loaded = self._load(on_progress)
        return self._loaded

    def availability(self) -> Availability:
        model = self._local()
        if model is not None:
            return self._here(model)
        name = self._settings.whisper_model or DEFAULT
        problem = self._obstacle(name)
        return Availability(
            self.name,
            available=problem is None,
            reason=problem or f"The Whisper model {name} will be downloaded at its first use.",
            model=shown_name(name),
            languages=languages_by_name(name),
        )

    def _here(self, model: LocalModel) -> Availability:
        packaged = model.origin == "package"
        where = "came with the installation" if packaged else "is on this machine"
        return Availability(
            self.name,
            available=True,
            reason=f"The Whisper model {model.name} {where}.",
            model=model.name,
            caveat=_SMALL if packaged else None,
            languages=model.languages,
        )

    def _local(self) -> LocalModel | None:
        places = model_places(self._settings)
        if self._settings.whisper_model:
            return local_model(self._settings.whisper_model, places)
        return next(iter(models_here(places)), None)

    def _obstacle(self, model: str) -> str | None:
        """Why a model that is not on this machine cannot be fetched."""
        if is_folder(model):
            return "There is no Whisper model in the folder that VERBATIM_TRANSCRIPTION_MODEL names."
        if model not in HUB_NAMES and "/" not in model:
            return f"{model} is neither a folder nor the name of a Whisper model."
        if not self._settings.allow_downloads:
            return f"The Whisper model {model} is not on this machine and downloading models is turned off."
        if not hub_reachable():
            return f"The Whisper model {model} is not on this machine and the model hub cannot be reached."
        return None

    def transcribe(
        self,
        request: TranscriptionRequest,
        on_progress: OnProgress,
        on_segment: OnSegment,
        on_output: OnOutput = forget,
    ) -> TranscriptionOutcome:
        duration = probe_caged_blocking(request.path).duration_seconds
        name, model = self.load(on_progress)
        run = _Run(model, request, duration, on_progress, SegmentSink(duration, on_segment), on_output)
        try:
            with only_languages(model, request.languages):
                for block in blocks(decode_caged(request.path, request.sound), _BLOCK_SECONDS):
                    run.transcribe(block)
        except RuntimeError as error:  # CTranslate2 reports everything this way, a missing CUDA library too
            raise EngineFailed(f"Whisper stopped with an error: {_one_line(error)}") from error
        return TranscriptionOutcome(
            language=run.written_language,
            language_probability=run.probability,
            engine=self.name,
            model=name,
            duration=duration,
            segments=tuple(run.sink.segments),
            speech=tuple(run.sink.speech.stretches),
        )

    def _load(self, on_progress: OnProgress) -> tuple[str, WhisperModel]:
        from faster_whisper import WhisperModel  # noqa: PLC0415  slow, and wanted only in the worker process

        settings = self._settings
        name, folder = self._folder(on_progress)
        on_progress(0.0, "loading the model")
        threads = settings.cpu_threads or min(_MAX_THREADS, os.cpu_count() or 1)
        devices = ["auto", "cpu"] if settings.whisper_device == "auto" else [settings.whisper_device]
        problem: Exception | None = None
        for device in devices:  # a graphics card that is there but unusable must not stop the work
            try:
                return name, WhisperModel(
                    str(folder),
                    device=device,
                    compute_type=settings.whisper_compute_type,
                    cpu_threads=threads,
                    local_files_only=True,
                )
            except (RuntimeError, ValueError, OSError) as error:
                problem = error
        raise EngineFailed(f"The Whisper model {name} cannot be loaded: {_one_line(problem)}") from problem

    def _folder(self, on_progress: OnProgress) -> tuple[str, Path]:
        settings = self._settings
        here = self._local()
        if here is not None:
            if here.origin == "package" and (damaged := damaged_files(here.folder, SHA256)):
                raise EngineUnavailable(
                    f"The Whisper model {here.name} that came with the installation was changed "
                    f"({', '.join(damaged)}): install it again."
                )
            return here.name, here.folder
        state = self.availability()
        if not state.available:
            raise EngineUnavailable(state.reason)
        on_progress(0.0, "downloading the model")
        from faster_whisper.utils import download_model  # noqa: PLC0415  same
        from huggingface_hub.errors import HfHubHTTPError  # noqa: PLC0415  same

        name = settings.whisper_model or DEFAULT
        cache = str(settings.whisper_cache) if settings.whisper_cache else None
        try:
            return name, Path(download_model(name, cache_dir=cache))
        except (HfHubHTTPError, OSError, ValueError) as error:
            raise EngineUnavailable(f"The Whisper model {name} could not be downloaded: {_one_line(error)}") from error


class _Run:
    """One recording, block after block; the language found in the first speech holds for the rest."""

    def __init__(
        self,
        model: Any,
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
        self._prompt = request.prompt or ""
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

    def _listen(self, block: Block, said: str) -> Any:
        request = self._request
        changes = request.each_stretch and self._is_multilingual
        hints = "" if request.hotwords else self._prompt  # the same words twice would only take up the room
        return self._model.transcribe(
            block.samples.astype(np.float32) / 32_768,
            language=None if changes else self.language,
            multilingual=changes,
            task="translate" if request.translate and self._is_multilingual else "transcribe",
            hotwords=request.hotwords,
            vad_filter=request.voice_detection,
            word_timestamps=True,
            initial_prompt=f"{hints} {said}".strip() or None,
        )

    def transcribe(self, block: Block) -> None:
        self.sink.speech.listen(block)
        said = self.sink.last_text[-_PROMPT_CHARACTERS:]
        found, info = self._listen(block, said)
        self.sink.reach(block.end)
        heard = False
        for segment in found:
            heard = True
            self._on_output(as_heard(segment, block.start))
            words = join_pieces(segment.words or (), block.start)
            self.sink.add(
                block.start + segment.start,
                block.start + segment.end,
                words or segment.text,
                confidence=float(np.exp(min(0.0, segment.avg_logprob))),
                evidence=Evidence(
                    compression_ratio=float(segment.compression_ratio), no_speech=float(segment.no_speech_prob)
                ),
            )
            self._report(block.start + segment.end)
        if heard and self.language is None:
            self.language = info.language
            self.probability = round(float(info.language_probability), 4)
        self._report(block.end)

    def _report(self, reached: float) -> None:
        self._on_progress(min(1.0, reached / self._duration), "transcribing")


def _one_line(error: Exception | None) -> str:
    return " ".join(str(error).split())[:200]
