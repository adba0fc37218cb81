"""What can go wrong with recordings, in the words of the person who uses them."""

from __future__ import annotations

from verbatim.core.errors import NotFoundError, UnavailableError, VerbatimError


class RecordingNotFoundError(NotFoundError):
    """There is no such recording."""

    code = "recording_not_found"


class OvertakenError(UnavailableError):
    """Somebody else was at this recording at the same moment; try again."""

    def __init__(self) -> None:
        super().__init__(headers={"Retry-After": "1"})


class FileMissingError(NotFoundError):
    """The file of this recording is missing from the storage."""

    code = "file_missing"


class NoSuchRangeError(VerbatimError):
    """The part of the file that was asked for lies beyond its end."""

    status_code = 416
    code = "range_not_satisfiable"


class WaveformNotReadyError(NotFoundError):
    """The waveform has not been drawn yet."""

    code = "waveform_not_ready"
