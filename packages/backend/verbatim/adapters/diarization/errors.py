"""What can go wrong while voices are told apart. Every message is one sentence that a user of the web app reads."""

from __future__ import annotations

from typing import ClassVar


class DiarizationError(Exception):
    """Voices could not be told apart; `str(error)` is meant for people, `code` for programs."""

    code: ClassVar[str] = "diarization_failed"


class DiarizerUnavailable(DiarizationError):  # noqa: N818  reads as a sentence in `raise` and `except`
    """The diarizer that the settings name cannot run here: not installed, or its model is missing."""

    code = "diarizer_unavailable"
