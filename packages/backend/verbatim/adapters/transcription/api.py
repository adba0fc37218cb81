"""The interface of speech engines: plain frozen values in, plain frozen values out.

All times are seconds from the start of the recording, all confidences lie in 0..1 or are None when the engine
does not report any. A recording without speech is a valid outcome with no segments, not an error.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

from verbatim.adapters.transcription.errors import (
    TRANSCRIPTION_ERRORS,
    EngineFailed,
    EngineUnavailable,
    LanguageNotSupported,
    TranscriptionError,
    UnknownLanguage,
)

__all__ = [
    "ENGINE_NAMES",
    "TRANSCRIPTION_ERRORS",
    "Availability",
    "EngineChoice",
    "EngineChosen",
    "EngineEvent",
    "EngineFailed",
    "EngineName",
    "EngineSelection",
    "EngineUnavailable",
    "LanguageNotSupported",
    "OnEvent",
    "OnOutput",
    "OnProgress",
    "OnSegment",
    "Output",
    "OutputReady",
    "Progress",
    "Segment",
    "SegmentReady",
    "TranscriptionEngine",
    "TranscriptionError",
    "TranscriptionOutcome",
    "TranscriptionRequest",
    "TranscriptionSettings",
    "UnknownLanguage",
    "Word",
    "forget",
]

EngineName = Literal["openai-compatible", "faster-whisper", "pocketsphinx"]
EngineSelection = Literal["auto", "openai-compatible", "faster-whisper", "pocketsphinx"]
ENGINE_NAMES: tuple[EngineName, ...] = ("openai-compatible", "faster-whisper", "pocketsphinx")


@dataclass(frozen=True, slots=True)
class Word:
    """One spoken word with its punctuation.

    In a finished segment no spaces stand around it; an engine that knows its spaces hands them over (``" well"``).
    """

    text: str
    start: float
    end: float
    confidence: float | None = None

    def moved(self, seconds: float) -> Word:
        return Word(self.text, self.start + seconds, self.end + seconds, self.confidence)


@dataclass(frozen=True, slots=True)
class Segment:
    """A readable piece of at most about 30 s.

    `text` is its words with the spaces that the engine put between them: usually one, none between Chinese signs.
    Segments may overlap, as people do who talk at once. `doubt` says why this looks like an engine's invention, see
    `doubt.Doubt`; `folded` that readers see it only when they ask for it.
    """

    start: float
    end: float
    text: str
    confidence: float | None = None
    words: tuple[Word, ...] = ()
    speaker: str | None = None
    doubt: str | None = None
    folded: bool = False


@dataclass(frozen=True, slots=True)
class TranscriptionRequest:
    """`language` is an ISO 639-1 code, or None for detection; `prompt` holds names and terms as a hint, `hotwords`
    those to listen for all the time, where the engine can; `sound` chooses tracks and channels as
    `media.parse_choice` reads it.

    With `each_stretch` the language is found anew in every stretch, one of `languages` if there are any. `translate`
    asks for English text, `voice_detection` whether to listen only where there is a voice. `speakers` is how many
    people speak, if that is known.
    """

    path: Path
    language: str | None = None
    prompt: str | None = None
    sound: str = "mix"
    hotwords: str | None = None
    languages: tuple[str, ...] = ()
    each_stretch: bool = False
    translate: bool = False
    voice_detection: bool = True
    speakers: int | None = None

    @property
    def wanted_languages(self) -> tuple[str, ...]:
        """All languages that the engine has to know."""
        return self.languages or ((self.language,) if self.language else ())


Output = dict[str, Any]
"""A piece of what an engine said before anything was made of it, as JSON: a segment, or a service's whole answer."""


@dataclass(frozen=True, slots=True)
class TranscriptionOutcome:
    """A finished transcript. `reason` says in one sentence why this engine was used.

    `speech` are the stretches in which the voice detector heard somebody speak, None when it was not asked; `output`
    is what the engine itself said, as it came.
    """

    language: str
    language_probability: float | None
    engine: EngineName
    model: str
    duration: float
    reason: str = ""
    segments: tuple[Segment, ...] = ()
    speech: tuple[tuple[float, float], ...] | None = None
    output: tuple[Output, ...] = ()


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether an engine can run here; `reason` is a sentence either way, `caveat` what to expect of it.

    `languages` are the codes that it knows; None when only the engine itself could say.
    """

    name: EngineName
    available: bool
    reason: str
    model: str | None = None
    caveat: str | None = None
    languages: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class EngineChoice:
    """The engine a transcription would use now, why, and what was found out about all of them.

    `model` is what people call its model, `whisper_model` what the settings of the engine call it.
    """

    engine: EngineName
    reason: str
    model: str | None
    engines: tuple[Availability, ...]
    languages: frozenset[str] | None = None
    caveat: str | None = None
    whisper_model: str = ""


@dataclass(frozen=True, slots=True)
class TranscriptionSettings:
    """Everything engines may be told; the core fills it from its configuration.

    `whisper_model` is a folder, a size such as `small`, or a hub name `owner/model`; it is fetched from the
    hub only when `allow_downloads` is set. Empty: the best that is on this machine. `models_folder` has the
    models that were imported or fetched by command. `external_url` is the base that `/v1/audio/transcriptions` is
    appended to (with or without `/v1` at its end). `external_max_bytes` is the size limit of the endpoint, if
    it is known to have one.
    """

    engine: EngineSelection = "auto"
    whisper_model: str = ""
    whisper_cache: Path | None = None
    models_folder: Path | None = None
    whisper_device: str = "auto"
    whisper_compute_type: str = "auto"
    allow_downloads: bool = False
    cpu_threads: int = 0
    external_url: str | None = None
    external_api_key: str | None = field(default=None, repr=False)
    external_model: str = "whisper-1"
    external_timeout_seconds: float = 600.0
    external_max_bytes: int | None = None
    external_retries: int = 4
    niceness: int = 4


@dataclass(frozen=True, slots=True)
class Progress:
    """`fraction` runs 0..1 by audio time; `stage` is a short lower-case phrase such as "transcribing"."""

    fraction: float
    stage: str


@dataclass(frozen=True, slots=True)
class SegmentReady:
    """One more segment is final; they come in order of time."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class EngineChosen:
    """Comes first: which engine does the work, and one sentence why."""

    engine: EngineName
    model: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class OutputReady:
    """The engine said something; kept as it came, whatever becomes of it."""

    output: Output


EngineEvent = EngineChosen | Progress | SegmentReady | OutputReady
OnEvent = Callable[[EngineEvent], Awaitable[None]]
OnProgress = Callable[[float, str], None]
OnSegment = Callable[[Segment], None]
OnOutput = Callable[[Output], None]


def forget(_output: Output) -> None:
    """Let what an engine said go, where only its transcript is wanted."""


class TranscriptionEngine(Protocol):
    """One way to turn a file into a transcript. Blocking: it runs in the worker process, see `runner.py`."""

    name: EngineName

    def availability(self) -> Availability:
        """Cheap look at whether it can run: never loads a model, never waits on the network above 3 s."""
        ...

    def transcribe(
        self,
        request: TranscriptionRequest,
        on_progress: OnProgress,
        on_segment: OnSegment,
        on_output: OnOutput = forget,
    ) -> TranscriptionOutcome:
        """Transcribe the whole file; `on_segment` sees every segment of the outcome, in order, and `on_output` what
        the engine itself said.

        Raises:
            TranscriptionError: with a sentence for the user.
            MediaError: the file holds nothing that can be decoded.
        """
        ...
