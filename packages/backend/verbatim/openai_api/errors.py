"""What can go wrong at this door beside what can go wrong with uploads."""

from __future__ import annotations

from verbatim.core.errors import InvalidInputError, NotFoundError, VerbatimError


class FieldError(InvalidInputError):
    """A field of the form cannot be used."""

    code = "invalid_value"

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence, extra={"param": name})


class SpeechModelNotFoundError(NotFoundError):
    """There is no such model on this server; GET /v1/models lists them."""

    code = "model_not_found"


class TranscriptionFailedError(VerbatimError):
    """The recording could not be transcribed."""

    status_code = 500
    code = "transcription_failed"
