"""What can be wrong with a wish for many recordings."""

from __future__ import annotations

from verbatim.core.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError


class RunNotFoundError(NotFoundError):
    """There is no such task of yours."""

    code = "bulk_not_found"


class NothingMatchesError(InvalidInputError):
    """No recording matches any more. Look at the list again."""

    code = "nothing_matches"


class TooManyMatchError(InvalidInputError):
    """Too many recordings match. Narrow the list first."""

    code = "too_many_match"


class TooManyRunsError(ConflictError):
    """You have too many tasks under way. Wait until one of them has ended."""

    code = "too_many_runs"


class NotUndoableError(ConflictError):
    """This cannot be undone: only a deletion can, while the trash keeps what was deleted."""

    code = "not_undoable"


class NoFileError(NotFoundError):
    """The file of this task is not there yet, or was removed, after a day or for newer ones. Export again."""

    code = "bulk_file_gone"


class FileBeyondReachError(ForbiddenError):
    """This file holds transcripts that you may no longer read. Export again what you still may."""

    code = "bulk_file_beyond_reach"
