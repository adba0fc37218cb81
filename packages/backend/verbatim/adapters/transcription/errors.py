"""What can go wrong while transcribing. Every message is one sentence that a user of the web app reads."""

from __future__ import annotations

from typing import ClassVar


class TranscriptionError(Exception):
    """Transcription failed; `str(error)` is meant for people, `code` for programs."""

    code: ClassVar[str] = "transcription_failed"


class UnknownLanguage(TranscriptionError):  # noqa: N818  reads as a sentence in `raise` and `except`
    """The requested language code is not one that speech engines know."""

    code = "unknown_language"


class LanguageNotSupported(TranscriptionError):  # noqa: N818  same
    """The language exists, but the engine that would run does not understand it."""

    code = "language_not_supported"


class EngineUnavailable(TranscriptionError):  # noqa: N818  same
    """The configured engine cannot run here: no model, no endpoint, not installed."""

    code = "engine_unavailable"


class EngineFailed(TranscriptionError):  # noqa: N818  same
    """The engine started and then could not finish."""

    code = "engine_failed"


TRANSCRIPTION_ERRORS: dict[str, type[TranscriptionError]] = {
    kind.code: kind
    for kind in (TranscriptionError, UnknownLanguage, LanguageNotSupported, EngineUnavailable, EngineFailed)
}
