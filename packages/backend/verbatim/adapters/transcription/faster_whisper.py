"""Whisper through faster-whisper: the engine of choice where a model is on the machine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from verbatim.adapters.media import blocks, decode_caged, probe_caged_blocking
from verbatim.adapters.transcription.api import (
    Availability,
    EngineFailed,
    EngineName,
    EngineUnavailable,
    OnOutput,
    OnProgress,
    OnSegment,
    TranscriptionOutcome,
    TranscriptionRequest,
    TranscriptionSettings,
    forget,
)
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
from verbatim.adapters.transcription.whisper.run import Run, with_end

if TYPE_CHECKING:
    from verbatim.adapters.transcription.whisper.patient import PatientWhisper

# Whisper's features of a whole recording would fill the memory; five minutes are some 40 MB.
_BLOCK_SECONDS = 300.0
_MAX_THREADS = 8
_SMALL = "It is small and knows English only; a larger model makes fewer mistakes."


class FasterWhisperEngine:
    """A CTranslate2 Whisper model from a folder, the hub's cache, or (when allowed) the hub."""

    name: EngineName = "faster-whisper"

    def __init__(self, settings: TranscriptionSettings) -> None:
        self._settings = settings
        self._loaded: tuple[str, PatientWhisper] | None = None

    def load(self, on_progress: OnProgress = lambda _fraction, _stage: None) -> tuple[str, PatientWhisper]:
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
        run = Run(model, request, duration, on_progress, SegmentSink(duration, on_segment), on_output)
        try:
            with only_languages(model, request.languages):
                for block, last in with_end(blocks(decode_caged(request.path, request.sound), _BLOCK_SECONDS)):
                    run.transcribe(block, last=last)
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

    def _load(self, on_progress: OnProgress) -> tuple[str, PatientWhisper]:
        # Slow to import, and wanted only in the worker process.
        from verbatim.adapters.transcription.whisper.patient import PatientWhisper  # noqa: PLC0415

        settings = self._settings
        name, folder = self._folder(on_progress)
        on_progress(0.0, "loading the model")
        threads = settings.cpu_threads or min(_MAX_THREADS, os.cpu_count() or 1)
        devices = ["auto", "cpu"] if settings.whisper_device == "auto" else [settings.whisper_device]
        problem: Exception | None = None
        for device in devices:  # a graphics card that is there but unusable must not stop the work
            try:
                return name, PatientWhisper(
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


def _one_line(error: Exception | None) -> str:
    return " ".join(str(error).split())[:200]
