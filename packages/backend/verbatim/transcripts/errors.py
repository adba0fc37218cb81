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


class AnotherAuthorError(ConflictError):
    """Somebody else has signed in meanwhile. Sign in as whoever wrote this change, and it is sent again."""

    code = "another_author"


class SpeakerMergeError(InvalidInputError):
    """Two speakers of one transcript can be merged, and a speaker cannot be merged with itself."""

    code = "bad_merge"


class NothingChosenError(InvalidInputError):
    """Say which segments: some by their ids, a range, or all of one speaker."""

    code = "nothing_chosen"


class NoSuchWordError(InvalidInputError):
    """A segment can be split between two of its words; name the word that the second part begins with."""

    code = "no_such_word"


class NothingToUndoError(ConflictError):
    """There is no change of yours left to take back."""

    code = "nothing_to_undo"


class NothingToRedoError(ConflictError):
    """There is no change of yours to make again: you have taken none back, or changed something since."""

    code = "nothing_to_redo"


class ChangedSinceError(ConflictError):
    """Somebody has changed the same place since. Look at the history, and restore the version you want."""

    code = "changed_since"


class RevisionConflictError(ConflictError):
    """The transcript has been changed since you read it."""

    code = "revision_conflict"


class VersionNotFoundError(NotFoundError):
    """This transcript has no such version."""

    code = "version_not_found"


class CorrectionNotFoundError(NotFoundError):
    """This transcript has no such correction of an earlier one."""

    code = "correction_not_found"


class NotAdjacentError(InvalidInputError):
    """Only segments that follow each other can be merged; choose two or more without a gap."""

    code = "not_adjacent"


class DifferentSpeakersError(InvalidInputError):
    """These segments are spoken by different people; say whose the merged one shall be."""

    code = "different_speakers"


class BadTimesError(InvalidInputError):
    """A segment must end after it begins, and may not begin before the one in front of it or after the next one."""

    code = "bad_times"


class CorrectionDecidedError(ConflictError):
    """One of these corrections stands in the text already. Take that change back with undo, then decide again."""

    code = "correction_decided"


class NobodySpeaksError(ConflictError):
    """Nobody speaks at the time of one of these corrections, so there is nothing to give. Keep what is new there."""

    code = "nobody_speaks"
