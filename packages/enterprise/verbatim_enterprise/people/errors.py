"""What can go wrong with a file of people. The docstrings are what people read."""

from __future__ import annotations

from verbatim_enterprise.host import ConflictError, InvalidInputError


class SheetUnreadableError(InvalidInputError):
    """This file cannot be read. Save the table as CSV in UTF-8, and choose that file."""

    code = "people_file_unreadable"


class PeopleChangedError(ConflictError):
    """Since you looked at what this file would do, something has changed. Look at it again."""

    code = "people_changed"


class HeirError(InvalidInputError):
    """Choose somebody else who may sign in to take over."""

    code = "heir_unsuitable"
