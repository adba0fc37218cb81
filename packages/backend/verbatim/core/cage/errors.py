"""How reading a foreign file can end, other than well."""

from __future__ import annotations

from typing import ClassVar


class ForeignFileError(Exception):
    """A function in the cage refuses its file; `str(error)` is meant for people, `code` for programs.

    Subclasses cross the wall by their code: what is raised outside has the same code and sentence.
    """

    code: ClassVar[str] = "bad_file"


class Refused(Exception):  # noqa: N818  reads as a sentence in `raise` and `except`
    """What a `ForeignFileError` inside the cage is outside of it, until its own class is put in its place."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class CageError(Exception):
    """The file could not be read to its end in the cage, and did not say why."""


class LimitExceeded(CageError):  # noqa: N818  reads as a sentence in `raise` and `except`
    """Reading it takes more than a file of its size may; `limit` is memory, time or output."""

    def __init__(self, limit: str) -> None:
        super().__init__(f"Reading the file takes more {limit} than its size allows.")
        self.limit = limit


class Crashed(CageError):  # noqa: N818  same
    """The process that read it died, or its code has a fault; the message is for the log."""
