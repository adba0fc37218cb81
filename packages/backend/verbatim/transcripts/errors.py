"""What can go wrong with transcripts."""

from __future__ import annotations

from verbatim.core.errors import ConflictError, InvalidInputError, NotFoundError


class TranscriptNotFoundError(NotFoundError):
    """There is no such transcript."""

    code = "transcript_not_found"


class SegmentNotFoundError(NotFoundError):
    """There is no such segment in this transcript."""

    code = "segment_not_found"


class SpeakerNotFoundError(NotFoundError):
    """There is no such speaker."""

    code = "speaker_not_found"


class SegmentConflictError(ConflictError):
    """Somebody else has changed this segment since you opened it."""

    code = "segment_conflict"


class SpeakerMergeError(InvalidInputError):
    """Two speakers of one transcript can be merged, and a speaker cannot be merged with itself."""

    code = "bad_merge"


class NothingChosenError(InvalidInputError):
    """Say which segments: some by their ids, a range, or all of one speaker."""

    code = "nothing_chosen"


class NoSuchWordError(InvalidInputError):
    """A segment can be split between two of its words; name the word that the second part begins with."""

    code = "no_such_word"
